// A school makes the questionnaire its own, and goes back.
import { expect, test } from "./support/fixtures.mjs";
import { Adapting } from "./pages/adapting.mjs";
import { Answering } from "./pages/answering.mjs";
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
  await expect(elsewhere.getByText("Chaque collègue sait qui appeler.")).toBeVisible();
  await answering.box("2.1.1", 1).check();
  await elsewhere.reload();
  await answering.goOn.click();
  await expect(answering.box("2.1.1", 1)).toBeChecked();
  await answering.toTheEnd();
  const code = await answering.code.inputValue();
  // Its own dossier knows nothing of it.
  await theirs.open("#/questionnaire/2.1");
  await expect(elsewhere.locator('input[data-item="2.1.1"]')).toHaveCount(0);

  await team.add(code);
  await expect(team.report).toHaveText("1 réponse ajoutée.");
  await team.add("4QCeN3m5f0p8FQACI_Vd_z-YABgAAAAAAAAAAAAASAAAADAAFjn-Jg");
  await expect(team.lines).toContainText(["porte sur le questionnaire officiel"]);

  // Too long for a link: a file goes along.
  await adapting.open();
  for (const item of ["2.1.1", "2.1.2", "2.2.1"]) {
    await adapting.press(item, "Reformuler");
    for (const stage of [1, 2, 3]) await adapting.stage(stage).fill(words(item.length * stage + Number(item.at(-1)) * 7, 90));
    await page.getByRole("button", { name: "Retenir ce texte" }).click();
  }
  await adapting.applies();
  await app.open("#/equipe");
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

/** So many words that no compression makes short. */
function words(seed, number) {
  let state = seed;
  const letter = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  };
  return Array.from({ length: number }, () => Array.from({ length: 7 }, letter).join("")).join(" ");
}
