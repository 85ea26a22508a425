// Every page of the desk in every state that a colleague can meet, in a demonstration: what is looked at for accessibility and looks.

import assert from "node:assert/strict";
import { colleaguesOf, enrol, fillAnything, invite, lookButton, openers, plugIn, pressPasskey, sendButton } from "./desk.mjs";
import { openFollowed, sendStory, withdraw } from "./follow.mjs";
import { deep } from "./stories.mjs";
import { changes } from "./wizard.mjs";

/**
 * All scenes of the desk of a demonstration (`setDemo`), as in scenes.mjs. What can be seen both ways looks the same.
 */
export async function deskScenes(stage) {
  const colleagues = colleaguesOf(stage);
  const desk = { stage, colleagues, cases: await casesOf(stage, colleagues) };
  const scenes = [...ofTheDoor(desk), ...ofTheList(desk), ...ofCases(desk), ...ofActs(desk), ...ofTheSender(desk), ...ofTheHouse(desk), ...ofOneself(desk)];
  return scenes.map((scene) => ({ ...scene, name: `desk: ${scene.name}`, scripted: false }));
}

/** Shows an address to someone of this role. */
const seen = ({ colleagues }, role, address) => async (page) => {
  await colleagues.seat(page, role);
  await page.goto(address);
};

/** Shows an address, and does something there. */
const then = (show, go) => async (page) => {
  await show(page);
  await go(page);
};

/** What an earlier scene plugged in stays in its window: one authenticator at a time. */
const plugged = new WeakMap();
async function plugAnew(page, options) {
  const { client, authenticatorId } = plugged.get(page) ?? {};
  await client?.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  plugged.set(page, await plugIn(page, options));
}

const press = (name) => (page) => changes(page, () => page.locator("main").getByRole("button", { name }).click());
const faults = (page) => page.locator("#fouten").waitFor();

/** One case of each form and of each status: reference, form, status, a role that may open it and which acts it shows them. */
async function casesOf({ house }, colleagues) {
  const lines = (await house.command("referral", "list")).split("\n").filter(Boolean);
  const all = lines.map((line) => line.split(/\s+/)).map(([reference, , , , form, status]) => ({ reference, form, status }));
  const chosen = new Map();
  for (const one of all) {
    const kind = `${one.form} ${one.status}`;
    if (!chosen.has(kind)) chosen.set(kind, one);
  }
  const cases = [];
  for (const one of chosen.values()) {
    for (const role of openers) {
      const { name, value } = await colleagues.cookie(role);
      const answer = await fetch(`${house.url}/balie/${one.reference}`, { headers: { cookie: `${name}=${value}` } });
      if (answer.status !== 200) continue;
      const links = (await answer.text()).matchAll(new RegExp(`href="/balie/${one.reference}/([a-z-]+)"`, "g"));
      cases.push({ ...one, role, acts: [...new Set([...links].map(([, slug]) => slug))] });
    }
  }
  return cases;
}

