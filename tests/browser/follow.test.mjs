// After sending: the sender confirms the mailbox by the link in the mail, follows with reference and code, adds something, takes it back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted, ways } from "./browser.mjs";
import { addText, mailedLink, openFollowed, sendStory, withdraw } from "./follow.mjs";
import { onEveryStory, setStage } from "./stage.mjs";
import { deep, stories } from "./stories.mjs";
import { wizardOf } from "./wizard.mjs";

const what = (page) => page.locator("main").innerText();

onEveryStory((story, stage) => {
  if (story.isUnfollowed) return;
  for (const way of ways) {
    test(`what was sent is confirmed, followed, added to and taken back ${way.name}`, async () => {
      const sent = await sendStory(stage.house, story);
      const page = await stage.visit(way);
      if (story.receipt) await confirm(page, stage.house, sent);

      await openFollowed(page, { reference: sent.reference.toLowerCase(), code: ` ${sent.code.toLowerCase().replaceAll("-", " ")} ` });
      assert.equal(await page.locator("h1").innerText(), `Uw ${story.words.noun} ${sent.reference}`);
      for (const promise of story.promises) assert.match(await what(page), promise);
      assert.doesNotMatch(await what(page), /nog niet bevestigd/, "whoever confirmed it or gave no address is not asked to");

      // What a colleague contributed belongs to the case of someone else.
      if (!story.entry.isInvited) {
        await addText(page, "Er is iets bij gekomen: <b>nieuws</b>.");
        await page.getByText("<b>nieuws</b>").waitFor();
        await withdraw(page);
      }
      assert.equal(await page.getByRole("link", { name: /intrekken$/ }).count(), 0, "what was taken back stays so");
      assert.equal(await page.getByRole("button", { name: /^Toevoegen/ }).count(), 0);
      await page.getByRole("button", { name: /^Klaar/ }).click();
      await page.getByLabel("Volgcode").waitFor();
      assert.deepEqual(noted(page).faults, []);
      assert.ok(noted(page).addresses.every((address) => !address.includes(sent.code)), "the code stands in no address");
      await page.context().close();
    });
  }
});

async function confirm(page, house, { reference }) {
  const link = await mailedLink(house, reference);
  await page.goto(link);
  await page.getByRole("button", { name: "Ja, dit adres is van mij" }).click();
  await page.getByRole("heading", { name: "Uw e-mailadres is bevestigd" }).waitFor();
  await page.goto(link);
  await page.getByRole("heading", { name: "Uw e-mailadres is bevestigd" }).waitFor();
}

const stage = setStage();

for (const way of ways) {
  test(`the code is shown until its owner says that it was kept, and in no other browser, ${way.name}`, async () => {
    const { draft, path } = await sendStory(stage.house, deep);
    const page = await stage.visit(way);
    await page.goto(path);
    assert.equal(await page.locator("#code").count(), 0, "another browser");
    await draft.handTo(page);
    await page.goto(path);
    assert.equal(await page.locator("#code").count(), 1);
    await page.reload();
    await page.getByRole("button", { name: "Ik heb de code bewaard" }).click();
    await page.locator("#code").waitFor({ state: "detached" });
    await page.reload();
    assert.equal(await page.locator("#code").count(), 0);
    await page.context().close();
  });

  test(`a wrong reference and a wrong code get one and the same answer ${way.name}`, async () => {
    const [one, other] = [await sendStory(stage.house, deep), await sendStory(stage.house, stories[1])];
    const page = await stage.visit(way);
    const told = [];
    for (const asked of [{ ...one, code: other.code }, { ...one, reference: other.reference }, { ...one, reference: "WM-26-7K4P-Q" }]) {
      await openFollowed(page, asked);
      told.push(await page.locator("#fouten").innerText());
    }
    assert.match(told[0], /horen niet bij elkaar/);
    assert.equal(new Set(told).size, 1);
    await page.context().close();
  });
}

test("a mailbox is confirmed by the button, not by a program that follows links", async () => {
  const { house } = stage;
  const { reference, ...sent } = await sendStory(house, deep);
  const link = await mailedLink(house, reference);
  const page = await stage.visit();
  for (const method of ["GET", "HEAD"]) await fetch(house.direct + link, { method });
  await openFollowed(page, { reference, ...sent });
  assert.match(await what(page), /nog niet bevestigd/);
  await confirm(page, house, { reference });
  await page.goto("/volgen");
  assert.doesNotMatch(await what(page), /nog niet bevestigd/);
  await page.context().close();
});

test("without a code there is nothing to take back, and no confirmation of what was never sent", async () => {
  const page = await stage.visit();
  await page.goto("/volgen/intrekken");
  assert.equal(new URL(page.url()).pathname, "/volgen");
  assert.equal((await page.goto(wizardOf(deep).at("verzonden", "WM-26-7K4P-Q"))).status(), 404);
  await page.context().close();
});
