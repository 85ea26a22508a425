// Walking through the wizard of a story as a visitor: begin, fill in, go on, check, send.

import assert from "node:assert/strict";
import { rowAnswers } from "./filling.mjs";
import { assertAllFound, fillIn } from "./hand.mjs";
import { noted } from "./browser.mjs";

/** The wizard of this story: its addresses, and the steps of a visitor who walks through it. */
export function wizardOf(story) {
  const { slug, entry, words, steps } = story;
  const start = `/aanmelden/${slug}`;

  /** The address of a page of the wizard. */
  const at = (...rest) => [start, ...rest].join("/");

  /** Begins as the story begins, in this house, and stands on the first step. */
  async function begin(page, house) {
    await page.goto(await entry.address(house, story));
    if (entry.hasStartPage) {
      await fillIn(page, entry.answers);
      await page.getByRole("button", { name: words.begin, exact: true }).click();
    }
    await page.waitForURL(`**${at(steps[0].step)}`);
    await awake(page);
  }

  /** Opens a page of the wizard by its address. */
  async function open(page, ...rest) {
    const answer = await page.goto(at(...rest));
    await awake(page);
    return answer;
  }

  /** Fills in one step (its rows too) and goes on to the next. Fields that show only after a first try get their answer then. */
  async function fillStep(page, { step, answers = {}, group, rows = [] }) {
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

  /** Fills in these steps, one after another. */
  async function fillSteps(page, chosen = steps) {
    for (const step of chosen) await fillStep(page, step);
  }

  /** Presses the button of the check page; gives the reference of what was sent in this house. */
  async function send(page, house) {
    await here(page, "controle");
    const before = await house.references();
    await sendButton(page).click();
    await isSent(page);
    const made = (await house.references()).filter((reference) => !before.includes(reference));
    assert.equal(made.length, 1, "it was sent once");
    return made[0];
  }

  /** Waits for the confirmation. */
  const isSent = (page) => page.waitForURL((url) => url.pathname.startsWith(at("verzonden")));

  /** The button that sends. */
  const sendButton = (page) => page.getByRole("button", { name: words.send, exact: true });

  /** Asserts that the visitor is on this page of the wizard. */
  async function here(page, ...rest) {
    assert.equal(new URL(page.url()).pathname, at(...rest), `errors: ${await errorsOf(page)}`);
  }

  return { start, at, begin, open, fillStep, fillSteps, send, sendButton, isSent, here };
}

/** Waits until the island works; without script there is nothing to wait for. */
export async function awake(page) {
  if (noted(page).script && (await page.locator("leptos-island").count()) > 0) {
    await page.waitForFunction(() => window.islandIsAwake === true);
  }
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

/** Adds one row to a group and comes back to the step. */
export async function addRow(page, group, index, row) {
  await changes(page, () => page.locator(`button[value="toevoegen:${group.slug}"]`).click());
  const answers = rowAnswers(group, index, row);
  assertAllFound(answers, await fillIn(page, answers));
  await press(page, "Opslaan");
  await page.locator(`#${group.name}`).waitFor();
}

/** The lines of the error summary. */
export async function errorsOf(page) {
  return page.locator("#fouten:not([hidden]) li").allTextContents();
}

/** Where the focus is: the id of the element, or its name. */
export function focused(page) {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || "");
}
