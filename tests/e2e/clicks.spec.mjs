// Clicks and keys that the person did not mean change nothing.
import { expect, test } from "./support/fixtures.mjs";

/** Two clicks at the place of this button, faster than a hand means two: the browser may take the second for one of its own. */
async function clickTwice(page, locator, clickCount = 1) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  const [across, down] = [x + width / 2, y + height / 2];
  await page.mouse.click(across, down);
  await page.waitForTimeout(120);
  await page.mouse.down({ clickCount });
  await page.mouse.up({ clickCount });
  await page.waitForTimeout(250);
}

test("a double click on what destroys or moves does it once", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await clickTwice(page, objectives.addTo("1.1"));
  await objectives.description.fill("Former les équipes");
  await objectives.toSchedule.click();
  await expect(objectives.rows, "one objective was added").toHaveCount(1);
  for (const name of ["Équiper les salles", "Relier l’atelier"]) await objectives.write("1.2", name);
  for (const name of ["Former", "Équiper", "Relier"]) await objectives.throwAway(name);

  await objectives.binTitle.click();
  await clickTwice(page, page.getByRole("button", { name: /^Supprimer définitivement/ }).first());
  await expect(objectives.binned, "the row that moved up is still there").toHaveCount(2);
  await page.waitForTimeout(500);
  await clickTwice(page, page.getByRole("button", { name: /^Remettre/ }).first());
  await expect(objectives.binned).toHaveCount(1);
  await expect(objectives.rows).toHaveCount(1);
});

test("what comes under the pointer with another screen is not clicked by a double click", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await clickTwice(page, questionnaire.next.getByRole("link", { name: /^Champ suivant/ }), 2);
  await expect(app.heading).toHaveText(/^1\.2 /);
  await expect(page.locator("main input:checked")).toHaveCount(0);
  await expect(app.undo).toHaveAttribute("aria-disabled", "true");
});

test("selecting the text of a statement does not change its answer", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  const text = page.locator("span[data-statement]").first();
  const [id, stage] = (await text.getAttribute("data-statement")).split("/");
  const box = questionnaire.item(id).statement(stage);
  await text.click({ clickCount: 3, delay: 20 });
  await expect(box).not.toBeChecked();
  expect((await page.evaluate(() => getSelection().toString())).length).toBeGreaterThan(20);

  await box.check();
  await page.waitForTimeout(600);
  const { x, y, width } = await text.boundingBox();
  await page.mouse.move(x + 5, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 10, { steps: 5 });
  await page.mouse.up();
  expect((await page.evaluate(() => getSelection().toString())).length).toBeGreaterThan(5);
  await expect(box, "dragging over a part of it neither").toBeChecked();
  await page.waitForTimeout(600);
  await text.click();
  await expect(box, "a click still unticks").not.toBeChecked();
});

test("no shortcut while a text is typed, nor with AltGr", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  const { note, notesTitle } = questionnaire.item("1.1.1");
  await notesTitle.click();
  await note.focus();
  for (const digit of [1, 2, 3, 4, 5, 6]) await page.keyboard.press(`Alt+Shift+Digit${digit}`);
  await expect(note).toBeFocused();
  await expect(app.heading).toHaveText(/^1\.1 /);

  // A French Mac keyboard writes « [ » so: the page leaves the key to the browser.
  const isTaken = (init) => page.evaluate((init) => !document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })), init);
  const bracket = { key: "[", code: "Digit5", altKey: true, shiftKey: true };
  expect(await isTaken(bracket)).toBe(false);
  await app.heading.focus();
  expect(await isTaken({ ...bracket, modifierAltGraph: true })).toBe(false);
  expect(await isTaken({ ...bracket, isComposing: true })).toBe(false);
  expect(await isTaken({ key: "z", code: "KeyZ", ctrlKey: true, altKey: true })).toBe(false);
  await expect(app.heading).toHaveText(/^1\.1 /);
  expect(await isTaken(bracket), "outside a text it leads to its field").toBe(true);
  await expect(app.heading).toHaveText(/^2\.2 /);

  await app.open("#/etablissement");
  await page.locator("main select").first().focus();
  expect(await isTaken(bracket), "a list of choices takes keys too").toBe(false);
});
