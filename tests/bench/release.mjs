// The program as it runs in production: builds it unless ZVH_BINARY names another, and starts a house with it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
if (!process.env.ZVH_BINARY) {
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked", "-p", "server"], { cwd: root, stdio: "inherit" });
  process.env.ZVH_BINARY = join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "release/zvh");
}
// After that: house.mjs reads the variable when it is loaded.
export const { openHouse } = await import("../browser/house.mjs");

/** The most memory that the server of this house held, in MB. */
export function mostMemory(house) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${house.process.pid}/status`, "utf8"))[1]) / 1024;
}
