// Every page in every state a visitor can meet is shown, with script and without where that differs, and there: its HTML is valid; axe
// finds no fault; it fits in 320 px and its targets can be hit; Tab follows the reading order, is never trapped and goes the same way back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFaults } from "./axe.mjs";
import { noted, ways, widths } from "./browser.mjs";
import { deskScenes } from "./desk-scenes.mjs";
import { htmlFaults } from "./html.mjs";
import { assertWalkable } from "./keys.mjs";
import { likenessOf } from "./likeness.mjs";
import { tooWide } from "./reading.mjs";
import { pageScenes, seenBy, siteScenes, wizardScenes } from "./scenes.mjs";
import { onEveryHouse, onEveryStory, setDemo, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { smallTargets } from "./targets.mjs";
import { wizardOf } from "./wizard.mjs";

const stage = setStage();
const demo = setDemo(120, deep.house);

/** For pages that are the same without. */
const withScript = ways.filter(({ script }) => script);

/** Pages that were looked at and walked round: their likeness, and the scene that showed it. */
const looked = new Map();
const walked = new Set();

onEveryHouse((stage) => passes("every page", stage, pageScenes));
passes("every answer of the site", stage, siteScenes);
passes("every page of the desk", demo, () => deskScenes(demo), withScript);
onEveryStory((story, stage) => passes("every state", stage, (house) => wizardScenes(house, story)));

function passes(what, stage, scenesOf, chosen = ways) {
  for (const way of chosen) {
    test(`${what} is valid HTML, passes axe, fits in 320 px, has targets to hit and can be walked by Tab ${way.name}`, { concurrency: 2 }, async (t) => {
      const scenes = seenBy(way, await scenesOf(stage.house));
      await Promise.all(scenes.map((scene) => t.test(scene.name, (t) => stage.inTurn({ ...way, probed: true }, (page) => look(t, stage, way, scene, page)))));
    });
  }
}

async function look(t, stage, way, scene, page) {
  await scene.show(page);
  // With script a page may have changed since the server sent it: that one is looked at without.
  if (!way.script || !scene.scripted) assert.deepEqual(await htmlFaults(await noted(page).documents.at(-1).text()), [], "HTML");
  // Houses have colours of their own.
  const likeness = `${stage.house.name} ${await likenessOf(page)}`;
  if (looked.has(likeness)) {
    t.diagnostic(`is as in: ${looked.get(likeness)}`);
  } else {
    looked.set(likeness, `${scene.name}, ${way.name}`);
    await assertFits(page);
  }
  if (isWorthAWalk(scene) && !walked.has(likeness)) {
    walked.add(likeness);
    await assertWalkable(page);
  }
  if (way.script) assert.deepEqual(noted(page).faults, [], "the console is silent and no rule is broken");
}

async function assertFits(page) {
  for (const [name, width] of Object.entries(widths).reverse()) {
    await page.setViewportSize({ width, height: name === "narrow" ? 640 : 900 });
    assert.deepEqual(await axeFaults(page), [], `axe, ${name}`);
    assert.deepEqual(await smallTargets(page), [], name);
    assert.deepEqual(await tooWide(page), [], name);
  }
  await page.setViewportSize({ width: widths.wide, height: 900 });
}

/** An empty step has no stop that it has not filled or with errors. */
const isWorthAWalk = ({ name }) => !/: (step|row of) .*, empty$/.test(name);

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

test("planted faults of accessibility, width and targets are reported", async () => {
  const page = await stage.visit();
  await page.goto("/");
  assert.deepEqual(await axeFaults(page), []);
  assert.deepEqual(await smallTargets(page), []);
  await page.evaluate(plantFaults);
  const found = (await axeFaults(page)).map((fault) => fault.split(":")[0]);
  for (const rule of ["button-name", "color-contrast", "html-has-lang", "image-alt", "label", "link-name", "heading-order", "list", "aria-valid-attr-value", "document-title"]) {
    assert.ok(found.includes(rule), `${rule} is found; found were ${found}`);
  }
  await page.setViewportSize({ width: widths.narrow, height: 640 });
  assert.ok((await tooWide(page)).length > 0, "what sticks out is found");
  assert.ok((await smallTargets(page)).length > 0, "what is too small is found");
});

test("a planted fault of the order is reported", async () => {
  const page = await stage.visit();
  await page.goto("/over-ons");
  await assertWalkable(page);
  await page.locator("main a").last().evaluate((link) => (link.tabIndex = 1));
  await assert.rejects(assertWalkable(page), /reading order/);
});

test("planted faults of HTML are reported", async () => {
  const good = await (await fetch(stage.house.direct)).text();
  assert.deepEqual(await htmlFaults(good), []);
  const faults = {
    "parser-error": (html) => html.replace("</main>", "<!></main>"),
    "close-order": (html) => html.replace("</main>", "</section></main>"),
    "no-dup-id": (html) => html.replace("</main>", `<p id="main">Twee keer</p></main>`),
    "element-permitted-content": (html) => html.replace("</main>", "<ul><p>los</p></ul></main>"),
    "element-name": (html) => html.replace("</main>", "<kaart>eigen</kaart></main>"),
    "heading-level": (html) => html.replace("</main>", "<h6>Diep</h6></main>"),
    "no-missing-references": (html) => html.replace("</main>", `<p aria-describedby="nergens">x</p></main>`),
    "missing-doctype": (html) => html.replace("<!DOCTYPE html>", ""),
    "element-required-attributes": (html) => html.replace(' lang="nl"', "").replace("</main>", "<img></main>"),
  };
  for (const [rule, plant] of Object.entries(faults)) {
    const found = (await htmlFaults(plant(good))).map((fault) => fault.split(":")[0]);
    assert.ok(found.includes(rule), `${rule} is found; found were ${found}`);
  }
});

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
