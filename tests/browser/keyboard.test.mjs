// The whole journey with nothing but a keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ways } from "./browser.mjs";
import { filledDraft } from "./draft.mjs";
import { referral, rowAnswers } from "./filling.mjs";
import { assertAllFound } from "./hand.mjs";
import { answerUpTo, stopsOf, tab } from "./keys.mjs";
import { scenesOf, seenBy } from "./scenes.mjs";
import { setStage } from "./stage.mjs";
import { at, changes, here, open, start } from "./wizard.mjs";

const stage = setStage();

for (const way of ways) {
  test(`a referral is made and sent by keyboard alone ${way.name}`, async () => {
    const page = await stage.visit(way);
    await page.goto(start);
    await answerUpTo(page, "Begin met aanmelden", { _gevaar: "nee" });
    await enter(page);
    for (const { step, answers = {}, group, rows = [] } of referral) {
      await here(page, step);
      for (const [index, row] of rows.entries()) {
        await answerUpTo(page, addLabel[group.name]);
        await enter(page);
        await answerUpTo(page, "Opslaan", rowAnswers(group, index, row)).then((done) => assertAllFound(rowAnswers(group, index, row), done));
        await enter(page);
        await here(page, step);
      }
      const done = await answerUpTo(page, "Volgende stap", answers);
      await enter(page);
      assertAllFound(answers, done);
    }
    await here(page, "controle");
    await answerUpTo(page, "Aanmelding versturen");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${at("verzonden")}/**`);
    assert.equal(await page.evaluate(() => window.mouseWasUsed), undefined);
  });

  test(`Tab follows reading order through every page, is never trapped, and Shift+Tab goes the same way back ${way.name}`, async () => {
    for (const scene of seenBy(way, await scenesOf(stage.house)).filter(({ name }) => /^page|errors$|removing|two versions|^check$/.test(name))) {
      const page = await stage.visit(way);
      await scene.show(page);
      const there = (await stopsOf(page)).map((stop) => stop.way);
      assert.ok(there.length > 3, scene.name);
      const first = there.indexOf(Math.min(...there));
      const round = [...there.slice(first), ...there.slice(0, first)];
      assert.deepEqual(round, [...round].sort((one, other) => one - other), `${scene.name}: reading order`);
      const back = (await stopsOf(page, "Shift+Tab")).map((stop) => stop.way).reverse();
      const last = back.indexOf(round[0]);
      assert.deepEqual([...back.slice(last), ...back.slice(0, last)], round, `${scene.name}: the same stops backwards`);
      await page.context().close();
    }
  });
}

test("the skip link is the first stop and leads to the main part", async () => {
  const page = await stage.visit();
  await page.goto("/");
  assert.match((await tab(page)).html, /href="#main"/);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.id === "main" || location.hash === "#main"));
  const next = await tab(page);
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), next.html);
});

test("a focus that does not show, or is covered, is reported", async () => {
  const page = await stage.visit();
  await (await filledDraft(stage.house, "aanmelder")).handTo(page);
  await open(page, "aanmelder");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":focus, :focus-visible { outline: none !important; box-shadow: none !important }");
    document.adoptedStyleSheets = [sheet];
  });
  await assert.rejects(tab(page), /shows no ring/);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body::after { content: ''; position: fixed; inset: 0; background: #fff }");
    document.adoptedStyleSheets = [sheet];
  });
  await assert.rejects(tab(page), /is covered/);
});

const addLabel = { household: "Iemand toevoegen", organisations: "Organisatie toevoegen" };

/** Presses Enter and waits for the next page. */
const enter = (page) => changes(page, () => page.keyboard.press("Enter"));
