// Takes Trunk's browser bundles, each a folder of target/trunk-dist, to target/site/pkg.
//
// Trunk names its files by what cargo made, before wasm-bindgen and wasm-opt touched it: another tool version would give
// other bytes under the same "immutable" name. So the names are made again here, from the final bytes.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { inRoot, tool } from "./places.mjs";
import { emptyFolder, publish, shortHash } from "./publish.mjs";

const DIST = "target/trunk-dist";

/**
 * Publishes every .wasm and .js of the bundles and gives their manifest entries.
 * `client-0123456789abcdef_bg.wasm` becomes `client.wasm`, its glue `client.js`; any other script keeps its name.
 */
export async function publishBundle() {
  const files = existsSync(inRoot(DIST)) ? readdirSync(inRoot(DIST), { recursive: true }).filter((name) => !name.includes(".stage")) : [];
  const modules = files.filter((name) => name.endsWith(".wasm"));
  if (modules.length === 0) {
    console.log(`No browser bundles in ${DIST}: pages work without it. Run Trunk first to have one.`);
    return {};
  }
  emptyFolder("pkg");
  const entries = {};
  const renamed = new Map();
  for (const file of modules) {
    const bytes = readFileSync(inRoot(`${DIST}/${file}`));
    const name = `${logicalName(file)}.wasm`;
    entries[name] = publish("pkg", name, bytes);
    renamed.set(basename(file), `${logicalName(file)}.${shortHash(bytes)}.wasm`);
  }
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const name = `${logicalName(file)}.js`;
    entries[name] = publish("pkg", name, await minified(file, renamed));
  }
  return entries;
}

/** The script of the desk: one file, no WebAssembly, so it is there without Trunk too. */
export async function scriptOfDesk() {
  const { code } = await tool("esbuild").transform(readFileSync(inRoot("app/desk.js")), { format: "esm", target: "es2022", minify: true });
  return Buffer.from(code);
}

/** `client-0123456789abcdef_bg.wasm` -> `client`. */
const logicalName = (file) => basename(file).replace(/\.(js|wasm)$/, "").replace(/_bg$/, "").replace(/-[0-9a-f]{12,}$/, "");

/** One script, its snippets drawn in, minified, looking for the .wasm under its new name. */
async function minified(file, renamed) {
  const result = await tool("esbuild").build({
    entryPoints: [inRoot(`${DIST}/${file}`)],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    write: false,
  });
  let code = result.outputFiles[0].text;
  for (const [before, after] of renamed) code = code.replaceAll(before, after);
  return Buffer.from(code);
}
