// Whose positioning it is: asked once, in the header, and only its year and date in a link.
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("the identity is kept, shown in the header, undone text by text, and gives a link its year and its date only", async ({ page, app }) => {
  await app.open("#/");
  const name = app.header.getByRole("link", { name: "Donner un nom à l’établissement" });
  await name.click();
  await expect(app.heading).toHaveText("Établissement");
  await page.getByLabel("Nom de l’établissement").fill("EPLEFPA des Trois Rivières");
  await page.getByLabel("Centre", { exact: true }).selectOption("CFPPA");
  await page.getByLabel("Année scolaire").selectOption({ index: 3 });
  const year = await page.getByLabel("Année scolaire").locator("option:checked").innerText();
  await page.getByLabel("Date du positionnement").fill("2026-11-23");
  await expect(page.getByText("23 novembre 2026", { exact: true })).toBeVisible();
  await page.getByLabel("Instance").fill("Conseil d’administration");
  await page.getByLabel("Équipe projet").fill("Directrice adjointe\nProfesseur TIM");
  await expect(app.header).toContainText(`EPLEFPA des Trois Rivières – CFPPA – ${year}`);
  await app.hasSaved();
  await app.reload();
  await expect(page.getByLabel("Équipe projet")).toHaveValue("Directrice adjointe\nProfesseur TIM");

  await app.choose("Partage");
  const link = await page.locator("[data-share-link]").inputValue();
  await page.goto("about:blank");
  await page.goto(link);
  const received = page.locator("[data-received]");
  await expect(received).toContainText(`Année scolaire ${year}.`);
  await expect(received).toContainText("Positionnement du 23 novembre 2026.");
  await expect(received).not.toContainText("Rivières");

  await app.open("#/etablissement");
  await page.getByLabel("Instance").fill("Conseil intérieur");
  await app.undo.click();
  await expect(page.getByLabel("Instance")).toHaveValue("Conseil d’administration");
});

test("the positioning asks for a name once there is something to name, and no more after", async ({ page, app, positioning }) => {
  await app.open("#/positionnement/items");
  const ask = page.getByRole("link", { name: "Ajouter le nom de l’établissement et la date" });
  await expect(ask).toHaveCount(0);
  await positioning.box("1.1.2", 1).check();
  await ask.click();
  await page.getByLabel("Nom de l’établissement").fill("Lycée du Val");
  await page.getByRole("link", { name: "Voir le positionnement" }).click();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  await expect(ask).toHaveCount(0);
});

test("the present school year is proposed, and given by one press only", async ({ page, app }) => {
  const year = page.getByLabel("Année scolaire");
  for (const [day, words] of [["2027-08-31T10:00:00", "2026‑2027"], ["2027-09-01T10:00:00", "2027‑2028"]]) {
    await page.clock.setFixedTime(new Date(day));
    await app.open("#/etablissement");
    await app.reload();
    await expect(year).toHaveValue("");
    const button = page.getByRole("button", { name: `Choisir ${words}, l’année en cours` });
    await button.click();
    await expect(year.locator("option:checked")).toHaveText(words);
    await expect(button).toHaveCount(0);
    await expect(year).toBeFocused();
    await app.undo.click();
    await expect(year).toHaveValue("");
  }
});

test("the positioning is entitled with school, year and body; its matrix is read until it is opened for entry", async ({ page, app, positioning, stores }) => {
  await openWith({ app, stores }, { identity: { school: "Lycée du Val", schoolYear: 2026, body: "Conseil d’administration" } }, "#/positionnement");
  // Nothing is answered: a sentence and a button.
  await expect(app.heading).toHaveText("Positionnement de l’établissement Lycée du Val – 2026‑2027 – Conseil d’administration");
  const main = page.getByRole("main");
  await expect(main).toContainText("dès le premier item renseigné");
  await expect(main.getByRole("link")).toHaveText(["Commencer le questionnaire"]);
  await expect(main.getByRole("button")).toHaveCount(0);

  await app.open("#/positionnement/items");
  await positioning.box("1.1.2", 1).check();
  await app.showsFigures([1, 0, 0]);
  await page.getByRole("link", { name: "Terminer la saisie" }).click();
  await expect(positioning.matrix.getByRole("checkbox")).toHaveCount(0);
  await expect(positioning.cell("1.1.2", 1)).toHaveText(/Atteinte$/);
  await positioning.enter();
  await expect(positioning.box("1.1.2", 1)).toBeChecked();
  await expect(positioning.matrix.getByRole("checkbox")).toHaveCount(63);
  await page.goBack();
  await expect(positioning.matrix.getByRole("checkbox")).toHaveCount(0);
});
