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
  paper.holdsNot("Ajouter un objectif", "Trier par");
});
