// Nothing typed is ever lost: Back, a wrong answer, another tab, a crash, a lost answer, an expired draft, a double press.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ways } from "./browser.mjs";
import { beginDraft, draftOf, filledDraft } from "./draft.mjs";
import { isWords, stepOf } from "./filling.mjs";
import { fillIn, typedOn } from "./hand.mjs";
import { openHouse, until } from "./house.mjs";
import { mailTo } from "./mail.mjs";
import { onEveryStory, setStage } from "./stage.mjs";
import { deep } from "./stories.mjs";
import { addRow, awake, errorsOf, follow, next, press, wizardOf } from "./wizard.mjs";

onEveryStory((story, stage) => {
  const { at, here, isSent, open, sendButton } = wizardOf(story);
  const half = story.steps[Math.floor(story.steps.length / 2)];

  for (const way of ways) {
    test(`what was typed half survives an error, a crash and the way to another browser ${way.name}`, async () => {
      const page = await stage.visit(way);
      await (await filledDraft(stage.house, story, half.step)).handTo(page);
      await open(page, half.step);
      await fillIn(page, inWords(half));
      const before = await typedOn(page);
      assert.ok(before.some(([, text]) => text !== ""));
      await next(page);
      await here(page, half.step);
      assert.deepEqual(await typedOn(page), before, "beside its errors");
      await press(page, "Opslaan en later verder");
      const code = await page.locator("#code").innerText();
      await stage.house.crashAndRestart();
      const elsewhere = await stage.visit(way);
      await elsewhere.goto("/verder");
      await elsewhere.getByLabel("Uw code").fill(` ${code.toLowerCase().replaceAll("-", " ")} `);
      await elsewhere.getByRole("button", { name: "Verder" }).click();
      await elsewhere.waitForURL(`**${at(half.step)}`);
      assert.deepEqual(await typedOn(elsewhere), before, "elsewhere");
      for (const visitor of [page, elsewhere]) await visitor.context().close();
    });

    test(`two tabs: both versions are shown and the own one can be kept ${way.name}`, async () => {
      const page = await stage.visit(way);
      await (await filledDraft(stage.house, story)).handTo(page);
      const [name] = Object.keys(inWords(half));
      await open(page, half.step);
      await (await draftOf(page, stage.house, story)).save(at(half.step), { ...half.answers, [name]: "Andere tab" });
      await fillIn(page, { [name]: "Mijn versie" });
      await next(page);
      const text = await page.locator("#wizard").innerText();
      assert.match(text, /Andere tab/);
      assert.match(text, /Mijn versie/);
      await press(page, "Houd wat ik hier typte");
      await here(page, half.step);
      assert.equal((await typedOn(await again(page))).find(([key]) => key === name)[1], "Mijn versie", "it is what is stored");
      await page.context().close();
    });

    test(`two presses on send make one of it and one mail ${way.name}`, async () => {
      const page = await stage.visit(way);
      await (await filledDraft(stage.house, story)).handTo(page);
      const receipts = async () => (await stage.house.mails()).filter((mail) => story.receipt && mailTo(mail, story.receipt)).length;
      const [before, mails] = [await stage.house.references(), await receipts()];
      await open(page, "controle");
      await sendButton(page).dblclick();
      await isSent(page);
      assert.equal((await stage.house.references()).length, before.length + 1);
      await page.goBack();
      await awake(page);
      await page.goto(at("controle"));
      if (!story.isUnfollowed) assert.match(page.url(), /verzonden/, "Back leads to what was sent");
      const wanted = mails + (story.receipt ? 1 : 0);
      await until(async () => (await receipts()) >= wanted, 10_000, () => "no mail left");
      assert.equal(await receipts(), wanted);
      await page.context().close();
    });
  }
});

/** The answers in words of a step. */
const inWords = ({ answers = {} }) => Object.fromEntries(Object.entries(answers).filter(([, answer]) => isWords(answer)));

const stage = setStage();
const { at, begin, here, open, send } = wizardOf(deep);

