// « Feuille de route » on paper: one page, whatever the dossier holds; what has no room is said.
import { expect, test } from "./support/fixtures.mjs";
import { FULL, IDENTITY, openWith } from "./support/dossiers.mjs";
import { noReader, print } from "./support/paper.mjs";

test.skip(...noReader);

const LONG = "Réécrire la charte numérique avec les délégués des élèves, la faire signer à tous les apprenants à la rentrée, puis en cours d’année pour les arrivées tardives, et l’afficher dans chaque salle.";
const LEAD = "Professeure d’éducation socioculturelle, professeur TIM et technicien informatique";

const plan = (number) => ({
  lastId: number,
  objectives: Object.fromEntries(Array.from({ length: number }, (_, index) => [
    index + 1,
    { field: "1.1", status: "ongoing", priority: index === number - 1 ? "high" : "usual", description: `Objectif-${index + 1}. ${LONG}`, lead: `${LEAD} ${index + 1}`, due: "2027-06-15" },
  ])),
});

test("one page holds the figures, the reading and the first objectives, and says how many there are besides", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { ...FULL, identity: { ...IDENTITY, school: `${IDENTITY.school} et du Bas-Pays` }, plan: plan(30) }, "#/feuille-de-route");
  await expect(app.heading).toHaveText("Feuille de route");
  const paper = await print(page, testInfo);
  expect(paper.pages.length).toBe(1);
  paper.holds("Les Grands Champs", "2026‑2027", "Où le numérique compte déjà", "Où des objectifs comptent", "Règle de calcul", "8 sur 30 objectifs en cours");
  // The one of high priority is the last that was written, and comes first.
  paper.holds("Objectif-30.", "Objectif-1.", "Objectif-7.", "15 juin 2027");
  paper.holdsNot("Objectif-8.", "Imprimer la feuille de route");
  expect(await paper.wordsOverOthers()).toEqual([]);
});

test("with nothing in the dossier the page says so, and is still one", async ({ page, app }, testInfo) => {
  await app.open("#/feuille-de-route");
  await expect(app.heading).toHaveText("Feuille de route");
  const paper = await print(page, testInfo);
  expect(paper.pages.length).toBe(1);
  paper.holds("Aucun objectif en cours.", "Aucun item n’atteint encore l’étape 2.");
});
