// The CPU time of a server, from /proc: independent of what else the machine does.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]));

/** User and system time of a process and its children so far, in microseconds. */
export function cpuOf(pid) {
  const ticks = familyOf(pid).reduce((sum, { user, system }) => sum + user + system, 0);
  return (ticks / ticksPerSecond) * 1e6;
}

function familyOf(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => statOf(name));
  return all.filter((process) => process.pid === pid || process.parent === pid);
}

/** proc(5), /proc/<pid>/stat: the fields after the name in brackets, which may itself hold blanks. */
function statOf(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return []; // ended meanwhile
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return [{ pid: Number(pid), parent: Number(fields[1]), user: Number(fields[11]), system: Number(fields[12]) }];
}
