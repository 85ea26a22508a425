// The security rules that the browser enforces (Content-Security-Policy) hold: what is not ours does not run or load.
// That our own pages break none of them is asserted in every scene of states.test.mjs.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { noted } from "./browser.mjs";
import { filledDraft } from "./draft.mjs";
import { freePort } from "./house.mjs";
import { onEveryHouse, onEveryStory } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { wizardOf } from "./wizard.mjs";

const { begin } = wizardOf(deep);

const intrusions = {
  "an inline script": () => document.body.append(Object.assign(document.createElement("script"), { textContent: "window.intruded = true" })),
  "an inline handler": () => document.body.insertAdjacentHTML("beforeend", `<img src="/none.svg" onerror="window.intruded = true">`),
  "a script from elsewhere": () => document.body.append(Object.assign(document.createElement("script"), { src: "https://example.com/x.js" })),
  "an inline style": () => document.body.insertAdjacentHTML("beforeend", `<p style="color: red">rood</p>`),
  "an image from elsewhere": () => document.body.insertAdjacentHTML("beforeend", `<img src="https://example.com/x.png">`),
  "a frame": () => document.body.insertAdjacentHTML("beforeend", `<iframe src="https://example.com/"></iframe>`),
  "a request elsewhere": () => void fetch("https://example.com/").catch(() => {}),
  "a base address": () => document.head.append(Object.assign(document.createElement("base"), { href: "https://example.com/" })),
};

onEveryHouse((stage) => {
  for (const [name, intrude] of Object.entries(intrusions)) {
    test(`${name} is blocked in the wizard`, async () => {
      const page = await stage.visit();
      await begin(page, stage.house);
      assert.deepEqual(noted(page).faults, []);
      await page.evaluate(intrude);
      await page.waitForTimeout(200);
      assert.equal(await page.evaluate(() => window.intruded), undefined);
      assert.ok(noted(page).faults.some((fault) => fault.startsWith("broken rule:")), noted(page).faults.join());
      await page.context().close();
    });
  }

  test("another site can neither frame the wizard nor post to it", async () => {
    const page = await stage.visit();
    await begin(page, stage.house);
    const hostile = createServer((_, answer) =>
      answer.setHeader("content-type", "text/html").end(`
        <form method="post" action="${stage.house.url}/aanmelden/regieteam"><input name="_gevaar" value="nee"><button>Win!</button></form>
        <iframe src="${stage.house.url}/"></iframe>`),
    ).listen(await freePort(), "127.0.0.1");
    await once(hostile, "listening");
    try {
      // 127.0.0.1 is another site than localhost.
      await page.goto(`http://127.0.0.1:${hostile.address().port}/`);
      const framed = await page.frames()[1].evaluate(() => document.body.innerText);
      assert.doesNotMatch(framed, /Veiligheidshuis/);
      const [answer] = await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.getByRole("button").click()]);
      assert.equal(answer.status(), 403);
    } finally {
      hostile.close();
    }
  });
});
