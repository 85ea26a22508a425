// What a visitor types is nowhere to be read: not in the database or its journal, not in a mail, a log, an address, a browser.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { referral } from "./filling.mjs";
import { fillIn } from "./hand.mjs";
import { setStage } from "./stage.mjs";
import { at, begin, fillSteps, next, press, send } from "./wizard.mjs";

// The log is as talkative as an operator may ever set it.
const stage = setStage({ ZVH_LOG: "debug" });

/** Text boxes of every part of the form; each gets a canary of its own. */
const cages = {
  aanmelder: ["referrer.last_name", "referrer.function"],
  "uw-rol": ["role.consent_by"],
  betrokkene: ["person.given_names", "person.last_name", "person.aliases"],
  verblijf: ["stay.street", "stay.authority"],
  gezin: ["last_name", "necessity"],
  aanleiding: ["reason.now"],
  organisaties: ["contact_name"],
  vraag: ["question.goal"],
  informeren: ["informing.reaction"],
};

for (const way of ways) {
  test(`nothing that is typed can be read anywhere ${way.name}`, async () => {
    const page = await stage.visit(way);
    const { canaries, steps } = withCanaries();
    await begin(page);
    // A draft that stays: half an answer that is refused, and one that is saved.
    await fillIn(page, { "referrer.email": `${canaries[0]} is geen adres` });
    await next(page);
    await fillSteps(page, steps.slice(0, 6));
    await press(page, "Opslaan en later verder");
    assertHidden(canaries, page);
    await stage.house.crashAndRestart();
    assertHidden(canaries, page);
    await page.goto(at(steps[6].step));
    await fillSteps(page, steps.slice(6));
    const mails = (await stage.house.mails()).length;
    const reference = await send(page);
    await stage.house.mails(mails + 1);
    assertHidden(canaries, page);
    assert.deepEqual(await leftInBrowser(page), [], "the browser keeps nothing");
    // They were typed, and whoever has the key reads them all.
    const opened = JSON.stringify(await stage.house.openReferral(reference));
    assert.deepEqual(canaries.filter((canary) => !opened.includes(canary)), []);
    assertHidden(canaries, page);
  });
}

test("a wizard page may be kept by no cache", async () => {
  const page = await stage.visit();
  await begin(page);
  const answer = await page.goto(at("aanmelder"));
  assert.equal(answer.headers()["cache-control"], "no-store");
});

test("the search finds what does lie open: in the database, its journal, a file, a log", async () => {
  const canary = newCanary();
  const { house } = stage;
  assert.deepEqual(found([canary]), []);
  await house.sql(`INSERT INTO drafts VALUES (x'${randomBytes(32).toString("hex")}', 'h', 'f', '1', 1, CAST('{"a":"${canary}"}' AS BLOB), 1, 1)`);
  assert.match(found([canary]).join(), /zvh\.db/);
  for (const hidden of [Buffer.from(`xx${canary}`).toString("base64"), Buffer.from(canary).toString("hex"), Buffer.from(canary, "utf16le")]) {
    const file = join(house.var, "planted");
    writeFileSync(file, hidden);
    assert.match(found([canary]).join(), /planted/);
  }
  const spoken = newCanary();
  house.log += `INFO request body=${spoken}`;
  assert.deepEqual(found([spoken]), [`${spoken} in the log`]);
  appendFileSync(join(house.var, "planted"), "");
});

/** The steps of the table with a canary in every cage. */
function withCanaries() {
  const canaries = [newCanary()];
  const steps = structuredClone(referral);
  for (const [step, names] of Object.entries(cages)) {
    const { answers, rows } = steps.find((known) => known.step === step);
    for (const name of names) {
      const canary = newCanary();
      canaries.push(canary);
      (answers ?? rows[0])[name] = canary;
    }
  }
  // The first was an answer that is refused: it is overwritten before it is sent.
  steps[0].answers["referrer.department"] = canaries[0];
  assert.ok(canaries.length >= 12);
  return { canaries, steps };
}

const newCanary = () => `Kanarie${randomBytes(8).toString("hex")}`;

function assertHidden(canaries, page) {
  assert.deepEqual(found(canaries), []);
  for (const canary of canaries) assert.deepEqual(noted(page).addresses.filter((address) => address.includes(canary)), []);
}

/** Where any of these can be read: as text, in UTF-16, in hexadecimal, in base64 at each of its three offsets. */
function found(canaries) {
  const places = [["the log", Buffer.from(stage.house.log)], ...filesUnder(stage.house.folder).map((file) => [file, readFileSync(file)])];
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
