// Lets the native program and WebAssembly judge the same seeds and compares the outcomes.
//
//   node tests/parity/compare.mjs <native program> <wasm-bindgen's parity.js> <number of seeds>
//
// Ends with status 1 at the first seed that differs, and shows its answers and both verdicts.

import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

const CHUNK = 2500;

if (isMainThread) await compare(process.argv[2], process.argv[3], Number(process.argv[4]));
else answerFor(workerData.module);

/** Each lane takes the next chunk of seeds, asks both sides, and goes on until all are done. */
async function compare(program, module, seeds) {
  const start = performance.now();
  let next = 0;
  let done = 0;
  let wrong = Infinity;
  const lane = async () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { module } });
    while (next < seeds && wrong === Infinity) {
      const first = next;
      const end = Math.min(first + CHUNK, seeds);
      next = end;
      const [native, browser] = await Promise.all([nativeSide(program, first, end), browserSide(worker, first, end)]);
      const differs = firstDifference(native, browser);
      if (differs >= 0) wrong = Math.min(wrong, first + differs);
      done += end - first;
      if (wrong === Infinity && (done % 10_000 < CHUNK || done === seeds)) {
        console.log(`  ${String(done).padStart(7)} of ${seeds} alike, ${((performance.now() - start) / 1000).toFixed(0)} s`);
      }
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, lane));
  // Chunks are taken in order: those before the wrong one have been judged by now.
  if (wrong !== Infinity) show(program, module, wrong);
}

/** The fingerprints of a range, eight bytes a seed. A program that panics gives fewer. */
async function nativeSide(program, first, end) {
  const options = { encoding: "buffer", maxBuffer: CHUNK * 16 };
  try {
    return (await promisify(execFile)(program, ["fingerprints", String(first), String(end)], options)).stdout;
  } catch (fault) {
    return fault.stdout ?? Buffer.alloc(0);
  }
}

function browserSide(worker, first, end) {
  worker.postMessage({ first, end });
  return once(worker, "message").then(([bytes]) => Buffer.from(bytes));
}

/** The place of the first seed on which two lists differ, or that one of them lacks; -1 where there is none. */
function firstDifference(native, browser) {
  const seeds = Math.max(native.length, browser.length) / 8;
  for (let place = 0; place < seeds; place += 1) {
    const [left, right] = [native, browser].map((list) => list.subarray(place * 8, place * 8 + 8));
    if (left.length < 8 || !left.equals(right)) return place;
  }
  return -1;
}

/** In the worker: judges the ranges it is sent. A trap ends the list there. */
function answerFor(module) {
  const { fingerprint } = load(module);
  parentPort.on("message", ({ first, end }) => {
    const bytes = Buffer.alloc((end - first) * 8);
    let seed = first;
    try {
      for (; seed < end; seed += 1) bytes.writeBigUInt64LE(fingerprint(BigInt(seed)), (seed - first) * 8);
    } catch {
      // The list ends before this seed: that is the difference.
    }
    parentPort.postMessage(bytes.subarray(0, (seed - first) * 8));
  });
}

function load(module) {
  return createRequire(import.meta.url)(resolve(module));
}

function show(program, module, seed) {
  const native = attempt(() => execFileSync(program, ["told", String(seed)], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  const browser = attempt(() => load(module).told(BigInt(seed)));
  const [left, right] = [native, browser].map((text) => text.split("\n"));
  console.error(`\nfault: the browser and the server judge seed ${seed} differently.\n`);
  for (const line of left.filter((line) => line.startsWith("form ") || line.startsWith("typed "))) console.error(shortened(line));
  console.error("\nOnly the server says:");
  for (const line of left.filter((line) => !right.includes(line))) console.error(`  ${shortened(line)}`);
  console.error("Only the browser says:");
  for (const line of right.filter((line) => !left.includes(line))) console.error(`  ${shortened(line)}`);
  console.error(`\nBoth in full: ${program} told ${seed}; node -e 'process.stdout.write(require("${resolve(module)}").told(${seed}n))'`);
  process.exit(1);
}

function attempt(side) {
  try {
    return side();
  } catch (fault) {
    return `(it broke off) ${fault.stderr || fault.message}`;
  }
}

function shortened(line) {
  return line.length > 200 ? `${line.slice(0, 200)}… (${line.length} characters)` : line;
}
