// The schedule on paper: a council reads it row by row.
import { expect, test } from "./support/fixtures.mjs";
import { IDENTITY, openWith } from "./support/dossiers.mjs";
import { noReader, print } from "./support/paper.mjs";

test.skip(...noReader);

const LONG = "Réécrire la charte numérique avec les délégués des élèves, la faire signer à tous les apprenants à la rentrée, puis en cours d’année pour les arrivées tardives.";
/** Four objectives in each field: enough for several pages. */
const PLAN = {
  lastId: 24,
  objectives: Object.fromEntries(["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"].flatMap((field, place) => [1, 2, 3, 4].map((number) => [
    4 * place + number,
    { field, status: "ongoing", description: `Objectif ${field}-${number}. ${LONG}`, lead: `Pilote${field}-${number}`, start: "2026-09-01", due: "2026-10-15", indicator: "Part des apprenants", target: `${number}0 %`, means: "Deux réunions" },
  ]))),
};

test("the printed schedule has every objective whole, with its lead, its dates and its state, on pages that say whose it is", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { identity: IDENTITY, plan: PLAN }, "#/objectifs");
  await expect(app.heading).toHaveText("Objectifs et échéancier");
  const paper = await print(page, testInfo);
  expect(paper.pages.length).toBeGreaterThan(1);
  paper.saysOnEachPage(IDENTITY.school, "2026‑2027");
  for (const { description, lead, target } of Object.values(PLAN.objectives)) {
    paper.holdsTogether(description, "Moyens : Deux réunions", lead, `Part des apprenants : ${target}`, "Du 1er sept. 2026 au 15 oct. 2026");
  }
  paper.holds("En retard", "En cours");
  paper.holdsNot("Ajouter un objectif", "Présenter par");
});

test("the red bar of a late objective covers none of its letters, on paper and on a screen", async ({ page, app, stores }) => {
  await openWith({ app, stores }, { plan: PLAN }, "#/objectifs");
  await page.clock.setFixedTime(new Date("2027-03-01T09:00:00"));
  const title = page.locator("[data-late] > th").first();
  for (const [media, width] of [["print", 700], ["screen", 1280], ["screen", 360]]) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 900 });
    const room = await title.evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect().left - cell.getBoundingClientRect().left;
    });
    expect(room, `${media} ${width}`).toBeGreaterThan(6);
  }
});

test("an objective is printed as a text, whole, not as a form", async ({ page, app, stores }, testInfo) => {
  const long = "Professeure d’éducation socioculturelle, professeur TIM et technicien informatique de l’établissement, avec l’appui de la direction des systèmes d’information de la région";
  const objective = { field: "1.1", item: "1.1.3", stage: 2, status: "ongoing", priority: "high", description: LONG, lead: long, due: "2026-10-15", indicator: `Part. ${long}`, means: "Deux réunions\nUn budget de 400 €" };
  await openWith({ app, stores }, { identity: IDENTITY, plan: { lastId: 3, objectives: { 3: objective } } }, "#/objectifs/3");
  await expect(app.heading).toHaveText("Objectif");
  const paper = await print(page, testInfo);
  expect(paper.pages).toHaveLength(1);
  paper.holds(
    `Ce qui sera fait ${LONG}`, `Pilote ${long}`, `Indicateur Part. ${long}`, "Vise Item 1.1.3 La charte numérique, étape 2", "Échéance 15 octobre 2026",
    "Moyens humains et financiers Deux réunions Un budget de 400 €", "État En cours", "Priorité Objectif prioritaire", IDENTITY.school,
  );
  paper.holdsNot("Valeur cible", "Début", "Donnez la valeur", "Voir l’échéancier", "SMART", "Rien n’est obligatoire");
});
