// The rules of counting, as seen on the screens: conditions, declared states, undoing.
import { FIELDS, ITEMS } from "./pages/official.mjs";
import { expect, test } from "./support/fixtures.mjs";

/** Declares this of every item of the screen. */
async function declareAll(page, state) {
  const boxes = page.locator(`input[data-state="${state}"]`);
  await boxes.first().check();
  await boxes.evaluateAll((all) => all.filter((box) => !box.checked).forEach((box) => box.click()));
}

test.beforeEach(async ({ app }) => {
  await app.open("#/questionnaire/1.1");
});

test("a statement is reached once its conditions are ticked one by one, not before", async ({ app, questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await item.conditionsTitle(1).click();
  await expect(item.conditions(1)).toHaveCount(5);
  for (const number of [1, 2, 3, 4]) {
    await item.condition(1, number).check();
    await expect(item.statement(1)).toBeChecked({ indeterminate: true });
    await expect(item.option(1)).toContainText(`${number} condition${number < 2 ? "" : "s"} sur 5`);
    await app.showsFigures([0, 0, 0]);
  }
  await expect(item.option(1)).toContainText("4 conditions sur 5");
  await item.condition(1, 5).check();
  await expect(item.statement(1)).toBeChecked();
  await expect(item.statement(1)).not.toBeChecked({ indeterminate: true });
  await expect(item.option(1)).toContainText("Atteinte");
  await app.showsFigures([1, 0, 0]);
});

test("a partly ticked statement says so in the matrix too, and does not count there", async ({ app, questionnaire, positioning }) => {
  const item = questionnaire.item("1.1.1");
  await item.conditionsTitle(1).click();
  for (const number of [1, 2, 4, 5]) await item.condition(1, number).check();
  await app.choose("Positionnement");
  await positioning.enter();
  await expect(positioning.box("1.1.1", 1)).toBeChecked({ indeterminate: true });
  await expect(positioning.cell("1.1.1", 1)).toHaveText(/4 sur 5/);
  await app.showsFigures([0, 0, 0]);
});

test("ticking a statement ticks its conditions; one unticked condition takes it back", async ({ app, questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await item.statement(2).check();
  await expect(item.conditions(2)).toHaveCount(6);
  for (const condition of await item.conditions(2).all()) await expect(condition).toBeChecked();
  await app.showsFigures([0, 1, 0]);
  await item.condition(2, 3).uncheck();
  await expect(item.statement(2)).toBeChecked({ indeterminate: true });
  await expect(item.option(2)).toContainText("5 conditions sur 6");
  await app.showsFigures([0, 0, 0]);
});

test("a click on a partly ticked statement ticks it whole; another clears it", async ({ questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await item.conditionsTitle(2).click();
  await item.condition(2, 3).check();
  await item.statement(2).click();
  await expect(item.statement(2)).toBeChecked();
  for (const condition of await item.conditions(2).all()) await expect(condition).toBeChecked();
  await item.statement(2).click();
  await expect(item.statement(2)).not.toBeChecked();
  for (const condition of await item.conditions(2).all()) await expect(condition).not.toBeChecked();
});

test("the stages of an item are independent", async ({ app, questionnaire }) => {
  await questionnaire.item("1.1.2").statement(3).check();
  await app.showsFigures([0, 0, 1]);
  await expect(questionnaire.item("1.1.2").statement(1)).not.toBeChecked();
});

test("« non concerné » takes the item out of the total, and the text says so everywhere", async ({ page, app, questionnaire }) => {
  await questionnaire.item("1.1.2").statement(1).check();
  await app.showsFigures([1, 0, 0]);
  await questionnaire.item("1.1.3").declared("Non concerné").check();
  await app.showsFigures([1, 0, 0], 20);
  await expect(questionnaire.progress).toHaveText("2 items sur 21 renseignés, dont 1 item non concerné");
  await expect(app.figure(1, "1.1")).toHaveText("1 sur 4");
  await app.choose("Positionnement");
  await app.showsFigures([1, 0, 0], 20);
  await expect(page.getByRole("main")).toContainText("Ici : 1 item non concerné.");
  await app.header.getByRole("link", { name: "NumEA-Établissement" }).click();
  await expect(page.getByRole("main")).toContainText("dont 1 item non concerné");
  await app.showsFigures([1, 0, 0], 20);
});

test("« ne sait pas » and « aucune étape » stay in the total", async ({ app, questionnaire }) => {
  await questionnaire.item("1.1.2").declared("Ne sait pas").check();
  await questionnaire.item("1.1.3").declared("Aucune étape atteinte").check();
  await app.showsFigures([0, 0, 0], 21);
  await expect(questionnaire.progress).toHaveText("2 items sur 21 renseignés, dont 1 « ne sait pas »");
  await expect(questionnaire.item("1.1.2").card).toContainText("Ne sait pas");
});

test("a school concerned by nothing gets a dash, not a false percentage", async ({ page, app }) => {
  const fields = new Set(ITEMS.map((item) => item.id.slice(0, 3)));
  for (const field of fields) {
    await app.open(`#/questionnaire/${field}`);
    await expect(app.heading).toHaveText(new RegExp(`^${field} `));
    await declareAll(page, "not-applicable");
  }
  await app.choose("Positionnement");
  for (const stage of [1, 2, 3]) {
    await expect(app.figure(stage)).toContainText("0 sur 0");
    await expect(app.figure(stage)).toContainText("–");
    await expect(app.figure(stage)).not.toContainText("%");
  }
  await expect(page.getByRole("main")).toContainText("Ici : 21 items non concernés.");
});

test("once every item is answered, the positioning leads to the objectives", async ({ page, app }) => {
  for (const { id } of FIELDS) {
    await app.open(`#/questionnaire/${id}`);
    await expect(app.heading).toHaveText(new RegExp(`^${id} `));
    await declareAll(page, "none");
  }
  await app.choose("Positionnement");
  await page.getByRole("link", { name: "Fixer des objectifs" }).click();
  await expect(app.heading).toHaveText("Objectifs et échéancier");
});

test("declared states and ticks exclude each other, both ways", async ({ questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await item.statement(1).check();
  for (const words of ["Aucune étape atteinte", "Ne sait pas", "Non concerné"]) {
    await item.declared(words).check();
    await expect(item.card.getByRole("checkbox", { checked: true })).toHaveCount(1);
  }
  await expect(item.statement(1)).not.toBeChecked();
  await item.condition(1, 2).check();
  await expect(item.declared("Non concerné")).not.toBeChecked();
  await expect(item.statement(1)).toBeChecked({ indeterminate: true });
});

test("the button undoes the last changes one by one, even from another screen", async ({ app, questionnaire }) => {
  await expect(app.undo).toHaveAccessibleName(/rien à annuler/);
  await questionnaire.item("1.1.2").statement(1).check();
  await questionnaire.item("1.1.3").declared("Non concerné").check();
  // The figures are there at zero too, where one may tick.
  await app.open("#/positionnement/items");
  await expect(app.undo).toHaveAccessibleName("Annuler la dernière modification (item 1.1.3)");
  await app.undo.click();
  await app.showsFigures([1, 0, 0], 21);
  await app.undo.click();
  await app.showsFigures([0, 0, 0], 21);
  await expect(app.undo).toHaveAccessibleName(/rien à annuler/);
  await app.hasSaved();
  await app.reload();
  await app.showsFigures([0, 0, 0], 21);
});

test("undoing a declared state brings back the ticks that it erased", async ({ page, questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await item.conditionsTitle(1).click();
  await item.condition(1, 1).check();
  await item.condition(1, 4).check();
  await item.declared("Ne sait pas").check();
  await expect(item.condition(1, 4)).not.toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(item.declared("Ne sait pas")).not.toBeChecked();
  await expect(item.condition(1, 1)).toBeChecked();
  await expect(item.condition(1, 4)).toBeChecked();
  await expect(item.condition(1, 2)).not.toBeChecked();
});

test("Ctrl+Z belongs to the text inside a note, and to the answers outside", async ({ page, app, questionnaire }) => {
  const item = questionnaire.item("1.1.2");
  await item.statement(1).check();
  await item.notesTitle.click();
  await item.note.click();
  await page.keyboard.type("bonjour");
  await expect(item.note).toHaveValue("bonjour");
  await page.keyboard.press("Control+z");
  await expect(item.note).not.toHaveValue("bonjour");
  await expect(item.statement(1)).toBeChecked();
  await item.note.fill("un texte");
  await item.statement(2).focus();
  await page.keyboard.press("Control+z");
  await expect(item.note).toHaveValue("");
  await expect(item.statement(1)).toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(item.statement(1)).not.toBeChecked();
  await app.showsFigures([0, 0, 0]);
});
