// axe in a page: which rules, and what it finds.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The small one: to give axe to a page takes as long as to run it. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Its rules for WCAG 2.2 at level AA, and what its makers hold for good practice. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The faults that axe finds in a page as it stands, each with its rule and its elements. */
export async function axeFaults(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const violations = await page.evaluate((tags) => window.axe.run({ runOnly: tags, resultTypes: ["violations"] }).then((found) => found.violations), tags);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
