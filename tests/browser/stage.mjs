// What a test file stands on: one house and one browser, open while its tests run.

import { after, before } from "node:test";
import { openBrowser, visit } from "./browser.mjs";
import { openHouse } from "./house.mjs";

/** Opens a house and a browser before the tests of this file, closes both after them. `settings`: more `ZVH_*` variables. */
export function setStage(settings) {
  const stage = {
    /** A visitor with a fresh profile: a page. `way`: with or without script, and how wide. */
    visit: (way) => visit(stage.browser, stage.house, way),
  };
  before(async () => {
    stage.house = await openHouse(settings);
    stage.browser = await openBrowser();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.house?.close();
  });
  return stage;
}
