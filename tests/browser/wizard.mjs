// Walking through the wizard as a visitor: begin, fill in, go on, check, send.

import assert from "node:assert/strict";
import { noted } from "./browser.mjs";
import { assertAllFound, fillIn } from "./hand.mjs";
import { referral, rowAnswers } from "./filling.mjs";

/** The start of the wizard. */
export const start = "/aanmelden/regieteam";

/** The address of a page of the wizard. */
export const at = (...words) => [start, ...words].join("/");

/** Begins a referral: there is no danger now. */
export async function begin(page) {
  await page.goto(start);
  await page.getByRole("radio", { name: "Nee", exact: true }).check();
  await page.getByRole("button", { name: "Begin met aanmelden" }).click();
  await page.waitForURL(`**${at("aanmelder")}`);
  await awake(page);
}

/** Waits until the island works; without script there is nothing to wait for. */
export async function awake(page) {
  if (noted(page).script && (await page.locator("leptos-island").count()) > 0) {
    await page.waitForFunction(() => window.islandIsAwake === true);
  }
}

/** Opens a page of the wizard by its address. */
export async function open(page, ...words) {
  const answer = await page.goto(at(...words));
  await awake(page);
  return answer;
}

/** Presses a button and waits until its page is there: another document, or another page laid in place. */
export async function press(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  await changes(page, () => button.click());
}

/** Presses "Volgende stap". */
export const next = (page) => press(page, "Volgende stap");

/** Follows a link of the wizard. */
export async function follow(page, name, within = page) {
  await changes(page, () => within.getByRole("link", { name }).first().click());
}

/** Does something and waits for what the page makes of it: a new page, a page laid in place, or errors shown at once. */
export async function changes(page, act) {
  if (!noted(page).script) {
    await Promise.all([page.waitForEvent("load"), act()]);
    return;
  }
  await page.evaluate(remember);
  await act();
  await page.waitForFunction(isOther);
  await page.waitForLoadState();
  await awake(page);
}

// Runs in the page: what is seen now is written on the elements themselves, so that it goes when they go.
function remember() {
  const wizard = document.getElementById("wizard");
  document.querySelector("main").seen = { wizard, errors: document.querySelector("#fouten ul")?.innerHTML };
}

// Runs in the page.
function isOther() {
  const main = document.querySelector("main");
  if (!main?.seen) return main !== null;
  if (document.getElementById("wizard") !== main.seen.wizard) return true;
  return document.activeElement.id === "fouten" && document.querySelector("#fouten ul")?.innerHTML !== main.seen.errors;
}

/** Fills in one step (its rows too) and goes on to the next. Fields that show only after a first try get their answer then. */
export async function fillStep(page, { step, answers = {}, group, rows = [] }) {
  await here(page, step);
  for (const [index, row] of rows.entries()) await addRow(page, group, index, row);
  const done = await fillIn(page, answers);
  await next(page);
  if (new URL(page.url()).pathname === at(step)) {
    done.push(...(await fillIn(page, answers)));
    await next(page);
  }
  assertAllFound(answers, done);
  assert.notEqual(new URL(page.url()).pathname, at(step), `the step ${step} went on: ${await errorsOf(page)}`);
}

/** Adds one row to a group and comes back to the step. */
export async function addRow(page, group, index, row) {
  await changes(page, () => page.locator(`button[value="toevoegen:${group.slug}"]`).click());
  const answers = rowAnswers(group, index, row);
  assertAllFound(answers, await fillIn(page, answers));
  await press(page, "Opslaan");
  await page.locator(`#${group.name}`).waitFor();
}

/** Fills in these steps, one after another. */
export async function fillSteps(page, steps = referral) {
  for (const step of steps) await fillStep(page, step);
}

/** Sends from the check page; gives the reference. */
export async function send(page) {
  await here(page, "controle");
  await page.getByRole("button", { name: "Aanmelding versturen" }).click();
  await page.waitForURL(`**${at("verzonden")}/**`);
  return new URL(page.url()).pathname.split("/").at(-1);
}

/** Asserts that the visitor is on this page of the wizard. */
export async function here(page, ...words) {
  assert.equal(new URL(page.url()).pathname, at(...words), `errors: ${await errorsOf(page)}`);
}

/** The lines of the error summary. */
export async function errorsOf(page) {
  return page.locator("#fouten:not([hidden]) li").allTextContents();
}

/** Where the focus is: the id of the element, or its name. */
export function focused(page) {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || "");
}
