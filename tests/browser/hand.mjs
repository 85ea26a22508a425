// The hand that fills in a page: whatever kind of field is shown, it gets its answer.

import assert from "node:assert/strict";

/** Fills in every field in view that has an answer, top to bottom. Gives the names that found their field. */
export async function fillIn(page, answers) {
  const done = [];
  for (const { name, kind } of await fieldsOf(page)) {
    if (!(name in answers)) continue;
    const field = page.locator(`[data-field="${name}"]`);
    // An earlier answer on this page decides whether it is asked.
    if (!(await field.isVisible())) continue;
    await answerField(field, kind, name, answers[name]);
    done.push(name);
  }
  return done;
}

/** All fields of a page, in reading order: name, and kind (`text`, `textarea`, `select`, `radio`, `checkbox`, `date`). */
export function fieldsOf(page) {
  return page.locator("[data-field]").evaluateAll((fields) =>
    fields.map((field) => {
      const name = field.dataset.field;
      const control = field.querySelector(`[name="${name}"]:not([type=hidden])`);
      return { name, kind: !control ? "date" : control.localName === "input" ? control.type : control.localName };
    }),
  );
}

async function answerField(field, kind, name, answer) {
  const control = field.locator(`[name="${name}"]:not([type=hidden])`);
  if (kind === "date") return typeDate(field, name, answer);
  if (Array.isArray(answer)) return tick(control, answer);
  if (kind === "radio") return field.locator(`[type=radio][value="${answer}"]`).check();
  if (kind === "checkbox") return control.setChecked(answer === "ja");
  if (kind === "select") return control.selectOption(answer);
  return control.fill(answer);
}

async function tick(boxes, ticks) {
  for (const box of await boxes.all()) {
    const wanted = ticks.includes(await box.getAttribute("value"));
    if ((await box.isChecked()) !== wanted) await box.setChecked(wanted);
  }
}

async function typeDate(field, name, parts) {
  for (const [part, text] of Object.entries(parts)) {
    const box = field.locator(`[name="${name}.${part}"]`);
    if ((await box.inputValue()) !== text) await box.fill(text);
  }
}

/** What the controls of the page hold now, as pairs, the hidden ones of the wizard itself aside. */
export function typedOn(page) {
  return page.locator("#formulier").evaluate((form) => [...new FormData(form)].filter(([name]) => !name.startsWith("_")));
}

/** Every answer of the table found its field. */
export function assertAllFound(answers, done) {
  assert.deepEqual(Object.keys(answers).filter((name) => !done.includes(name)), [], "these answers found no field in view");
}
