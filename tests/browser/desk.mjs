// The desk for tests: colleagues are let in by `zvh staff invite`, make a passkey with Chromium's virtual authenticator, sign in.
//
//   const desk = await openDesk(stage);                    (the house key is typed once, by the first colleague)
//   const page = await desk.signIn("intake", "beheer");    (a page of a new colleague with these roles, signed in, who can open referrals)
//   await colleaguesOf(stage).seat(page, "intake");        (in a demonstration: whoever looks at this page is its intake from now on)

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boxedDay, isoDay } from "./days.mjs";
import { changes } from "./wizard.mjs";

/** Roles that may open what was sent (domain::desk::role). */
export const openers = ["intake", "procesregisseur", "voorzitter", "weger", "wvggz", "contactpunt"];

/** The codes of `zvh keys init`: { house, recovery }. */
export function keyCodes(house) {
  const letter = readFileSync(join(house.folder, "letter"), "utf8");
  const code = (heading) => new RegExp(`${heading}[^\\n]*\\n\\s+(\\S+)`).exec(letter)[1];
  return { house: code("House key"), recovery: code("Recovery key") };
}

/** Invites someone with these roles; gives their number and the address of the link. `more`: other words of the command. */
export async function invite(house, roles, { name = "Noor Voorbeeld", screened = isoDay(), more = [] } = {}) {
  const words = ["staff", "invite", "--name", name, "--organisation", "Zorg- en Veiligheidshuis", "--mail", "noor@huis.example"];
  for (const role of roles) words.push("--role", role);
  if (screened) words.push("--screened-on", screened, "--trained-on", screened);
  const said = await house.command(...words, ...more);
  const [, id, link] = /^(m[0-9a-f]{16})[^]*?(\/balie\/uitnodiging\/\S+)/.exec(said) ?? assert.fail(said);
  return { id, link };
}

/**
 * Plugs a virtual authenticator into the browser of this page. `prf`: whether it gives a secret of its own; `transport`: a second one of
 * the same kind can't be plugged in. Passkeys work on localhost, not on 127.0.0.1.
 */
export async function plugIn(page, { prf = true, transport = "internal" } = {}) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    ctap2Version: "ctap2_1",
    transport,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    hasPrf: prf,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", { options });
  return { client, authenticatorId };
}

/** Opens the link, promises secrecy, makes a passkey. Ends on the page after that. */
export async function enrol(page, link) {
  await page.goto(link);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Maak passkey" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(link) && url.pathname !== link);
}

/** Types a key of the house on the page that asks for it. */
export async function typeKey(page, code) {
  await page.getByLabel("Sleutel van het huis").fill(code);
  await page.getByRole("button", { name: "Sleutel gebruiken" }).click();
}

/** Signs in on the page of someone who has a passkey in this browser. `next`: the heading that comes then, when they are not in yet. */
export async function pressPasskey(page, next) {
  await page.getByRole("button", { name: "Inloggen met passkey" }).click();
  if (next) await page.getByRole("heading", { name: next }).waitFor();
  else await page.waitForURL((url) => url.pathname !== "/balie/inloggen");
}

/** For so long a sign-in is new enough for every page: one that asks the passkey again does so after 5 minutes. */
const fresh = 4 * 60_000;

/**
 * The invented colleagues of a demonstration, one for each role, each with a window and a passkey of their own: `cookie(role)` gives that of
 * a session of theirs, `seat(page, role)` gives it to the visitor of this page.
 */
export function colleaguesOf(stage) {
  const seats = new Map();
  const taken = async (page) => ({ page, since: Date.now(), cookie: (await page.context().cookies()).find(({ name }) => name === "__Host-balie") });
  const arrive = async (role) => {
    const [, link] = stage.house.invitations.find(([of]) => of === role) ?? assert.fail(`nobody is ${role}`);
    const page = await stage.visit();
    await plugIn(page);
    await enrol(page, link);
    return taken(page);
  };
  const again = async ({ page }) => {
    await page.context().clearCookies();
    await page.goto("/balie/inloggen");
    await pressPasskey(page);
    return taken(page);
  };
  const cookie = async (role) => {
    const before = seats.get(role);
    const now = (async () => {
      const seat = await before;
      if (!seat) return arrive(role);
      return Date.now() - seat.since < fresh ? seat : again(seat);
    })();
    seats.set(role, now);
    return (await now).cookie;
  };
  return { cookie, seat: async (page, role) => page.context().addCookies([await cookie(role)]) };
}

/** The buttons of an act: to look first, to do it. */
export const lookButton = (page) => page.getByRole("button", { name: "Bekijk eerst" });
export const sendButton = (page) => page.locator("#formulier button[value=volgende]");

/** Gives every open field in view some answer, but for what is answered already: the first choice or tick, today, this text. */
export async function fillAnything(page, text = "Verzonnen tekst voor een proef.") {
  const today = boxedDay();
  for (const group of await page.locator("#formulier [data-field]").all()) {
    // An earlier answer decides whether it is asked.
    if (!(await group.isVisible())) continue;
    const choice = group.locator("[type=radio], [type=checkbox]").first();
    if ((await choice.count()) > 0 && (await group.locator(":checked:not(option)").count()) === 0) await choice.check();
    for (const select of await group.locator("select").all()) if ((await select.inputValue()) === "") await select.selectOption({ index: 1 });
    for (const box of await group.locator("textarea, input[type=text]").all()) {
      if ((await box.inputValue()) !== "") continue;
      const part = (await box.getAttribute("name")).split(".").at(-1);
      await box.fill(today[part] ?? text);
    }
  }
  const question = page.locator('[name="veld"]').first();
  if ((await question.count()) === 0) return;
  if (!(await question.isVisible())) await page.locator("#formulier details").first().locator("summary").click();
  await question.check();
}

/** Does an act on a case, whatever it asks: fills in this text, looks first where that can be, and does it. */
export async function doAnything(page, reference, slug, text) {
  await page.goto(`/balie/${reference}/${slug}`);
  await fillAnything(page, text);
  if ((await lookButton(page).count()) > 0) await changes(page, () => lookButton(page).click());
  await changes(page, () => sendButton(page).click());
  assert.ok(page.url().includes(`gedaan=${slug}`), await page.locator("main").innerText());
}

/** The desk of the house of a stage. */
export async function openDesk(stage) {
  return new Desk(stage);
}

class Desk {
  #count = 0;

  constructor(stage) {
    this.stage = stage;
  }

  /** A page of a new colleague with these roles, signed in. Who may open referrals holds the key of the house. */
  async signIn(...roles) {
    const { house } = this.stage;
    const { link, id } = await invite(house, roles, { name: `Noor Voorbeeld ${++this.#count}` });
    const page = await this.stage.visit();
    await plugIn(page);
    await enrol(page, link);
    if (roles.some((role) => openers.includes(role))) await typeKey(page, keyCodes(house).house);
    page.member = id;
    return page;
  }
}
