// A day at the desk where things do not go by themselves: with keys alone, two who decide at once, a session that ends in the middle of a
// sentence, someone with another role.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted } from "./browser.mjs";
import { openDesk, pressPasskey } from "./desk.mjs";
import { sendStory } from "./follow.mjs";
import { fillIn } from "./hand.mjs";
import { until } from "./house.mjs";
import { setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { changes } from "./wizard.mjs";

const stage = setStage();
const said = (page) => page.locator("main").innerText();
const path = (page) => new URL(page.url()).pathname;
const press = (page, key) => changes(page, () => page.keyboard.press(key));
const send = (page) => changes(page, () => page.locator("#formulier button[value=volgende]").click());
const decision = { "decision.outcome": "advies", "decision.reason": "Het wijkteam kan dit zelf, schreef de tweede." };

let desk, intake, first, second;

test("with keys alone someone goes through the list, takes a case and begins to write", async () => {
  desk = await openDesk(stage);
  first = (await sendStory(stage.house, deep)).reference;
  second = (await sendStory(stage.house, deep)).reference;
  intake = await desk.signIn("intake");
  await intake.goto("/balie");
  const focused = () => intake.evaluate(() => document.activeElement.textContent);
  await intake.keyboard.press("j");
  const top = await focused();
  assert.ok([first, second].includes(top), top);
  await intake.keyboard.press("j");
  assert.notEqual(await focused(), top);
  await intake.keyboard.press("j");
  await intake.keyboard.press("k");
  assert.equal(await focused(), top);
  await press(intake, "Enter");
  assert.equal(path(intake), `/balie/${top}`);
  await press(intake, "i");
  assert.match(await said(intake), /Toegewezen aan\s+Noor Voorbeeld 1/);
  await press(intake, "n");
  assert.equal(path(intake), `/balie/${top}/notitie`);
  const box = intake.locator("textarea").first();
  await box.focus();
  await intake.keyboard.type("wij mikken op januari");
  assert.equal(await box.inputValue(), "wij mikken op januari", "what is typed is typed");
  await box.evaluate((box) => box.blur());
  await press(intake, "m");
  assert.equal(new URL(intake.url()).search, "?van=mij");
  await intake.keyboard.press("/");
  assert.equal(await intake.evaluate(() => document.activeElement.name), "referentie");
  assert.equal(await intake.evaluate(() => window.mouseWasUsed), undefined);
  assert.deepEqual(noted(intake).faults, []);
});

test("who presses keys by accident turns them off, and they stay off", async () => {
  await intake.goto("/balie");
  await press(intake, "?");
  assert.match(await said(intake), /De sneltoetsen staan aan/);
  await changes(intake, () => intake.getByRole("button", { name: "Zet sneltoetsen uit" }).click());
  await intake.goto("/balie");
  for (const key of ["j", "w", "m", "?"]) await intake.keyboard.press(key);
  assert.equal(await intake.evaluate(() => document.activeElement.localName), "body");
  assert.equal(intake.url(), `${stage.house.url}/balie`);
  assert.equal(await intake.locator("[aria-keyshortcuts]").count(), 0);
  await intake.goto("/balie/sneltoetsen");
  await changes(intake, () => intake.getByRole("button", { name: "Zet sneltoetsen aan" }).click());
  await press(intake, "w");
  assert.equal(path(intake), "/balie");
});

test("who decides second reads the first decision and loses no text", async () => {
  const one = await desk.signIn("voorzitter");
  const other = await desk.signIn("voorzitter", "intake");
  for (const page of [one, other]) await page.goto(`/balie/${first}/besluit`);
  await fillIn(one, { ...decision, "decision.reason": "Het past niet, schreef de eerste." });
  await fillIn(other, decision);
  await send(one);
  assert.match(await said(one), /Uw besluit is vastgelegd|Besloten/);
  await send(other);
  assert.equal(noted(other).documents.at(-1).status(), 409);
  assert.match(await said(other), /Intussen gebeurde er iets in deze zaak/);
  assert.match(await said(other), /Noor Voorbeeld 2/);
  assert.equal(await other.locator('[name="decision.reason"]').inputValue(), decision["decision.reason"]);
  await other.goto(`/balie/${first}`);
  assert.match(await said(other), /schreef de eerste/);
  assert.doesNotMatch(await said(other), /schreef de tweede/);
});

test("a session that ends in the middle of an answer gives it back after signing in", async () => {
  const page = await desk.signIn("intake");
  await page.goto(`/balie/${second}/notitie`);
  const text = "Halverwege een zin, bij de balie";
  await page.locator("textarea").first().fill(text);
  await stage.house.sql(`DELETE FROM sessions WHERE member = '${page.member}'`);
  await send(page);
  assert.equal(path(page), "/balie/inloggen");
  assert.doesNotMatch(await stage.house.sql("SELECT count(*), group_concat(hex(body)) FROM drafts"), new RegExp(Buffer.from(text).toString("hex"), "i"));
  await pressPasskey(page, "Notitie maken");
  assert.match(await said(page), /Uw tekst is bewaard/);
  assert.equal(await page.locator("textarea").first().inputValue(), text);
  await send(page);
  assert.match(await said(page), new RegExp(text));
  assert.deepEqual(noted(page).faults, []);
});

test("who leaves a page with what is not sent is asked first, and who stays has it still", async () => {
  const page = await desk.signIn("intake");
  await page.goto(`/balie/${second}/notitie`);
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const leave = () => page.getByRole("link", { name: "Niet doen" }).click({ noWaitAfter: true });
  const box = page.locator("textarea").first();
  await box.click();
  await page.keyboard.type("Nog niet verstuurd");
  await page.locator("a[href^='tel:']").first().click({ noWaitAfter: true });
  await page.waitForTimeout(1200);
  assert.deepEqual(asked, [], "who calls the sender stays on the page");
  await leave();
  await until(() => asked.length > 0, 5000, () => "nobody was asked");
  assert.deepEqual([asked, await box.inputValue()], [["beforeunload"], "Nog niet verstuurd"]);
  await send(page);
  assert.match(await said(page), /Nog niet verstuurd/);
  await page.goto(`/balie/${second}/notitie`);
  await leave();
  await page.waitForURL(`**/balie/${second}`);
  await page.goto(`/balie/${second}/notitie`);
  await send(page);
  await page.locator("#fouten").waitFor();
  await leave();
  await page.waitForURL(`**/balie/${second}`);
  assert.equal(asked.length, 1, "what was sent, or never typed, is left unasked, also after it was refused");
});

test("someone with another role finds nothing at all, and the trail tells", async () => {
  const page = await desk.signIn("wvggz");
  for (const [address, object] of [[`/balie/${second}`, second], ["/balie/medewerkers", ""], ["/balie/logboek", ""]]) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 404, address);
    assert.match(await said(page), /Deze pagina is er niet, of is niet voor u/);
    await page.getByRole("link", { name: "Naar ‘Werkvoorraad’" }).waitFor();
    assert.doesNotMatch(await said(page), /Fictief/);
    const [last] = (await stage.house.sql("SELECT action, object, actor FROM audit ORDER BY seq DESC LIMIT 1")).split("\n");
    assert.match(last, new RegExp(`^desk\\.refused\\|${object}\\|.*${page.member}`), address);
  }
  assert.match(await stage.house.command("audit", "verify"), /sound|entries/i);
});