for (const way of ways) {
  test(`wrong and half answers stay as they were typed ${way.name}`, async () => {
    const page = await stage.visit(way);
    await (await filledDraft(stage.house, deep, "betrokkene")).handTo(page);
    await open(page, "betrokkene");
    const typed = {
      "person.bsn_known": "ja",
      "person.bsn": "12 34",
      "person.last_name": "  <b>Half \"af\"</b> & meer ",
      "person.birth_date": { day: "31", month: "2", year: "19" },
      "person.aliases": "regel een\n\n  regel drie",
    };
    await fillIn(page, typed);
    const before = await typedOn(page);
    await next(page);
    assert.ok((await errorsOf(page)).length > 0);
    assert.deepEqual(await typedOn(page), before);
    await press(page, "Vorige stap");
    await here(page, "uw-rol");
    await next(page);
    assert.deepEqual(await typedOn(page), before, "also after going back and forth");
  });

  test(`an answer on a branch that was left is shown as not sent, and comes back with the branch, ${way.name}`, async () => {
    const page = await stage.visit(way);
    await (await filledDraft(stage.house, deep)).handTo(page);
    await open(page, "uw-rol");
    await fillIn(page, { "role.secrecy": "geen" });
    await next(page);
    await open(page, "controle");
    const parked = () => page.locator("[data-parked]").evaluateAll((all) => all.map((row) => row.dataset.parked));
    assert.deepEqual(await parked(), ["role.basis", "role.consent_on", "role.consent_by"]);
    assert.match(await page.locator(".zvh-parked").innerText(), /2 maart 2026/);
    await follow(page, "Naar deze stap", page.locator(".zvh-parked"));
    await here(page, "uw-rol");
    await fillIn(page, { "role.secrecy": "medisch" });
    assert.equal(await page.locator(`[name="role.consent_by"]`).inputValue(), "de betrokkene zelf");
    await fillIn(page, { "role.secrecy": "geen" });
    await next(page);
    await open(page, "controle");
    const { answers, shown } = await stage.house.openReferral(await send(page, stage.house));
    assert.deepEqual(Object.keys(answers).filter((name) => name.startsWith("role.")), ["role.involvement", "role.secrecy"]);
    assert.ok(!JSON.stringify(shown).includes("role.basis"));
  });

  test(`two tabs: both versions are shown and either can be kept, ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    const name = page.locator(`[name="referrer.last_name"]`);
    const draft = await draftOf(page, stage.house, deep);
    for (const [choice, kept] of [["Houd wat ik hier typte", "Mijn versie"], ["Houd wat was opgeslagen", "Andere tab"]]) {
      await open(page, "aanmelder");
      await draft.save(at("aanmelder"), { "referrer.last_name": "Andere tab" });
      await fillIn(page, { ...stepOf(deep, "aanmelder").answers, "referrer.last_name": "Mijn versie" });
      await next(page);
      const text = await page.locator("#wizard").innerText();
      assert.match(text, /Andere tab/);
      assert.match(text, /Mijn versie/);
      assert.match(await page.title(), /^Fout: /);
      await press(page, choice);
      await here(page, "aanmelder");
      assert.equal(await name.inputValue(), kept);
      assert.equal((await typedOn(await again(page))).find(([key]) => key === "referrer.last_name")[1], kept, "it is what is stored");
    }
  });

  test(`a page whose draft is gone keeps what was typed in a new one ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    const draft = await draftOf(page, stage.house, deep);
    await fillIn(page, stepOf(deep, "aanmelder").answers);
    assert.equal((await draft.post(at("weggooien"), {})).status, 303);
    await next(page);
    await here(page, "uw-rol");
    await press(page, "Vorige stap");
    assert.equal(await page.locator(`[name="referrer.last_name"]`).inputValue(), "Aanmelder");
    assert.notEqual((await draftOf(page, stage.house, deep)).cookie, draft.cookie, "it is another draft");
  });

  test(`the server may be killed half-way ${way.name}`, async () => {
    const page = await stage.visit(way);
    await begin(page, stage.house);
    await fillIn(page, stepOf(deep, "aanmelder").answers);
    await next(page);
    await fillIn(page, stepOf(deep, "uw-rol").answers);
    await stage.house.crashAndRestart();
    await next(page);
    await here(page, "betrokkene");
    await open(page, "aanmelder");
    assert.equal(await page.locator(`[name="referrer.last_name"]`).inputValue(), "Aanmelder");
  });

  test(`removing a row moves no other ${way.name}`, async () => {
    const page = await stage.visit(way);
    await (await filledDraft(stage.house, deep, "gezin")).handTo(page);
    await open(page, "gezin");
    const { group, rows } = stepOf(deep, "gezin");
    const three = [rows[0], rows[1], { ...rows[0], last_name: "Derde", bsn: "" }];
    for (const [index, row] of three.entries()) await addRow(page, group, index, row);
    await follow(page, "Verwijder", page.locator(".zvh-rows__row").nth(1));
    await press(page, "Ja, verwijder");
    const names = () => page.locator(".zvh-rows__heading").allInnerTexts();
    assert.equal((await names()).length, 2);
    await follow(page, "Wijzig", page.locator(".zvh-rows__row").nth(1));
    await here(page, "gezin", "persoon", "k3");
    assert.equal(await page.locator(`[name="household.k3.last_name"]`).inputValue(), "Derde");
    await press(page, "Opslaan");
    await addRow(page, group, 3, { ...rows[1], last_name: "Vierde" });
    assert.match((await names()).join(), /Fictief.*Derde.*Vierde/s, "a new row takes no old place");
  });

  test(`a forged address leads to the first open step ${way.name}`, async () => {
    const page = await stage.visit(way);
    await (await filledDraft(stage.house, deep, "betrokkene")).handTo(page);
    for (const step of ["informeren", "controle", "gezin/persoon/k1", "gezin/persoon/k1/verwijderen"]) {
      await open(page, step);
      await here(page, "betrokkene");
    }
    for (const nowhere of ["bestaat-niet", "gezin/persoon/onzin", "gezin/onzin/k1"]) {
      assert.equal((await page.goto(at(nowhere))).status(), 404, nowhere);
    }
    const stranger = await stage.visit(way);
    await stranger.goto(at("controle"));
    await here(stranger);
  });
}

