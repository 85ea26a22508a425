// A draft made by plain posts, without a page: the quick way to a state, and the way to post what no page would.

import assert from "node:assert/strict";
import { pairsOf, rowAnswers } from "./filling.mjs";
import { wizardOf } from "./wizard.mjs";

/** Begins a draft of a story's form. Where a form has no start page, its draft begins with what is saved first. */
export async function beginDraft(house, story) {
  const draft = new Draft(house, story);
  const { hasStartPage, address, answers } = story.entry;
  const start = await address(house, story);
  if (hasStartPage) assert.equal((await draft.post(start, answers)).status, 303);
  return draft;
}

/** A draft with the answers of the steps before `until`; of all steps without it. */
export async function filledDraft(house, story, until) {
  const draft = await beginDraft(house, story);
  for (const step of story.steps) {
    if (step.step === until) break;
    await draft.fill(step);
  }
  return draft;
}

class Draft {
  constructor(house, story) {
    this.house = house;
    this.wizard = wizardOf(story);
  }

  /** Posts one step with its rows. */
  async fill({ step, answers, group, rows = [] }) {
    const { at } = this.wizard;
    for (const [index, row] of rows.entries()) await this.save(at(step, group.slug, `k${index + 1}`), rowAnswers(group, index, row));
    if (answers) await this.save(at(step), answers);
  }

  /** Saves answers in the background, over whatever is stored. */
  async save(path, answers) {
    const answer = await this.post(path, answers, { _actie: "bewaar", _versie: "999999" });
    assert.equal(answer.status, 204, `${path} was saved`);
    this.version = answer.headers.get("x-versie");
  }

  /** Presses the button of the check page. */
  send() {
    return this.post(this.wizard.at("controle"), {}, { _versie: this.version });
  }

  /** Posts to a page; redirects are not followed. */
  async post(path, answers, control = {}) {
    const body = new URLSearchParams([...pairsOf(answers), ...Object.entries(control)]);
    const answer = await fetch(this.house.direct + path, { method: "POST", body, redirect: "manual", headers: this.headers() });
    this.keepCookie(answer);
    return answer;
  }

  /** Gets a page; redirects are not followed. */
  get(path) {
    return fetch(this.house.direct + path, { redirect: "manual", headers: this.headers() });
  }

  /** The code with which anyone can go on. */
  get code() {
    return this.cookie.split("=")[1];
  }

  /** Gives the draft to a visitor's browser. */
  async handTo(page) {
    // Nothing was saved yet.
    if (!this.cookie) return;
    const [name, value] = this.cookie.split("=");
    // Only through a secure address does DevTools accept a `__Host-` cookie; the browser sends it to http://localhost too.
    await page.context().addCookies([{ name, value, url: "https://localhost/", secure: true, httpOnly: true, sameSite: "Strict" }]);
  }

  headers() {
    return { "sec-fetch-site": "same-origin", ...(this.cookie && { cookie: this.cookie }) };
  }

  keepCookie(answer) {
    const given = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    if (given.length > 0) this.cookie = given[0];
  }
}

/** Takes over the draft that a visitor's browser holds. */
export async function draftOf(page, house, story) {
  const draft = new Draft(house, story);
  const cookie = (await page.context().cookies(house.url)).find(({ name }) => name === `__Host-concept-${story.slug}`);
  assert.ok(cookie, "the visitor holds a draft");
  draft.cookie = `${cookie.name}=${cookie.value}`;
  return draft;
}
