// The questionnaire as a director meets it: the first question at once, what one tick answers, what is left, and the header in sight.
import { FIELDS, ITEMS } from "./pages/official.mjs";
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

/** A dossier in which every item but these has an answer. */
const allBut = (...left) => ({
  answers: Object.fromEntries(ITEMS.filter(({ id }) => !left.includes(id)).map(({ id }) => [id, { state: "unknown" }])),
});

for (const viewport of [{ width: 1366, height: 650 }, { width: 360, height: 640 }]) {
  test.describe(`on a first screen of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("the first question of each field is there, its box in sight, and that of the first field to its last word", async ({ page, app, questionnaire }) => {
      for (const { id, items: [first] } of FIELDS) {
        await app.open(`#/questionnaire/${id}`);
        await expect(app.heading).toHaveText(new RegExp(`^${id}`));
        const item = questionnaire.item(first.id);
        await expect(item.card.getByRole("heading", { level: 3 })).toBeInViewport({ ratio: 1 });
        const box = await item.statement(1).boundingBox();
        expect(await page.evaluate(whatIsAt, box), `the box of ${first.id}`).toBe(`box-${first.id}-1`);
        await expect(questionnaire.headings).not.toHaveAttribute("open");
      }
      await app.open("#/questionnaire/1.1");
      const words = await questionnaire.item("1.1.1").option(1).locator(".stage-option__text").boundingBox();
      const bar = await app.menu.boundingBox();
      expect(words.y + words.height).toBeLessThanOrEqual(viewport.width < 960 ? bar.y : viewport.height);
    });
  });
}

test.describe("on a large window", () => {
  test.use({ viewport: { width: 1440, height: 820 } });

  test("the three headings are open above the first questions, and fold once something is answered", async ({ app, questionnaire }) => {
    await app.open("#/questionnaire/1.1");
    await expect(questionnaire.headings).toHaveAttribute("open");
    await expect(questionnaire.item("1.1.1").statement(1)).toBeInViewport({ ratio: 1 });
    await questionnaire.next.getByRole("link", { name: "Champ suivant" }).click();
    await expect(app.heading).toHaveText(/^1\.2/);
    await expect(questionnaire.headings).not.toHaveAttribute("open");
    await questionnaire.headings.locator("summary").click();
    await expect(questionnaire.headings.getByText(FIELDS[1].stages[2])).toBeVisible();
    await questionnaire.item("1.2.1").statement(1).check();
    await app.open("#/questionnaire/1.1");
    await expect(app.heading).toHaveText(/^1\.1/);
    await expect(questionnaire.headings).not.toHaveAttribute("open");
  });
});

test("under the aim of each field one line says, with an example, that each true stage is ticked by itself", async ({ app, questionnaire }) => {
  for (const { id, aim } of FIELDS) {
    await app.open(`#/questionnaire/${id}`);
    await expect(questionnaire.main.getByText(aim)).toBeVisible();
    await expect(questionnaire.rule).toHaveText(/par exemple 1 et\s3 sans\s2\s: l’étape\s3 ne coche pas les autres/);
    const [under, over] = [await questionnaire.rule.boundingBox(), await questionnaire.main.getByText(aim).boundingBox()];
    expect(under.y).toBeGreaterThanOrEqual(over.y + over.height);
  }
});

test("the first tick of a folded statement unfolds what it answered, says how many conditions, and is undone as one", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  const item = questionnaire.item("1.1.1");
  const place = await item.statement(1).evaluate((box) => box.getBoundingClientRect().top);
  await item.statement(1).check();
  await expect(item.conditions(1)).toHaveCount(5);
  for (const condition of await item.conditions(1).all()) {
    await expect(condition).toBeVisible();
    await expect(condition).toBeChecked();
  }
  await expect(item.state(1)).toHaveText(/^Atteinte – 5\sconditions sur\s5$/);
  await expect(item.state(1)).toBeInViewport({ ratio: 1 });
  expect(await item.statement(1).evaluate((box) => box.getBoundingClientRect().top), "the box stays under the pointer").toBe(place);
  await expect(page.getByRole("status").filter({ hasText: /^Item 1\.1\.1, étape\s1\s: Atteinte – 5\sconditions sur\s5\s; Étape\s1\s: 1 sur 21, 5 %$/ })).toHaveCount(1);
  await item.condition(1, 3).uncheck();
  await expect(item.state(1)).toHaveText(/^4\sconditions sur\s5$/);
  // Seen once, they stay as she leaves them.
  await item.conditionsTitle(1).click();
  await item.statement(1).check();
  await expect(item.condition(1, 1)).toBeHidden();
  await expect(item.state(1)).toHaveText(/^Atteinte – 5\sconditions sur\s5$/);
  // Of one condition there is nothing more to say; one whose words are all in sight does not unfold.
  await questionnaire.item("1.1.2").statement(1).check();
  await expect(questionnaire.item("1.1.2").state(1)).toHaveText("Atteinte");
  await questionnaire.item("1.1.4").statement(1).check();
  await expect(questionnaire.item("1.1.4").state(1)).toHaveText(/^Atteinte – 2\sconditions sur\s2$/);
  await expect(questionnaire.item("1.1.4").condition(1, 1)).toBeHidden();
});

