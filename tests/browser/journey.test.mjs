import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { pairsOf, referral, rowAnswers } from "./filling.mjs";
import { setStage } from "./stage.mjs";
import { begin, fillSteps, send } from "./wizard.mjs";

const stage = setStage();
const sent = {};

for (const way of ways) {
  test(`a referral goes from start to confirmation ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page);
    const marker = await page.evaluate(() => (window.loadedOnce = Math.random()));
    const loads = () => noted(page).requests.filter((request) => request.isNavigationRequest()).length;
    const loadsBefore = loads();
    await fillSteps(page);
    if (way.script) {
      assert.equal(await page.evaluate(() => window.loadedOnce), marker, "the page was loaded again on the way");
      assert.equal(loads(), loadsBefore, "no page is loaded between the steps");
    } else {
      assert.ok(loads() > loadsBefore + referral.length, "without script every step is a page");
    }
    const reference = await send(page);
    assert.match(await page.locator("main").innerText(), /Uw aanmelding is verstuurd/);
    sent[way.name] = reference;
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

test("every answer of the table was sent", async () => {
  const { answers } = await stage.house.openReferral(sent[ways[0].name]);
  const names = referral.flatMap(({ answers = {}, group, rows = [] }) => [
    ...Object.keys(answers),
    ...rows.flatMap((row, index) => Object.keys(rowAnswers(group, index, row))),
  ]);
  const missing = names.filter((name) => !(name in answers));
  assert.deepEqual(missing, []);
  assert.deepEqual(Object.keys(answers).filter((name) => !names.includes(name)), [], "nothing else was sent");
  assert.equal(answers["person.bsn"], "999990007");
  assert.equal(answers["stay.postcode"], "6162 AB");
});

test("one receipt leaves for each referral, with its reference and nobody's data", async () => {
  const mails = await stage.house.mails(2);
  assert.equal(mails.length, 2);
  const typed = referral.flatMap(({ answers = {}, group, rows = [] }) => [
    ...pairsOf(answers),
    ...rows.flatMap((row, index) => pairsOf(rowAnswers(group, index, row))),
  ]);
  const ofTheCase = typed.filter(([name, text]) => !name.startsWith("referrer.") && text.length >= 6).map(([, text]) => text);
  for (const way of ways) {
    const receipt = mails.find((mail) => withoutDashes(mail).includes(withoutDashes(sent[way.name])));
    assert.ok(receipt, `a mail names ${sent[way.name]}`);
    assert.match(receipt, /proef\.aanmelder@gemeente\.example/);
    for (const text of ofTheCase) assert.ok(!decoded(receipt).includes(text), `the receipt holds "${text}"`);
  }
});

const withoutDashes = (text) => decoded(text).replaceAll("-", "");

/** A mail's body without its transfer encoding (quoted-printable or base64). */
function decoded(mail) {
  const soft = mail.replaceAll(/=\r?\n/g, "").replaceAll(/(=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll("=", ""), "hex").toString());
  const encoded = /base64\r?\n[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/i.exec(mail);
  return encoded ? soft + Buffer.from(encoded[1], "base64").toString() : soft;
}

/** Every text in a value, with the way to it. */
function leaves(value, way = "") {
  if (typeof value !== "object" || value === null) return [`${way} = ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${way}/${key}`));
}
