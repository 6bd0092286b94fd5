// Papers: the whole report, and what a council decides, on paper and as files for a word processor.
import { Documents } from "./pages/documents.mjs";
import { ITEMS, STATEMENTS } from "./pages/official.mjs";
import { FULL, IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { noReader, print } from "./support/paper.mjs";
import { unzipped } from "./support/zip.mjs";

const LONG = "Une note de réunion. ".repeat(150);
const NOTED = { ...FULL.answers, "2.3.2": { ticked: { 1: [1] }, note: `${LONG}Fin de la note.` } };

test("the report is printed with every statement whole, the figures, the notes and the objectives, and its file has them too, with the chart", async ({ page, app, stores }, testInfo) => {
  test.skip(...noReader);
  await openWith({ app, stores }, { ...FULL, answers: NOTED, identity: IDENTITY }, "#/documents");
  await page.locator("[data-document=report]").click();
  await expect(app.heading).toHaveText("Rapport complet");
  await expect(page.locator(".paper__chart")).toBeVisible();
  const paper = await print(page, testInfo);
  paper.holds(IDENTITY.school, "2026‑2027", "Positionnement du 24 novembre 2026", "Règle de calcul", "Questionnaire : ", "Fin de la note.");
  for (const { conditions } of STATEMENTS) paper.holds(...conditions);
  for (const { id, title } of ITEMS) paper.holds(`${id} ${title}`);
  for (const { description, lead } of Object.values(FULL.plan.objectives)) paper.holds(...(description ?? "").split("\n"), lead ?? "");
  paper.holdsNot("Imprimer le rapport", "Télécharger");
  for (const { conditions } of STATEMENTS.filter(({ conditions }) => conditions.length === 1)) paper.holdsUncut(conditions[0]);
  expect(await paper.wordsOverOthers()).toEqual([]);

  const { name, bytes } = await new Documents(page).download("word-report");
  expect(name).toMatch(/^numea-rapport-eplefpa-.*\.docx$/);
  const files = unzipped(bytes);
  expect(files.get("word/media/chart.png"), "the chart").toContain("PNG");
  const text = files.get("word/document.xml");
  const plain = text.replaceAll("&quot;", "\"").replaceAll("&amp;", "&");
  expect(STATEMENTS.flatMap(({ conditions }) => conditions).filter((sentence) => !plain.includes(sentence))).toEqual([]);
  expect(plain.includes("Fin de la note.")).toBe(true);
  testInfo.attach("rapport.docx", { body: bytes });
});

test("what is written for a council is on paper and in its file, stays after a reload, and is forgotten only when asked", async ({ page, app, stores }, testInfo) => {
  test.skip(...noReader);
  const plan = { lastId: 2, objectives: {
    1: { field: "1.1", status: "ongoing", priority: "high", description: "Équiper les salles", due: "2027-06-15" },
    2: { field: "1.2", status: "to-start", description: "Former les équipes", lead: "Proviseure adjointe" },
  } };
  await openWith({ app, stores }, { ...FULL, identity: IDENTITY, plan }, "#/compte-rendu");
  await expect(app.heading).toHaveText("Ordre du jour et compte rendu");
  await page.getByLabel("Autres points").fill("Calendrier de la rentrée");
  const agenda = await print(page, testInfo);
  agenda.holds("Ordre du jour", "Équiper les salles", "Désigner un pilote.", "Fixer une échéance.", "Calendrier de la rentrée", IDENTITY.school);
  agenda.holdsNot("À compléter", "Décision du conseil");

  await page.getByLabel("Document", { exact: true }).selectOption("Compte rendu");
  await page.getByLabel("Date de la séance").fill("2026-12-03");
  await page.getByLabel("Présents").fill("Proviseure\nProfesseur TIM");
  await page.getByLabel("Décision du conseil sur l’objectif 1").fill("Adopté à l’unanimité.");
  await page.getByRole("checkbox", { name: "Former les équipes" }).uncheck();
  await app.reload();
  await expect(page.getByLabel("Décision du conseil sur l’objectif 1")).toHaveValue("Adopté à l’unanimité.");
  const minutes = await print(page, testInfo);
  minutes.holds("Compte rendu", "séance du 3 décembre 2026", "Professeur TIM", "Adopté à l’unanimité.");
  minutes.holdsNot("Former les équipes");
  const { name, bytes } = await new Documents(page).download("word-minutes");
  expect(name).toMatch(/^numea-compte-rendu-/);
  expect(unzipped(bytes).get("word/document.xml")).toContain("Adopté à l’unanimité.");

  await page.getByRole("button", { name: "Repartir à blanc" }).click();
  await expect(page.getByLabel("Présents")).toHaveValue("");
  await page.getByRole("button", { name: "Remettre ce que j’avais écrit" }).click();
  await expect(page.getByLabel("Présents")).toHaveValue("Proviseure\nProfesseur TIM");
});
