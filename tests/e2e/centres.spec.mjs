// Several dossiers in one browser: each is a closed world.
import { App } from "./pages/app.mjs";
import { Centres } from "./pages/centres.mjs";
import { Questionnaire } from "./pages/questionnaire.mjs";
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const FIELD = "#/questionnaire/1.1";
const LYCEE = { identity: { school: "EPLEFPA du Val", centre: "lycee", centreName: "Lycée du Val" }, answers: { "1.1.1": { ticked: { 1: [1, 2, 3, 4, 5] } } } };

/** A browser that has had one dossier so far, and now has a CFA too. */
async function withTwo(page, app, stores) {
  await openWith({ app, stores }, LYCEE, "#/centres");
  const centres = new Centres(page);
  await expect(centres.rows).toHaveCount(0);
  await expect(centres.menu).toHaveCount(0);
  await centres.make("CFA", "CFA du Val");
  await expect(centres.rows).toHaveCount(2);
  await expect(centres.row("Lycée du Val")).toHaveAttribute("aria-current", "true");
  return centres;
}

/** Another tab of the same browser, on the dossier that was chosen last. */
async function another(context) {
  const page = await context.newPage();
  return { page, app: new App(page), questionnaire: new Questionnaire(page), centres: new Centres(page) };
}

test("what was kept before is the first dossier; another is opened from the header in one gesture, and each keeps its own", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
  await centres.switchTo(app, "CFA du Val");
  expect(new URL(page.url()).hash).toBe(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).not.toBeChecked();
  await questionnaire.item("1.1.2").statement(2).check();
  await app.hasSaved();
  await app.reload();
  await expect(questionnaire.item("1.1.2").statement(2)).toBeChecked();
  await centres.switchTo(app, "Lycée du Val");
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.2").statement(2)).not.toBeChecked();
});

test("two tabs on two dossiers both write, while one of them switches; on one dossier there is one pen", async ({ page, app, stores, questionnaire, context }) => {
  const centres = await withTwo(page, app, stores);
  await app.open(FIELD);
  const other = await another(context);
  await other.app.open(FIELD);
  await expect(other.app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await other.centres.switchTo(other.app, "CFA du Val");
  await expect(other.app.saveState).toHaveAttribute("data-pen", "here");
  await expect(app.saveState).toHaveAttribute("data-pen", "here");
  await Promise.all([
    questionnaire.item("1.1.3").statement(1).check(),
    other.questionnaire.item("1.1.4").statement(1).check(),
  ]);
  await Promise.all([app.hasSaved(), other.app.hasSaved()]);

  // The first one edits on and switches at once: what it did is there when it comes back.
  await questionnaire.item("1.1.5").statement(1).check();
  await centres.switchTo(app, "CFA du Val");
  await expect(app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await expect(questionnaire.item("1.1.4").statement(1)).toBeChecked();
  await other.questionnaire.item("1.1.2").statement(1).check();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  await centres.switchTo(app, "Lycée du Val");
  for (const item of ["1.1.1", "1.1.3", "1.1.5"]) await expect(questionnaire.item(item).statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.4").statement(1)).not.toBeChecked();
});

test("a wiped localStorage loses neither the list nor what is in a dossier, and a tab stays on its own", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await centres.switchTo(app, "CFA du Val");
  await app.open(FIELD);
  await questionnaire.item("1.1.2").statement(2).check();
  await app.hasSaved();
  await stores.leaveApp();
  await stores.dropLocal();
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.2").statement(2)).toBeChecked();
  await app.open("#/centres");
  await expect(centres.rows).toHaveText([/Lycée du Val/, /CFA du Val/]);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("numea:centres:")).length);
  expect(kept).toBe(2);
});

test("a dossier is renamed, duplicated, put away, deleted and put back; the open one cannot be deleted", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await centres.change("Lycée du Val", "Dupliquer");
  await expect(centres.row("Copie de Lycée du Val")).toHaveCount(1);
  await centres.row(/^Lycée du Val/).getByRole("button", { name: "Modifier…" }).click();
  await expect(centres.row(/^Lycée du Val/).getByRole("button", { name: "Supprimer" })).toHaveCount(0);
  await page.getByLabel("Nom du centre", { exact: true }).fill("Lycée de la Saône");
  await page.getByRole("button", { name: "Enregistrer le nom" }).click();
  await expect(centres.menu.locator("summary")).toContainText("Lycée de la Saône");
  await centres.change("CFA du Val", "Archiver");
  await expect(page.getByRole("heading", { name: "Centres archivés" })).toBeVisible();
  await centres.change("Copie de", "Supprimer");
  const bin = page.getByRole("region", { name: "Corbeille" });
  await expect(bin).toContainText("Sera effacé de cet appareil le");
  await bin.getByRole("button", { name: "Remettre" }).click();
  await expect(bin).toHaveCount(0);
  await centres.row("Copie de").getByRole("button", { name: "Ouvrir" }).click();
  await expect(centres.menu.locator("summary")).toContainText("Copie de Lycée du Val");
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
});
