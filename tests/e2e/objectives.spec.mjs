// From what is missing to a schedule: SMART objectives with a lead and dates.
import { expect, test } from "./support/fixtures.mjs";

test("an objective is written, kept, found in the schedule, edited and deleted, and comes back", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.3").click();
  await expect(app.heading).toHaveText("Objectif");
  await expect(objectives.checked).toContainText("SMART : 0 critère sur 5");
  await objectives.description.fill("Équiper chaque salle d’équipe d’un poste relié à l’ENT");
  await expect(objectives.checked).toContainText("SMART : 1 critère sur 5");
  await objectives.item.selectOption({ label: "1.3.3 L’accès au réseau pédagogique et l’accès à l’ENT pour les professeurs" });
  await objectives.indicator.fill("Salles équipées");
  await expect(objectives.checked).toContainText("Donnez la valeur à atteindre.");
  await objectives.target.fill("7 sur 7");
  await objectives.stage.selectOption("Étape 2");
  await expect(page.getByText("Énoncé visé")).toBeVisible();
  await objectives.lead.fill("TFR IBA");
  await objectives.means.fill("Une journée de technicien");
  await objectives.start.fill("2026-11-02");
  await objectives.due.fill("2099-02-26");
  await expect(page.getByText("26 février 2099")).toBeVisible();
  await expect(objectives.checked).toContainText("SMART : 5 critères sur 5");
  await objectives.status.selectOption("En cours");
  await objectives.priority.check();
  await app.hasSaved();
  await app.reload();
  await expect(objectives.lead).toHaveValue("TFR IBA");
  await expect(objectives.priority).toBeChecked();

  await objectives.toSchedule.click();
  const row = objectives.row("Équiper chaque salle");
  for (const text of ["TFR IBA", "Salles équipées : 7 sur 7", "Du 2 nov. 2026 au 26 févr. 2099", "En cours", "Prioritaire", "Item 1.3.3 L’accès au réseau pédagogique et l’accès à l’ENT pour les professeurs, étape 2"]) {
    await expect(row).toContainText(text);
  }
  await expect(page.getByText("1 objectif en cours.")).toBeVisible();

  await row.getByRole("link").click();
  await objectives.lead.fill("Gestionnaire");
  await objectives.due.fill("2026-11-20");
  await objectives.toSchedule.click();
  await expect(row).toContainText("Gestionnaire");
  await expect(row).toContainText("En retard");

  await row.getByRole("link").click();
  await objectives.delete.click();
  await expect(objectives.rows).toHaveCount(0);
  await page.getByRole("button", { name: "Le remettre" }).click();
  await expect(row).toContainText("Gestionnaire");
  await app.hasSaved();
  await app.reload();
  await expect(objectives.row("Équiper chaque salle")).toContainText("Gestionnaire");
});

test("from what is missing, one press makes an objective that aims at it", async ({ app, objectives, page, positioning }) => {
  await app.open("#/positionnement");
  await positioning.box("1.1.3", 1).check();
  await page.getByRole("button", { name: /^En faire un objectif : item 1\.1\.3, étape 2$/ }).click();
  await expect(app.heading).toHaveText("Objectif");
  await expect(objectives.field).toHaveValue("1.1");
  await expect(objectives.item).toHaveValue("1.1.3");
  await expect(objectives.stage).toHaveValue("2");
  await expect(page.getByRole("main")).toContainText("Elle constitue un support éducatif à part entière.");
  await objectives.toSchedule.click();
  await expect(objectives.row("À décrire : Item 1.1.3 La charte numérique, étape 2")).toHaveCount(1);
});

test("the schedule is sorted within each field, and moving an objective to another field drops its item", async ({ app, objectives }) => {
  await app.open("#/objectifs");
  for (const [name, lead, due] of [["Premier", "Zoé, CPE", "2027-05-01"], ["Deuxième", "Élu", "2027-06-01"], ["Troisième", "", "2027-04-01"]]) {
    await objectives.addTo("2.1").click();
    await objectives.description.fill(name);
    await objectives.lead.fill(lead);
    await objectives.due.fill(due);
    await objectives.toSchedule.click();
  }
  expect(await objectives.namesIn("2.1")).toEqual(["Troisième", "Premier", "Deuxième"]);
  await objectives.sort.selectOption("Pilote");
  await expect.poll(() => objectives.namesIn("2.1")).toEqual(["Deuxième", "Premier", "Troisième"]);

  await objectives.row("Premier").getByRole("link").click();
  await objectives.item.selectOption("2.1.2");
  await objectives.field.selectOption("2.2");
  await expect(objectives.item).toHaveValue("");
  await objectives.toSchedule.click();
  expect(await objectives.namesIn("2.2")).toEqual(["Premier"]);
  await expect(objectives.sort).toHaveValue("Pilote");
});

test("an objective whose dates are upside down says so, and one that is gone says where to go", async ({ app, objectives, page }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.start.fill("2027-02-01");
  await objectives.due.fill("2027-01-01");
  await expect(page.getByText("L’échéance est avant le début.")).toBeVisible();
  await app.open("#/objectifs/41");
  await expect(app.heading).toHaveText("Cet objectif n’existe pas");
  await page.getByRole("link", { name: "Aller à l’échéancier" }).click();
  await expect(objectives.rows).toHaveCount(1);
});

test("the five criteria are at hand with both wordings of the source", async ({ app, objectives, page }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await page.getByText("Les cinq critères SMART (annexe 1 du document)").click();
  const annex = objectives.checked;
  for (const words of ["Spécifique et simple", "« Simple »", "Mesurable", "Ambitieux et Atteignable", "« Acceptable »", "Réaliste", "Temporel", "éviter de potentielles dérives"]) {
    await expect(annex).toContainText(words);
  }
});

test("an objective can be written from the keyboard alone", async ({ app, objectives, page }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.2").focus();
  await page.keyboard.press("Enter");
  await expect(app.heading).toBeFocused();
  const visited = [];
  for (let presses = 0; presses < 16; presses += 1) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
    if (visited.at(-1) === "goal-description") await page.keyboard.type("Former les équipes");
    if (visited.at(-1) === "goal-lead") await page.keyboard.type("Professeur TIM");
  }
  for (const id of ["goal-description", "goal-field", "goal-item", "goal-indicator", "goal-target", "goal-lead", "goal-stage", "goal-means", "goal-start"]) {
    expect(visited).toContain(id);
  }
  await app.choose("Objectifs");
  await expect(objectives.row("Former les équipes")).toContainText("Professeur TIM");
});