test("from the matrix too, where they are out of sight, one reads that a tick answers several conditions", async ({ page, app, positioning }) => {
  await app.open("#/positionnement/items");
  const box = positioning.box("1.1.1", 1);
  await expect(box).toHaveAccessibleDescription(/^Coche d’un coup les 5\sconditions de l’énoncé$/);
  await expect(positioning.box("1.1.2", 1)).toHaveAccessibleDescription("");
  await box.check();
  await expect(box).toHaveAccessibleDescription(/^Atteinte – 5\sconditions sur\s5$/);
  await expect(page.getByRole("status").filter({ hasText: /^Item 1\.1\.1, étape\s1\s: Atteinte – 5\sconditions sur\s5/ })).toHaveCount(1);
});

test("after the last field one reads what is left, each a link to its item, then that it is complete", async ({ app, stores, questionnaire }) => {
  await openWith({ app, stores }, allBut("1.1.5", "2.3.2"), "#/questionnaire/2.3");
  await expect(questionnaire.next).toContainText(/^Il reste 1\.1\.5 L’ENT et ses usages 2\.3\.2 /);
  // Ticked here, it leaves the list; opened twice, it is shown twice.
  for (const time of ["first", "again"]) {
    await questionnaire.left.getByRole("link", { name: "2.3.2" }).press("Enter");
    await expect(questionnaire.item("2.3.2").card, time).toBeFocused();
    await app.heading.focus();
  }
  await questionnaire.item("2.3.2").statement(1).check();
  await expect(questionnaire.left).toHaveCount(1);
  await questionnaire.left.getByRole("link", { name: "1.1.5" }).click();
  await expect(questionnaire.item("1.1.5").card).toBeFocused();
  await questionnaire.item("1.1.5").declared("Ne sait pas").check();
  await app.open("#/questionnaire/2.3");
  await questionnaire.next.getByRole("link", { name: "C’est complet : voir le positionnement" }).click();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
});

test("of many items left the first are named and the others numbered, so that the list stays short", async ({ app, stores, questionnaire }) => {
  await openWith({ app, stores }, allBut(...ITEMS.slice(0, 8).map(({ id }) => id)), "#/questionnaire/2.3");
  await expect(questionnaire.left).toHaveCount(8);
  await expect(questionnaire.left.last()).toHaveText(ITEMS[7].id);
  await expect(questionnaire.left.last().getByRole("link")).toHaveAccessibleName(`${ITEMS[7].id} ${ITEMS[7].title}`);
});

test("from one item to the next by keyboard, over the fields, and never while one types", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  for (const { id } of ITEMS) {
    await page.keyboard.press("Alt+Shift+KeyS");
    await expect(questionnaire.item(id).card).toBeFocused();
  }
  await page.keyboard.press("Alt+Shift+KeyS");
  await expect(questionnaire.next.getByRole("link", { name: "Voir le positionnement" })).toBeFocused();
  await page.goBack();
  const item = questionnaire.item("2.3.1");
  await expect(item.card).toBeFocused();
  await item.notesTitle.click();
  await item.note.focus();
  await page.keyboard.press("Alt+Shift+KeyS");
  await expect(item.note).toBeFocused();
  // The link at the end of the card does the same, for whoever knows no shortcut.
  await item.nextItem.press("Enter");
  await expect(questionnaire.item("2.3.2").card).toBeFocused();
  await expect(questionnaire.item("2.3.2").nextItem).toHaveCount(0);
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 1000, height: 700 }, { width: 768, height: 1024 }, { width: 360, height: 740 }]) {
  test.describe(`in a window of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("name, save state, undo and menu stay in sight, slim, and what one jumps to lands below them", async ({ page, app, stores, questionnaire }) => {
      await openWith({ app, stores }, { identity: { school: "EPLEFPA des Grands Champs de la Haute Vallée de la Rivière" } }, "#/questionnaire/1.3");
      await questionnaire.item("1.3.1").statement(1).check();
      await app.hasSaved();
      for (const address of ["#/questionnaire/1.3", "#/positionnement", "#/aide"]) {
        await app.open(address);
        await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
        for (const part of [app.header.getByRole("link", { name: "EPLEFPA" }), app.saveState, app.undo]) await expect(part).toBeInViewport({ ratio: 1 });
        for (const link of await app.menu.getByRole("link").all()) await expect(link).toBeInViewport({ ratio: 1 });
        const { top, height } = await app.header.evaluate((header) => header.getBoundingClientRect().toJSON());
        expect([top, height <= 56], address).toEqual([0, true]);
      }
      for (const [address, landed] of [
        ["#/questionnaire/1.3.4", questionnaire.item("1.3.4").card.getByRole("heading")],
        ["#/questionnaire/2.2.3/3", questionnaire.item("2.2.3").statement(3)],
        ["#/positionnement/items", page.getByRole("heading", { name: "Les 21 items" })],
        ["#/aide/glossaire", page.getByRole("heading", { name: "Glossaire", level: 2 })],
      ]) {
        await app.open(address);
        await expect(landed).toBeInViewport({ ratio: 1 });
        await expect.poll(async () => page.evaluate(isSeen, await landed.boundingBox()), address).toBe(true);
      }
    });
  });
}

/** Runs in the page: the id of what is drawn in the middle of this. */
function whatIsAt({ x, y, width, height }) {
  return document.elementFromPoint(x + width / 2, y + height / 2)?.id;
}

/** Runs in the page: whether nothing that sticks covers the top or the bottom of this. */
function isSeen({ x, y, width, height }) {
  const at = (down) => document.elementFromPoint(x + Math.min(width / 2, 20), down);
  return [at(y + 2), at(y + height - 2)].every((one) => one && !one.closest(".app-header, .app-nav, .survey__live, thead"));
}