function ofTheDoor({ stage, colleagues }) {
  const invited = async (page, roles) => {
    const { link } = await invite(stage.house, roles);
    await page.goto(link);
    return link;
  };
  /** Makes a passkey and goes back to the door; gives the number of who did. `prf`: as for `plugIn`. */
  const atTheDoor = async (page, { prf = true } = {}) => {
    const { id, link } = await invite(stage.house, ["redactie"]);
    await plugAnew(page, { prf });
    await enrol(page, link);
    await page.context().clearCookies();
    await page.goto("/balie/inloggen");
    return id;
  };
  const refused = async (page) => {
    await stage.house.command("staff", "end", await atTheDoor(page));
    await pressPasskey(page, "Inloggen is niet gelukt");
  };
  /** Makes a passkey; `heading` is what then says how it stands. `prf` and `screened`: as for `plugIn` and `invite`. */
  const made = async (page, heading, { prf = true, screened } = {}) => {
    const { link } = await invite(stage.house, ["redactie"], { screened });
    await plugAnew(page, { prf });
    await enrol(page, link);
    await page.getByRole("heading", { name: heading }).waitFor();
  };
  const askedForCode = async (page) => {
    await atTheDoor(page, { prf: false });
    await pressPasskey(page, "Uw sleutelcode");
  };
  const wrongCode = async (page) => {
    await askedForCode(page);
    await page.getByLabel("Sleutelcode").fill("0000");
    await press("Inloggen")(page);
    await faults(page);
  };
  return [
    { name: "sign-in", show: (page) => page.goto("/balie/inloggen") },
    { name: "sign-in asked for, from a page", show: (page) => page.goto("/balie?van=mij") },
    {
      name: "signed out",
      show: async (page) => {
        const { link } = await invite(stage.house, ["redactie"]);
        await plugAnew(page);
        await enrol(page, link);
        await changes(page, () => page.getByRole("button", { name: "Uitloggen" }).click());
      },
    },
    { name: "sign-in, refused", show: refused },
    { name: "sign-in, printed code asked for", show: askedForCode },
    { name: "sign-in, another code typed", show: wrongCode },
    { name: "a passkey made, no role yet", show: (page) => made(page, "U hebt nu geen toegang tot de balie", { screened: null }) },
    { name: "a passkey made, with its printed code", show: (page) => made(page, "Uw sleutelcode", { prf: false }) },
    { name: "a passkey made, with its printed code and no role yet", show: (page) => made(page, "U kunt nu nog niet inloggen", { prf: false, screened: null }) },
    { name: "invitation", show: (page) => invited(page, ["intake", "beheer"]) },
    { name: "invitation, secrecy not promised", show: async (page) => invited(page, ["intake"]).then(() => press("Verder")(page)).then(() => faults(page)) },
    {
      name: "invitation, passkey to make",
      show: async (page) => {
        await invited(page, ["intake"]);
        await page.getByRole("checkbox").check();
        await press("Verder")(page);
        await page.getByRole("heading", { name: "Maak uw passkey" }).waitFor();
      },
    },
    { name: "invitation, unknown", show: (page) => page.goto("/balie/uitnodiging/0000-0000-0000-0000-0000-0000") },
    { name: "a page that is not theirs", show: seen({ colleagues }, "intake", "/balie/medewerkers") },
  ];
}

function ofTheList(desk) {
  const addresses = {
    "work list": "/balie",
    "work list, second page": "/balie?pagina=2",
    "work list, narrowed": "/balie?route=regieteam&van=niemand",
    "work list, nothing found": "/balie?referentie=WM-00-XXXX",
    "my work": "/balie?van=mij",
  };
  const lists = Object.entries(addresses).map(([name, address]) => ({ name, show: seen(desk, "intake", address) }));
  return [...lists, { name: "work list of the contact point", show: seen(desk, "contactpunt", "/balie") }];
}

/** Of each form one case, of each status one. */
function ofCases(desk) {
  const forms = new Set();
  const statuses = new Set();
  const chosen = desk.cases.filter(({ form, status }) => {
    const isNew = !forms.has(form) || !statuses.has(status);
    forms.add(form);
    statuses.add(status);
    return isNew;
  });
  assert.ok(forms.size >= 10 && statuses.size >= 6, `the demonstration has cases of many kinds: ${[...forms, ...statuses]}`);
  return chosen.map(({ reference, form, status, role }) => ({
    name: `case of ${form}, ${status}, for ${role}`,
    show: then(seen(desk, role, `/balie/${reference}`), (page) => page.locator("h1").filter({ hasText: reference }).waitFor()),
  }));
}

/** Each act as it is found, as it is answered when nothing was filled in, and, where the sender will read it, as they will. */
function ofActs(desk) {
  const acts = new Map();
  for (const { acts: slugs, reference, form, role } of desk.cases) {
    for (const slug of slugs) if (!acts.has(slug)) acts.set(slug, { address: `/balie/${reference}/${slug}`, form, role });
  }
  for (const slug of ["bellen", "aanvulling-vragen", "criteria-regieteam", "advies", "besluit", "antwoord", "overdragen", "vasthouden"]) {
    assert.ok(acts.has(slug), `some case offers ${slug}`);
  }
  return [...acts].flatMap(([slug, { address, role }]) => {
    const open = seen(desk, role, address);
    return [
      { name: `act ${slug}`, show: then(open, (page) => page.locator("#formulier").waitFor()) },
      { name: `act ${slug}, nothing filled in`, show: then(open, sendNothing) },
      { name: `act ${slug}, as its reader will see it`, show: then(open, look) },
    ];
  });
}

