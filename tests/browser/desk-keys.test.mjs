// Who comes in at the desk, with which keys: the first set-up, colleagues with and without a secret in their passkey, leaving and renewing
// the key, and the recovery key from the safe.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
  await page.getByRole("heading", { name: "Voeg een tweede passkey toe" }).waitFor();
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

let second;
let printed;

test("a colleague whose passkey has no secret of its own gets a printed code, and a colleague gives access", async () => {
  second = await arrive(["intake"], { name: "Tweede Voorbeeld", prf: false });
  const { page } = second;
  assert.equal(await heading(page), "Uw sleutelcode");
  printed = await page.locator("#code").innerText();
  assert.match(printed, /^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  await page.getByRole("link", { name: "Ik heb de code bewaard" }).click();
  assert.equal(path(page), "/balie/toegang");
  await page.getByText("Eerste Voorbeeld").waitFor();
  await first.page.goto("/balie/toegang");
  await first.page.getByRole("row", { name: /Tweede Voorbeeld/ }).getByRole("button", { name: "Geef toegang" }).click();
  await first.page.getByText("Niemand wacht op toegang").waitFor();
  await page.reload();
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  assert.deepEqual(noted(page).faults, []);
});

test("with the printed code they come in again, and with another they do not", async () => {
  const { page } = second;
  await signOut(page);
  await pressPasskey(page, "Uw sleutelcode");
  await page.getByLabel("Sleutelcode").fill("0000-0000-0000-0000-0000-0000");
  await page.getByRole("button", { name: "Inloggen" }).click();
  await page.locator("#fouten").getByText("Kijk de code na").waitFor();
  await page.getByLabel("Sleutelcode").fill(printed.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await page.waitForURL("**/balie");
  assert.deepEqual(noted(page).faults, []);
});

test("a second passkey on another device works too, and the first can go", async () => {
  const { page, key } = first;
  await page.goto("/balie/sessies");
  await page.getByRole("heading", { name: "Voeg een tweede passkey toe" }).waitFor();
  await page.goto("/balie/passkeys");
  await page.getByRole("button", { name: "Maak passkey" }).click();
  await page.getByText("Op dit apparaat staat al een passkey van u").waitFor();
  const other = await plugIn(page, { transport: "usb" });
  await page.getByRole("button", { name: "Maak passkey" }).click();
  await page.getByRole("row").nth(2).waitFor();
  assert.equal(await page.getByRole("row").count(), 3);
  await page.getByRole("button", { name: /^Verwijder/ }).first().click();
  await page.getByRole("row").nth(2).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("button", { name: /^Verwijder/ }).count(), 0, "the last one stays");
  await key.client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: key.authenticatorId });
  await signOut(page);
  await pressPasskey(page);
  await page.goto("/balie/toegang");
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  first.key = other;
});

test("who makes a passkey before screening and training are recorded reads why there is nothing yet", async () => {
  const { link } = await invite(stage.house, ["weger"], { name: "Noor Vroeg", screened: null });
  const page = await stage.visit();
  await plugIn(page);
  await enrol(page, link);
  assert.match(await page.locator("main").innerText(), /er is vandaag geen rol die voor u geldt/);
  assert.deepEqual(await page.context().cookies(), [], "nobody is signed in");
});

test("the passkey of someone else opens nothing here", async () => {
  const { page } = await arrive(["redactie"], { name: "Redacteur Voorbeeld" });
  await signOut(page);
  await stage.house.sql("UPDATE passkeys SET id = 'weg' || id WHERE member IN (SELECT member FROM member_roles WHERE role = 'redactie')");
  await page.getByRole("button", { name: "Inloggen met passkey" }).click();
  await page.getByRole("heading", { name: "Inloggen is niet gelukt" }).waitFor();
  await page.context().close();
});

test("two minutes before a session ends it warns, and one press goes on", async () => {
  const { page } = first;
  // By a computer whose clock is an hour fast.
  await page.clock.install({ time: Date.now() + 60 * 60_000 });
  await page.goto("/balie/sessies");
  const warning = page.locator("#sessie-waarschuwing");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await warning.isVisible(), false, "there is half an hour left");
  const ends = () => page.locator("#sessie").getAttribute("data-ends");
  const before = await ends();
  await page.clock.fastForward("28:30");
  await warning.waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await warning.getByRole("button", { name: "Blijf ingelogd" }).click();
  await page.waitForFunction((before) => document.getElementById("sessie").dataset.ends > before, before);
  assert.equal(path(page), "/balie/sessies", "the page stays");
});

test("a member leaves, the key is renewed, and they open nothing any more", async () => {
  const administrator = (await arrive(["beheer"], { name: "Beheer Voorbeeld" })).page;
  await administrator.goto("/balie/medewerkers");
  await administrator.getByRole("link", { name: "Tweede Voorbeeld" }).click();
  await administrator.getByLabel("Ja, Tweede Voorbeeld werkt hier niet meer").check();
  await administrator.getByRole("button", { name: "Beëindig de toegang" }).click();
  await administrator.getByRole("heading", { name: "Maak nu een nieuwe sleutel" }).waitFor();
  await administrator.getByRole("button", { name: "Maak een nieuwe sleutel" }).click();
  await administrator.getByRole("heading", { name: "De nieuwe sleutel is er" }).waitFor();
  assert.match(await administrator.getByRole("row", { name: /2 \(nu in gebruik\)/ }).innerText(), /Eerste Voorbeeld/);
  assert.doesNotMatch(await administrator.locator("main").innerText(), /Tweede Voorbeeld/);
  await second.page.goto("/balie");
  assert.equal(path(second.page), "/balie/inloggen");
  await second.page.getByRole("button", { name: "Inloggen met passkey" }).click();
  await second.page.getByRole("heading", { name: "Inloggen is niet gelukt" }).waitFor();
  assert.deepEqual(noted(administrator).faults, []);
  await administrator.context().close();
});

test("with the recovery key from the safe a newcomer reads everything, and the codes are written out again", async () => {
  await stage.house.command("staff", "end", first.id);
  const { page } = await arrive(["voorzitter"], { name: "Derde Voorbeeld" });
  await typeKey(page, keyCodes(stage.house).recovery);
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  const file = join(stage.house.folder, "recovery-key");
  writeFileSync(file, keyCodes(stage.house).recovery);
  const written = await stage.house.command("keys", "recover", "--key-file", file);
  assert.ok(written.includes(keyCodes(stage.house).house), "the first house key is the one of the letter");
  assert.equal(written.match(/^House key \d+:$/gm).length, 2);
  assert.match(await stage.house.command("keys", "rotate", "--key-file", file), /new key, number 3, fingerprint [0-9a-f]{16}/);
  await page.reload();
  await page.getByText("U kunt alle aanmeldingen lezen").waitFor();
  assert.match(await stage.house.command("staff", "list"), /left {2}Eerste Voorbeeld[^]*works {2}Derde Voorbeeld/);
});
