// The measuring half of public-page: starts the servers on the loopback, loads them in turn, reads the CPU time of each from
// /proc, prints the table. Requests a second would tell what else the machine does; CPU time per request does not.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { dirname, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { firstHouse, freePort, openHouse, until } from "../browser/house.mjs";
import { cpuOf } from "./cpu.mjs";
import { configurationOf } from "./nginx.mjs";

const [path = "/regieteam", rounds = "9", requests = "30000"] = process.argv.slice(2);
/** Ours may cost this many times nginx. */
const MOST = 3;
const CONNECTIONS = 16;
const root = resolve(import.meta.dirname, "../..");
/** Where `floor` and `load` were built. */
const tools = process.env.ZVH_BENCH_TOOLS ?? dirname(process.env.ZVH_BINARY);
const folder = mkdtempSync(join(tmpdir(), "zvh-bench-"));
const started = [];

try {
  // Reached over TLS in production, by a proxy in front: that is what makes it send all its headers.
  const house = await openHouse({ ZVH_HOUSES: `${firstHouse}=https://bench.example` });
  started.push(() => house.close());
  const answer = await ask(house.direct);
  writeFileSync(join(folder, "body"), answer.body);
  writeFileSync(join(folder, "headers"), answer.headers.map(([name, value]) => `${name}: ${value}\n`).join(""));

  const servers = [
    await start("nginx", (port) => ["nginx", "-e", "stderr", "-p", folder, "-c", configurationOf(folder, port, path, answer.headers)]),
    await start("floor", (port) => [join(tools, "floor"), `127.0.0.1:${port}`, join(folder, "body"), join(folder, "headers")]),
    { name: "ours", address: house.direct, pid: house.process.pid },
  ];
  console.log(`${path}: ${answer.body.length} bytes of brotli, ${CONNECTIONS} connections, ${rounds} rounds of ${requests} requests each`);
  const times = measure(servers);
  const isGood = report(times);
  await besidePeers(house);
  process.exitCode = isGood ? 0 : 1;
} finally {
  for (const stop of started.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Microseconds of CPU per request, a list for each server: one number a round, the servers in turn within a round. */
function measure(servers) {
  const times = Object.fromEntries(servers.map(({ name }) => [name, []]));
  servers.forEach((server) => load(server, 2000));
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const server of servers) {
      const before = cpuOf(server.pid);
      load(server, requests);
      times[server.name].push((cpuOf(server.pid) - before) / Number(requests));
    }
  }
  return times;
}

function load({ address }, count) {
  execFileSync(join(tools, "load"), [new URL(address).host, path, join(folder, "body"), String(CONNECTIONS), String(count)]);
}

/** Prints the table; says whether ours is within its bound. */
function report(times) {
  const row = (...cells) => console.log(cells.map((cell, index) => (index ? cell.padStart(22) : cell.padEnd(8))).join(""));
  const against = (name, other) => times[name].map((time, round) => time / times[other][round]);
  const shown = (numbers, digits) => `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`;
  row("", "µs of CPU", "× nginx", "× floor");
  for (const name of Object.keys(times)) {
    row(name, shown(times[name], 1), shown(against(name, "nginx"), 2), shown(against(name, "floor"), 2));
  }
  console.log("Per request: the median of the rounds, least and most in brackets. A ratio is taken within each round.");
  const ratio = median(against("ours", "nginx"));
  const isGood = ratio <= MOST;
  console.log(`${isGood ? "Good" : "TOO DEAR"}: ours costs ${ratio.toFixed(2)} × nginx; at most ${MOST} is allowed.`);
  return isGood;
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The answer of a server as a browser gets it: the bytes of its body, and the headers that make the answer what it is. */
function ask(address) {
  const ofTheConnection = ["date", "connection", "keep-alive", "content-length"];
  return new Promise((resolve, reject) => {
    const asked = request(address + path, { headers: { "accept-encoding": "br" }, agent: false }, async (answer) => {
      if (answer.statusCode !== 200 || answer.headers["content-encoding"] !== "br") return reject(new Error(`${path}: ${answer.statusCode}, or not brotli`));
      const headers = Object.entries(answer.headers).filter(([name]) => !ofTheConnection.includes(name));
      resolve({ headers, body: Buffer.concat(await answer.toArray()) });
    });
    asked.once("error", reject).end();
  });
}

/** Starts a server and waits until it gives the very same answer. */
async function start(name, commandFor) {
  const port = await freePort();
  const [program, ...words] = commandFor(port);
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  started.push(() => child.kill());
  const address = `http://127.0.0.1:${port}`;
  await until(() => ask(address).then(() => true, () => false), 5_000, () => `${name} does not answer ${path} as a browser wants it`);
  return { name, address, pid: child.pid };
}

/** The table of the peers with ours in it, where they were built; their page is another one, of 20 kB. */
async function besidePeers(house) {
  const script = resolve(root, "../shared/bench/run.sh");
  const built = process.env.PEERS ?? join(tmpdir(), "sbs");
  if (!existsSync(script)) return console.log("Peers: not here (no ../shared/bench).");
  if (!existsSync(join(built, "kit/build"))) return console.log(`Peers: not here (nothing built in ${built}; see ../shared/bench/README.md, or set PEERS).`);
  const environment = { ...process.env, EXTRA: `ours=${new URL(house.direct).port}${path}`, EXTRA_PID: String(house.process.pid) };
  execFileSync("bash", [script, built, "3", "3"], { stdio: "inherit", env: environment });
}
