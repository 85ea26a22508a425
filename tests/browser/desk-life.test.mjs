// The whole life of a referral, in a demonstration: sent by a professional without script, opened, called about, asked back and answered,
// judged, advised on by a second person, decided, answered; read by its sender; destroyed when its time is over, with proof.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted } from "./browser.mjs";
import { isoDay } from "./days.mjs";
import { enrol, plugIn, pressPasskey } from "./desk.mjs";
import { date } from "./filling.mjs";
import { openFollowed } from "./follow.mjs";
import { assertAllFound, fillIn } from "./hand.mjs";
import { setDemo } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { wizardOf } from "./wizard.mjs";

const stage = setDemo(20, deep.house);
const said = (page) => page.locator("main").innerText();
const path = (page) => new URL(page.url()).pathname;

/** Those of the house, each in a browser of their own. */
const desk = {};
/** The sender, and what was sent. */
let sender, reference, code;

/** Opens the page of an act, fills it in, looks at what the sender will read where that is shown, and does it. */
async function act(page, slug, answers, { questions = [], preview } = {}) {
  await page.goto(`/balie/${reference}/${slug}`);
  for (const question of questions) {
    const box = page.locator(`[name="veld"][value="${question}"]`);
    const step = page.locator("details", { has: box });
    if (!(await box.isVisible())) await step.locator("summary").click();
    await box.check();
  }
  assertAllFound(answers, await fillIn(page, answers));
  const look = page.getByRole("button", { name: "Bekijk eerst" });
  if ((await look.count()) > 0) {
    await look.click();
    await page.getByRole("heading", { name: "Zo ziet de afzender het" }).waitFor();
    for (const words of preview) assert.match(await said(page), words);
  }
  await page.locator("#formulier button[value=volgende]").click();
  await page.waitForURL((url) => url.searchParams.get("gedaan") === slug);
}

test("each invited colleague needs a passkey and nothing else", async () => {
  const { invitations } = stage.house;
  for (const role of ["intake", "procesregisseur", "voorzitter", "weger", "fg"]) {
    const [, link] = invitations.find(([of]) => of === role) ?? assert.fail(`no link for ${role}`);
    const page = await stage.visit();
    await plugIn(page);
    await enrol(page, link);
    if (role === "fg") {
      assert.equal(path(page), "/balie/passkeys", "a second passkey is asked for");
      await page.getByRole("link", { name: "Later, eerst naar de balie" }).click();
      await page.waitForURL((url) => url.pathname === "/balie/bewaren");
    } else {
      assert.equal(path(page), "/balie", `${role} is at work at once, without a key to type`);
    }
    assert.match(await page.locator("#demonstratie").innerText(), /Dit is een demonstratie/);
    desk[role] = page;
  }
  // Who may open a case opens an invented one, without having typed a key.
  const first = desk.intake.locator("main a[href^='/balie/']").filter({ hasText: /-\d\d-/ }).first();
  await first.click();
  await desk.intake.locator("h1").waitFor();
  assert.deepEqual(noted(desk.intake).faults, []);
});

test("a professional sends a referral, without script", async () => {
  sender = await stage.visit({ script: false });
  const wizard = wizardOf(deep);
  await wizard.begin(sender, stage.house);
  await wizard.fillSteps(sender);
  reference = await wizard.send(sender, stage.house);
  code = await sender.locator("#code").innerText();
  assert.match(await sender.locator("#demonstratie").innerText(), /verzonnen/);
});

test("intake opens it, calls, and asks back about two questions", async () => {
  const page = desk.intake;
  await page.goto(`/balie?referentie=${reference}`);
  await page.getByRole("link", { name: reference, exact: true }).click();
  assert.match(await said(page), /Fictief-Voorbeeld/);
  await act(page, "bellen", { "call.spoken": "nee" });
  await act(page, "bellen", { "call.spoken": "ja", "call.with": "Proef Aanmelder", "call.report": "Gesproken. Dit blijft bij de balie." });
  const asks = { questions: ["person.birth_date", "referrer.function"], preview: [/Klopt het geboortejaar/] };
  await act(page, "aanvulling-vragen", { "ask.question": "Klopt het geboortejaar?" }, asks);
  assert.match(await said(page), /Wacht op de afzender/);
});

test("the sender answers just those two questions", async () => {
  await openFollowed(sender, { reference, code });
  assert.match(await said(sender), /Klopt het geboortejaar/);
  assert.doesNotMatch(await said(sender), /blijft bij de balie/);
  const answers = { "person.birth_date": date(8, 3, 2009), "referrer.function": "teamleider" };
  assertAllFound(answers, await fillIn(sender, answers));
  await sender.locator("[name=_antwoord]").fill("De dag is nu bekend.");
  await sender.getByRole("button", { name: "Antwoord versturen" }).click();
  assert.match(await said(sender), /U gaf antwoord op onze vraag/);
  await desk.intake.goto(`/balie/${reference}`);
  assert.match(await said(desk.intake), /8 maart 2009[^]*teamleider|teamleider[^]*8 maart 2009/);
});

