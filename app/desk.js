// The script of the desk: lets the browser use a passkey, warns before the session ends and before typed text is left. Every page but
// those of a passkey works without it.

/** What the passkey is asked to give beside its signature (WebAuthn PRF): the key of its owner is locked under it. */
const prf = { eval: { first: new TextEncoder().encode("zvh/desk/v1") } };

const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const toHex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const withBytes = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

/** The bytes of an answer as text. */
function written(credential) {
  const { response } = credential;
  const fields = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const parts = fields.filter((name) => response[name]).map((name) => [name, toText(response[name])]);
  return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, response: Object.fromEntries(parts) };
}

const secretOf = (credential) => credential.getClientExtensionResults().prf?.results?.first;

async function create(options) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
      extensions: { ...options.extensions, prf },
    },
  });
  const outcome = credential.getClientExtensionResults().prf;
  // Many authenticators give the secret only when they sign: so have it sign once. Nobody checks that signature.
  const secret = secretOf(credential) ?? (outcome?.enabled ? await secretNow(options.rp.id, credential.rawId) : undefined);
  return [credential, secret];
}

async function secretNow(rpId, id) {
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const allowCredentials = [{ type: "public-key", id }];
  return secretOf(
    await navigator.credentials.get({ publicKey: { challenge, rpId, allowCredentials, userVerification: "required", extensions: { prf } } }),
  );
}

async function get(options) {
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials), extensions: { prf } },
  });
  return [credential, secretOf(credential)];
}

class Unreachable extends Error {}

async function ask(address) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams() }).catch(() => undefined);
  // Signed out meanwhile, or the passkey must be given again: the page itself leads there.
  if (answer?.redirected) return new Promise(() => location.reload());
  if (!answer?.ok) throw new Unreachable();
  return answer.json();
}

async function fillIn(form) {
  const asked = await ask(form.dataset.passkey);
  const [credential, secret] = asked.create ? await create(asked.create) : await get(asked.get);
  form.elements["_ceremonie"].value = asked.ceremony;
  form.elements["_antwoord"].value = JSON.stringify(written(credential));
  form.elements["_geheim"].value = secret ? toHex(secret) : "";
}

function faultOf(error) {
  if (error instanceof Unreachable) return "verbinding";
  return error.name === "InvalidStateError" ? "bekend" : "afgebroken";
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const say = (fault) => form.querySelectorAll("[data-fault]").forEach((text) => (text.hidden = text.dataset.fault !== fault));
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    if (!window.PublicKeyCredential) return say("browser");
    busy = true;
    say(undefined);
    try {
      await fillIn(form);
      form.submit();
    } catch (error) {
      say(faultOf(error));
      busy = false;
    }
  });
}

const ends = document.getElementById("sessie");
const warning = document.getElementById("sessie-waarschuwing");
const AHEAD = 2 * 60 * 1000;

const after = (seconds) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

/** Asks again for as long as it came too soon: the page holds what someone is typing, so it stays. */
async function askUntilAnswered(address) {
  for (;;) {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams() }).catch(() => undefined);
    if (answer?.status !== 429) return answer;
    await after(Number(answer.headers.get("retry-after")) || 1);
  }
}

if (ends && warning) {
  let timer;
  // The clock of the computer may be wrong: it only measures how long ago the page was made.
  const ahead = Date.now() - Date.parse(ends.dataset.now);
  const watch = () => {
    clearTimeout(timer);
    const left = Date.parse(ends.dataset.ends) + ahead - Date.now();
    warning.hidden = left > AHEAD;
    // Looks again after a while, not only at the end: a computer that slept loses count.
    timer = setTimeout(watch, Math.max(1000, Math.min(left - AHEAD, 30_000)));
  };
  let asking = false;
  warning.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    const { target } = event;
    const answer = await askUntilAnswered(target.action);
    asking = false;
    const until = answer?.headers.get("x-sessie-tot");
    // Without an answer that says so the session is over, or the line is down: the plain form tells which.
    if (answer?.status !== 204 || !until) return target.submit();
    const clock = new Date(until).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    ends.textContent = ends.textContent.replace(/\d+\.\d+/, clock.replace(":", "."));
    ends.dataset.ends = until;
    watch();
  });
  watch();
}

// What is typed at the desk is nowhere but in its page until it is sent. So who leaves is asked first, by the browser in its own words.
const form = document.getElementById("formulier");
let calls = false;
const askFirst = (event) => calls || event.preventDefault();
const isTyped = () => addEventListener("beforeunload", askFirst);
if (form && "unsent" in form.dataset) isTyped();
form?.addEventListener("input", isTyped);
form?.addEventListener("submit", () => removeEventListener("beforeunload", askFirst));
// To call or to mail somebody leaves the page where it is, yet asks as if it went.
document.addEventListener("click", (event) => {
  if (!event.target.closest("a[href^='tel:'], a[href^='mailto:']")) return;
  calls = true;
  setTimeout(() => (calls = false), 1000);
});

const shortcuts = document.getElementById("sneltoetsen");

if (shortcuts?.dataset.state === "aan") {
  const pressed = [...document.querySelectorAll("[data-key]")];
  for (const element of pressed) element.setAttribute("aria-keyshortcuts", element.dataset.key);
  const stops = [...document.querySelectorAll("[data-stop]")];
  /** To a case further on or back in the list; at its end the focus stays. */
  const step = (by) => stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + by))]?.focus();
  const press = (element) => (element.matches("input, select") ? element.focus() : element.click());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const { key } = event;
    const wanted = pressed.find((element) => element.dataset.key === key);
    if (stops.length > 0 && key === "j") step(1);
    else if (stops.length > 0 && key === "k") step(-1);
    else if (wanted) press(wanted);
    else return;
    event.preventDefault();
  });
}
