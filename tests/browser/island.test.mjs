// What the island adds, and that it says and does the same as the pages without script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { beginDraft, filledDraft } from "./draft.mjs";
import { stepOf } from "./filling.mjs";
import { fillIn, typedOn } from "./hand.mjs";
import { until } from "./house.mjs";
import { setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { awake, errorsOf, focused, next, press, wizardOf } from "./wizard.mjs";

const stage = setStage();
const { at, begin, here, open } = wizardOf(deep);

const posts = (page) => noted(page).requests.filter((request) => request.method() === "POST");
const heading = (page) => page.locator("#kop").textContent();
const status = (page) => page.locator("leptos-island [role=status]");

test("errors show at once with the words the server uses, and nothing is asked of the server first", async () => {
  const pages = {};
  for (const way of ways) {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    await page.locator(`[name="referrer.email"]`).fill("geen adres");
    const asked = posts(page).length;
    if (way.script) {
      // The first press must be judged before any request is answered: none may get through.
      await page.route("**/*", (route) => route.abort());
      await page.getByRole("button", { name: "Volgende stap" }).click();
      await page.locator("#fouten:not([hidden])").waitFor();
      assert.deepEqual(posts(page).slice(asked).filter((request) => !request.postData()?.includes("_actie=bewaar")), [], "only a save in the background may leave");
    } else {
      await next(page);
    }
    pages[way.name] = page;
  }
  const seen = await Promise.all(Object.values(pages).map(async (page) => ({
    title: await page.title(),
    summary: await errorsOf(page),
    links: await page.locator("#fouten a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    atFields: await page.locator("[data-error]:not([hidden])").evaluateAll((all) => all.map((error) => [error.dataset.error, error.textContent])),
    marked: await page.locator("[aria-invalid=true]").evaluateAll((all) => all.map((control) => control.id)),
    focus: await focused(page),
  })));
  assert.deepEqual(seen[1], seen[0]);
  assert.match(seen[0].title, /^Fout: Stap 1 van 12/);
  assert.equal(seen[0].focus, "fouten");
  assert.ok(seen[0].summary.length >= 6);
});

for (const way of ways) {
  test(`every line of the error summary leads to its field ${way.name}`, async () => {
    const page = await stage.visit(way);
    for (const step of ["aanmelder", "uw-rol", "betrokkene", "verblijf", "aanleiding", "veiligheid", "criteria", "vraag", "informeren"]) {
      const draft = await filledDraft(stage.house, deep, step);
      await draft.handTo(page);
      await open(page, step);
      await next(page);
      const links = await page.locator("#fouten a").all();
      assert.ok(links.length > 0, step);
      for (const link of links) {
        const target = (await link.getAttribute("href")).slice(1);
        await link.click();
        const reached = await page.evaluate(() => ({ id: document.activeElement.id, hash: location.hash.slice(1) }));
        // Without script the fragment moves the browser's starting point; a control that can have the focus gets it.
        assert.equal(reached.id, target, `${step}: ${await link.textContent()}`);
      }
    }
  });

  test(`every step has its own title and the focus is on its heading ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    const seen = new Set();
    for (const step of ["aanmelder", "uw-rol", "betrokkene"]) {
      await here(page, step);
      const title = await page.title();
      assert.ok(title.includes(await heading(page)), title);
      assert.match(title, /^Stap \d+ van 12, /);
      seen.add(title);
      if (way.script && step !== "aanmelder") assert.equal(await focused(page), "kop");
      await fillIn(page, stepOf(deep, step).answers);
      await next(page);
    }
    assert.equal(seen.size, 3);
  });

  test(`Back and Forward walk through the steps, with everything typed still there, ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    for (const step of ["aanmelder", "uw-rol"]) {
      await fillIn(page, stepOf(deep, step).answers);
      await next(page);
    }
    await here(page, "betrokkene");
    await page.locator(`[name="person.last_name"]`).fill("Half");
    const arrive = async (act, step) => {
      await act();
      await page.waitForURL(`**${at(step)}`);
      await page.waitForFunction((words) => document.title.includes(words), titles[step]);
      await awake(page);
    };
    await arrive(() => page.goBack(), "uw-rol");
    assert.ok((await typedOn(page)).some(([name, text]) => name === "role.consent_by" && text === "de betrokkene zelf"));
    if (way.script) assert.equal(await focused(page), "kop");
    await arrive(() => page.goBack(), "aanmelder");
    await arrive(() => page.goForward(), "uw-rol");
    await arrive(() => page.goForward(), "betrokkene");
    if (way.script) assert.equal(await page.locator(`[name="person.last_name"]`).inputValue(), "Half");
  });
}

test("what is typed is stored without a press, and another browser finds it", async () => {
  const page = await stage.visit();
  await begin(page, stage.house);
  await page.locator(`[name="referrer.last_name"]`).pressSequentially("Vanzelf");
  await until(async () => /opgeslagen/.test(await status(page).textContent()), 8000, () => "the page never said that it saved");
  assert.equal(await focused(page), "referrer-last_name", "saving leaves the focus alone");
  const code = (await page.context().cookies()).find(({ name }) => name.startsWith("__Host-concept")).value;
  const elsewhere = await stage.visit({ script: false });
  await elsewhere.goto("/verder");
  await elsewhere.getByLabel("Uw code").fill(code);
  await elsewhere.getByRole("button", { name: "Verder" }).click();
  await here(elsewhere, "aanmelder");
  assert.equal(await elsewhere.locator(`[name="referrer.last_name"]`).inputValue(), "Vanzelf");
});

test("without a connection typing goes on, and what was asked happens by itself when it is back", async () => {
  const page = await stage.visit();
  await begin(page, stage.house);
  await fillIn(page, stepOf(deep, "aanmelder").answers);
  await page.context().setOffline(true);
  await page.locator(`[name="referrer.last_name"]`).fill("Onderweg");
  await until(async () => /Geen verbinding/.test(await status(page).textContent()), 8000, () => "the page never said that it is offline");
  await page.getByRole("button", { name: "Volgende stap" }).click();
  await page.locator(`[name="referrer.department"]`).fill("In de trein");
  await here(page, "aanmelder");
  await page.context().setOffline(false);
  await page.waitForURL(`**${at("uw-rol")}`);
  await open(page, "aanmelder");
  assert.equal(await page.locator(`[name="referrer.last_name"]`).inputValue(), "Onderweg");
  assert.equal(await page.locator(`[name="referrer.department"]`).inputValue(), "In de trein");
});

test("what is typed before the WebAssembly arrives stays and is sent", async () => {
  const page = await stage.visit();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => (await held, route.continue()));
  const draft = await beginDraft(stage.house, deep);
  await draft.handTo(page);
  await page.goto(at("aanmelder"));
  await fillIn(page, stepOf(deep, "aanmelder").answers);
  const before = await typedOn(page);
  assert.equal(await page.evaluate(() => window.islandIsAwake), undefined);
  release();
  await awake(page);
  assert.deepEqual(await typedOn(page), before);
  await next(page);
  await here(page, "uw-rol");
  await press(page, "Vorige stap");
  assert.deepEqual(await typedOn(page), before);
});

test("the page works while the WebAssembly never comes", async () => {
  const page = await stage.visit();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(at());
  await page.getByRole("radio", { name: "Nee", exact: true }).check();
  await page.getByRole("button", { name: "Begin met aanmelden" }).click();
  await fillIn(page, stepOf(deep, "aanmelder").answers);
  await page.getByRole("button", { name: "Volgende stap" }).click();
  await page.waitForURL(`**${at("uw-rol")}`);
});

const titles = { aanmelder: "Wie bent u?", "uw-rol": "Wat is uw rol?", betrokkene: "Over wie gaat de aanmelding?" };