test("the criteria are judged, another advises, the chair decides and answers", async () => {
  const criteria = { "judged.informed": "ja" };
  for (const name of ["domains", "chains", "surroundings"]) Object.assign(criteria, { [`judged.${name}`]: "nee", [`judged.${name}_reason`]: `Verzonnen reden (${name}).` });
  await act(desk.procesregisseur, "criteria-regieteam", criteria);
  const organisation = await choiceOf(desk.weger, "advies", "weigh.organisation");
  await act(desk.weger, "advies", { "weigh.organisation": organisation, "weigh.advice": "niet_aannemen", "weigh.reason": "Een wijkteam kan dit." });
  await desk.voorzitter.goto(`/balie/${reference}`);
  assert.match(await said(desk.voorzitter), /Een wijkteam kan dit/);
  await act(desk.voorzitter, "besluit", { "decision.outcome": "advies", "decision.reason": "Alleen voor de balie." });
  await act(
    desk.voorzitter,
    "antwoord",
    { "answer.way": "schriftelijk", "answer.text": "Het wijkteam past beter bij deze casus.", "answer.advice": "ja", "answer.advice_text": "Bel het wijkteam." },
    { preview: [/Het wijkteam past beter/, /Wij nemen de casus niet aan/, /Ons advies: Bel het wijkteam/] },
  );
  assert.deepEqual(noted(desk.voorzitter).faults, []);
});

test("the sender reads the answer and nothing of what the desk wrote for itself", async () => {
  await openFollowedAgain();
  assert.match(await said(sender), /Het wijkteam past beter bij deze casus/);
  assert.doesNotMatch(await said(sender), /Alleen voor de balie|Een wijkteam kan dit|Verzonnen reden/);
});

test("29 days later it is gone, and its sender can't open it", async () => {
  await sender.goto("/demo/klok");
  await sender.locator("#dag").fill(isoDay(29));
  await sender.getByRole("button", { name: "Naar deze dag" }).click();
  assert.doesNotMatch(await stage.house.command("referral", "list"), new RegExp(reference));
  await openFollowedAgain();
  assert.match(await sender.locator("#fouten").innerText(), /of wij bewaren dit niet meer/);
});

test("the tombstone proves it, and the trail names each step", async () => {
  const page = desk.fg;
  await page.goto(`/balie/bewaren/${reference}`);
  assert.equal(path(page), "/balie/inloggen", "the session of a month ago is over");
  await pressPasskey(page);
  await page.getByRole("heading", { name: /Bewijs van vernietiging/ }).waitFor();
  assert.match(await said(page), /Dit bewijs klopt/);
  assert.doesNotMatch(await said(page), /Fictief-Voorbeeld/);
  await page.goto(`/balie/logboek?referentie=${reference}`);
  const steps = ["ontvangen", "contact geprobeerd", "contact gehad", "aanvulling gevraagd", "aanvulling ontvangen"];
  steps.push("criteria beoordeeld", "advies gegeven", "besluit genomen", "antwoord gegeven");
  for (const step of steps) assert.match(await said(page), new RegExp(`Zaak: ${step}`, "i"), step);
  assert.match(await said(page), /Zaak ingezien/);
  assert.match(await said(page), /Zaak vernietigd/);
  assert.match(await stage.house.command("audit", "verify"), /sound|entries/i);
  assert.deepEqual(noted(page).faults, []);
});

test("back to now, the clock runs with that of the machine and what was destroyed stays so", async () => {
  await sender.goto("/demo/klok");
  await sender.getByRole("button", { name: "Terug naar nu" }).click();
  const today = new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "Europe/Amsterdam" }).format(new Date());
  assert.match(await sender.locator("#demonstratie").innerText(), new RegExp(today));
  assert.doesNotMatch(await stage.house.command("referral", "list"), new RegExp(reference));
});

/** With a code that this browser may still hold or not. */
async function openFollowedAgain() {
  await sender.context().clearCookies();
  await openFollowed(sender, { reference, code });
}

/** The first thing that can be chosen there. */
async function choiceOf(page, slug, name) {
  await page.goto(`/balie/${reference}/${slug}`);
  const chosen = page.locator(`[type=radio][name="${name}"]:checked, select[name="${name}"] option:checked:not([value=""])`);
  assert.equal(await chosen.count(), 1, "who works for a participant finds it chosen");
  return chosen.getAttribute("value");
}
