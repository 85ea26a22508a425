// Holds the build to budget.json: the most bytes (brotli) each part may have over the wire.

import { readFileSync } from "node:fs";
import { inRoot } from "./places.mjs";

/** Which files of the manifest count together under one name of the budget. */
const PARTS = {
  "site.css": (name) => name.endsWith(".css") && !["simulation.css", "desk.css"].includes(name),
  fonts: (name) => name.endsWith(".woff2"),
  wizard: (name) => name === "boot.js" || name.startsWith("client."),
  simulation: (name) => name === "boot.js" || /^simulation\.(js|wasm)$/.test(name),
  "simulation.css": (name) => name === "simulation.css",
  "desk.css": (name) => name === "desk.css",
  "desk.js": (name) => name === "desk.js",
};

/** Says how much of the budget is used; ends the build with status 1 when a part is too heavy or something else is wrong. */
export function checkBudget(manifest, otherFaults) {
  const budget = JSON.parse(readFileSync(inRoot("budget.json"), "utf8"));
  const faults = [...otherFaults];
  for (const [part, most] of Object.entries(budget)) {
    const counts = PARTS[part];
    if (!counts) {
      faults.push(`budget.json names "${part}", which is none of ${Object.keys(PARTS).join(", ")}`);
      continue;
    }
    const weights = Object.entries(manifest).filter(([name]) => counts(name)).map(([, file]) => file.brotli);
    // Of the stylesheets a visitor gets one: that of the house.
    const weight = part === "site.css" ? Math.max(0, ...weights) : weights.reduce((sum, one) => sum + one, 0);
    console.log(`  ${part}: ${weight} of ${most} bytes`);
    if (weight > most) faults.push(`${part} is ${weight} bytes brotli, budget.json allows ${most}: make it lighter, or raise the number and say why`);
  }
  if (faults.length === 0) return;
  for (const fault of faults) console.error(`fault: ${fault}`);
  process.exit(1);
}
