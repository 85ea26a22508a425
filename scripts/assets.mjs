// Builds what the browser loads: a stylesheet for each house, the fonts and (when Trunk has run) the browser bundles.
//
//   node scripts/assets.mjs
//
// Reads   app/desk.js, style/*.css, the npm packages of style/package.json, content/<house>/{theme.css,icon.svg}, target/trunk-dist/
// Writes  target/site/assets/ and target/site/pkg/: files named by their content, each with .br and .gz beside it,
//         and target/site/manifest.json: logical name -> { path, bytes, brotli, sha256 }
// Fails   when a part is heavier than budget.json allows, or a page writes a class that no stylesheet knows.

import { performance } from "node:perf_hooks";
import { readFileSync } from "node:fs";
import { checkBudget } from "./assets/budget.mjs";
import { publishBundle, scriptOfDesk } from "./assets/bundle.mjs";
import { houses, inRoot } from "./assets/places.mjs";
import { emptyFolder, publish, writeManifest } from "./assets/publish.mjs";
import { buildStylesheet } from "./assets/stylesheet.mjs";

const start = performance.now();
const manifest = {};

emptyFolder("assets");
for (const weight of [400, 700]) {
  const bytes = readFileSync(inRoot(`style/node_modules/@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`));
  manifest[`noto-sans-${weight}.woff2`] = publish("assets", `noto-sans-${weight}.woff2`, bytes);
}

const faults = [];
for (const house of houses()) {
  manifest[`${house}.svg`] = publish("assets", `${house}.svg`, readFileSync(inRoot(`content/${house}/icon.svg`)));
  const sheet = buildStylesheet(house, manifest);
  manifest[`${house}.css`] = publish("assets", `${house}.css`, Buffer.from(sheet.css));
  for (const [name, css] of sheet.pages) manifest[name] = publish("assets", name, Buffer.from(css));
  faults.push(...sheet.faults);
  console.log(`Stylesheet for ${house}, brotli of each part alone:`);
  for (const [part, size] of sheet.parts) console.log(`  ${part.padEnd(28)}${String(size).padStart(7)}`);
  console.log(`  ${sheet.dropped} unused rules, ${sheet.unresolved} declarations without a token and ${sheet.cut} unreachable tokens left out`);
  for (const name of sheet.unstyled) console.log(`  notice: class ${name} is written in a page but styled nowhere`);
}

manifest["desk.js"] = publish("assets", "desk.js", await scriptOfDesk());
Object.assign(manifest, await publishBundle());
writeManifest(manifest);

console.log("Written to target/site, with brotli sizes:");
for (const [name, file] of Object.entries(manifest)) console.log(`  ${name.padEnd(28)}${String(file.brotli).padStart(7)}  ${file.path}`);
checkBudget(manifest, [...new Set(faults)]);
console.log(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
