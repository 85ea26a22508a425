// A visitor with only a keyboard: Tab from stop to stop, and at each stop the keys that its kind of control takes.

import assert from "node:assert/strict";

/** More stops than any page has: who gets here is trapped or lost. */
const most = 400;

/** Goes to the next stop. Gives what stands there, and asserts that the focus can be seen. */
export async function tab(page, key = "Tab") {
  const [shift, last] = key.includes("+") ? key.split("+") : [null, key];
  if (shift) await page.keyboard.down(shift);
  // The focus moves when the key goes down; while it comes up the page can be asked already.
  await page.keyboard.down(last);
  let [stop] = await Promise.all([page.evaluate(describe), page.keyboard.up(last)]);
  // Coming from the browser itself, the page gets the focus a moment after the key.
  for (const patience of [20, 60]) {
    if (stop) break;
    await new Promise((resolve) => setTimeout(resolve, patience));
    stop = await page.evaluate(describe);
  }
  if (shift) await page.keyboard.up(shift);
  if (stop) assert.deepEqual(stop.faults, [], `the focus on ${stop.html}`);
  return stop;
}

/** Walks through a page and answers every question on the way, up to the button with this label; presses nothing. */
export async function answerUpTo(page, label, answers = {}) {
  const done = new Set();
  for (let stops = 0; stops < most; stops += 1) {
    const stop = await tab(page);
    if (!stop) continue;
    if (stop.kind === "button" && stop.label === label) return [...done];
    if (stop.group in answers) {
      await answer(page, stop, answers[stop.group]);
      done.add(stop.group);
    }
  }
  throw new Error(`no "${label}" within ${most} stops`);
}

async function answer(page, stop, wanted) {
  const { kind, name, value, checked } = stop;
  const part = typeof wanted === "object" && !Array.isArray(wanted) ? wanted[name.split(".").at(-1)] : wanted;
  if (kind === "checkbox") {
    const ticked = Array.isArray(wanted) ? wanted.includes(value) : wanted === "ja";
    if (ticked !== checked) await page.keyboard.press("Space");
  } else if (kind === "radio") {
    await pick(page, wanted, "Space");
  } else if (kind === "select-one") {
    await pick(page, wanted, "ArrowDown");
  } else if (value !== part) {
    await page.keyboard.press("Control+A");
    if (part === "") await page.keyboard.press("Delete");
    else await type(page, part);
  }
}

/** Arrow by arrow to the wanted option. */
async function pick(page, wanted, first) {
  const chosen = () => page.evaluate(() => {
    const { type, checked, value } = document.activeElement;
    return type === "radio" && !checked ? null : value;
  });
  if ((await chosen()) === wanted) return;
  await page.keyboard.press(first);
  for (let options = 0; options < 40; options += 1) {
    if ((await chosen()) === wanted) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrows never reach "${wanted}"`);
}

/** Types a text, line by line, as it would be typed. */
async function type(page, text) {
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
}

/** Asserts that Tab goes round a page in reading order, is never trapped, and that Shift+Tab goes the same way back. */
export async function assertWalkable(page) {
  const there = (await stopsOf(page)).map((stop) => stop.way);
  assert.ok(there.length > 3, "a page has more stops");
  const first = there.indexOf(Math.min(...there));
  const round = [...there.slice(first), ...there.slice(0, first)];
  assert.deepEqual(round, [...round].sort((one, other) => one - other), "reading order");
  const back = (await stopsOf(page, "Shift+Tab")).map((stop) => stop.way).reverse();
  const last = back.indexOf(round[0]);
  assert.deepEqual([...back.slice(last), ...back.slice(0, last)], round, "the same stops backwards");
}

/** Walks once round a page, from wherever the focus is: every stop until the first comes back. */
async function stopsOf(page, key = "Tab") {
  const stops = [];
  for (let presses = 0; presses < most; presses += 1) {
    const stop = await tab(page, key);
    // Between the last stop and the first lies the browser itself.
    if (!stop) continue;
    // A box for a date has a stop for each of its parts.
    if (stop.kind === "date" && stop.way === stops.at(-1)?.way) continue;
    if (stop.way === stops[0]?.way) return stops;
    assert.ok(!stops.some((known) => known.way === stop.way), `trapped at ${stop.html}`);
    stops.push(stop);
  }
  throw new Error("trapped: the focus never comes round");
}

// Runs in the page: what has the focus, and what is wrong with how it shows. `null` when the page has no focus.
function describe() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const shown = element.closest(".zvh-choice") ?? element;
  const faults = [];
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const ring = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  if (!ring) faults.push("shows no ring of 2 px");
  // A link may run over several lines: its first.
  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  const inView = { left: Math.max(box.left, 0), top: Math.max(box.top, 0), right: Math.min(box.right, innerWidth), bottom: Math.min(box.bottom, innerHeight) };
  if (inView.right - inView.left < 1 || inView.bottom - inView.top < 1) faults.push(`is out of view (${Math.round(box.x)}, ${Math.round(box.y)})`);
  const hit = document.elementFromPoint((inView.left + inView.right) / 2, (inView.top + inView.bottom) / 2);
  if (faults.length === 0 && hit && !shown.contains(hit)) faults.push(`is covered by ${hit.outerHTML.slice(0, 80)}`);
  // Of what can have the focus only: a script may add a file to load while one walks.
  const order = [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex], [contenteditable], audio, video")];
  // A group of radio buttons is one stop: forwards its first, backwards its last.
  const standsFor = element.type === "radio" ? document.querySelector(`[type=radio][name="${element.name}"]`) : element;
  return {
    kind: element.localName === "button" ? "button" : (element.type ?? element.localName),
    group: element.closest("[data-field]")?.dataset.field ?? "",
    name: element.name ?? "",
    value: element.value ?? "",
    checked: element.checked ?? false,
    label: element.innerText?.trim() ?? "",
    html: element.outerHTML.slice(0, 120),
    way: order.indexOf(standsFor),
    faults,
  };
}
