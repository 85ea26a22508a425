// What a visitor types is nowhere to be read: not in the database or its journal, not in a mail, a log, an address, a browser.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { doAnything, fillAnything, openDesk, sendButton } from "./desk.mjs";
import { isWords } from "./filling.mjs";
import { openFollowed, sendStory } from "./follow.mjs";
import { fillIn } from "./hand.mjs";
import { onEveryStory, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { errorsOf, next, press, wizardOf } from "./wizard.mjs";

// The log is as talkative as an operator may ever set it.
const talkative = { ZVH_LOG: "debug" };
const stage = setStage(talkative);

onEveryStory((story, stage) => {
  const { at, begin, fillSteps, send } = wizardOf(story);

  for (const way of ways) {
    test(`nothing that is typed can be read anywhere ${way.name}`, async () => {
      const { house } = stage;
      const page = await stage.visit(way);
      const { canaries, steps } = withCanaries(story);
      const half = Math.floor(steps.length / 2);
      await begin(page, house);
      await fillSteps(page, steps.slice(0, half));
      // A draft that stays: half an answer that is refused.
      const refused = newCanary();
      await fillIn(page, Object.fromEntries(wordsOf(steps[half]).map((name) => [name, refused])));
      await next(page);
      assert.notDeepEqual(await errorsOf(page), []);
      await press(page, "Opslaan en later verder");
      const secrets = [refused, await page.locator("#code").innerText()];
      const assertHidden = () => assertNowhere(house, page, [...canaries, ...secrets, ...secrets.map((code) => code.replaceAll("-", ""))]);
      assertHidden();
      await house.crashAndRestart();
      assertHidden();
      await page.goto(at(steps[half].step));
      await fillSteps(page, steps.slice(half));
      const mails = (await house.mails()).length;
      const reference = await send(page, house);
      if (story.receipt) await house.mails(mails + 1);
      // The mail of a booking holds its code on purpose: it cancels the booking.
      if (!story.isUnfollowed && !story.mailsItsCode) secrets.push(await page.locator("#code").innerText());
      assertHidden();
      assert.deepEqual(await leftInBrowser(page), [], "the browser keeps nothing");
      // They were typed, and whoever has the key reads them all.
      const opened = JSON.stringify(await house.openReferral(reference));
      assert.deepEqual(canaries.filter((canary) => !opened.includes(canary)), []);
      assertHidden();
      await page.context().close();
    });
  }
}, talkative);

test("nothing that is written at the desk can be read anywhere, nor what leaves it", async () => {
  const { house } = stage;
  const sent = await sendStory(house, deep);
  const desk = await openDesk(stage);
  const page = await desk.signIn("intake", "procesregisseur", "voorzitter");
  const written = {};
  const acts = ["bellen", "notitie", "criteria-regieteam", "aanvulling-vragen", "advies", "besluit", "antwoord", "vasthouden", "overdragen"];
  for (const act of acts) {
    written[act] = newCanary();
    await doAnything(page, sent.reference, act, written[act]);
    assertNowhere(house, page, Object.values(written));
  }
  const file = await page.locator("main").innerText();
  assert.deepEqual(acts.filter((act) => !file.includes(written[act])), [], "the desk reads all of it");

  // A copy that leaves, and the mail that there is news.
  const copy = await page.context().request.get(await page.getByRole("link", { name: /^Kopie ophalen/ }).getAttribute("href"));
  assert.match((await copy.body()).toString(), /Fictief|%PDF/);
  const about = (await house.mails()).filter((mail) => mail.includes(sent.reference));
  assert.ok(about.length >= 3, "receipt, question, answer");

  // A text whose session had ended is kept, sealed.
  await page.goto(`/balie/${sent.reference}/notitie`);
  written.kept = newCanary();
  await fillAnything(page, written.kept);
  await house.sql(`DELETE FROM sessions WHERE member = '${page.member}'`);
  await sendButton(page).click();
  await page.getByRole("button", { name: "Inloggen met passkey" }).waitFor();
  assertNowhere(house, page, Object.values(written));
  assert.deepEqual(await leftInBrowser(page), [], "the browser keeps nothing");

  // Its sender reads the question and the answer, and nothing else.
  const sender = await stage.visit();
  await openFollowed(sender, sent);
  const read = await sender.locator("main").innerText();
  assert.deepEqual(Object.keys(written).filter((act) => read.includes(written[act])), ["aanvulling-vragen", "antwoord"]);
});

test("a wizard page may be kept by no cache", async () => {
  const { at, begin } = wizardOf(deep);
  const page = await stage.visit();
  await begin(page, stage.house);
  const answer = await page.goto(at("aanmelder"));
  assert.equal(answer.headers()["cache-control"], "no-store");
});

test("the search finds what does lie open: in the database, its journal, a file, a log", async () => {
  const canary = newCanary();
  const { house } = stage;
  assert.deepEqual(found(house, [canary]), []);
  await house.sql(`INSERT INTO drafts VALUES (x'${randomBytes(32).toString("hex")}', 'h', 'f', '1', 1, CAST('{"a":"${canary}"}' AS BLOB), 1, 1)`);
  assert.match(found(house, [canary]).join(), /zvh\.db/);
  for (const hidden of [Buffer.from(`xx${canary}`).toString("base64"), Buffer.from(canary).toString("hex"), Buffer.from(canary, "utf16le")]) {
    const file = join(house.var, "planted");
    writeFileSync(file, hidden);
    assert.match(found(house, [canary]).join(), /planted/);
  }
  const spoken = newCanary();
  house.log += `INFO request body=${spoken}`;
  assert.deepEqual(found(house, [spoken]), [`${spoken} in the log`]);
  appendFileSync(join(house.var, "planted"), "");
});

/** The steps of a story with a canary in place of each answer in words; the canaries by themselves. */
function withCanaries(story) {
  const canaries = [];
  const cage = () => {
    canaries.push(newCanary());
    return canaries.at(-1);
  };
  const caged = (answers) => answers && Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, isWords(answer) ? cage() : answer]));
  const steps = story.steps.map((step) => ({ ...step, answers: caged(step.answers), rows: step.rows?.map(caged) }));
  assert.ok(canaries.length > 0);
  return { canaries, steps };
}

