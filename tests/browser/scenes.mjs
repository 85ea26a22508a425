// Every page of the site in every state a visitor can meet: what is looked at for accessibility, security rules and looks.

import { draftOf, filledDraft } from "./draft.mjs";
import { referral, stepOf } from "./filling.mjs";
import { fillIn } from "./hand.mjs";
import { publicPages } from "./pages.mjs";
import { at, awake, begin, changes, follow, next, open, press, start } from "./wizard.mjs";

/** All scenes of a house: `name`, and `show(page)`, which brings a fresh visitor there. */
export async function scenesOf(house) {
  return [...(await pageScenes(house)), ...wizardScenes(house)];
}

/** The public pages, as they are found; `scripted`: with script they may look otherwise than without. */
export async function pageScenes(house) {
  const pages = await publicPages(house);
  return [
    ...pages.map(({ path, scripted }) => ({ name: `page ${path}`, path, scripted, show: (page) => page.goto(path) })),
    ...Object.entries(answers).map(([name, path]) => ({ name, scripted: false, show: (page) => page.goto(path) })),
  ];
}

/** Pages that answer what was asked. */
const answers = {
  "no such page": "/bestaat-niet",
  "questions, one subject": "/veelgestelde-vragen?vraag=gegevens-inzien",
  "partners, one kind": "/partners?soort=incidenteel",
  "search, found": "/zoeken?q=aanmelden",
  "search, another spelling": "/zoeken?q=aanmedlen",
  "search, nothing found": "/zoeken?q=xqzw",
};

/** Every state of the wizard, and of the simulation. */
export function wizardScenes(house) {
  const scenes = [
    ...besideTheWizard(house),
    ...referral.flatMap((step) => ofStep(house, step)),
    ...referral.filter((step) => step.group).flatMap((step) => ofRow(house, step)),
    ...atTheEnd(house),
    ...ofTheSimulation(),
  ];
  return scenes.map((scene) => ({ ...scene, scripted: true }));
}

/** The scenes worth looking at this way: what holds no script is the same with and without, and is looked at once, with. */
export const seenBy = (way, scenes) => scenes.filter(({ scripted }) => way.script || scripted);

function besideTheWizard(house) {
  return [
    {
      name: "start, unanswered",
      show: async (page) => {
        await page.goto(start);
        await page.getByRole("button", { name: "Begin met aanmelden" }).click();
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    {
      name: "start, danger",
      show: async (page) => {
        await page.goto(start);
        await page.getByRole("radio", { name: "Ja", exact: true }).check();
        await page.getByRole("button", { name: "Begin met aanmelden" }).click();
        await page.getByRole("heading", { name: "Bel eerst 112" }).waitFor();
      },
    },
    {
      name: "start, with a draft",
      show: async (page) => {
        await (await filledDraft(house, "betrokkene")).handTo(page);
        await page.goto(start);
      },
    },
    {
      name: "resume, wrong code",
      show: async (page) => {
        await page.goto("/verder");
        await page.getByLabel("Uw code").fill("dit is geen code");
        await page.getByRole("button", { name: "Verder" }).click();
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    ...["bewaren", "weggooien"].map((word) => ({
      name: `draft, ${word}`,
      show: async (page) => {
        await (await filledDraft(house, "betrokkene")).handTo(page);
        await page.goto(at(word));
      },
    })),
  ];
}

function ofStep(house, { step, answers, group }) {
  const fresh = async (page) => {
    await (await filledDraft(house, step)).handTo(page);
    await open(page, step);
  };
  const scenes = [
    { name: `step ${step}, empty`, show: fresh },
    {
      name: `step ${step}, filled`,
      show: async (page) => {
        await (await filledDraft(house)).handTo(page);
        await open(page, step);
      },
    },
  ];
  // A group that may stay empty has nothing to mend.
  if (answers || group.name === "organisations") {
    scenes.splice(1, 0, {
      name: `step ${step}, errors`,
      show: async (page) => {
        await fresh(page);
        await next(page);
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    });
  }
  return scenes;
}

function ofRow(house, { step, group }) {
  const fresh = async (page) => {
    await (await filledDraft(house, step)).handTo(page);
    await open(page, step, group.slug, "k1");
  };
  const filled = async (page, ...words) => {
    await (await filledDraft(house)).handTo(page);
    await open(page, step, group.slug, "k2", ...words);
  };
  return [
    { name: `row of ${step}, empty`, show: fresh },
    {
      name: `row of ${step}, errors`,
      show: async (page) => {
        await fresh(page);
        await press(page, "Opslaan");
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    { name: `row of ${step}, filled`, show: (page) => filled(page) },
    { name: `row of ${step}, removing`, show: (page) => filled(page, "verwijderen") },
  ];
}

function atTheEnd(house) {
  const check = async (page) => {
    await (await filledDraft(house)).handTo(page);
    await open(page, "controle");
  };
  return [
    { name: "check", show: check },
    {
      name: "check, with parked answers and warnings",
      show: async (page) => {
        const draft = await filledDraft(house);
        await draft.save(at("uw-rol"), { "role.secrecy": "geen" });
        await draft.save(at("aanmelder"), { ...stepOf("aanmelder").answers, "referrer.email": "proef@gmail.com" });
        await draft.handTo(page);
        await open(page, "controle");
        await page.locator("[data-parked]").first().waitFor();
      },
    },
    {
      name: "check, changed in another tab",
      show: async (page) => {
        await check(page);
        await (await draftOf(page, house)).save(at("vraag"), { "question.goal": "Een ander doel." });
        await changes(page, () => page.getByRole("button", { name: "Aanmelding versturen" }).click());
        await page.getByRole("heading", { name: "Nog niet verstuurd" }).waitFor();
      },
    },
    {
      name: "two versions",
      show: async (page) => {
        await begin(page);
        await (await draftOf(page, house)).save(at("aanmelder"), { "referrer.last_name": "Andere tab" });
        await fillIn(page, { ...stepOf("aanmelder").answers, "referrer.last_name": "Mijn versie" });
        await next(page);
        await page.getByRole("button", { name: "Houd wat ik hier typte" }).waitFor();
      },
    },
    {
      name: "sent",
      show: async (page) => {
        const answer = await (await filledDraft(house)).send();
        await page.goto(answer.headers.get("location"));
      },
    },
  ];
}

function ofTheSimulation() {
  const game = (sent) => (page) => page.goto(`/casus-simulatie/spelen?${sent}`);
  return [
    { name: "simulation, first role", show: game("wie=allen") },
    { name: "simulation, a role that signs, with much told", show: game("wie=allen&naar=wo&deel=o1&deel=p1&deel=p2&deel=p3&deel=g1&deel=w1&getekend=wo") },
    { name: "simulation, one role", show: game("wie=re") },
    { name: "simulation, debrief of nothing", show: game("wie=allen&naar=nabespreking") },
    {
      name: "simulation, debrief of this and that",
      show: async (page) => {
        await game("wie=allen&naar=nabespreking&getekend=wo&deel=o1&deel=p1&deel=p2&deel=p4&deel=p6&deel=w1&deel=r1&deel=g4&deel=m4&deel=r2")(page);
        for (const more of await page.locator("#spel details:visible > summary").all()) await more.click();
      },
    },
  ];
}
