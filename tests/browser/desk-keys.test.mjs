// Who comes in at the desk, with which keys: the first set-up, colleagues with and without a secret in their passkey, leaving and renewing
// the key, and the recovery key from the safe.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted } from "./browser.mjs";
import { enrol, invite, keyCodes, plugIn, pressPasskey, typeKey } from "./desk.mjs";
import { setStage } from "./stage.mjs";

const stage = setStage();
const heading = (page) => page.locator("h1").innerText();
const path = (page) => new URL(page.url()).pathname;

/** Someone new in a browser of their own, with a passkey. */
async function arrive(roles, options = {}) {
  const { id, link } = await invite(stage.house, roles, options);
  const page = await stage.visit();
  const key = await plugIn(page, options);
  await enrol(page, link);
  return { page, key, id, link };
}

async function signOut(page) {
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("heading", { name: "U bent uitgelogd" }).waitFor();
}

let first;

test("the first colleague makes a passkey and types the key of the house, and can read", async () => {
  first = await arrive(["voorzitter", "intake"], { name: "Eerste Voorbeeld" });
  const { page } = first;
  assert.equal(path(page), "/balie/toegang");
  await typeKey(page, "H00000");
  await page.locator("#fouten").getByText("Kijk de sleutel na").waitFor();
  await typeKey(page, keyCodes(stage.house).recovery);
  await page.locator("#fouten").getByText("Gebruik de eerste keer de huissleutel").waitFor();
  await typeKey(page, keyCodes(stage.house).house.toLowerCase().replaceAll("-", " "));
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  await page.goto("/balie");
  assert.match(await heading(page), /Werkvoorraad/);
  assert.deepEqual(noted(page).faults, []);
});

test("who signed out comes in again with the passkey, where they wanted to be", async () => {
  const { page } = first;
  await signOut(page);
  await page.goto("/balie/toegang");
  assert.equal(path(page), "/balie/inloggen");
  await pressPasskey(page);
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  assert.deepEqual(noted(page).faults, []);
});
