// Every page of the site in every state a visitor can meet: what is looked at for accessibility, security rules and looks.

import { draftOf, filledDraft } from "./draft.mjs";
import { stepOf } from "./filling.mjs";
import { addText, invitationTo, mailedLink, openFollowed, sendStory, withdraw } from "./follow.mjs";
import { fillIn } from "./hand.mjs";
import { publicPages } from "./pages.mjs";
import { deep } from "./stories.mjs";
import { changes, next, press, wizardOf } from "./wizard.mjs";

/** All scenes of a house and of these stories: `name`, and `show(page)`, which brings a fresh visitor there. */
export async function scenesOf(house, stories) {
  return [...(await pageScenes(house)), ...siteScenes(house), ...stories.flatMap((story) => wizardScenes(house, story))];
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

/** Every state of the pages that answer a visitor, whatever the form: none holds script, the simulation aside. */
export function siteScenes(house) {
  const plain = [...ofTheSelfCheck(), ...ofFollowing(house), ...ofConfirming(house), ...ofInvitations(house), resumeWithAWrongCode];
  return [...plain.map((scene) => ({ ...scene, scripted: false })), ...ofTheSimulation().map((scene) => ({ ...scene, scripted: true }))];
}

/** Every state of the wizard of a story; the deep story shows those too that are the same for every form. */
export function wizardScenes(house, story) {
  const scenes = [
    ...(story.entry.isInvited ? [] : atTheStart(house, story)),
    ...ofDrafts(house, story),
    ...story.steps.flatMap((step) => ofStep(house, story, step)),
    ...story.steps.filter(({ rows }) => rows?.length > 0).flatMap((step) => ofRow(house, story, step)),
    ...atTheEnd(house, story),
    ...(story.slug === deep.slug ? ofTwoTabs(house) : []),
  ];
  return scenes.map((scene) => ({ ...scene, name: `${story.slug}: ${scene.name}`, scripted: true }));
}

/** The scenes worth looking at this way: what holds no script is the same with and without, and is looked at once, with. */
export const seenBy = (way, scenes) => scenes.filter(({ scripted }) => way.script || scripted);

function atTheStart(house, story) {
  const { start } = wizardOf(story);
  const begin = (page) => page.getByRole("button", { name: story.words.begin, exact: true }).click();
  const withADraft = {
    name: "start, with a draft",
    show: async (page) => {
      await (await filledDraft(house, story, story.steps[1].step)).handTo(page);
      await page.goto(start);
    },
  };
  if (!story.entry.hasStartPage) return [];
  if (!story.entry.asksDanger) return [withADraft];
  return [
    withADraft,
    {
      name: "start, unanswered",
      show: async (page) => {
        await page.goto(start);
        await begin(page, house);
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    {
      name: "start, danger",
      show: async (page) => {
        await page.goto(start);
        await page.getByRole("radio", { name: "Ja", exact: true }).check();
        await begin(page, house);
        await page.getByRole("heading", { name: "Bel eerst 112" }).waitFor();
      },
    },
  ];
}

function ofDrafts(house, story) {
  return ["bewaren", "weggooien"].map((word) => ({
    name: `draft, ${word}`,
    show: async (page) => {
      await (await filledDraft(house, story)).handTo(page);
      await page.goto(wizardOf(story).at(word));
    },
  }));
}

function ofStep(house, story, { step, mayStayEmpty }) {
  const { open } = wizardOf(story);
  const fresh = async (page) => {
    await (await filledDraft(house, story, step)).handTo(page);
    await open(page, step);
  };
  const errors = {
    name: `step ${step}, errors`,
    show: async (page) => {
      await fresh(page);
      await next(page);
      await page.locator("#fouten:not([hidden])").waitFor();
    },
  };
  const filled = {
    name: `step ${step}, filled`,
    show: async (page) => {
      await (await filledDraft(house, story)).handTo(page);
      await open(page, step);
    },
  };
  return [{ name: `step ${step}, empty`, show: fresh }, ...(mayStayEmpty ? [] : [errors]), filled];
}

function ofRow(house, story, { step, group, rows }) {
  const { open } = wizardOf(story);
  const fresh = async (page) => {
    await (await filledDraft(house, story, step)).handTo(page);
    await open(page, step, group.slug, "k1");
  };
  const filled = async (page, ...words) => {
    await (await filledDraft(house, story)).handTo(page);
    await open(page, step, group.slug, `k${rows.length}`, ...words);
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

function atTheEnd(house, story) {
  const sent = async (page, ...words) => {
    const { draft, path } = await sendStory(house, story);
    await draft.handTo(page);
    await page.goto([path, ...words].join("/"));
  };
  const check = { name: "check", show: (page) => atTheCheckPage(house, story, page) };
  if (story.isUnfollowed) return [check, { name: "sent", show: (page) => sent(page) }];
  return [
    check,
    {
      name: "sent, with its code",
      show: async (page) => {
        await sent(page);
        await page.locator("#code").waitFor();
      },
    },
    {
      name: "sent, its code kept",
      show: async (page) => {
        await sent(page);
        await page.getByRole("button", { name: "Ik heb de code bewaard" }).click();
        await page.locator("#code").waitFor({ state: "detached" });
      },
    },
    { name: "sent, a copy", show: (page) => sent(page, "afschrift") },
  ];
}

async function atTheCheckPage(house, story, page) {
  await (await filledDraft(house, story)).handTo(page);
  await wizardOf(story).open(page, "controle");
}

function ofTwoTabs(house) {
  const { at, begin, open, sendButton } = wizardOf(deep);
  return [
    {
      name: "check, with parked answers and warnings",
      show: async (page) => {
        const draft = await filledDraft(house, deep);
        await draft.save(at("uw-rol"), { "role.secrecy": "geen" });
        await draft.save(at("aanmelder"), { ...stepOf(deep, "aanmelder").answers, "referrer.email": "proef@gmail.com" });
        await draft.handTo(page);
        await open(page, "controle");
        await page.locator("[data-parked]").first().waitFor();
      },
    },
    {
      name: "check, changed in another tab",
      show: async (page) => {
        await atTheCheckPage(house, deep, page);
        await (await draftOf(page, house, deep)).save(at("vraag"), { "question.goal": "Een ander doel." });
        await changes(page, () => sendButton(page).click());
        await page.getByRole("heading", { name: "Nog niet verstuurd" }).waitFor();
      },
    },
    {
      name: "two versions",
      show: async (page) => {
        await begin(page, house);
        await (await draftOf(page, house, deep)).save(at("aanmelder"), { "referrer.last_name": "Andere tab" });
        await fillIn(page, { ...stepOf(deep, "aanmelder").answers, "referrer.last_name": "Mijn versie" });
        await next(page);
        await page.getByRole("button", { name: "Houd wat ik hier typte" }).waitFor();
      },
    },
  ];
}

function ofInvitations(house) {
  const invited = async (page) => page.goto(await invitationTo(house, deep, "cas@thuiszorg.example"));
  return [
    { name: "invitation", show: invited },
    {
      name: "invitation, another mailbox",
      show: async (page) => {
        await invited(page);
        await page.getByLabel("Op welk e-mailadres kreeg u de uitnodiging?").fill("ander@thuiszorg.example");
        await page.getByRole("button", { name: "Begin uw bijdrage" }).click();
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    { name: "invitation, unknown", show: (page) => page.goto("/bijdragen/0000-0000-0000-0000-0000-0000") },
  ];
}

const resumeWithAWrongCode = {
  name: "resume, wrong code",
  show: async (page) => {
    await page.goto("/verder");
    await page.getByLabel("Uw code").fill("dit is geen code");
    await page.getByRole("button", { name: "Verder" }).click();
    await page.locator("#fouten:not([hidden])").waitFor();
  },
};

function ofTheSelfCheck() {
  const path = "/aanmelden/zelfcheck";
  const answered = async (page) => {
    await page.goto(path);
    for (const name of ["check.partner", "check.violence", "check.pattern"]) await page.locator(`[name="${name}"][value=ja]`).check();
    await page.getByText("MDA++ past waarschijnlijk").first().waitFor();
  };
  return [
    { name: "self-check, advice", show: answered },
    {
      // As a browser does that can't show it by style: the button is there for it alone.
      name: "self-check, posted",
      show: async (page) => {
        await answered(page);
        await Promise.all([page.waitForEvent("load"), page.evaluate(() => document.querySelector("form.zvh-form").submit())]);
      },
    },
  ];
}

function ofFollowing(house) {
  const opened = async (page) => openFollowed(page, await sendStory(house, deep));
  return [
    { name: "follow, asked", show: (page) => page.goto("/volgen") },
    {
      name: "follow, wrong code",
      show: async (page) => {
        await openFollowed(page, { reference: "WM-26-7K4P-Q", code: "geen code" });
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    { name: "follow, opened", show: opened },
    {
      name: "follow, nothing to add",
      show: async (page) => {
        await opened(page);
        await addText(page, " ");
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    {
      name: "follow, added",
      show: async (page) => {
        await opened(page);
        await addText(page, "De opzegging is een week uitgesteld.\n\nWij weten nog niet waarom.");
        await page.getByText("een week uitgesteld").waitFor();
      },
    },
    {
      name: "follow, inviting",
      show: async (page) => {
        await opened(page);
        await page.getByRole("link", { name: "Collega uitnodigen" }).click();
        await page.getByRole("button", { name: "Uitnodiging versturen" }).waitFor();
      },
    },
    {
      name: "follow, invited a wrong address",
      show: async (page) => {
        await opened(page);
        await page.goto("/volgen/uitnodigen");
        await page.getByLabel("E-mailadres van het werk van uw collega").fill("geen adres");
        await page.getByRole("button", { name: "Uitnodiging versturen" }).click();
        await page.locator("#fouten:not([hidden])").waitFor();
      },
    },
    {
      name: "follow, withdrawing",
      show: async (page) => {
        await opened(page);
        await page.getByRole("link", { name: /intrekken$/ }).click();
        await page.getByRole("button", { name: "Ja, trek in" }).waitFor();
      },
    },
    {
      name: "follow, withdrawn",
      show: async (page) => {
        await opened(page);
        await withdraw(page);
      },
    },
  ];
}

function ofConfirming(house) {
  const linked = async (page) => page.goto(await mailedLink(house, (await sendStory(house, deep)).reference));
  return [
    { name: "confirm, asked", show: (page) => page.goto("/bevestigen") },
    { name: "confirm, by the link", show: linked },
    {
      name: "confirm, done",
      show: async (page) => {
        await linked(page);
        await page.getByRole("button", { name: "Ja, dit adres is van mij" }).click();
        await page.getByRole("heading", { name: "Uw e-mailadres is bevestigd" }).waitFor();
      },
    },
    { name: "confirm, unknown", show: (page) => page.goto("/bevestigen/0000-0000-0000-0000-0000-0000") },
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
