// Keeps only rules of classes that the pages write.

import { readFileSync } from "node:fs";
import { filesUnder, inRoot, tool } from "./places.mjs";

const postcss = tool("postcss");

/** Folders of Rust sources that write HTML. */
const PAGES = ["app/src", "server/src/content"];

/** The layout layer does these for all parts alike: focus, rows of choices; and forms never use the browser's own validation. */
const NEVER = /form-field--radio|form-field--checkbox|:focus-visible|:user-invalid|:invalid|::placeholder|:read-only|type=password|type=url/;

/** Every word in a string literal of the pages, and the words of style/keep.txt. */
export function wordsOfPages() {
  const words = new Set();
  for (const file of PAGES.flatMap((folder) => filesUnder(folder, ".rs"))) {
    for (const [, literal] of readFileSync(file, "utf8").matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
      for (const word of literal.match(/[a-z][\w-]*/gi) ?? []) words.add(word);
    }
  }
  for (const line of readFileSync(inRoot("style/keep.txt"), "utf8").split("\n")) {
    for (const word of line.replace(/#.*/, "").split(/\s+/)) if (word) words.add(word);
  }
  return words;
}

/** Every class name in a stylesheet. */
export const classesIn = (css) => new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name));

/** The sheet without selectors that name an unused class; `dropped` counts the rules that went. */
export function dropUnused(css, words) {
  const root = postcss.parse(css);
  root.dropped = 0;
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => isUsed(selector, words));
    if (kept.length === rule.selectors.length) return;
    if (kept.length > 0) rule.selectors = kept;
    else {
      rule.remove();
      root.dropped += 1;
    }
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root;
}

/** A class inside `:not(…)`, `:where(…)` or `:is(…)` may be absent: the selector can match all the same. */
function isUsed(selector, words) {
  if (/\.(nl|utrecht)-/.test(selector) && NEVER.test(selector)) return false;
  const certain = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "");
  return [...classesIn(certain)].every((name) => words.has(name));
}
