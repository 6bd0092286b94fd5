// Undoing and doing again: a hundred steps and more, by buttons and by keys, after a reload too.
import { expect, test } from "./support/fixtures.mjs";

const STEPS = 120;

/** Presses one box of the matrix after another, as many as steps: ticks each, then unticks them. */
function press(page, steps) {
  return page.evaluate((steps) => {
    for (let step = 0; step < steps; step += 1) {
      const boxes = document.querySelectorAll("main input[type=checkbox][data-item][data-stage]");
      boxes[step % boxes.length].click();
    }
  }, steps);
}

/** Presses a shortcut many times: once on the keyboard, then in one call. */
async function pressKeys(page, keys, times) {
  await page.keyboard.press(keys);
  await page.evaluate(({ parts, times }) => {
    const key = parts.at(-1);
    const options = { key, code: `Key${key.toUpperCase()}`, ctrlKey: true, shiftKey: parts.includes("Shift"), bubbles: true, cancelable: true };
    for (let pressed = 1; pressed < times; pressed += 1) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", options));
  }, { parts: keys.split("+"), times });
}

/** The kept document without the moment of the last change, once everything is on the disk. */
async function kept({ app, stores }) {
  await app.hasSaved();
  await stores.agree();
  return JSON.parse(await stores.database()).body.replace(/"editedAt":"[^"]*",/, "");
}

test("a hundred and twenty steps are undone and done again after a reload, to the last byte", async ({ page, app, stores, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 2).check();
  const first = await kept({ app, stores });
  await press(page, STEPS);
  const last = await kept({ app, stores });
  expect(last).not.toBe(first);

  await app.reload();
  await expect(app.undo).toHaveAccessibleName(/^Annuler la dernière modification \(item\s\d/);
  await expect(app.redo).toHaveAccessibleName("Rétablir la modification annulée : rien à rétablir");
  await pressKeys(page, "Control+z", STEPS);
  expect(await kept({ app, stores })).toBe(first);
  await app.undo.click();
  await expect(app.undo).toHaveAttribute("aria-disabled", "true");
  expect(await positioning.ticked()).toEqual([]);

  await app.reload();
  await expect(app.undo).toHaveAttribute("aria-disabled", "true");
  await app.redo.click();
  expect(await kept({ app, stores })).toBe(first);
  await pressKeys(page, "Control+Shift+Z", STEPS / 2);
  await app.hasSaved();
  await app.reload();
  await pressKeys(page, "Control+y", STEPS / 2);
  expect(await kept({ app, stores })).toBe(last);
  await expect(app.redo).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+y");
  expect(await kept({ app, stores })).toBe(last);
});

test("the buttons name what they change, and a new change leaves nothing to do again", async ({ app, positioning }) => {
  await app.open("#/positionnement/items");
  await expect(app.redo).toHaveAttribute("aria-disabled", "true");
  await positioning.box("1.1.3", 1).check();
  await positioning.box("2.1.1", 1).check();
  await app.undo.click();
  await expect(app.redo).toHaveAccessibleName("Rétablir la modification annulée (item 2.1.1)");
  await expect(app.undo).toHaveAccessibleName("Annuler la dernière modification (item 1.1.3)");
  await app.redo.click();
  await expect(positioning.box("2.1.1", 1)).toBeChecked();
  await app.undo.click();
  await positioning.box("2.1.2", 1).check();
  await expect(app.redo).toHaveAttribute("aria-disabled", "true");
  await app.redo.click({ force: true });
  expect(await positioning.ticked()).toEqual(["1.1.3/1", "2.1.2/1"]);
});

test("in a text the keys are the text’s own, and outside they are the dossier’s", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.lead.fill("Directrice");
  await objectives.description.pressSequentially("Former");
  await page.keyboard.press("Control+z");
  await expect(objectives.lead).toHaveValue("Directrice");
  await page.keyboard.press("Control+Shift+Z");
  await expect(objectives.description).toHaveValue("Former");
  await app.heading.click();
  await page.keyboard.press("Control+z");
  await expect(objectives.description).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(objectives.lead).toHaveValue("");
  await pressKeys(page, "Control+y", 2);
  await expect(objectives.description).toHaveValue("Former");
  await expect(objectives.lead).toHaveValue("Directrice");
});

