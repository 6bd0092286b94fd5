// What the answers say: strengths, lines of progress, what is missing.
import { expect, test } from "./support/fixtures.mjs";

test("before the first answer nothing is said to be strong, weak or missing", async ({ page, app }) => {
  await app.open("#/positionnement");
  await expect(page.getByRole("region", { name: "Ce qui manque" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Points forts" })).toHaveCount(0);
});

test("strengths, lines of progress and gaps follow the answers, each with its rule", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(2).check();
  await questionnaire.item("1.1.3").declared("Ne sait pas").check();
  await questionnaire.item("1.1.4").declared("Aucune étape atteinte").check();
  await app.open("#/questionnaire/1.3");
  await questionnaire.item("1.3.5").statement(3).check();
  await app.choose("Positionnement");

  const strengths = page.getByRole("region", { name: "Points forts" });
  await expect(strengths).toContainText("Les items qui atteignent l’étape 3, puis ceux qui atteignent l’étape 2.");
  await expect(strengths.getByRole("link")).toHaveText([/^1\.3\.5 /, /^1\.1\.2 /]);

  const progress = page.getByRole("region", { name: "Axes de progrès" });
  await expect(progress.getByRole("listitem")).toHaveText([/1\.1\.4 .*Étape 1\s: il manque 2\sconditions/, /1\.1\.2 .*Étape 3\s: il manque 2\sconditions/]);

  const gaps = page.getByRole("region", { name: "Ce qui manque" });
  await expect(gaps).toContainText("Un site web présente l’établissement.");
  await expect(gaps).not.toContainText("Ils diffusent et valorisent");
  await gaps.getByText("Étapes sautées").click();
  await expect(gaps).toContainText("L’utilisation du numérique se limite à une ou des salles dédiées.");
  await gaps.getByText("À vérifier").click();
  await expect(gaps.getByRole("link", { name: /^1\.1\.3 / })).toBeVisible();
  await gaps.getByText("À renseigner (17)").click();

  await progress.getByRole("link", { name: /^1\.1\.4 / }).click();
  await expect(page).toHaveURL(/#\/questionnaire\/1\.1\.4\/1$/);
  await expect(questionnaire.item("1.1.4").statement(1)).toBeFocused();
});
