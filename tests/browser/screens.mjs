// Pictures of the site, narrow and wide, for people to look at:
//
//   node tests/browser/screens.mjs                    one of every kind of page, small files, for the documentation: docs/screens
//   node tests/browser/screens.mjs <folder> [words]   every page in every state (or whose name contains these words)

import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { openBrowser, visit, widths } from "./browser.mjs";
import { deskScenes } from "./desk-scenes.mjs";
import { firstHouse, houseNames, openDemo, openHouse } from "./house.mjs";
import { scenesOf } from "./scenes.mjs";
import { stories } from "./stories.mjs";

/** The kinds of page in docs/screens: name of the file → scene. */
const kinds = new Map([
  ["home", "page /"],
  ["text", "page /over-ons"],
  ["theme", "page /themas/onbegrepen-gedrag"],
  ["questions", "page /veelgestelde-vragen"],
  ["partners", "page /partners"],
  ["news", "page /nieuws"],
  ["documents", "page /documenten"],
  ["video", "page /video/mda"],
  ["contact", "page /contact"],
  ["search", "search, found"],
  ["missing", "no such page"],
  ["simulation", "simulation, first role"],
  ["debrief", "simulation, debrief of this and that"],
  ["ways", "page /aanmelden"],
  ["self-check", "self-check, advice"],
  ["wizard-start", "page /aanmelden/regieteam"],
  ["wizard-first-step", "contact: step bericht, empty"],
  ["wizard-step", "regieteam: step aanmelder, empty"],
  ["wizard-errors", "regieteam: step aanmelder, errors"],
  ["wizard-quick-exit", "mda: step geweld, filled"],
  ["wizard-rows", "regieteam: step gezin, filled"],
  ["wizard-check", "regieteam: check"],
  ["wizard-sent", "regieteam: sent, with its code"],
  ["wizard-copy", "regieteam: sent, a copy"],
  ["confirm", "confirm, by the link"],
  ["follow", "follow, added"],
  ["invitation", "invitation"],
]);

/** The same of the desk: name of the file → how its scene begins. */
const kindsOfDesk = new Map([
  ["desk-sign-in", "desk: sign-in"],
  ["desk-list", "desk: work list"],
  ["desk-case", "desk: case of regieteam, received"],
  ["desk-decision", "desk: act besluit"],
  ["desk-answer", "desk: act antwoord, as its reader will see it"],
  ["desk-keeping", "desk: what is kept"],
  ["desk-trail", "desk: trail"],
]);
const documentation = resolve(import.meta.dirname, "../../docs/screens");
/** What is shown of a long page, in screens. */
const SCREENS = 2;

const [folder, words = ""] = process.argv.slice(2);
const browser = await openBrowser();
try {
  if (folder) await pictureAll(folder, words);
  else await pictureKinds();
} finally {
  await browser.close();
}

/** One picture of every kind; pictures of kinds that are gone go too. Another house shows its home page. */
async function pictureKinds() {
  rmSync(documentation, { recursive: true, force: true });
  mkdirSync(documentation, { recursive: true });
  await inHouse(firstHouse, async (house) => {
    const scenes = new Map((await scenesIn(house)).map((scene) => [scene.name, scene]));
    for (const [name, sceneName] of kinds) {
      const scene = scenes.get(sceneName);
      if (!scene) throw new Error(`there is no scene "${sceneName}"; mend the list of kinds in ${import.meta.filename}`);
      await picture(house, scene, (size) => join(documentation, `${name}-${size}.webp`));
    }
  });
  await inDemo(async (house, scenes) => {
    for (const [name, begin] of kindsOfDesk) {
      const scene = scenes.find((scene) => scene.name.startsWith(begin));
      if (!scene) throw new Error(`there is no scene "${begin}"; mend the list of kinds in ${import.meta.filename}`);
      await picture(house, scene, (size) => join(documentation, `${name}-${size}.webp`));
    }
  });
  for (const other of houseNames.filter((name) => name !== firstHouse)) {
    await inHouse(other, (house) => picture(house, { show: (page) => page.goto("/") }, (size) => join(documentation, `home-${other}-${size}.webp`)));
  }
  const files = readdirSync(documentation);
  const bytes = files.reduce((sum, file) => sum + statSync(join(documentation, file)).size, 0);
  console.log(`${files.length} pictures in ${documentation}, ${Math.round(bytes / 1000)} kB`);
}

async function pictureAll(folder, words) {
  mkdirSync(folder, { recursive: true });
  const all = async (house, scenes) => {
    for (const scene of scenes) {
      if (scene.name.includes(words)) await picture(house, scene, (size) => join(folder, `${fileName(scene.name)}-${size}.webp`));
    }
  };
  await inHouse(firstHouse, async (house) => all(house, await scenesIn(house)));
  await inDemo(all);
}

/** A demonstration, with the scenes of its desk. */
async function inDemo(work) {
  const house = await openDemo(120, firstHouse);
  try {
    await work(house, await deskScenes({ house, visit: (way) => visit(browser, house, way) }));
  } finally {
    await house.close();
  }
}

async function inHouse(name, work) {
  const house = await openHouse({}, name);
  try {
    await work(house);
  } finally {
    await house.close();
  }
}

/** All scenes of a house, with the stories that happen there. */
function scenesIn(house) {
  return scenesOf(house, stories.filter((story) => story.house === house.name));
}

/** A picture for each width, in the file that `named(width)` gives. */
async function picture(house, scene, named) {
  const page = await visit(browser, house);
  await scene.show(page);
  for (const width of Object.values(widths)) {
    const height = width < 600 ? 640 : 900;
    await page.setViewportSize({ width, height });
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const image = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(whole, SCREENS * height) } });
    const file = named(width);
    // Few colours, no loss beside that: sharp letters at half the size of a lossy picture.
    const few = await sharp(image).png({ palette: true, colours: 16, dither: 0 }).toBuffer();
    await sharp(few).webp({ lossless: true, effort: 6 }).toFile(file);
    console.log(file);
  }
  await page.context().close();
}

/** "step uw-rol, empty" → "step-uw-rol-empty" */
function fileName(name) {
  return name.replaceAll(/[^a-z0-9-]+/gi, "-").replace(/-$/, "") || "home";
}
