// Whose positioning it is: asked once, in the header, and only its year and date in a link.
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
  await app.open("#/positionnement");
  const ask = page.getByRole("link", { name: "Ajouter le nom de l’établissement et la date" });
  await expect(ask).toHaveCount(0);
  await positioning.box("1.1.2", 1).check();
  await ask.click();
  await page.getByLabel("Nom de l’établissement").fill("Lycée du Val");
  await page.getByRole("link", { name: "Voir le positionnement" }).click();
  await expect(app.heading).toHaveText("Positionnement de l’établissement");
  await expect(ask).toHaveCount(0);
});
