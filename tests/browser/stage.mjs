// What a test file stands on: one house and one browser, open while its tests run.

import { after, before, describe } from "node:test";
import { openBrowser, visit } from "./browser.mjs";
import { houseNames, openDemo, openHouse } from "./house.mjs";
import { stories } from "./stories.mjs";
import { windows } from "./windows.mjs";

/** Runs the same tests for every house of the content folder, each on a stage of its own. */
export function onEveryHouse(tests) {
  for (const name of houseNames) describe(name, () => tests(setStage({}, name)));
}

/** Runs the same tests for the story of every form, in its own house (`STORIES="mda via"`: of these only). `settings`: more `ZVH_*` variables. */
export function onEveryStory(tests, settings) {
  const told = stories.filter(({ slug }) => !process.env.STORIES || process.env.STORIES.split(" ").includes(slug));
  const stages = new Map([...new Set(told.map(({ house }) => house))].map((name) => [name, setStage(settings, name)]));
  for (const story of told) describe(story.slug, () => tests(story, stages.get(story.house)));
}

/**
 * Opens a house and a browser before the tests of this file (or suite), closes both after them. `settings`: more `ZVH_*`
 * variables; `name`: which house.
 */
export function setStage(settings, name) {
  return setIn(() => openHouse(settings, name));
}

/** The same with a demonstration of a house, with so many invented referrals. */
export function setDemo(count, name) {
  return setIn(() => openDemo(count, name));
}

function setIn(open) {
  const stage = {
    /** A visitor with a fresh profile: a page. `way`: with or without script, and how wide. */
    visit: (way) => visit(stage.browser, stage.house, way),
    /** Runs `look(page)` for a visitor in a window that others had before, with nothing of theirs in it: for tests of many pages. */
    inTurn: windows((way) => stage.visit(way)),
  };
  before(async () => {
    stage.house = await open();
    stage.browser = await openBrowser();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.house?.close();
  });
  return stage;
}