test("twenty presses at one moment make one referral, one mail, and twenty equal answers", async () => {
  const draft = await filledDraft(stage.house, deep);
  const [before, mails] = [await stage.house.references(), (await stage.house.mails()).length];
  const answers = await Promise.all(Array.from({ length: 20 }, () => draft.send()));
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [303]);
  assert.equal(new Set(answers.map((answer) => answer.headers.get("location"))).size, 1);
  assert.equal((await stage.house.references()).length, before.length + 1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal((await stage.house.mails(mails + 1)).length, mails + 1);
});

test("a save under way does not swallow the press that follows", async () => {
  const page = await stage.visit();
  await begin(page, stage.house);
  await slow(page, "_actie=bewaar", 2500);
  await fillIn(page, stepOf(deep, "aanmelder").answers);
  await page.waitForRequest((request) => request.postData()?.includes("_actie=bewaar"));
  await page.getByRole("button", { name: "Volgende stap" }).click();
  await page.waitForURL(`**${at("uw-rol")}`);
});

test("what is typed while a press is on its way is stored too", async () => {
  const page = await stage.visit();
  await begin(page, stage.house);
  await fillIn(page, stepOf(deep, "aanmelder").answers);
  await slow(page, "_actie=volgende", 1500);
  await page.getByRole("button", { name: "Volgende stap" }).click();
  await page.locator(`[name="referrer.department"]`).fill("Nog even erbij");
  await page.waitForURL(`**${at("uw-rol")}`);
  await open(page, "aanmelder");
  assert.equal(await page.locator(`[name="referrer.department"]`).inputValue(), "Nog even erbij");
});

test("closing the tab a moment after typing loses nothing", async () => {
  const page = await stage.visit();
  await begin(page, stage.house);
  const draft = await draftOf(page, stage.house, deep);
  await page.locator(`[name="referrer.last_name"]`).fill("Net op tijd");
  await page.close({ runBeforeUnload: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.match(await (await draft.get(at("aanmelder"))).text(), /Net op tijd/);
});

test("a code that is wrong, expired, used or thrown away gets one and the same answer", async () => {
  const { house } = stage;
  const expired = await beginDraft(house, deep);
  await house.sql("UPDATE drafts SET expires_at = 1");
  const used = await filledDraft(house, deep);
  const usedCode = used.code;
  await used.send();
  const thrownAway = await beginDraft(house, deep);
  const codes = { wrong: await codeOfAnotherHouse(), expired: expired.code, used: usedCode, thrownAway: thrownAway.code };
  await thrownAway.post(at("weggooien"), {});
  const visitor = await beginDraft(house, deep);
  const answers = [];
  for (const code of Object.values(codes)) {
    const answer = await visitor.post("/verder", {}, { _code: code });
    answers.push({ status: answer.status, html: (await answer.text()).replaceAll(code, "CODE") });
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(answers[0].status, 422);
  assert.match(answers[0].html, /vinden wij geen antwoorden/);
});

/** A well-formed code that this house never saw. */
async function codeOfAnotherHouse() {
  const other = await openHouse();
  const { code } = await beginDraft(other, deep);
  await other.close();
  return code;
}

/** Holds posts with this text back for some milliseconds. */
function slow(page, text, milliseconds) {
  return page.route("**/*", async (route) => {
    if (route.request().postData()?.includes(text)) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return route.continue();
  });
}

/** The same page, opened again. */
async function again(page) {
  await page.reload();
  await awake(page);
  return page;
}
