// The casus-simulatie: played with and without script it ends in the same debrief; with script nothing is asked of the server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { setStage } from "./stage.mjs";

const stage = setStage();

/** What is shared in one play: some of what is needed, some of what is not, and one thing taken back. */
const shared = ["o1", "p1", "p2", "p3", "p4", "g1", "w1", "m4", "m6", "r1", "r2"];

for (const way of ways) {
  test(`six roles in turn lead to the debrief of what was shared ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, "Speel alle rollen");
    for (const role of ["Openbaar Ministerie", "Politie", "Gemeente, werk en inkomen", "Woningcorporatie", "Maatschappelijk werk", "Reclassering"]) {
      await heading(page, role);
      for (const box of await page.locator("#keuzes input[type=checkbox]:visible").all()) {
        if (shared.includes(await box.getAttribute("value"))) await box.check();
      }
      await page.getByRole("button", { name: role === "Reclassering" ? "Naar de nabespreking" : "Volgende rol" }).click();
    }
    await heading(page, "Nabespreking");
    const told = await debriefOf(page);
    assert.match(told, /De woningcorporatie zat aan tafel zonder te tekenen/);
    assert.match(told, /Hoe dringend is het\? Dit werd duidelijk/);
    assert.match(told, /niet kan lezen. Het overleg denkt dan dat hij niet wil/);
    assert.match(told, /Politie: Een buurman zegt dat Bas drugs verkoopt/);
    debriefs.push(told);
    assert.match(page.url(), /naar=nabespreking/);

    await page.goBack();
    await heading(page, "Reclassering");
    assert.ok(await page.locator("[value=r2]").isChecked(), "a choice outlives Back");
    if (way.script) {
      await page.reload();
      assert.ok(await page.locator("[value=r2]").isChecked(), "and reloading");
    }
    assert.deepEqual(noted(page).faults, []);
    await page.context().close();
  });
}

const debriefs = [];
test("both ways say the same", () => assert.equal(...debriefs));

test("with script it is played without a network", async () => {
  const page = await stage.visit();
  await begin(page, "Speel alle rollen");
  const before = noted(page).addresses.length;
  await page.context().setOffline(true);
  for (let turn = 1; turn <= 5; turn += 1) {
    await page.getByRole("button", { name: "Volgende rol" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "kop", "the focus is on the heading");
    assert.match(await page.title(), new RegExp(`^${await page.locator("h1").innerText()} – `));
  }
  await page.locator("[value=r1]").check();
  await page.getByRole("button", { name: "Vorige rol" }).click();
  assert.match(await page.locator("#tafel").innerText(), /Reclassering: Bas miste vier afspraken/);
  await page.getByRole("button", { name: "Volgende rol" }).click();
  assert.doesNotMatch(await page.locator("#tafel").innerText(), /vier afspraken/, "one's own words are not news");
  await page.getByRole("button", { name: "Naar de nabespreking" }).click();
  await page.getByRole("button", { name: "Pas uw keuzes aan" }).click();
  await heading(page, "Openbaar Ministerie");
  // The icon is the browser's own wish.
  assert.deepEqual(noted(page).addresses.slice(before).filter((address) => !address.endsWith(".svg")), []);
  await page.goBack();
  await heading(page, "Nabespreking");
});

for (const way of ways) {
  test(`one role is judged by its own choices only ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, "Speel alleen deze rol: Woningcorporatie");
    await heading(page, "Woningcorporatie");
    await page.getByRole("checkbox", { name: "Ik teken voor geheimhouding" }).check();
    await page.locator("[value=w1]").check();
    await page.getByRole("button", { name: "Naar de nabespreking" }).click();
    await heading(page, "Nabespreking");
    const told = await debriefOf(page);
    assert.match(told, /betaalplan de ontruiming voorkomt/);
    assert.doesNotMatch(told, /niet kan lezen. Het overleg|zonder te tekenen|Vragen beantwoord/);
    await page.context().close();
  });
}

test("the clock runs when asked, can be stopped and switched off, and takes nothing away", async () => {
  const page = await stage.visit();
  await page.clock.install();
  await begin(page, "Speel alle rollen");
  // From here on time passes only when it is told to.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  const time = page.getByRole("timer");
  assert.equal(await time.innerText(), "2:00");
  await page.clock.runFor(5_000);
  assert.equal(await time.innerText(), "2:00", "it waits to be asked");
  const run = page.locator("[data-clock=run]");
  await run.click();
  await page.clock.runFor(30_000);
  const left = await time.innerText();
  assert.match(left, /^1:(29|30|31)$/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.clock), "run", "the focus stays on the button");
  assert.equal(await run.innerText(), "Zet de klok stil");
  await run.click();
  await page.clock.runFor(60_000);
  assert.equal(await time.innerText(), left, "it stands still");
  await run.click();
  await page.clock.runFor(62_000);
  assert.match(await page.locator("#gemeld").innerText(), /halve minuut/);
  await page.clock.runFor(60_000);
  assert.match(await page.locator("#gemeld").innerText(), /De tijd is om. .* u kunt gewoon verder/);
  await page.locator("[value=o1]").check();
  await page.getByRole("button", { name: "Volgende rol" }).click();
  await page.clock.runFor(10_000);
  assert.match(await time.innerText(), /^1:(49|50|51)$/, "the next role has its own time, and the clock goes on");
  assert.equal(await page.locator("#gemeld").innerText(), "");
  await page.locator("[data-clock=off]").click();
  assert.ok(await time.isHidden());
  await page.getByRole("button", { name: "Volgende rol" }).click();
  assert.ok(await time.isHidden(), "off is off for the roles after it");
  await page.getByRole("button", { name: "Met klok" }).click();
  assert.equal(await time.innerText(), "2:00");
});

test("on paper each role has a page of its own, and the debrief too", async () => {
  const page = await stage.visit();
  await page.goto("/casus-simulatie/afdrukken");
  await page.emulateMedia({ media: "print" });
  const sheets = page.locator(".zvh-sheet");
  assert.equal(await sheets.count(), 8, "for everyone, six roles, for the one who leads");
  for (const sheet of await sheets.all()) {
    assert.equal(await sheet.evaluate((element) => getComputedStyle(element).breakBefore), "page");
  }
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 9 && pages <= 13, `${pages} pages`);
});

async function begin(page, button) {
  await page.goto("/casus-simulatie");
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL("**/casus-simulatie/spelen?**");
  // The clock shows once the script is awake.
  if (noted(page).script) await page.locator("#klok").waitFor();
}

const heading = (page, words) => page.getByRole("heading", { level: 1, name: words, exact: true }).waitFor();

/** All that is in view of the debrief, opened up. */
async function debriefOf(page) {
  for (const more of await page.locator(".zvh-debrief details:visible > summary").all()) await more.click();
  return (await page.locator(".zvh-debrief").innerText()).replaceAll(/\s+/g, " ");
}
