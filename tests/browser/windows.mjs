// Windows of the browser that visitors take in turn, for tests that look at hundreds of pages. To open a window, and to have it fetch and
// compile style, script and fonts anew, takes longer than most looks at a page. So a window keeps those files, and nothing of its visitor.

import assert from "node:assert/strict";
import { forget } from "./browser.mjs";

/**
 * Gives `inTurn(way, look)`: runs `look(page)` for a visitor of this way, in a window that is free or, when none is, in a new one that
 * `visit(way)` opens. A look that fails closes its window.
 */
export function windows(visit) {
  const free = new Map();
  return async function inTurn(way, look) {
    const kind = JSON.stringify(way ?? {});
    if (!free.has(kind)) free.set(kind, []);
    const page = free.get(kind).pop() ?? (await visit(way));
    const size = page.viewportSize();
    try {
      await look(page);
      await leave(page, size);
    } catch (fault) {
      await page.context().close();
      throw fault;
    }
    free.get(kind).push(page);
  };
}

/** The next visitor finds a window as new: what a site can keep in a browser is cookies, which go, and storage, which this one leaves empty. */
async function leave(page, size) {
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, "the site keeps nothing in the browser's storage");
  // First the page goes, which saves what was typed on its way out, then its cookie.
  await page.goto("about:blank");
  await page.context().clearCookies();
  if (page.viewportSize().width !== size.width || page.viewportSize().height !== size.height) await page.setViewportSize(size);
  forget(page);
}
