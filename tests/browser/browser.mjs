// The browser: Debian's Chromium, one for a test file, a fresh profile for each visitor.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** The one without windows, which takes two thirds of the time; else the one with. */
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

/** What Chromium gets on the command line: no sandbox (root in a container), nothing that calls home. */
export const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium; `more`: words for its command line. */
export function openBrowser(more = []) {
  return chromium.launch({ executablePath, args: [...switches, ...more] });
}

/** Starts Chromium with one lasting profile, which other programs may join at `port`. */
export function openSharedBrowser(folder, port) {
  return chromium.launchPersistentContext(folder, { executablePath, args: [...switches, `--remote-debugging-port=${port}`] });
}

/** How a visitor comes: with script or without. The wizard must do for both. */
export const ways = [
  { name: "without script", script: false },
  { name: "with script", script: true },
];

/** Narrow as the smallest phone (WCAG 1.4.10), wide as a desk. */
export const widths = { narrow: 320, wide: 1280 };

/**
 * A visitor with a fresh profile. The page notes every fault of the console, every broken security rule, every address, every document.
 * `probed`: a visitor without script in whose page the tools of a test may run: the scripts of the site are kept away, which
 * leaves the same page (a tool such as axe can't run where script is switched off).
 */
export async function visit(browser, house, { script = true, width = widths.wide, probed = false } = {}) {
  const context = await browser.newContext({
    baseURL: house.url,
    javaScriptEnabled: script || probed,
    viewport: { width, height: width < 600 ? 640 : 900 },
    locale: "nl-NL",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(watch);
  if (probed && !script) await context.route(isScript, (route) => route.abort());
  const page = await context.newPage();
  watched.set(page, { script, ...nothing() });
  page.on("console", (message) => isFault(message) && noted(page).faults.push(message.text()));
  page.on("pageerror", (error) => noted(page).faults.push(String(error)));
  page.on("request", (request) => {
    noted(page).requests.push(request);
    noted(page).addresses.push(request.url());
  });
  page.on("response", (answer) => isDocument(answer) && noted(page).documents.push(answer));
  return page;
}

// That a page answers with 404, 409 or 422 is what it is for; a file that is missing is a fault.
function isFault(message) {
  const isPage = !/^\/(assets|pkg)\//.test(new URL(message.location().url || "about:blank").pathname);
  const isAnswer = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
  return ["error", "warning"].includes(message.type()) && !(isAnswer && isPage);
}

const isDocument = (answer) => answer.request().isNavigationRequest() && !(answer.status() >= 300 && answer.status() < 400);

/** What was noted of a page: `script`, `faults`, `addresses`, `requests`, `documents` (the answers that became a page). */
export function noted(page) {
  return watched.get(page);
}

/** Forgets what was noted of a page: another visitor takes its place. */
export function forget(page) {
  Object.assign(noted(page), nothing());
}

const nothing = () => ({ faults: [], addresses: [], requests: [], documents: [] });

const isScript = (address) => /\.(js|wasm)$/.test(address.pathname);

const watched = new WeakMap();

// Runs in the page, before its own scripts. The wizard listens for "submit" on the document once the island is awake.
function watch() {
  document.addEventListener("mousedown", (event) => event.isTrusted && (window.mouseWasUsed = true), true);
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === "submit" && this === document) window.islandIsAwake = true;
    return add.call(this, type, ...rest);
  };
  document.addEventListener("securitypolicyviolation", (event) => console.error(`broken rule: ${event.violatedDirective} ${event.blockedURI}`));
}
