// From what is missing to a schedule: SMART objectives with a lead and dates.
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("an objective is written, kept, found in the schedule, edited and deleted, and comes back", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.3").click();
  await expect(app.heading).toHaveText("Objectif");
  await expect(objectives.checked).toContainText("SMART : 0 critère sur 5");
  await objectives.description.fill("Équiper chaque salle d’équipe d’un poste relié à l’ENT");
  await expect(objectives.checked).toContainText("Choisissez l’item ou l’étape visée");
  await objectives.item.selectOption({ label: "1.3.3 L’accès au réseau pédagogique et l’accès à l’ENT pour les professeurs" });
  await objectives.indicator.fill("Salles équipées");
  await expect(objectives.checked).toContainText("Donnez la valeur à atteindre.");
  await objectives.target.fill("7 sur 7");
  await expect(objectives.checked).toContainText("Notez la valeur d’aujourd’hui et sa date");
  await objectives.addNote.click();
  await expect(objectives.note(1).value).toBeFocused();
  await objectives.note(1).value.fill("3 sur 7");
  await expect(page.getByText("Valeur actuelle : 3 sur 7")).toBeVisible();
  await objectives.judged.check();
  await objectives.stage.selectOption("Étape 2");
  await expect(page.getByText("Énoncé visé")).toBeVisible();
  await objectives.lead.fill("TFR IBA");
  await objectives.means.fill("Une journée de technicien");
  await objectives.start.fill("2026-11-02");
  await objectives.due.fill("2099-02-26");
  await expect(page.getByText("26 février 2099").first()).toBeVisible();
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

test("under an item of the questionnaire, one press makes an objective of a stage that is missing", async ({ app, objectives, page, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  const item = questionnaire.item("1.1.3");
  await item.statement(1).check();
  await item.aims.click();
  await expect(item.aim(1)).toHaveCount(0);
  await expect(item.card).toContainText("Étape 2 : il manque 2 conditions sur 2");
  await item.aim(2).click();
  await expect(objectives.item).toHaveValue("1.1.3");
  await expect(objectives.stage).toHaveValue("2");
  await page.goBack();
  await questionnaire.unfoldAll();
  await expect(item.card.getByRole("link", { name: /^Objectif en cours/ }).first()).toBeVisible();
});

test("from what is missing, one press makes an objective that aims at it", async ({ app, objectives, page, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.box("1.1.3", 1).check();
  await page.getByRole("region", { name: "Ce qui manque" }).getByRole("button", { name: /^En faire un objectif : item 1\.1\.3, étape 2$/ }).click();
  await expect(app.heading).toHaveText("Objectif");
  await expect(objectives.field).toHaveValue("1.1");
  await expect(objectives.item).toHaveValue("1.1.3");
  await expect(objectives.stage).toHaveValue("2");
  await expect(objectives.description).toHaveValue(/^La charte numérique qui .*\nElle constitue un support éducatif à part entière\.$/);
  await objectives.toSchedule.click();
  await expect(objectives.row("Item 1.1.3 La charte numérique, étape 2")).toHaveCount(1);
});

test("the schedule is shown by month and by lead, and moving an objective to another field drops its item", async ({ app, objectives }) => {
  await app.open("#/objectifs");
  for (const [name, lead, due] of [["Premier", "Zoé, CPE", "2027-05-01"], ["Deuxième", "Élu", "2027-06-01"], ["Troisième", "", "2027-04-01"]]) {
    await objectives.addTo("2.1").click();
    await objectives.description.fill(name);
    await objectives.lead.fill(lead);
    await objectives.due.fill(due);
    await objectives.toSchedule.click();
  }
  expect(await objectives.namesIn("2.1")).toEqual(["Troisième", "Premier", "Deuxième"]);
  await objectives.write("1.1", "Ailleurs");
  await objectives.sort.selectOption("Mois d’échéance");
  await expect(objectives.groups).toHaveText(["Avril 2027", "Mai 2027", "Juin 2027", "Sans échéance"]);
  await expect(objectives.rows.locator("> th a")).toHaveText(["Troisième", "Premier", "Deuxième", "Ailleurs"]);
  await objectives.sort.selectOption("Pilote");
  await expect(objectives.groups).toHaveText(["Élu", "Zoé, CPE", "Sans pilote"]);
  await expect(objectives.rows.locator("> th a")).toHaveText(["Deuxième", "Premier", "Troisième", "Ailleurs"]);
  await expect(objectives.row("Ailleurs")).toContainText("1.1 Pilotage, impulsion et organisation");

  await objectives.row("Premier").getByRole("link").click();
  await objectives.item.selectOption("2.1.2");
  await objectives.field.selectOption("2.2");
  await expect(objectives.item).toHaveValue("");
  await objectives.toSchedule.click();
  await expect(objectives.sort).toHaveValue("Pilote");
  await objectives.sort.selectOption("Champ d’action");
  expect(await objectives.namesIn("2.2")).toEqual(["Premier"]);
});

test("the schedule is filtered, says how many it shows on the screen and on paper, and one press shows all", async ({ app, objectives, page, stores }) => {
  const objective = (lead, more) => ({ field: "1.1", description: `Par ${lead}`, lead, ...more });
  await openWith({ app, stores }, { plan: { lastId: 4, objectives: {
    1: objective("Professeur TIM", { due: "2020-11-20" }), 2: objective("professeur tim", { field: "2.1", priority: "high" }), 3: objective("Proviseure", { due: "2020-11-20" }), 4: objective("", { status: "done" }),
  } } }, "#/objectifs");
  await expect(objectives.rows).toHaveCount(4);
  await expect(objectives.showAll).toBeHidden();
  await expect(objectives.filterLead.locator("option")).toHaveText(["Tous", "Professeur TIM", "Proviseure", "Sans pilote"]);
  await objectives.filterLead.selectOption("Professeur TIM");
  await expect(objectives.rows).toHaveCount(2);
  await expect(page.getByText("2 objectifs sur 4 : pilote « Professeur TIM ».")).toBeVisible();
  await expect(objectives.addTo("1.2")).toHaveCount(0);
  await objectives.filterState.selectOption("En retard");
  await expect(objectives.rows).toHaveCount(1);
  // It stays while one looks at an objective.
  await objectives.rows.getByRole("link").click();
  await objectives.toSchedule.click();
  const told = page.getByText("1 objectif sur 4 : pilote « Professeur TIM », en retard.");
  await expect(told).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(told).toBeVisible();
  await expect(objectives.filterState).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await objectives.filterPriority.selectOption("Prioritaires");
  await expect(page.getByText("Aucun objectif sur 4")).toBeVisible();
  await objectives.showAll.click();
  await expect(objectives.rows).toHaveCount(4);
  await expect(objectives.filterLead).toBeFocused();
  await expect(objectives.filterState).toHaveValue("");
});

test("the school year at a glance has a bar for each objective from start to due, and says what is late and what comes next", async ({ app, objectives, page, stores }) => {
  await page.clock.setFixedTime(new Date("2027-01-15T09:00:00"));
  const objective = (description, more) => ({ field: "1.1", description, ...more });
  await openWith({ app, stores }, { plan: { lastId: 4, objectives: {
    1: objective("Réécrire la charte", { status: "ongoing", lead: "Professeur TIM", start: "2026-11-02", due: "2027-02-26" }),
    2: objective("Équiper les salles", { due: "2026-12-01" }),
    3: objective("Former les équipes", { start: "2027-06-01", due: "2028-06-30" }),
    4: objective("Sans dates", {}),
  } } }, "#/objectifs");
  await expect(objectives.year.getByRole("heading", { level: 2 })).toHaveText("L’année 2026‑2027 en un coup d’œil");
  await expect(objectives.year.getByRole("columnheader")).toHaveCount(13);
  await expect(objectives.year.getByRole("columnheader", { name: "Janvier 2027" })).toHaveAttribute("aria-current", "date");
  await expect(objectives.bar("Réécrire la charte")).toHaveText("Du 2 nov. 2026 au 26 févr. 2027, en cours");
  await expect(objectives.bar("Réécrire la charte")).toHaveAttribute("colspan", "4");
  await expect(objectives.bar("Former les équipes")).toHaveAttribute("colspan", "3");
  await expect(objectives.year.getByText("1 objectif sans date ne figure pas dans ce tableau.")).toBeVisible();
  const lists = objectives.year.getByRole("list");
  await expect(lists.nth(0)).toHaveText(/Équiper les salles\s*Échéance le\s1er\sdécembre\s2026/);
  await expect(lists.nth(1).getByRole("listitem")).toHaveText([/Réécrire la charte\s*Échéance le\s26\sfévrier\s2027 – Professeur TIM/, /Former les équipes/]);
  await page.setViewportSize({ width: 360, height: 780 });
  const box = await objectives.bar("Former les équipes").boundingBox();
  expect(box.width).toBeGreaterThan(60);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await objectives.year.getByLabel("Année scolaire").selectOption("2027‑2028");
  await expect(objectives.bar("Former les équipes")).toHaveAttribute("colspan", "10");
  await expect(objectives.bar("Réécrire la charte")).toHaveCount(0);
});

test("an objective whose dates are upside down says so, and one that is gone says where to go", async ({ app, objectives, page }) => {
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.start.fill("2027-02-01");
  await objectives.due.fill("2027-01-01");
  await expect(objectives.checked).toContainText("L’échéance est avant le début");
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
  for (let presses = 0; presses < 20; presses += 1) {
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

test("with nothing planned, three objectives are proposed from what is missing, each one press away", async ({ app, objectives, page, questionnaire }) => {
  await app.open("#/objectifs");
  await expect(objectives.proposals).toContainText("Dès que des items seront renseignés");
  await objectives.proposals.getByRole("link", { name: "Commencer le questionnaire" }).click();
  for (const item of ["1.1.2", "1.1.3", "1.1.4", "1.1.5"]) await questionnaire.item(item).statement(1).check();
  await app.choose("Objectifs");
  const buttons = objectives.proposals.getByRole("button", { name: /^En faire un objectif/ });
  await expect(buttons).toHaveCount(3);
  await buttons.nth(1).click();
  await expect(objectives.item).toHaveValue("1.1.3");
  await objectives.toSchedule.click();
  await expect(objectives.rows).toHaveCount(1);
  await expect(buttons).toHaveCount(3);
  await expect(objectives.proposals).not.toContainText("1.1.3");
});

test("an objective left as it was made disappears with its screen and leaves no step, one that was written stays", async ({ app, objectives, page }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Signer la charte");
  await objectives.addTo("2.1").click();
  await expect(app.heading).toHaveText("Objectif");
  await objectives.toSchedule.click();
  await expect(objectives.rows).toHaveCount(1);
  await expect(app.redo).toHaveAttribute("aria-disabled", "true");
  await app.undo.click();
  // What is undone is the text that was typed, not an objective that is not there.
  await expect(objectives.row("Signer la charte")).toHaveCount(0);
  await expect(objectives.row("Objectif à décrire")).toHaveCount(1);
  await app.redo.click();

  await objectives.addTo("2.2").click();
  await app.hasSaved();
  await app.reload();
  await expect(app.heading).toHaveText("Objectif");
  await app.choose("Aide");
  await app.hasSaved();
  await app.choose("Objectifs");
  await expect(objectives.rows).toHaveCount(1);
  await objectives.addTo("2.3").click();
  await objectives.stage.selectOption("Étape 1");
  await app.choose("Objectifs");
  await expect(objectives.rows).toHaveCount(2);
});

test("the people who were named are offered as leads, and one press marks an objective as done", async ({ app, objectives, page }) => {
  await app.open("#/etablissement");
  await page.getByLabel("Équipe projet").fill("Directrice adjointe\nProfesseur TIM");
  await app.choose("Objectifs");
  await objectives.addTo("1.1").click();
  await objectives.lead.fill("CPE");
  await objectives.toSchedule.click();
  await objectives.addTo("1.2").click();
  expect(await page.locator("#goal-lead-offers option").evaluateAll((all) => all.map((one) => one.value))).toEqual(["Directrice adjointe", "Professeur TIM", "CPE"]);
  await objectives.description.fill("Former les équipes");
  await objectives.done.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(objectives.done).toBeFocused();
  await expect(objectives.done).toHaveText("Objectif terminé");
  await expect(objectives.status).toHaveValue("Terminé");
  await objectives.toSchedule.click();
  await expect(objectives.row("Former les équipes")).toContainText("Terminé");
});

test("an objective that is done proposes to tick what it aimed at, and is taken up for the next year, each one press and one undo", async ({ app, objectives, page, stores }) => {
  const objective = { field: "1.1", item: "1.1.3", stage: 2, status: "ongoing", description: "Réécrire la charte", lead: "Proviseure", start: "2026-09-01", due: "2090-06-30" };
  await openWith({ app, stores }, { plan: { lastId: 1, objectives: { 1: objective } } }, "#/objectifs/1");
  await expect(objectives.description).toHaveValue("Réécrire la charte");
  await expect(objectives.tick).toHaveCount(0);
  await expect(objectives.nextYear).toHaveCount(0);
  await objectives.done.click();
  await expect(objectives.tick).toHaveText("Cocher l’étape 2 de l’item 1.1.3");
  await objectives.tick.click();
  await expect(page.getByText("Toutes les conditions de cette étape sont cochées.").first()).toBeVisible();
  await expect(objectives.tick).toHaveCount(0);
  await app.undo.click();
  await expect(objectives.tick).toBeVisible();

  await objectives.nextYear.click();
  await expect(objectives.due).toHaveValue("2091-06-30");
  await expect(objectives.start).toHaveValue("2027-09-01");
  await expect(objectives.status).toHaveValue("À lancer");
  await expect(page.getByText("copié de celui de l’an dernier")).toBeVisible();
  await expect(page.getByRole("link", { name: "objectif n° 1" })).toHaveAttribute("href", "#/objectifs/1");
  await expect(objectives.nextYear).toHaveCount(0);
  await app.choose("Objectifs");
  await expect(objectives.rows).toHaveCount(2);
  await app.undo.click();
  await expect(objectives.rows).toHaveCount(1);
  await expect(objectives.rows).toContainText("Terminé");
});

test("on a phone the five criteria stand above the form", async ({ app, objectives, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  const top = async (place) => (await place.boundingBox()).y;
  expect(await top(objectives.checked)).toBeLessThan(await top(objectives.description));
  expect((await objectives.checked.boundingBox()).height).toBeLessThan(260);
});
