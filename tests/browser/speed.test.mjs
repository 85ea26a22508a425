// How long the rules take in the browser: a whole form is judged, in the page, by the program that visitors get.

import assert from "node:assert/strict";
import { test } from "node:test";
import { filledDraft } from "./draft.mjs";
import { onEveryStory } from "./stage.mjs";
import { wizardOf } from "./wizard.mjs";

/** Milliseconds that the program may take for one press, on a machine on which the yardstick takes `YARD`. */
const MOST = 1;
/** Milliseconds: what the yardstick takes on the two cores on which the number was set. A slower machine gets as much more time. */
const YARD = 6;
const PRESSES = 100;
/** What else the machine does only adds time, so the least of these counts. */
const ROUNDS = 7;

onEveryStory((story, stage) => {
  test(`a full form is judged in ${MOST} ms`, async (t) => {
    const page = await stage.visit();
    await (await filledDraft(stage.house, story)).handTo(page);
    await wizardOf(story).open(page, story.steps.at(-1).step);
    // No press is answered.
    await page.route("**/*", () => {});
    await page.evaluate(press, PRESSES);
    const profiler = await page.context().newCDPSession(page);
    await profiler.send("Profiler.enable");
    await profiler.send("Profiler.setSamplingInterval", { interval: 100 });
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(page, profiler));
    const least = Math.min(...rounds.map(({ program }) => program));
    const yard = Math.min(...rounds.map(({ yard }) => yard));
    const most = MOST * Math.max(1, yard / YARD);
    t.diagnostic(`${story.slug}: ${rounds.map(({ program, whole }) => `${program.toFixed(2)} of ${whole.toFixed(2)}`).join(", ")} ms in the program; yardstick ${yard.toFixed(1)} ms`);
    assert.ok(least > 0, "the program was seen at work");
    assert.ok(least <= most, `${least} ms of ${most} ms`);
    await page.context().close();
  });
});

/** Milliseconds of one press: in the program, and with all that it asks of the page. */
async function measure(page, profiler) {
  await profiler.send("Profiler.start");
  const whole = await page.evaluate(press, PRESSES);
  const { profile } = await profiler.send("Profiler.stop");
  return { program: inWebAssembly(profile) / PRESSES, whole: whole / PRESSES, yard: await page.evaluate(yardstick) };
}

/** Milliseconds of a profile in which WebAssembly ran: reading answers and checking them, not the browser's work on the page. */
function inWebAssembly({ nodes, samples, timeDeltas }) {
  const ours = new Set(nodes.filter(({ callFrame }) => /^wasm:|\.wasm$/.test(callFrame.url)).map(({ id }) => id));
  return timeDeltas.reduce((sum, delta, index) => sum + (ours.has(samples[index]) ? delta : 0), 0) / 1000;
}

// Runs in the page: milliseconds for work of the same kind, names and texts in a map, that no change of ours makes slower.
function yardstick() {
  const start = performance.now();
  const map = new Map();
  for (let index = 0; index < 20_000; index += 1) map.set(`section.field${index}`, String(index));
  let letters = 0;
  for (const [name, text] of map) letters += map.get(name).length + text.length;
  if (letters === 0) throw new Error("nothing was measured");
  return performance.now() - start;
}

// Runs in the page: milliseconds for all presses. Within one turn of the browser each is judged, and none is answered.
function press(presses) {
  const form = document.getElementById("formulier");
  const once = () => form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  if (once()) throw new Error("nobody listens");
  const start = performance.now();
  for (let index = 0; index < presses; index += 1) once();
  return performance.now() - start;
}
