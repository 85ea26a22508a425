// Writes a file under the name of its content, beside its compressed copies.

import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { inRoot } from "./places.mjs";

/** Brotli at its best: these files are compressed once and served often. */
export function brotli(bytes) {
  const text = /^[\t\n\r\x20-\x7e]/.test(bytes.subarray(0, 1).toString("latin1"));
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: text ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The first 16 hexadecimal digits of a SHA-256: names a file by its content. */
export const shortHash = (bytes) => sha256(bytes).slice(0, 16);

/** Starts a folder of target/site afresh. */
export function emptyFolder(folder) {
  rmSync(inRoot(`target/site/${folder}`), { recursive: true, force: true });
  mkdirSync(inRoot(`target/site/${folder}`), { recursive: true });
}

/** Writes `<folder>/<name>.<hash>.<ending>` with .br and .gz, and gives its manifest entry. */
export function publish(folder, logicalName, bytes) {
  const ending = extname(logicalName);
  const name = `${logicalName.slice(0, -ending.length)}.${shortHash(bytes)}${ending}`;
  const file = inRoot(`target/site/${folder}/${name}`);
  writeFileSync(file, bytes);
  // woff2 is brotli inside: a second layer only costs.
  const packed = ending === ".woff2" ? bytes : brotli(bytes);
  if (ending !== ".woff2") {
    writeFileSync(`${file}.br`, packed);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return { path: `/${folder}/${name}`, bytes: bytes.length, brotli: packed.length, sha256: sha256(bytes) };
}

/** What the server reads at start to link the files of this build. */
export function writeManifest(manifest) {
  writeFileSync(inRoot("target/site/manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
