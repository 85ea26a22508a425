// What a test file stands on: one house and one browser, open while its tests run.

import { after, before, describe } from "node:test";
import { openBrowser, visit } from "./browser.mjs";
import { houseNames, openHouse } from "./house.mjs";

/** Runs the same tests for every house of the content folder, each on a stage of its own. */
export function onEveryHouse(tests) {
  for (const name of houseNames) describe(name, () => tests(setStage({}, name)));
}

/**
 * Opens a house and a browser before the tests of this file (or suite), closes both after them. `settings`: more `ZVH_*`
 * variables; `name`: which house.
 */
export function setStage(settings, name) {
  const stage = {
    /** A visitor with a fresh profile: a page. `way`: with or without script, and how wide. */
    visit: (way) => visit(stage.browser, stage.house, way),
  };
  before(async () => {
    stage.house = await openHouse(settings, name);
    stage.browser = await openBrowser();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.house?.close();
  });
  return stage;
}
