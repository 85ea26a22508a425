// What a page weighs on the line: the numbers we promise.

import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { noted } from "./browser.mjs";
import { filledDraft } from "./draft.mjs";
import { publicPages } from "./pages.mjs";
import { onEveryHouse, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { wizardOf } from "./wizard.mjs";

/** HTML and CSS, compressed. */
const MOST = 14_000;
/** The same with all headers: the ten packets with which a TCP connection begins (RFC 6928). */
const FIRST_FLIGHT = 14_600;
/** Pages that are longer by what they are, and what they may weigh. */
const LONGER = [
  // Every question of the form with its reason, to read before one begins.
  { path: /^\/aanmelden\/[a-z-]+\/vragen$/, most: 26_000 },
  // The whole game, for a group without a screen.
  { path: /^\/casus-simulatie\/afdrukken$/, most: 18_000 },
];
/** All script and WebAssembly of a wizard page: one program that knows every form. */
const ISLAND = 110_000;
/** The same of the game. */
const SIMULATION = 26_000;

onEveryHouse((stage) => {
  test("an information page asks for no script, for its style and two fonts at most, and its HTML and CSS fit in one first flight", async (t) => {
    for (const { path } of await publicPages(stage.house)) {
      await t.test(path, async () => {
        const page = await stage.visit();
        await page.goto(path);
        // The icon is the browser's own wish, once for the whole site.
        const icon = await page.locator("link[rel=icon]").getAttribute("href");
        const asked = noted(page).requests.filter((request) => new URL(request.url()).pathname !== icon);
        assert.deepEqual(asked.filter((request) => ["script", "fetch", "xhr"].includes(request.resourceType())).map((request) => request.url()), []);
        assert.equal(await page.locator("script").count(), 0);
        const sheets = await page.locator("link[rel=stylesheet]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        // The page, its style sheets (the self-check has one of its own: that is where its advice is), two weights of the font.
        assert.ok(asked.length <= 3 + sheets.length && sheets.length <= 2, asked.map((request) => request.url()).join());
        await page.context().close();
        const answers = await Promise.all([path, ...sheets].map((file) => answerOf(stage.house, file)));
        const [bodies, line] = [sumOf(answers, "body"), sumOf(answers, "line")];
        t.diagnostic(`${path}: ${answers.map(({ body }) => body).join(" + ")} = ${bodies} bytes; ${line} with headers`);
        const longer = LONGER.find((known) => known.path.test(path));
        if (longer) return assert.ok(line <= longer.most, `${line} of ${longer.most} bytes`);
        assert.ok(bodies <= MOST, `${bodies} of ${MOST} bytes`);
        assert.ok(line <= FIRST_FLIGHT, `${line} of ${FIRST_FLIGHT} bytes with headers`);
      });
    }
  });
});

const stage = setStage();
const { open } = wizardOf(deep);

test("a wizard page brings at most 110 kB of script and WebAssembly", async (t) => {
  const page = await stage.visit();
  await (await filledDraft(stage.house, deep, "aanmelder")).handTo(page);
  await open(page, "aanmelder");
  const files = noted(page).requests.map((request) => new URL(request.url()).pathname).filter((path) => /\.(js|wasm)$/.test(path));
  const sizes = await Promise.all([...new Set(files)].map((file) => onTheLine(stage.house, file)));
  const sum = sizes.reduce((one, other) => one + other);
  t.diagnostic(`${[...new Set(files)]}: ${sizes.join(" + ")} = ${sum} bytes`);
  assert.equal(new Set(files).size, 3, "boot, glue and program");
  assert.equal(files.length, 3, "each is asked for once");
  assert.ok(sum <= ISLAND, `${sum} bytes`);
});

test("the game of the simulation brings its own bundle and none of the wizard's", async (t) => {
  const page = await stage.visit();
  // The network rests a while before the program is asked for, too.
  const program = page.waitForRequest(/\.wasm$/);
  await page.goto("/casus-simulatie/spelen", { waitUntil: "networkidle" });
  await program;
  const files = noted(page).requests.map((request) => new URL(request.url()).pathname).filter((path) => /\.(js|wasm)$/.test(path));
  const sizes = await Promise.all(files.map((file) => onTheLine(stage.house, file)));
  const sum = sizes.reduce((one, other) => one + other);
  t.diagnostic(`${files}: ${sizes.join(" + ")} = ${sum} bytes`);
  assert.deepEqual(files.map((file) => file.split("/").pop().split(".")[0]).sort(), ["boot", "simulation", "simulation"]);
  assert.ok(sum <= SIMULATION, `${sum} bytes`);
});

test("the WebAssembly is asked for after the page is painted, and no script holds up the page", async () => {
  const page = await stage.visit();
  await (await filledDraft(stage.house, deep, "aanmelder")).handTo(page);
  await open(page, "aanmelder");
  const [painted, asked] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
    performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm")).startTime,
  ]);
  // A paint is told when it reaches the screen, a frame or so after it was made; on a busy machine later.
  const frames = 50;
  assert.ok(painted < asked + frames, `painted at ${painted} ms, asked for at ${asked} ms`);
  assert.equal(await page.locator("script:not([type=module])").count(), 0);
});

const sumOf = (answers, part) => answers.reduce((sum, answer) => sum + answer[part], 0);

/** Bytes of an answer as it travels, headers included. */
const onTheLine = (house, path) => answerOf(house, path).then(({ line }) => line);

/** Bytes of an answer to a browser that takes brotli: `body`, and `line` with the headers. */
function answerOf(house, path) {
  return new Promise((resolve, reject) => {
    const asked = request(house.direct + path, { headers: { "accept-encoding": "br, gzip" }, agent: false }, async (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`));
      if (answer.headers["content-encoding"] !== "br") return reject(new Error(`${path} is not compressed with brotli`));
      const { socket } = answer;
      const body = Buffer.concat(await answer.toArray()).length;
      resolve({ body, line: socket.bytesRead });
    });
    asked.once("error", reject).end();
  });
}