/** The names of the boxes for words of a step. */
const wordsOf = ({ answers = {} }) => Object.keys(answers).filter((name) => typeof answers[name] === "string" && /^Kanarie/.test(answers[name]));

const newCanary = () => `Kanarie${randomBytes(8).toString("hex")}`;

function assertNowhere(house, page, canaries) {
  assert.deepEqual(found(house, canaries), []);
  for (const canary of canaries) assert.deepEqual(noted(page).addresses.filter((address) => address.includes(canary)), []);
}

/** Where any of these can be read: as text, in UTF-16, in hexadecimal, in base64 at each of its three offsets. */
function found(house, canaries) {
  const places = [["the log", Buffer.from(house.log)], ...filesUnder(house.folder).map((file) => [file, readFileSync(file)])];
  assert.ok(places.some(([name]) => name.endsWith("zvh.db")), "the database is searched");
  return canaries.flatMap((canary) => places.filter(([, bytes]) => shapes(canary).some((shape) => bytes.includes(shape))).map(([name]) => `${canary} in ${name}`));
}

function shapes(text) {
  const hex = Buffer.from(text).toString("hex");
  const base64 = [0, 1, 2].map((offset) => Buffer.from(" ".repeat(offset) + text).toString("base64").slice(offset === 0 ? 0 : 4, -4));
  return [text, Buffer.from(text, "utf16le"), hex, hex.toUpperCase(), ...base64];
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** What the browser stored of this site, cookies aside. */
function leftInBrowser(page) {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]);
}
