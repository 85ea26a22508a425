// No page in any state has an accessibility fault that axe can find, and every page fits and can be hit on a small phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { noted, ways, widths } from "./browser.mjs";
import { deskScenes } from "./desk-scenes.mjs";
import { likenessOf } from "./likeness.mjs";
import { tooWide } from "./reading.mjs";
import { pageScenes, seenBy, siteScenes, wizardScenes } from "./scenes.mjs";
import { onEveryHouse, onEveryStory, setDemo, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { smallTargets } from "./targets.mjs";
import { wizardOf } from "./wizard.mjs";

const stage = setStage();
const demo = setDemo(120, deep.house);

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** For pages that are the same without. */
const withScript = ways.filter(({ script }) => script);

/** Pages that were looked at: their likeness, and the scene that showed it. */
const looked = new Map();

onEveryHouse((stage) => passes("every page", stage, pageScenes));
passes("every answer of the site", stage, siteScenes);
passes("every page of the desk", demo, () => deskScenes(demo), withScript);
onEveryStory((story, stage) => passes("every state", stage, (house) => wizardScenes(house, story)));

function passes(what, stage, scenesOf, chosen = ways) {
  for (const way of chosen) {
    test(`${what} passes axe, fits in 320 px and has targets to hit ${way.name}`, { concurrency: 2 }, async (t) => {
      const scenes = seenBy(way, await scenesOf(stage.house));
      await Promise.all(scenes.map((scene) => t.test(scene.name, (t) => stage.inTurn({ ...way, probed: true }, (page) => look(t, stage, way, scene, page)))));
    });
  }
}

async function look(t, stage, way, scene, page) {
  await scene.show(page);
  // Houses have colours of their own.
  const likeness = `${stage.house.name} ${await likenessOf(page)}`;
  if (looked.has(likeness)) {
    t.diagnostic(`is as in: ${looked.get(likeness)}`);
  } else {
    looked.set(likeness, `${scene.name}, ${way.name}`);
    for (const [name, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: name === "narrow" ? 640 : 900 });
      assert.deepEqual(await faultsOf(page), [], name);
      assert.deepEqual(await smallTargets(page), [], name);
      assert.deepEqual(await tooWide(page), [], name);
    }
  }
  if (way.script) assert.deepEqual(noted(page).faults, [], "the console is silent and no rule is broken");
}

test("the next visitor in a window finds nothing of the one before", async () => {
  let window;
  await stage.inTurn({}, async (page) => {
    window = page;
    await wizardOf(deep).begin(page, stage.house);
    await page.setViewportSize({ width: widths.narrow, height: 640 });
    await page.evaluate(() => console.error("planted"));
    assert.equal((await page.context().cookies()).length, 1);
    assert.equal(noted(page).faults.length, 1);
  });
  await stage.inTurn({}, async (page) => {
    assert.equal(page, window);
    assert.deepEqual([page.viewportSize().width, await page.context().cookies(), noted(page).faults], [widths.wide, [], []]);
    await page.goto(wizardOf(deep).start);
    assert.equal(await page.getByRole("link", { name: "Ga verder waar u was" }).count(), 0);
  });
  const hoard = stage.inTurn({}, async (page) => {
    await page.goto("/");
    await page.evaluate(() => localStorage.setItem("kept", "ja"));
  });
  await assert.rejects(hoard, /keeps nothing in the browser's storage/);
  assert.ok(window.isClosed());
});

test("a page with planted faults is reported", async () => {
  const page = await stage.visit();
  await page.goto("/");
  assert.deepEqual(await faultsOf(page), []);
  assert.deepEqual(await smallTargets(page), []);
  await page.evaluate(plantFaults);
  const found = (await faultsOf(page)).map((fault) => fault.split(":")[0]);
  for (const rule of ["button-name", "color-contrast", "html-has-lang", "image-alt", "label", "link-name", "heading-order", "list", "aria-valid-attr-value", "document-title"]) {
    assert.ok(found.includes(rule), `${rule} is found; found were ${found}`);
  }
  await page.setViewportSize({ width: widths.narrow, height: 640 });
  assert.ok((await tooWide(page)).length > 0, "what sticks out is found");
  assert.ok((await smallTargets(page)).length > 0, "what is too small is found");
});

async function faultsOf(page) {
  // To give axe to a page takes longer than to run it, and the builder would do it twice for every run.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(new AxeBuilder({ page }).script());
  const builder = new AxeBuilder({ page, axeSource: "'given already'" }).setLegacyMode();
  const { violations } = await builder.withTags(tags).options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

// Runs in the page.
function plantFaults() {
  document.documentElement.removeAttribute("lang");
  document.title = "";
  const planted = document.createElement("div");
  planted.innerHTML = `
    <img src="/assets/none.png"><button></button><a href="/"></a><input type="text" id="one"><h5>Kop</h5>
    <p class="pale">Bleek</p><span id="twice"></span><span id="twice"></span>
    <input type="text" aria-label="x" aria-labelledby="twice" aria-invalid="misschien"><div class="wide">breed</div>
    <ul><p>los</p></ul><nav aria-label="klein"><ul><li><a href="/" class="tiny">k</a></li><li><a href="/" class="tiny">l</a></li></ul></nav>`;
  document.querySelector("main").append(planted);
  const style = (selector, properties) => planted.querySelectorAll(selector).forEach((element) => Object.assign(element.style, properties));
  style(".pale", { color: "#bbb", background: "#fff" });
  style(".wide", { width: "900px" });
  style(".tiny", { fontSize: "8px", lineHeight: "8px", display: "block" });
}
