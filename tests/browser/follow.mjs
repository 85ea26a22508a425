// What was sent, on its way: the code to follow it with, and the link in the mail to its sender.

import assert from "node:assert/strict";
import { filledDraft } from "./draft.mjs";
import { until } from "./house.mjs";
import { textOf } from "./mail.mjs";

/** Sends a story: the `draft` it was, the `path` of the confirmation, the `reference` as it is shown, and the `code` to follow it with. */
export async function sendStory(house, story) {
  const draft = await filledDraft(house, story);
  const path = (await draft.send()).headers.get("location");
  assert.match(path, /\/verzonden\//);
  const html = await (await draft.get(path)).text();
  const [, reference] = /zvh-confirmation__reference"[^>]*>([^<]+)</.exec(html);
  const [, code] = /id="code"[^>]*>([^<]+)</.exec(html);
  return { draft, path, reference, code };
}

/** The address of the link with which the sender of this reference shows that the mailbox is theirs. */
export async function mailedLink(house, reference) {
  let link;
  const find = async () => {
    const mail = (await house.mails()).map(textOf).find((text) => text.includes(reference));
    link = /\/bevestigen\/[0-9A-Z-]+/.exec(mail ?? "")?.[0];
    return link;
  };
  await until(find, 10_000, () => `no mail with a link left for ${reference}`);
  return link;
}

/** Types reference and code on the page to follow. */
export async function openFollowed(page, { reference, code }) {
  await page.goto("/volgen");
  await page.getByLabel("Referentie").fill(reference);
  await page.getByLabel("Volgcode").fill(code);
  await page.getByRole("button", { name: "Bekijken" }).click();
}

/** Adds a text to what is followed. */
export async function addText(page, text) {
  await page.getByLabel("Wat wilt u toevoegen?").fill(text);
  await page.getByRole("button", { name: /^Toevoegen aan uw / }).click();
}

/** Takes back what is followed. */
export async function withdraw(page) {
  await page.getByRole("link", { name: /intrekken$/ }).click();
  await page.getByRole("button", { name: "Ja, trek in" }).click();
  await page.getByText("Wat is er gebeurd?").waitFor();
}
