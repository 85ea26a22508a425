// How long the rules take in the browser: a whole form is judged, in the page, by the program that visitors get.

import assert from "node:assert/strict";
import { test } from "node:test";
import { filledDraft } from "./draft.mjs";
import { onEveryStory } from "./stage.mjs";
import { wizardOf } from "./wizard.mjs";

/** Milliseconds that the program may take for one press. */
const MOST = 1;
const PRESSES = 300;

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
    await profiler.send("Profiler.start");
    const whole = await page.evaluate(press, PRESSES);
    const { profile } = await profiler.send("Profiler.stop");
    const program = inWebAssembly(profile) / PRESSES;
    t.diagnostic(`${story.slug}: ${program.toFixed(2)} ms in the program, ${(whole / PRESSES).toFixed(2)} ms with all that it asks of the page`);
    assert.ok(program > 0, "the program was seen at work");
    assert.ok(program <= MOST, `${program} ms`);
    await page.context().close();
  });
});

/** Milliseconds of a profile in which WebAssembly ran: reading answers and checking them, not the browser's work on the page. */
function inWebAssembly({ nodes, samples, timeDeltas }) {
  const ours = new Set(nodes.filter(({ callFrame }) => /^wasm:|\.wasm$/.test(callFrame.url)).map(({ id }) => id));
  return timeDeltas.reduce((sum, delta, index) => sum + (ours.has(samples[index]) ? delta : 0), 0) / 1000;
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
