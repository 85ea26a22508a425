// All browser tests, stage by stage, with the time each takes:
//
//   node tests/browser/run.mjs [words]      (words: only stages whose name contains one of these)
//   STORIES="mda via" node tests/browser/run.mjs    (the gates of the wizard for these forms only)
//   TESTS="of the desk" node tests/browser/run.mjs states    (only tests whose name holds this)
//   DEMO_SEED=2 node tests/browser/run.mjs states    (other invented referrals at the desk)
//
// Needs: the server (cargo build -p server), the built assets (scripts/assets.mjs), npm ci in this folder, Chromium, sqlite3, pdftotext, sectxt.

import { performance } from "node:perf_hooks";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { join } from "node:path";

const stages = [
  ["days", "The days that tests fill in are those of the house"],
  ["journey", "The story of every form from start to confirmation, both ways, the same bytes"],
  ["follow", "What was sent: confirmed, followed, added to, taken back"],
  ["island", "What the island adds"],
  ["lost", "Nothing typed is lost"],
  ["canary", "Nothing typed can be read"],
  ["schema", "What is handed over fits its JSON Schema"],
  ["self-check", "The self-check: style and server give the same advice, and nothing leaves the browser"],
  ["simulation", "The casus-simulatie, with and without script"],
  ["desk-keys", "The desk: first set-up, passkeys and printed codes, leaving, renewing the key, recovery"],
  ["desk-life", "The desk: the whole life of a referral, in a demonstration with a clock that is moved"],
  ["desk-work", "The desk: keys alone, two at once, a session that ends in mid-sentence, the wrong role"],
  ["rules", "The browser's security rules"],
  ["speed", "How long the rules take"],
  ["security", "security.txt as internet.nl checks it"],
  ["weight", "What pages weigh"],
  ["keyboard", "Every form from start to confirmation by keyboard alone"],
  ["states", "Every page in every state: valid HTML, axe, 320 px, targets, Tab"],
  ["reading", "Pages without style sheet, on paper, zoomed, in forced colours"],
  ["lighthouse", "Lighthouse"],
];

const words = process.argv.slice(2);
const chosen = stages.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
const start = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;
const results = [];

for (const [index, [name, about]] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${name}: ${about}`);
  const since = performance.now();
  const good = await play(name);
  results.push(`${good ? "good " : "WRONG"}  ${name.padEnd(12)} ${seconds(since).padStart(6)}`);
}
console.log(`\n${results.join("\n")}\n${"".padEnd(19)} ${seconds(start).padStart(6)}`);
process.exitCode = results.some((line) => line.startsWith("WRONG")) ? 1 : 0;

/** Runs one file of tests; true when all passed. */
async function play(name) {
  let good = true;
  const tests = run({ files: [join(import.meta.dirname, `${name}.test.mjs`)], timeout: 1_800_000, testNamePatterns: process.env.TESTS });
  tests.on("test:fail", () => (good = false));
  for await (const words of tests.compose(spec)) process.stdout.write(words);
  return good;
}
