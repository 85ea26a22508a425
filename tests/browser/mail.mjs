// Reading the mails that left.

/** Whether a mail goes to this address. */
export const mailTo = (mail, address) => new RegExp(`^To:.*${address.replaceAll(".", "\\.")}`, "im").test(mail);

/** A mail's words, without its transfer encoding (quoted-printable or base64). */
export function textOf(mail) {
  const soft = mail.replaceAll(/=\r?\n/g, "").replaceAll(/(=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString());
  const encoded = /base64\r?\n[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/i.exec(mail);
  return encoded ? soft + Buffer.from(encoded[1], "base64").toString() : soft;
}
