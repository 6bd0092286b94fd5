// A school makes the questionnaire its own, and goes back.
import { expect, test } from "./support/fixtures.mjs";
import { Adapting } from "./pages/adapting.mjs";

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