/** Some acts may be sent as they are; those are left alone. */
async function sendNothing(page) {
  const required = await page.locator("#formulier").evaluate((form) => [...form.querySelectorAll("[data-field] :is(textarea, input[type=text], input[type=radio])")].some((box) => box.checkVisibility()));
  if (!required) return;
  const look = lookButton(page);
  const button = (await look.count()) > 0 ? look : sendButton(page);
  await changes(page, () => button.click());
}

async function look(page) {
  await fillAnything(page);
  if ((await lookButton(page).count()) === 0) return;
  await changes(page, () => lookButton(page).click());
  await page.getByRole("heading", { name: "Zo ziet de afzender het" }).waitFor();
}

/** What the sender sees when the house asked something, or when what they type comes too late. */
function ofTheSender({ stage, colleagues }) {
  const asked = async (page) => {
    const sent = await sendStory(stage.house, deep);
    await colleagues.seat(page, "intake");
    await page.goto(`/balie/${sent.reference}/aanvulling-vragen`);
    await look(page);
    await changes(page, () => sendButton(page).click());
    await page.context().clearCookies();
    await openFollowed(page, sent);
  };
  const tooLate = async (page) => {
    const sent = await sendStory(stage.house, deep);
    await openFollowed(page, sent);
    const other = await stage.visit();
    await openFollowed(other, sent);
    await withdraw(other);
    await other.context().close();
    await page.getByLabel("Wat wilt u toevoegen?").fill("De opzegging is een week uitgesteld.\nWij weten nog niet waarom.");
    await changes(page, () => page.getByRole("button", { name: /^Toevoegen/ }).click());
    await page.getByRole("heading", { name: "Niet verstuurd" }).waitFor();
  };
  return [
    { name: "follow, what was typed came too late", show: tooLate },
    { name: "follow, something was asked", show: asked },
    { name: "follow, asked and not answered", show: then(asked, press("Antwoord versturen")) },
  ];
}

function ofTheHouse(desk) {
  const { cases } = desk;
  const colleague = async (page) => {
    await seen(desk, "beheer", "/balie/medewerkers")(page);
    await changes(page, () => page.getByRole("row").nth(1).getByRole("link").click());
  };
  const certificate = async (page) => {
    await seen(desk, "fg", "/balie/bewaren")(page);
    await changes(page, () => page.locator('main a[href^="/balie/bewaren/"]').first().click());
    await page.getByRole("heading", { name: /Bewijs van vernietiging/ }).waitFor();
  };
  return [
    { name: "colleagues", show: seen(desk, "beheer", "/balie/medewerkers") },
    { name: "colleagues, invited nobody", show: then(seen(desk, "beheer", "/balie/medewerkers"), (page) => press("Maak de link")(page).then(() => faults(page))) },
    { name: "a colleague", show: colleague },
    { name: "keys", show: seen(desk, "beheer", "/balie/sleutels") },
    { name: "access", show: seen(desk, "voorzitter", "/balie/toegang") },
    { name: "what is kept", show: seen(desk, "fg", "/balie/bewaren") },
    { name: "proof of destruction", show: certificate },
    { name: "trail", show: seen(desk, "fg", "/balie/logboek") },
    { name: "trail of a case", show: seen(desk, "fg", `/balie/logboek?referentie=${cases[0].reference}`) },
    { name: "trail of the keys", show: seen(desk, "fg", "/balie/logboek?wat=keys.made") },
    { name: "trail, nothing found", show: seen(desk, "fg", "/balie/logboek?referentie=WM-00-XXXX-X") },
    { name: "rooms", show: seen(desk, "intake", "/balie/kamers") },
    { name: "newsletter", show: seen(desk, "redactie", "/balie/nieuwsbrief") },
  ];
}

function ofOneself(desk) {
  const ending = async (page) => {
    await seen(desk, "intake", "/balie")(page);
    await page.locator("#sessie-waarschuwing").evaluate((warning) => (warning.hidden = false));
  };
  return [
    { name: "sessions", show: seen(desk, "intake", "/balie/sessies") },
    { name: "passkeys", show: seen(desk, "intake", "/balie/passkeys") },
    { name: "the passkey once more", show: seen(desk, "intake", "/balie/inloggen/opnieuw") },
    { name: "the session ends in a moment", show: ending },
    { name: "the clock of the demonstration", show: (page) => page.goto("/demo/klok") },
  ];
}
