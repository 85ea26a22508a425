// The self-check: what the browser shows by style alone is what the server answers, and while it shows it nothing is asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { setStage } from "./stage.mjs";

const stage = setStage();
const path = "/aanmelden/zelfcheck";
const values = ["ja", "nee", "weet_niet"];

/** The same answers at every run, all over the place: every third is left open. */
const sets = Array.from({ length: 40 }, (_, set) => (place) => [...values, undefined][(set * 7 + place * (set % 5) + place * place) % 4]);

for (const way of ways) {
  test(`style and server agree and style asks nothing ${way.name}`, async () => {
    const page = await stage.visit(way);
    await page.goto(path);
    assert.equal(await advice(page), "Er is nog geen advies. Beantwoord eerst meer vragen. Weet u iets niet? Kies dan ‘Weet ik niet’.");
    assert.ok(!(await page.getByRole("button", { name: "Toon advies" }).isVisible()), "nothing to press where style does it");
    let advised = 0;
    for (const answer of sets) {
      await page.goto(path);
      const before = noted(page).requests.length;
      const given = {};
      for (const [place, name] of (await questions(page)).entries()) {
        const value = answer(place);
        const box = page.locator(`[name="${name}"][value="${value}"]`);
        if (value === undefined || !(await box.isVisible())) continue;
        await box.check();
        given[name] = value;
      }
      const asked = noted(page).requests.slice(before).map((request) => request.url()).filter((url) => !/\/assets\/[^?]*$/.test(url));
      assert.deepEqual(asked, [], "no answer leaves the browser");
      const shown = await advice(page);
      const answered = await page.request.post(path, { form: given, headers: { "sec-fetch-site": "same-origin" } });
      assert.equal(answered.headers()["cache-control"], "no-store");
      assert.equal(shown, plainAdvice(await answered.text()), JSON.stringify(given));
      advised += Number(!shown.startsWith("Er is nog geen advies."));
    }
    assert.ok(advised > sets.length / 2, `${advised} sets were advised on`);
    assert.deepEqual(noted(page).faults, []);
    await page.context().close();
  });
}

test("questions come up where they matter, and a question that goes takes its advice along", async () => {
  const page = await stage.visit({ script: false });
  await page.goto(path);
  const visible = (name) => page.locator(`[name="${name}"]`).first().isVisible();
  assert.ok(!(await visible("check.pattern")) && !(await visible("check.domains")));
  await page.locator('[name="check.partner"][value=ja]').check();
  await page.locator('[name="check.violence"][value=ja]').check();
  assert.ok((await visible("check.pattern")) && (await visible("check.domains")));
  await page.locator('[name="check.pattern"][value=ja]').check();
  assert.match(await advice(page), /MDA\+\+ past waarschijnlijk/);
  await page.locator('[name="check.violence"][value=nee]').check();
  assert.ok(!(await visible("check.pattern")));
  assert.doesNotMatch(await advice(page), /MDA/);
  await page.context().close();
});

const questions = (page) => page.locator("form.zvh-form input[type=radio]").evaluateAll((all) => [...new Set(all.map((one) => one.name))]);

/** What stands in view under "Ons advies", the links aside. */
async function advice(page) {
  const boxes = await page.locator("#advies .utrecht-alert p:visible").allInnerTexts();
  return boxes.map((text) => text.trim()).join("\n");
}

/** The same, of the answer of the server: what is not hidden. */
function plainAdvice(html) {
  const [, section] = html.split('id="advies"');
  const shown = section.split("</section>")[0].split("<div data-reveal=").slice(1).filter((box) => !/^"[^"]*"><div hidden/.test(box));
  return shown.map((box) => /<p[^>]*>(.*?)<\/p>/s.exec(box)[1].trim()).join("\n");
}
