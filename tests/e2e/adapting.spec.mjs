// A school makes the questionnaire its own, and goes back.
import { readFileSync } from "node:fs";
import { expect, test } from "./support/fixtures.mjs";
import { Documents } from "./pages/documents.mjs";
import { filled } from "./support/workbook.mjs";
import { Adapting } from "./pages/adapting.mjs";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
import { App } from "./pages/app.mjs";
import { Files } from "./pages/files.mjs";
import { Team } from "./pages/team.mjs";
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

test("an adapted questionnaire is sent by invitation and answered elsewhere, and its answers come home", async ({ page, app, browser, baseURL }, info) => {
  const [adapting, team] = [new Adapting(app), new Team(page)];
  await adapting.open();
  await adapting.press("2.1.1", "Reformuler");
  await adapting.stage(1).fill("Chaque collègue sait qui appeler. Le nom est affiché.");
  await page.getByRole("button", { name: "Retenir ce texte" }).click();
  await page.getByLabel("Message affiché au-dessus des questions").fill("Répondez pour le site du Val.");
  await adapting.applies();
  await app.open("#/equipe");
  const invitation = page.locator("[data-invitation-link]");
  await expect(invitation).toHaveValue(/#\/i\/wg/);
  await expect(page.getByRole("region", { name: "Inviter à répondre" })).toContainText("l’invitation les emporte");
  const link = await invitation.inputValue();

  // Another device, whose dossier does not even ask this item.
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  const elsewhere = await context.newPage();
  const [theirs, answering] = [new App(elsewhere), new Answering(elsewhere)];
  await new Adapting(theirs).open();
  await new Adapting(theirs).press("2.1.1", "Masquer");
  await new Adapting(theirs).applies();
  await answering.open(link);
  await expect(elsewhere.getByText("Répondez pour le site du Val.")).toBeVisible();
  await expect(elsewhere.locator(".lead")).toContainText("adapté par l’établissement");
  await answering.begin.click();
  await expect(elsewhere.locator("[id='item-2.1.1'] [data-adapted]")).toHaveText("Reformulé");
  await expect(elsewhere.locator('[data-statement="2.1.1/1"]')).toHaveText("Chaque collègue sait qui appeler. Le nom est affiché.");
  await answering.box("2.1.1", 1).check();
  await elsewhere.reload();
  await answering.goOn.click();
  await expect(answering.box("2.1.1", 1)).toBeChecked();
  await answering.toTheEnd();
  const code = await answering.code.inputValue();
  // Its own dossier knows nothing of it.
  await theirs.open("#/questionnaire/2.1");
  await expect(elsewhere.locator('input[data-item="2.1.1"]')).toHaveCount(0);
  // What is official is read there as it is: a link, an invitation.
  await theirs.open("#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
  await expect(theirs.heading).toHaveText("Positionnement reçu");
  await answering.open(INVITATIONS.whole);
  await expect(elsewhere.locator(".lead")).toContainText("votre avis sur 21 items du questionnaire NumEA-Établissement, où");

  await team.add(code);
  await expect(team.report).toHaveText("1 réponse ajoutée.");
  await team.add("4QCeN3m5f0p8FQACI_Vd_z-YABgAAAAAAAAAAAAASAAAADAAFjn-Jg");
  // Answers to what was asked before count where its words are still asked; the rest is named.
  await expect(team.report).toHaveText("1 réponse ajoutée.");
  await expect(team.lines).toContainText(["1 item a changé depuis cette invitation et n’est pas compté : 2.1.1."]);

  // Too long for a link: a file goes along.
  await adapting.open();
  for (const item of ["2.1.1", "2.1.2", "2.2.1"]) {
    await adapting.press(item, "Reformuler");
    for (const stage of [1, 2, 3]) await adapting.stage(stage).fill(words(item.length * stage + Number(item.at(-1)) * 7, 90));
    await page.getByRole("button", { name: "Retenir ce texte" }).click();
  }
  await expect(adapting.effects).toContainText("aux questions d’avant comptent encore pour les items dont le texte ne change pas");
  await adapting.applies();
  await app.open("#/equipe");
  // Both answers, to two earlier questionnaires, are still there.
  await expect(page.locator("[data-contribution]")).toHaveCount(2);
  await expect(page.getByText(/items ont changé depuis cette invitation et ne sont pas comptés/)).toHaveCount(2);
  await expect(invitation).toHaveCount(0);
  await expect(page.getByText("trop longues pour un lien")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.locator("[data-invitation-file]").click();
  const file = info.outputPath((await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(file).toMatch(/invitation-numea-etablissement-\d{4}-\d\d-\d\d\.json$/);
  await theirs.open("#/");
  await elsewhere.getByText("Ouvrir un lien ou un fichier reçu").click();
  await new Files(elsewhere).input.setInputFiles(file);
  await answering.begin.click();
  await answering.box("2.1.1", 1).check();
  await answering.toTheEnd();
  await team.add(await answering.link.inputValue());
  await expect(team.report).toHaveText("1 réponse ajoutée.");
  await context.close();
});

test("a questionnaire that is received with a reworded item says what is to look at again, keeps both positionings and is undone at once", async ({ page, app, questionnaire }) => {
  const [adapting, timeline] = [new Adapting(app), new Timeline(page)];
  await app.open("#/questionnaire/1.1");
  for (const item of ["1.1.1", "1.1.2", "1.1.3"]) await questionnaire.item(item).statement(1).check();
  await app.hasSaved();
  const received = official();
  const [first] = received.parts[0].fields[0].items;
  first.statements[0] = ["Une phrase nouvelle.", ...first.statements[0].slice(1).map((text, place) => ({ number: place + 2, text }))];
  first.statements[0][0] = { number: 9, text: "Une phrase nouvelle." };
  first.origin = "reworded";
  received.parts[0].fields[0].items.splice(1, 1);
  received.note = "Pour toute la région.";
  const file = { name: "region.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(received)) };

  await adapting.open();
  await adapting.file.setInputFiles(file);
  const said = adapting.effects.getByRole("listitem");
  await expect(said.first()).toHaveText("À reprendre, car leur texte change : 1.1.1.");
  await adapting.effects.locator("summary").filter({ hasText: "1.1.1" }).click();
  await expect(adapting.effects.locator(".adapting__card").nth(0)).toContainText("Texte d’avant");
  await expect(adapting.effects.locator(".adapting__card").nth(1)).toContainText("Une phrase nouvelle.");
  await expect(adapting.effects.locator("mark")).toHaveCount(2);
  await expect(said.filter({ hasText: "Réponses gardées, sans compter : 1.1.2" })).toHaveCount(1);
  await expect(said.filter({ hasText: "1 item compte comme avant" })).toHaveCount(1);
  await adapting.applies();
  await expect(adapting.effects).not.toContainText("texte officiel a changé");
  // Received again, it changes nothing.
  await adapting.file.setInputFiles(file);
  await expect(page.locator("#questionnaire-said")).toContainText("Questionnaire lu");
  await expect(adapting.effects).toContainText("Rien n’est changé pour le moment");

  await app.open("#/evolution");
  await expect(timeline.taken).toHaveCount(2);
  await expect(timeline.taken.filter({ hasText: "Avant l’adaptation" })).toContainText("Étape 1 : 3 sur 21");
  await timeline.taken.filter({ hasText: "Avant l’adaptation" }).getByRole("button").first().click();
  await expect(page.locator("[data-opened]")).toBeVisible();
  await app.showsFigures([3, 0, 0]);

  await app.open("#/questionnaire/1.1");
  await expect(page.getByText("Pour toute la région.")).toBeVisible();
  await expect(questionnaire.item("1.1.3").statement(1)).toBeChecked();
  await adapting.undoes();
  for (const item of ["1.1.1", "1.1.2", "1.1.3"]) await expect(questionnaire.item(item).statement(1)).toBeChecked();
});

test("a questionnaire that the site publishes is offered, and is no more than any other before it is chosen", async ({ page, app }) => {
  const adapting = new Adapting(app);
  const region = official();
  region.parts[1].fields[0].items.splice(0, 1);
  const grid = readFileSync("tests/it/fixtures/grid-1.json", "utf8");
  const published = [["Questionnaire de la région", "grilles/region.json"], ["Grille à part", "autre.json"], ["Abîmé", "abime.json"]];
  const bodies = { "site.json": JSON.stringify({ questionnaires: published.map(([titre, fichier]) => ({ titre, fichier })) }), "grilles/region.json": JSON.stringify(region), "autre.json": grid, "abime.json": grid.slice(0, 500) };
  const asked = [];
  await page.route("**/*.json", (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/numea\//, "");
    if (!(name in bodies)) return route.fallback();
    asked.push(name);
    return route.fulfill({ body: bodies[name], contentType: "application/json" });
  });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    globalThis.painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  });
  await app.open("#/");
  // On a first visit the way to them stands on the home, once the page is at rest, in a place that was empty.
  const way = page.getByRole("link", { name: "Voir les 3 autres questionnaires de ce site" });
  await expect(way).toBeVisible();
  expect(asked).toEqual(["site.json"]);
  const { shift, askedAt, painted } = await page.evaluate(() => ({ shift: globalThis.shift, painted: globalThis.painted(), askedAt: performance.getEntriesByType("resource").find(({ name }) => name.endsWith("site.json")).startTime }));
  expect(shift).toBeLessThanOrEqual(0.02);
  expect(askedAt).toBeGreaterThan(painted);
  await way.click();
  const card = page.getByRole("region", { name: "Questionnaires proposés par ce site" });
  await expect(card.getByRole("listitem")).toHaveCount(3);
  expect(asked).toEqual(["site.json", "site.json"]);
  await card.getByRole("button", { name: /Abîmé$/ }).click();
  await expect(card.getByRole("status")).toContainText("Rien n’a été changé");
  await card.getByRole("button", { name: /Grille à part$/ }).click();
  await expect(card).toContainText("3 champs d’action et 9 items");
  await expect(card.getByRole("button", { name: "Commencer un dossier avec ce questionnaire" })).toBeVisible();
  await card.getByRole("button", { name: /Questionnaire de la région$/ }).click();
  await expect(card.getByRole("button", { name: "Commencer un dossier avec ce questionnaire" })).toHaveCount(0);
  await expect(adapting.effects).toContainText("1 item masqué");
  await adapting.applies();
  await app.open("#/questionnaire/2.1");
  await expect(page.locator('input[data-item="2.1.1"]')).toHaveCount(0);
});

test("another grid goes through plan, workbook and team", async ({ page, app, objectives, browser, baseURL }) => {
  const [documents, team] = [new Documents(page), new Team(page)];
  await app.open("#/adapter");
  await new Adapting(app).file.setInputFiles("tests/it/fixtures/grid-1.json");
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Commencer un dossier avec ce questionnaire" }).click();
  await loaded;
  await app.isReady();
  await expect(page.locator(".lead")).toContainText("Le questionnaire Grille d’essai d’une région situe un établissement agricole sur 9 items");
  await app.open("#/objectifs");
  await objectives.write("2.1", "Ouvrir l’atelier aux familles");
  await expect(objectives.row("Ouvrir l’atelier aux familles")).toHaveCount(1);
  await app.open("#/documents");
  const { bytes } = await documents.download("workbook");
  await documents.give(filled(bytes, [["1.1.1/1", "D", "oui"]]));
  await expect(documents.lines).toHaveCount(1);
  await page.locator('[data-import-all="take"]').click();
  await documents.apply.click();
  await app.hasSaved();
  await app.choose("Positionnement");
  await app.showsFigures([1, 0, 0], 9);

  await app.open("#/equipe");
  const link = await page.locator("[data-invitation-link]").inputValue();
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  const answering = new Answering(await context.newPage());
  await answering.open(link);
  await expect(answering.page.locator(".lead")).toContainText("du questionnaire « Grille d’essai d’une région »");
  await answering.begin.click();
  await answering.box("2.1.3", 1).check();
  await answering.toTheEnd();
  await team.add(await answering.code.inputValue());
  await expect(team.report).toHaveText("1 réponse ajoutée.");
  await team.reveal.first().click();
  await expect(team.spread("2.1.3/1")).toContainText("1 sur 1");
  await context.close();
});

/** The official questionnaire, as a file of one. */
function official() {
  return JSON.parse(readFileSync("src/domain/school/questionnaire/official.json", "utf8"));
}

/** So many words that no compression makes short. */
function words(seed, number) {
  let state = seed;
  const letter = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  };
  return Array.from({ length: number }, () => Array.from({ length: 7 }, letter).join("")).join(" ");
}
