// A school makes the questionnaire its own, and goes back.
import { expect, test } from "./support/fixtures.mjs";
import { Adapting } from "./pages/adapting.mjs";
import { Timeline } from "./pages/timeline.mjs";

test("an adapted questionnaire says what it does before it is applied, is counted beside the official one, and is undone", async ({ page, app, questionnaire }) => {
  const adapting = new Adapting(app);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.1").statement(1).check();
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();

  await adapting.open();
  await adapting.press("1.1.2", "Masquer");
  await expect(adapting.effects).toContainText("étape 1, 2 sur 21 devient 1 sur 20");
  await expect(adapting.effects).toContainText("Réponses gardées, sans compter : 1.1.2");
  await adapting.press("1.1.3", "Reformuler");
  await adapting.stage(1).fill("Le site dit qui nous sommes. Il est tenu à jour.");
  await expect(adapting.preview).toContainText("2 conditions");
  await expect(adapting.preview.locator("[data-adapted]")).toHaveText("Reformulé");
  await page.getByRole("button", { name: "Retenir ce texte" }).click();
  await page.getByRole("button", { name: "Ajouter un item au champ 1.1" }).click();
  await adapting.title.fill("L’exploitation connectée");
  for (const stage of [1, 2, 3]) await adapting.stage(stage).fill(`Énoncé ${stage} de l’exploitation.`);
  await page.getByRole("button", { name: "Retenir cet item" }).click();
  await expect(adapting.item("1.1.101")).toContainText("Ajouté");
  await expect(adapting.effects).toContainText("1 item masqué, 1 item reformulé, 1 item ajouté");
  await adapting.applies();

  await app.choose("Questionnaire");
  await expect(page.locator("#item-1\\.1\\.2")).toHaveCount(0);
  await expect(page.locator("#item-1\\.1\\.3 [data-adapted]")).toHaveText("Reformulé");
  await questionnaire.item("1.1.101").statement(1).check();
  await app.hasSaved();
  await app.choose("Positionnement");
  await expect(app.figure(1)).toContainText("1 sur 19");
  await expect(page.locator('[data-figure="local/stage-1"]')).toContainText("2 sur 21");

  await app.undo.click();
  await expect(page.locator('[data-figure="local/stage-1"]')).toContainText("1 sur 21");
  await adapting.undoes();
  await expect(page.locator('[data-figure="local/stage-1"]')).toHaveCount(0);
  await app.showsFigures([2, 0, 0]);
});

test("another grid of 3 fields and 9 items is used to the end, and the official one comes back with its answers", async ({ page, app, questionnaire }) => {
  const timeline = new Timeline(page);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await app.open("#/evolution");
  await timeline.keep("2026-06-30", "Officiel");
  await app.open("#/adapter");
  await page.getByLabel("Questionnaire reçu (.json)").setInputFiles("tests/it/fixtures/grid-1.json");
  const offer = page.getByRole("region", { name: "Donner ou recevoir un questionnaire" });
  await expect(offer).toContainText("« Grille d’essai d’une région » n’est pas une adaptation");
  await expect(offer).toContainText("3 champs d’action et 9 items");
  // The page is loaded anew for it, blank.
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Commencer un dossier avec ce questionnaire" }).click();
  await loaded;
  await app.isReady();
  await app.choose("Questionnaire");
  await expect(app.heading).toHaveText("1.1 L’accueil");
  await app.showsFigures([0, 0, 0], 9);
  await app.open("#/questionnaire/2.1");
  await questionnaire.item("2.1.3").statement(2).check();
  await app.hasSaved();
  await app.showsFigures([0, 1, 0], 9);

  await app.choose("Positionnement");
  await app.showsFigures([0, 1, 0], 9);
  await expect(page.locator('[data-figure="2.1/stage-2"]').first()).toContainText("1 sur 3");
  await expect(page.locator('[data-chart="positioning"] svg')).toContainText("2.1 Les projets");
  await app.open("#/partage");
  const code = await page.locator("[data-share-code]").inputValue();
  await app.open(`#/r/${code}`);
  await expect(app.heading).toHaveText("Positionnement reçu");
  await app.showsFigures([0, 1, 0], 9);
  await app.open("#/adapter");
  await expect(page.locator(".lead")).toContainText("« Grille d’essai d’une région »");

  // A positioning of the official one keeps its own figures, and is not compared with answers of other questions.
  await app.open("#/evolution");
  await expect(timeline.taken).toContainText(["Étape 1 : 1 sur 21"]);
  await expect(page.getByRole("region", { name: "Ce qui a changé" })).toContainText("ne se compare pas à ce dossier");
  await expect(timeline.before).toHaveCount(0);

  // Back to the official one: by undoing, with its answers.
  await app.open("#/questionnaire/1.1");
  await app.undo.click();
  await app.showsFigures([0, 0, 0], 9);
  await new Adapting(app).undoes();
  await app.showsFigures([1, 0, 0], 21);
});
