// Every public page can be read in less comfort: without style sheet, on paper, at 400 % zoom, with letters of twice the size,
// in forced colours, without script.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { openBrowser, visit, widths } from "./browser.mjs";
import { publicPages } from "./pages.mjs";
import { lateHeading, linesOf, lostBorders, onScreenOnly, openAll, reordered, ringless, stuckOver, textOf, tooWide, undress } from "./reading.mjs";
import { onEveryHouse, setStage } from "./stage.mjs";
import { windows } from "./windows.mjs";

/** 1280 × 1024 px at 400 % (WCAG 1.4.10). */
const zoomed = { width: 320, height: 256 };
/**
 * What shows only without style sheet, by page. The self-check's hides the questions that do not apply yet, and, as it shows the advice
 * by itself, the button that asks the server for it.
 */
const undressedOnly = new Map([["/aanmelden/zelfcheck", "[data-reveal], .zvh-form > .zvh-actions"]]);
const screen = { width: widths.wide, height: 900 };

onEveryHouse((stage) => {
  let large;
  before(async () => (large = await openBrowser(["--blink-settings=defaultFontSize=32"])));
  after(() => large?.close());
  const inLargeLetters = windows((way) => visit(large, stage.house, way));

  test("every public page can be read in less comfort", { concurrency: 2 }, async (t) => {
    const read = (await publicPages(stage.house)).map(({ path }) =>
      t.test(path, async () => {
        const faults = [];
        const note = (how, found) => faults.push(...found.map((fault) => `${how}: ${fault}`));
        let text;
        await stage.inTurn({}, async (page) => {
          await page.goto(path);
          text = await textOf(page);
          note("order", await reordered(page));

          await page.setViewportSize(zoomed);
          note("400 % zoom", [...(await tooWide(page)), ...(await stuckOver(page))]);
          await page.setViewportSize(screen);

          await page.emulateMedia({ forcedColors: "active" });
          note("forced colours", [...(await lostBorders(page)), ...(await ringless(page))]);
          await page.emulateMedia({ forcedColors: "none" });

          const only = undressedOnly.get(path);
          const { shown, stuck } = await undress(page, only);
          note("without style sheet it stays hidden", stuck);
          if (only) assert.ok(shown > 0, "some of it shows without style sheet alone");
          note("without style sheet", difference(await textOf(page), text));
          note("without style sheet", await lateHeading(page));

          await page.reload();
          note("on paper", await paperFaults(page));
        });

        await stage.inTurn({ script: false }, async (page) => {
          await page.goto(path);
          note("without script", difference(await textOf(page), text));
        });

        await inLargeLetters({ width: widths.narrow }, async (page) => {
          await page.goto(path);
          assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px", "the letters are twice as large");
          note("letters twice as large", await tooWide(page));
        });

        assert.deepEqual(faults, []);
      }),
    );
    await Promise.all(read);
  });
});

const stage = setStage();

test("planted faults are reported", async () => {
  const page = await stage.visit();
  const plant = async (html) => {
    await page.goto("/over-ons");
    await page.evaluate((html) => document.querySelector("main").insertAdjacentHTML("beforeend", html), html);
  };
  const dress = (rules) =>
    page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, rules);

  await plant(`<p id="p">Alleen met stijl onzichtbaar</p>`);
  await dress("#p { display: none }");
  const text = await textOf(page);
  await undress(page);
  assert.notEqual(await textOf(page), text);

  await plant(`<pre>${"breed".repeat(80)}</pre>`);
  await page.setViewportSize(zoomed);
  assert.match((await tooWide(page)).join(), /breed/);
  await plant(`<pre id="p">${"breed".repeat(80)}</pre>`);
  await dress("#p { overflow: auto }");
  assert.match((await tooWide(page)).join(), /no name or no focus/);
  await dress("#p { overflow: hidden }");
  assert.match((await tooWide(page)).join(), /cut off/);
  await dress("header { position: sticky; top: 0; block-size: 200px }");
  assert.match((await stuckOver(page)).join(), /header/);
  await page.setViewportSize(screen);

  await plant(`<button type="button" id="p">Druk</button>`);
  await dress("#p { border: none } a { outline: none !important }");
  await page.emulateMedia({ forcedColors: "active" });
  assert.match((await lostBorders(page)).join(), /Druk/);
  assert.notDeepEqual(await ringless(page), []);
  await page.emulateMedia({ forcedColors: "none" });

  await dress("main > * { display: flex; flex-direction: column-reverse }");
  assert.notDeepEqual(await reordered(page), []);

  await plant("<details><summary>Vraag</summary>Antwoord dat gesloten blijft</details>");
  await dress("details:not([open])::details-content { content-visibility: hidden !important }");
  assert.match((await paperFaults(page)).join(), /missing: Antwoord/);
  await plant(`<nav><a href="/">Menu in de tekst</a></nav>`);
  await dress("@media print { nav { display: block !important } }");
  assert.match((await paperFaults(page)).join(), /of no use: .*Menu/);
});

/** On paper: the whole text, what is folded too; nothing to press, nothing to go elsewhere with. */
async function paperFaults(page) {
  await page.emulateMedia({ media: "print" });
  // As wide as A4, and one sheet: a sentence that goes on overleaf can't be found again.
  const pdf = await page.pdf({ width: "210mm", height: "5000mm" });
  const printed = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, maxBuffer: 1e8 }).toString();
  // Behind each link to elsewhere stands where it leads.
  const addresses = await page.locator("main a[href^=http]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const without = (text) => addresses.map(bare).reduce((text, address) => text.replaceAll(address, ""), bare(text));
  const paper = without(printed);
  const useless = (await onScreenOnly(page)).map((element) => `of no use: ${element}`);
  await openAll(page);
  const wanted = [...(await page.locator("h1").allInnerTexts()), ...(await linesOf(page))];
  await page.emulateMedia({ media: "screen" });
  return [...useless, ...wanted.filter((line) => !paper.includes(without(line))).map((line) => `missing: ${line}`)];
}

/** Where two texts begin to differ. */
function difference(text, other) {
  if (text === other) return [];
  const at = [...text].findIndex((letter, index) => letter !== other[index]);
  return [`"${text.slice(Math.max(0, at - 20), at + 60)}" instead of "${other.slice(Math.max(0, at - 20), at + 60)}"`];
}

/** Letters and digits alone: lines break elsewhere on paper, signs and ligatures are written otherwise. */
const bare = (text) => text.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
