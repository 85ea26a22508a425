// What each form hands over fits its JSON Schema, by a validator that knows nothing of us (Ajv, draft 2020-12, with formats).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { binary } from "./house.mjs";

const examples = 100;
let folder;
let forms;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "zvh-schema-"));
  execFileSync(binary, ["forms", "schema", "--out", folder, "--examples", `${examples}`], { maxBuffer: 1e8 });
  const schemas = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  forms = schemas.map((name) => name.replace(".schema.json", ""));
});
after(() => rmSync(folder, { recursive: true }));

const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** Reads a schema; a word that the draft does not know, or a pattern that can't be read, throws. */
function judge(form) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  return ajv.compile(read(`${form}.schema.json`));
}

test("every form that the program lists has a schema", () => {
  const listed = execFileSync(binary, ["forms", "list"], { encoding: "utf8" }).trim().split("\n");
  const names = listed.map((line) => line.split(/\s+/)).map(([slug, version]) => `${slug}.${version}`);
  assert.deepEqual(names.sort(), forms.sort());
  assert.ok(forms.length > 10);
});

test("every example fits the schema of its form", () => {
  for (const form of forms) {
    const fits = judge(form);
    const found = readdirSync(folder).filter((name) => name.startsWith(`${form}.example`));
    assert.equal(found.length, examples, form);
    for (const name of found) assert.ok(fits(read(name)), `${name}: ${JSON.stringify(fits.errors)}`);
  }
});

test("no example fits the schema of another form", () => {
  for (const form of forms) {
    const fits = judge(form);
    for (const other of forms) assert.equal(fits(read(`${other}.example.json`)), other === form, `${other} by ${form}`);
  }
});

test("what is missing, unknown or mistyped does not fit", () => {
  const fits = judge(forms.find((form) => form.startsWith("regieteam.")));
  const good = () => read(`${forms.find((form) => form.startsWith("regieteam."))}.example.json`);
  const damages = {
    "no reference": (document) => delete document.reference,
    "a reference of another kind": (document) => (document.reference = "1"),
    "no answers of the referrer": (document) => delete document.answers.referrer,
    "an unknown question": (document) => (document.answers.referrer.nationality = "nl"),
    "an unknown section": (document) => (document.answers.colour = {}),
    "no address": (document) => (document.answers.referrer.email = "nobody"),
    "no moment": (document) => (document.received_at = "yesterday"),
    "an unknown choice": (document) => document.answers.reason.domains.push("colour"),
    "a choice twice": (document) => document.answers.reason.domains.push(document.answers.reason.domains[0]),
    "a birth date in words": (document) => (document.answers.person.birth_date = "7 maart 1985"),
  };
  assert.ok(fits(good()));
  for (const [name, damage] of Object.entries(damages)) {
    const document = good();
    damage(document);
    assert.equal(fits(document), false, name);
  }
});
