// Pictures of every scene, narrow and wide, for people to look at:
//
//   node tests/browser/screens.mjs [folder] [words]
//
// folder   where the pictures go   [tests/browser/out]
// words    only scenes whose name contains these words

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, visit, widths } from "./browser.mjs";
import { openHouse } from "./house.mjs";
import { scenesOf } from "./scenes.mjs";

const [folder = join(import.meta.dirname, "out"), words = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const house = await openHouse();
const browser = await openBrowser();
let made = 0;
try {
  for (const { name, show } of await scenesOf(house)) {
    if (!name.includes(words)) continue;
    const page = await visit(browser, house);
    await show(page);
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: width < 600 ? 640 : 900 });
      const file = join(folder, `${fileName(name)}.${size}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      made += 1;
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await house.close();
}
console.log(`${made} pictures in ${folder}`);

/** "step uw-rol, empty" → "step-uw-rol-empty" */
function fileName(name) {
  return name.replaceAll(/[^a-z0-9-]+/gi, "-").replace(/-$/, "") || "home";
}
