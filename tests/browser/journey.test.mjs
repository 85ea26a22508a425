// The story of every form, from the first page to the confirmation: both ways, the same bytes, one receipt.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { acceptedOf, answersOf, pairsOf } from "./filling.mjs";
import { houseNames, openHouse, until } from "./house.mjs";
import { mailTo, textOf } from "./mail.mjs";
import { onEveryStory } from "./stage.mjs";
import { stories } from "./stories.mjs";
import { wizardOf } from "./wizard.mjs";

onEveryStory((story, stage) => {
  const wizard = wizardOf(story);
  const sent = {};
  const mailed = {};

  for (const way of ways) {
    test(`it goes from start to confirmation ${way.name}`, async () => {
      const page = await stage.visit(way);
      await wizard.begin(page, stage.house);
      const marker = await page.evaluate(() => (window.loadedOnce = Math.random()));
      const loads = () => noted(page).requests.filter((request) => request.isNavigationRequest()).length;
      const loadsBefore = loads();
      await wizard.fillSteps(page);
      if (way.script) {
        assert.equal(await page.evaluate(() => window.loadedOnce), marker, "the page was loaded again on the way");
        assert.equal(loads(), loadsBefore, "no page is loaded between the steps");
      } else {
        assert.ok(loads() >= loadsBefore + story.steps.length, "without script every step is a page");
      }
      const mailsBefore = await stage.house.mails();
      sent[way.name] = await wizard.send(page, stage.house);
      mailed[way.name] = await newMails(stage.house, story, mailsBefore);
      await assertConfirmed(page, story);
      assert.deepEqual(noted(page).faults, []);
      await page.context().close();
    });
  }

  test("both ways seal the same answers, and the same questions as they were shown, byte for byte", async () => {
    const [plain, island] = await Promise.all(ways.map((way) => stage.house.openReferral(sent[way.name])));
    assert.notEqual(plain.reference, island.reference);
    for (const part of ["reference", "received_at"]) delete plain[part], delete island[part];
    // First in lines, for a message that can be read; then as bytes.
    assert.deepEqual(leaves(plain), leaves(island));
    assert.equal(JSON.stringify(plain), JSON.stringify(island));
  });

  test("who has the key of the house reads what was typed, all of it and nothing else", async () => {
    const { answers, form } = await stage.house.openReferral(sent[ways[0].name]);
    assert.equal(form, story.slug);
    assert.deepEqual(answers, acceptedOf(story));
  });

  test("one receipt leaves for each, with nothing of what was typed", () => {
    const typed = pairsOf(answersOf(story)).map(([, text]) => text).filter((text) => text.length >= 6 && !isChoice(text) && text !== story.receipt);
    for (const way of ways) {
      if (!story.receipt) {
        assert.ok(!mailed[way.name].some((mail) => plainly(mail).includes(plainly(sent[way.name]))), "a mail names it");
        continue;
      }
      const [receipt, ...more] = mailed[way.name].filter((mail) => mailTo(mail, story.receipt));
      assert.deepEqual(more, []);
      if (!story.isUnfollowed) assert.ok(plainly(receipt).includes(plainly(sent[way.name])), `the mail names ${sent[way.name]}`);
      for (const text of typed) assert.ok(!receipt.includes(text), `the receipt holds "${text}"`);
    }
  });
});

/** The words of the mails that left since then; where none should leave, after long enough a time for one. */
async function newMails(house, { receipt }, before) {
  const since = async () => (await house.mails()).filter((mail) => !before.includes(mail)).map(textOf);
  const isThere = async () => (await since()).some((mail) => receipt && mailTo(mail, receipt));
  if (receipt) await until(isThere, 10_000, () => `no mail left for ${receipt}`);
  else await new Promise((resolve) => setTimeout(resolve, 1500));
  return since();
}

test("every form that a house offers has a story", async () => {
  const told = stories.map(({ slug }) => slug);
  for (const name of houseNames) {
    const house = await openHouse({}, name);
    try {
      for (const slug of await formsOf(house)) assert.ok(told.includes(slug), `${slug} has no story in tests/browser/stories`);
    } finally {
      await house.close();
    }
  }
});

/** The forms that the pages of a house lead to: what has a page with all its questions. */
async function formsOf(house) {
  const chooser = await (await fetch(`${house.direct}/aanmelden`)).text();
  const slugs = [...new Set([...chooser.matchAll(/href="\/aanmelden\/([a-z-]+)"/g)].map(([, slug]) => slug))];
  const found = await Promise.all(slugs.map(async (slug) => ((await fetch(`${house.direct}/aanmelden/${slug}/vragen`)).ok ? [slug] : [])));
  assert.ok(found.flat().length > 3, "the chooser leads to forms");
  return found.flat();
}

/** The confirmation says what was promised, and gives the code once. */
async function assertConfirmed(page, { words, receipt, promises, isUnfollowed }) {
  assert.equal(await page.locator("h1").innerText(), words.sent);
  const text = await page.locator("main").innerText();
  for (const promise of promises) assert.match(text, promise);
  if (!isUnfollowed) assert.match(await page.locator("#code").innerText(), /^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  assert.equal(/U krijgt een mail/.test(text), receipt !== null, "whoever gave no address gets no mail");
}

/** A word that a form gives to choose from, such as "politie". */
const isChoice = (text) => /^[a-z_-]+$/.test(text);

const plainly = (text) => text.replaceAll("-", "");

/** Every text in a value, with the way to it. */
function leaves(value, way = "") {
  if (typeof value !== "object" || value === null) return [`${way} = ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${way}/${key}`));
}
