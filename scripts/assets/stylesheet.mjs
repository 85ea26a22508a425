// One stylesheet out of three layers:
//   nlds    the NL Design System packages: only rules of classes the pages use, component tokens filled in
//   theme   the house's own token values (basis-*), only those that something reads
//   layout  our own files, in the order of style/layout.css
// and beside it a sheet for each page of its own in style/page: more of the last layer, loaded by that page only.

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesUnder, inRoot, tool } from "./places.mjs";
import { brotli } from "./publish.mjs";
import { classesIn, dropUnused, wordsOfPages } from "./purge.mjs";
import { cutUnreachable, fillIn, readTokens } from "./tokens.mjs";

const { transform } = tool("lightningcss");
const version = (major) => major << 16;
const TARGETS = { chrome: version(110), firefox: version(110), safari: version(16) };

const BANNER = `/*! Contains parts of NL Design System and Utrecht design system packages (see style/package.json),
changed: unused rules removed, tokens filled in. EUPL-1.2, https://github.com/nl-design-system */\n`;

/** The minified sheet, the brotli size of each part, and what was left out or is wrong. */
export function buildStylesheet(house, manifest) {
  const tokens = readTokens(readFileSync(inRoot("style/tokens.css"), "utf8"));
  const theme = readTokens(readFileSync(inRoot(`content/${house}/theme.css`), "utf8"));
  const words = wordsOfPages();

  const packages = packageSheets();
  const values = new Map([...tokens, ...theme]);
  const nlds = fillIn(dropUnused(packages, words), values);
  const layouts = layoutSheets(manifest);
  const layout = dropUnused(layouts.map(([, css]) => css).join("\n"), words);
  const own = fillIn(layout, values);
  const pages = pageSheets();
  const pageText = pages.map(([, text]) => text).join("\n");
  const reached = cutUnreachable(theme, nlds.css + own.css + pageText);

  const unknown = unknownClasses(words, packages + layouts.map(([, text]) => text).join("\n") + pageText);

  const parts = { nlds: nlds.css, theme: reached.css, layout: own.css };
  const css = `@layer nlds,theme,layout;${Object.entries(parts).map(([name, text]) => `@layer ${name}{${text}}`).join("")}`;
  return {
    css: BANNER + minify(css),
    pages: pages.map(([name, text]) => [name, minify(`@layer layout{${dropUnused(text, words)}}`)]),
    parts: [
      ...Object.entries(parts).map(([name, text]) => [name, sizeOf(text)]),
      ...layouts.map(([name, text]) => [`  ${name}`, sizeOf(dropUnused(text, words).toString())]),
    ],
    dropped: nlds.dropped + own.dropped,
    unresolved: nlds.missing.length,
    cut: reached.cut,
    unstyled: unknown.filter((name) => name.startsWith("utrecht-")),
    faults: [
      ...unknown.filter((name) => !name.startsWith("utrecht-")).map((name) => `class ${name} is written in a page but no stylesheet knows it`),
      ...own.missing.map((where) => `style: no token gives a value to ${where}`),
    ],
  };
}

/** The stylesheets of the design-system packages, in the order of style/package.json. */
function packageSheets() {
  const { dependencies } = JSON.parse(readFileSync(inRoot("style/package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((name) => name.endsWith("-css") && name.startsWith("@"))
    .map((name) => {
      const short = name.split("/")[1].replace(/-css$/, "");
      const file = name.startsWith("@utrecht/") ? "index" : short;
      return readFileSync(inRoot(`style/node_modules/${name}/dist/${file}.css`), "utf8").replace(/\/\*# sourceMappingURL=.*?\*\//g, "");
    })
    .join("\n");
}

/** The files that style/layout.css imports, as [name, css]. */
function layoutSheets(manifest) {
  return importsOf(inRoot("style/layout.css")).map(([name, css]) => [name, flatten(name, withFontPaths(css, manifest))]);
}

/** The sheets of single pages, as [file name, css]: each a file in style/page, or the files that it imports. */
function pageSheets() {
  return filesUnder("style/page", ".css")
    .filter((file) => dirname(file) === inRoot("style/page"))
    .map((file) => {
      const parts = importsOf(file);
      const css = parts.length > 0 ? parts.map(([, text]) => text).join("\n") : readFileSync(file, "utf8");
      return [basename(file), flatten(file, css)];
    });
}

/** The files that a sheet imports, in its order, as [name, css]. */
function importsOf(file) {
  const names = [...readFileSync(file, "utf8").matchAll(/@import "([^"]+)"/g)].map(([, name]) => name);
  return names.map((name) => [name, readFileSync(join(dirname(file), name), "utf8")]);
}

/** `asset("noto-sans-400.woff2")` in a sheet becomes the published address. */
function withFontPaths(css, manifest) {
  return css.replace(/asset\("([^"]+)"\)/g, (_, name) => {
    if (!manifest[name]) throw new Error(`style: asset("${name}") is not published`);
    return `url("${manifest[name].path}")`;
  });
}

/** Nested rules written out, so that the purge sees whole selectors. */
const flatten = (filename, css) => transform({ filename, code: Buffer.from(css), targets: TARGETS }).code.toString();
const minify = (css) => transform({ filename: "site.css", code: Buffer.from(css), minify: true, targets: TARGETS }).code.toString();
const sizeOf = (css) => brotli(Buffer.from(minify(css))).length;

/** Classes that pages write and no sheet knows: ours and `nl-` are faults, `utrecht-` has markers without rules. */
function unknownClasses(words, css) {
  const known = classesIn(css);
  return [...words].filter((word) => /^(zvh|nl|utrecht)-[a-z]/.test(word) && !known.has(word));
}
