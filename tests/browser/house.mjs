// A house of its own for a test: the real server, with fresh keys and an empty database in a new folder under /tmp.
//
//   ZVH_BINARY   the program to test      [CARGO_TARGET_DIR or target, /debug/zvh]
//   ZVH_SITE     the built assets         [target/site]

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
/** The program that is tested. */
export const binary = process.env.ZVH_BINARY ?? join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "debug/zvh");
const content = join(root, "content");
const assets = process.env.ZVH_SITE ?? join(root, "target/site");

/** Where the built assets lie. */
export const assetsFolder = assets;

/** The short names of the houses: the folders of content/. */
export const houseNames = readdirSync(content).filter((name) => existsSync(join(content, name, "house.toml"))).sort();

/** The house that tests are about unless they say otherwise. */
export const firstHouse = "westelijke-mijnstreek";

/** Opens a house and waits until it answers. `settings`: more `ZVH_*` variables; `name`: its folder in content/. */
export async function openHouse(settings = {}, name = firstHouse) {
  for (const [path, mend] of [[binary, "cargo build -p server"], [join(assets, "manifest.json"), "node scripts/assets.mjs"]]) {
    if (!existsSync(path)) throw new Error(`${path} is not there; make it with: ${mend}`);
  }
  const house = new House(name, await freePort(), settings);
  await house.makeKeys();
  await house.start();
  return house;
}

/** Opens a demonstration of a house, with so many invented referrals: `invitations` lead its colleagues in, `/demo/klok` moves its clock. */
export async function openDemo(count, name = firstHouse) {
  const house = new House(name, await freePort(), {});
  // The same stories each time, so that what is found once is found again; what is late still depends on the day.
  const seed = process.env.DEMO_SEED || "1";
  house.words = ["demo", "serve", "--house", name, "--var", house.var, "--count", String(count), "--seed", seed];
  await house.start(60_000);
  return house;
}

class House {
  constructor(name, port, settings) {
    this.name = name;
    this.words = ["serve"];
    this.folder = mkdtempSync(join(tmpdir(), "zvh-browser-"));
    this.var = join(this.folder, "var");
    this.keyFile = join(this.folder, "house-key");
    this.url = `http://localhost:${port}`;
    this.direct = `http://127.0.0.1:${port}`;
    /** Everything the server wrote on its output, over all its starts. */
    this.log = "";
    this.environment = {
      PATH: process.env.PATH,
      ZVH_VAR: this.var,
      ZVH_LISTEN: `127.0.0.1:${port}`,
      ZVH_HOUSES: `${name}=${this.url}`,
      ZVH_CONTENT: content,
      ZVH_ASSETS: assets,
      ...settings,
    };
  }

  async makeKeys() {
    const letter = join(this.folder, "letter");
    await this.command("keys", "init", "--out", letter);
    const code = /House key[^\n]*\n\s+(\S+)/.exec(readFileSync(letter, "utf8"));
    if (!code) throw new Error("the letter of `zvh keys init` holds no house key");
    writeFileSync(this.keyFile, code[1]);
  }

  async start(patience = 15_000) {
    this.process = spawn(binary, this.words, { cwd: this.folder, env: this.environment, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on("data", (text) => (this.log += text));
    running.add(this.process);
    const { process: child } = this;
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (!this.stopping) console.error(`the server stopped unasked (${signal ?? code}):\n${this.log.slice(-2000)}`);
    });
    this.stopping = false;
    await until(() => this.answers(), patience, () => `the server did not start:\n${this.log}`);
  }

  /** Of a demonstration: the links of its invented colleagues, as pairs of role and address. */
  get invitations() {
    return [...this.log.matchAll(/^ {4}([a-z]+) .*?http:\S+?(\/balie\/uitnodiging\/\S+)$/gm)].map(([, role, link]) => [role, link]);
  }

  async answers() {
    if (this.process.exitCode !== null) throw new Error(`the server stopped at once:\n${this.log}`);
    return fetch(`${this.direct}/readyz`).then((answer) => answer.ok, () => false);
  }

  async stop(signal = "SIGTERM") {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.stopping = true;
    this.process.kill(signal);
    await once(this.process, "exit");
  }

  /** Stops it as a power cut would, and starts it on the same data. */
  async crashAndRestart() {
    await this.stop("SIGKILL");
    await this.start();
  }

  async close() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs `zvh <words>` on this house and gives what it wrote. */
  async command(...words) {
    const { stdout } = await promisify(execFile)(binary, words, { cwd: this.folder, env: this.environment });
    return stdout;
  }

  /** Runs SQL on the database, from outside the server, with the `sqlite3` of the system. */
  async sql(statement) {
    const { stdout } = await promisify(execFile)("sqlite3", ["-cmd", ".timeout 5000", join(this.var, "zvh.db"), statement]);
    return stdout;
  }

  /** The numbers of all referrals. */
  async references() {
    const list = await this.command("referral", "list");
    return list.split("\n").filter(Boolean).map((line) => line.split(" ")[0]);
  }

  /** What is sealed in a referral. */
  async openReferral(reference) {
    return JSON.parse(await this.command("referral", "open", reference, "--json", "--key-file", this.keyFile));
  }

  /** The mails that left, each as its whole text; waits until there are at least `count`. */
  async mails(count = 0) {
    const folder = join(this.var, "mail");
    const read = () => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : []);
    await until(() => read().length >= count, 10_000, () => `${count} mails were expected, ${read().length} left`);
    return read().map((name) => readFileSync(join(folder, name), "utf8"));
  }
}

const running = new Set();
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Waits until `holds` gives true; else throws what `otherwise` says. */
export async function until(holds, milliseconds, otherwise) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
