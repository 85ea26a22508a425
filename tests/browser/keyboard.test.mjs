// The whole journey with nothing but a keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ways } from "./browser.mjs";
import { filledDraft } from "./draft.mjs";
import { rowAnswers } from "./filling.mjs";
import { assertAllFound } from "./hand.mjs";
import { answerUpTo, tab } from "./keys.mjs";
import { onEveryStory, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { awake, changes, wizardOf } from "./wizard.mjs";

const stage = setStage();

onEveryStory((story, stage) => {
  const { at, here, isSent } = wizardOf(story);
  const { entry, words } = story;

  for (const way of ways) {
    test(`it is made and sent by keyboard alone ${way.name}`, async () => {
      const page = await stage.visit(way);
      await page.goto(await entry.address(stage.house, story));
      await awake(page);
      if (entry.hasStartPage) {
        await answerUpTo(page, words.begin, entry.answers);
        await enter(page);
      }
      for (const { step, answers = {}, group, rows = [] } of story.steps) {
        await here(page, step);
        // What stands before the rows is answered before the first of them: coming back, one is behind it.
        const done = [];
        for (const [index, row] of rows.entries()) {
          done.push(...(await answerUpTo(page, group.add, index === 0 ? answers : {})));
          await enter(page);
          await answerUpTo(page, "Opslaan", rowAnswers(group, index, row)).then((done) => assertAllFound(rowAnswers(group, index, row), done));
          await enter(page);
          await here(page, step);
        }
        const goOn = async () => {
          const open = Object.fromEntries(Object.entries(answers).filter(([name]) => !done.includes(name)));
          done.push(...(await answerUpTo(page, "Volgende stap", open)));
          await enter(page);
        };
        await goOn();
        // Fields that show only after a first try get their answer then.
        if (new URL(page.url()).pathname === at(step)) await goOn();
        assertAllFound(answers, done);
      }
      await here(page, "controle");
      await answerUpTo(page, words.send);
      await page.keyboard.press("Enter");
      await isSent(page);
      assert.equal(await page.evaluate(() => window.mouseWasUsed), undefined);
      await page.context().close();
    });
  }
});

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
  await (await filledDraft(stage.house, deep, "aanmelder")).handTo(page);
  await wizardOf(deep).open(page, "aanmelder");
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

/** Presses Enter and waits for the next page. */
const enter = (page) => changes(page, () => page.keyboard.press("Enter"));
