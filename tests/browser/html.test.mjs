// Every page is valid HTML, as the server sends it: public pages, and the wizard without script in every state.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { noted } from "./browser.mjs";
import { deskScenes } from "./desk-scenes.mjs";
import { publicPages } from "./pages.mjs";
import { siteScenes, wizardScenes } from "./scenes.mjs";
import { onEveryHouse, onEveryStory, setDemo, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";

/** The rules, and every exception with its reason. */
const rules = {
  root: true,
  elements: ["html5"],
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The renderer writes `crossorigin=""`, which HTML holds equal to `crossorigin`.
    "attribute-empty-style": "off",
    // The boxes of a question share its name with a hidden empty answer, so that none ticked is an answer too.
    "form-dup-name": "off",
    // The name of the house stands behind the name of each page, and has 46 letters by itself.
    "long-title": ["error", { maxlength: 110 }],
    // All files come from our own origin, by the security rules; a hash is for files from elsewhere.
    "require-sri": ["error", { target: "crossorigin" }],
    // The style sheet keeps a number on one line; other characters in it would not be found, nor dialled when copied.
    "tel-non-breaking": "off",
    // HTML allows any id without blanks; the wizard's own fields begin with `_`, so that no answer can bear their name.
    "valid-id": ["error", { relaxed: true }],
  },
};
/** The summary of errors (h2) stands above the h1 of a page with a form, as in the design systems of GOV.UK and NL. */
const rulesOfForms = { ...rules, rules: { ...rules.rules, "heading-level": ["error", { minInitialRank: "h2" }] } };

const page = new HtmlValidate(new StaticConfigLoader(rules));
const form = new HtmlValidate(new StaticConfigLoader(rulesOfForms));

onEveryHouse((stage) => {
  test("every public page is valid HTML", async () => {
    const missing = { path: "/bestaat-niet", html: await (await fetch(`${stage.house.direct}/bestaat-niet`)).text() };
    const found = await Promise.all([...(await publicPages(stage.house)), missing].map(async ({ path, html }) => [path, await faultsOf(html)]));
    assert.deepEqual(Object.fromEntries(found.filter(([, faults]) => faults.length > 0)), {});
  });
});

const stage = setStage();
const demo = setDemo(120, deep.house);

validates("every answer of the site", stage, siteScenes);
validates("every page of the desk", demo, async () => (await deskScenes(demo)).filter(({ needsScript }) => !needsScript));
onEveryStory((story, stage) => validates("every state", stage, (house) => wizardScenes(house, story)));

function validates(what, stage, scenesOf) {
  test(`${what} is valid HTML`, { concurrency: 2 }, async (t) => {
    const looked = (await scenesOf(stage.house)).map((scene) =>
      t.test(scene.name, () =>
        stage.inTurn({ script: false }, async (page) => {
          await scene.show(page);
          assert.deepEqual(await faultsOf(await noted(page).documents.at(-1).text()), []);
        }),
      ),
    );
    await Promise.all(looked);
  });
}

test("planted faults are reported", async () => {
  const good = await (await fetch(stage.house.direct)).text();
  assert.deepEqual(await faultsOf(good), []);
  const faults = {
    "parser-error": (html) => html.replace("</main>", "<!></main>"),
    "close-order": (html) => html.replace("</main>", "</section></main>"),
    "no-dup-id": (html) => html.replace("</main>", `<p id="main">Twee keer</p></main>`),
    "element-permitted-content": (html) => html.replace("</main>", "<ul><p>los</p></ul></main>"),
    "element-name": (html) => html.replace("</main>", "<kaart>eigen</kaart></main>"),
    "heading-level": (html) => html.replace("</main>", "<h6>Diep</h6></main>"),
    "no-missing-references": (html) => html.replace("</main>", `<p aria-describedby="nergens">x</p></main>`),
    "missing-doctype": (html) => html.replace("<!DOCTYPE html>", ""),
    "element-required-attributes": (html) => html.replace(' lang="nl"', "").replace("</main>", "<img></main>"),
  };
  for (const [rule, plant] of Object.entries(faults)) {
    const found = (await faultsOf(plant(good))).map((fault) => fault.split(":")[0]);
    assert.ok(found.includes(rule), `${rule} is found; found were ${found}`);
  }
});

async function faultsOf(html) {
  const judge = /<form\b/.test(html) && html.includes('id="fouten"') ? form : page;
  const { results } = await judge.validateString(html);
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`);
}
