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
  await expect(progress).toContainText("Les plus avancés d’abord");
  await expect(progress.getByRole("listitem")).toHaveText([/1\.1\.4 .*Étape 1\s: il manque 2\sconditions sur\s2/, /1\.1\.2 .*Étape 3\s: il manque 2\sconditions sur\s2/]);

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

test("each line of progress is one press from an objective in the words of what is missing, and then leads to it", async ({ app, objectives, page, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.3").statement(1).check();
  await questionnaire.item("1.1.3").conditionsTitle(2).click();
  await questionnaire.item("1.1.3").condition(2, 1).check();
  await questionnaire.item("1.1.2").statement(1).check();
  await app.open("#/questionnaire/1.3");
  // Stage 1 of 1.3.5 stops being true at stage 2: nobody is advised to limit the digital to some rooms.
  await questionnaire.item("1.3.5").declared("Aucune étape atteinte").check();
  await app.choose("Positionnement");
  const progress = page.getByRole("region", { name: "Axes de progrès" });
  const gaps = page.getByRole("region", { name: "Ce qui manque" });
  // Half of 1.1.3 is done: it goes before statements of one sentence of which nothing is.
  await expect(progress.getByRole("listitem")).toHaveText([/^2?1\.1\.3 /, /1\.1\.2 /, /1\.3\.5 .*Étape 2/]);
  await expect(gaps).not.toContainText("se limite à une ou des salles dédiées");

  await progress.getByRole("button", { name: "En faire un objectif : item 1.1.3, étape 2" }).click();
  await expect(app.heading).toHaveText("Objectif");
  await expect(objectives.description).toHaveValue("Elle constitue un support éducatif à part entière.");
  await expect(objectives.item).toHaveValue("1.1.3");
  await expect(objectives.stage).toHaveValue("2");
  await expect(page.getByText("il manque 1 condition sur 2")).toBeVisible();
  await expect(page.getByRole("blockquote")).toHaveText(/Elle constitue un support éducatif à part entière\.$/);
  await expect(page.getByRole("blockquote")).not.toContainText("élaborée au sein");

  await app.choose("Positionnement");
  for (const list of [progress, gaps]) {
    await expect(list.getByRole("button", { name: /item 1\.1\.3/ })).toHaveCount(0);
    await expect(list.getByRole("link", { name: "Objectif en cours : item 1.1.3" })).toHaveAttribute("href", "#/objectifs/1");
  }
  await progress.getByRole("link", { name: "Objectif en cours : item 1.1.3" }).click();
  await objectives.done.click();
  await expect(objectives.status).toHaveValue("Terminé");
  await app.choose("Positionnement");
  await expect(progress.getByRole("button", { name: "En faire un objectif : item 1.1.3, étape 2" })).toBeVisible();
});