test("a text that is back where it was leaves nothing to undo", async ({ app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.priority.check();
  await objectives.lead.pressSequentially("Abc");
  for (let presses = 0; presses < 3; presses += 1) await objectives.lead.press("Backspace");
  await app.undo.click();
  await expect(objectives.priority).not.toBeChecked();
});

test("what is typed before and after the field, or the screen, is left is undone in two steps", async ({ page, app, objectives }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+01:00"));
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  for (const word of ["Adjointe", " et", " gestionnaire"]) {
    await objectives.lead.press("End");
    await objectives.lead.pressSequentially(word);
    await objectives.means.focus();
  }
  await app.undo.click();
  await expect(objectives.lead).toHaveValue("Adjointe et");
  await app.undo.click();
  await expect(objectives.lead).toHaveValue("Adjointe");
  await app.open("#/etablissement");
  await page.getByLabel("Nom de l’établissement").pressSequentially("x");
  await app.redo.click();
  await app.open("#/objectifs/1");
  await expect(objectives.lead, "one letter elsewhere takes nothing").toHaveValue("Adjointe et");
});

test("both rest while one looks at a received positioning, which leaves the history alone", async ({ page, app, stores, positioning }) => {
  await app.open("#/partage");
  const link = await page.locator("[data-share-link]").inputValue();
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 1).check();
  await positioning.box("1.1.3", 2).check();
  await app.undo.click();
  await app.hasSaved();
  const history = await stores.history();
  await app.open(new URL(link).hash);
  for (const button of [app.undo, app.redo]) {
    await expect(button).toBeHidden();
  }
  for (const keys of ["Control+z", "Control+Shift+Z", "Control+y"]) await page.keyboard.press(keys);
  await app.reload();
  expect(await stores.history()).toBe(history);
  await app.open("#/positionnement/items");
  await app.redo.click();
  await expect(positioning.box("1.1.3", 2)).toBeChecked();
});

test("a history that is damaged or of another revision is dropped without a word, and the dossier stays", async ({ app, stores, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 1).check();
  await app.hasSaved();
  const history = await stores.history();
  for (const text of [history.slice(0, -9), history.replace(/"revision":\d+/, '"revision":1999'), "", "[true]"]) {
    await stores.leaveApp();
    await stores.putHistory(text);
    await app.open("#/positionnement/items");
    await expect(positioning.box("1.1.3", 1)).toBeChecked();
    await expect(app.undo).toHaveAttribute("aria-disabled", "true");
    await expect(app.messages.getByRole("button")).toHaveCount(0);
  }
  await stores.leaveApp();
  await stores.putHistory(history);
  await app.open("#/positionnement/items");
  await app.undo.click();
  await expect(positioning.box("1.1.3", 1)).not.toBeChecked();
});

test("without the database the history is in localStorage, unless it is too large", async ({ page, context, app, objectives, positioning }) => {
  await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 1).check();
  await app.reload();
  await app.undo.click();
  await expect(positioning.box("1.1.3", 1)).not.toBeChecked();
  await app.reload();
  await app.redo.click();
  await expect(positioning.box("1.1.3", 1)).toBeChecked();

  await app.choose("Objectifs");
  await objectives.addTo("1.1").click();
  const long = "é".repeat(1_900);
  await objectives.description.fill(`0 ${long}`);
  await objectives.priority.click();
  await objectives.description.evaluate((field, long) => {
    const priority = document.querySelector("main input[type=checkbox]");
    for (let times = 1; times < 60; times += 1) {
      field.focus();
      field.value = `${times} ${long}`;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      priority.focus();
      priority.click();
    }
  }, long);
  const size = () => page.evaluate(() => localStorage.getItem("numea:v1:history").length);
  await expect.poll(size).toBe(0);
  await app.reload();
  await expect(objectives.description).toHaveValue(`59 ${long}`);
  await expect(app.undo).toHaveAttribute("aria-disabled", "true");
});

test("a tab that takes the pen goes on with the history of the one that had it", async ({ context, page, app, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 1).check();
  await app.hasSaved();
  const other = await context.newPage();
  await other.goto("#/positionnement/items");
  const undo = other.getByRole("button", { name: "Annuler la dernière modification (item 1.1.3)" });
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await page.close({ runBeforeUnload: true });
  await expect(undo).not.toHaveAttribute("aria-disabled");
  await undo.click();
  await expect(other.getByRole("checkbox", { name: "Item 1.1.3, étape 1", exact: true })).not.toBeChecked();
});
