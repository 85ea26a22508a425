// What was sent, on its way: the code to follow it with, and the link in the mail to its sender.

import assert from "node:assert/strict";
import { filledDraft } from "./draft.mjs";
import { until } from "./house.mjs";
import { textOf } from "./mail.mjs";

/**
 * Sends a story: the `draft` it was and the `path` of the confirmation; where it is followed, the `reference` as it is shown, and the
 * `code` to follow it with.
 */
export async function sendStory(house, story) {
  const draft = await filledDraft(house, story);
  let answer = await draft.send();
  // The same story took the room a moment ago: it gives it back.
  for (let tries = 0; answer.status === 409 && tries < 5; tries += 1) {
    await story.entry.address(house, story);
    answer = await draft.send();
  }
  const path = answer.headers.get("location");
  assert.match(path, /\/verzonden/);
  if (story.isUnfollowed) return { draft, path };
  const html = await (await draft.get(path)).text();
  const [, reference] = /zvh-confirmation__reference"[^>]*>([^<]+)</.exec(html);
  const [, code] = /id="code"[^>]*>([^<]+)</.exec(html);
  return { draft, path, reference, code };
}

/** The address of the link with which the sender of this reference shows that the mailbox is theirs. */
export const mailedLink = (house, reference) => linkInMail(house, reference, /\/bevestigen\/[0-9A-Z-]+/);

/** Asks a colleague with this mailbox to contribute to a story that was just sent; the address of the link that the colleague gets. */
export async function invitationTo(house, story, mailbox) {
  const { reference, code } = await sendStory(house, story);
  const post = (path, fields, cookie = "") =>
    fetch(house.direct + path, { method: "POST", redirect: "manual", headers: { "sec-fetch-site": "same-origin", cookie }, body: new URLSearchParams(fields) });
  const opened = await post("/volgen", { _referentie: reference, _code: code });
  const [cookie] = opened.headers.getSetCookie().map((line) => line.split(";")[0]);
  assert.equal((await post("/volgen/uitnodigen", { _adres: mailbox }, cookie)).status, 303);
  return linkInMail(house, reference, /\/bijdragen\/[0-9A-Z-]+/);
}

/** The first link of that shape in a mail about this reference; waits for the mail. */
async function linkInMail(house, reference, shape) {
  let link;
  const find = async () => {
    const mails = (await house.mails()).map(textOf).filter((text) => text.includes(reference));
    link = mails.map((text) => shape.exec(text)?.[0]).find(Boolean);
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
