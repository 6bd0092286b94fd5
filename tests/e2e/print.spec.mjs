// What comes out of the printer, read back from the PDF: the positioning, a field, and what frames every page.
import { FIELDS, ITEMS, SCREENS } from "./pages/official.mjs";
import { FULL, IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { noReader, print, squeezed } from "./support/paper.mjs";

test.skip(...noReader);

/** Every item answered in one way or another: paper is as long as it gets. */
const ANSWERS = Object.fromEntries(ITEMS.map(({ id, statements }, index) => {
  if (index === 7) return [id, { state: "unknown" }];
  if (index === 12) return [id, { state: "not-applicable" }];
  const ticked = { [1 + (index % 3)]: statements[index % 3].map((_, number) => number + 1) };
  return [id, { ticked, note: "Une note de réunion. ".repeat(20) }];
}));

test("the printed positioning holds the figures, the 21 items and the table of the chart", async ({ page, app, positioning }, testInfo) => {
  await app.open("#/positionnement/items");
  for (const [item, stage] of [["1.1.1", 1], ["1.1.2", 1], ["1.2.1", 2], ["2.3.2", 3]]) await positioning.box(item, stage).check();
  await positioning.isDrawn();
  const paper = await print(page, testInfo);
  paper.holds("Positionnement de l’établissement", "2 sur 21", "1 sur 21", "10 %", "5 %", "2 sur 5", "1 sur 3", "1 sur 2");
  for (const { id, title } of [...FIELDS, ...ITEMS]) paper.holds(id, ...title.split(/\s+/));
  paper.holdsNot("Reprendre à l’item");
});

test("printed before the chart came, paper has the table only", async ({ page, context, app }, testInfo) => {
  await context.route(/\/chart-[^/]*\.js$/, () => {});
  await app.open("#/positionnement/items");
  await expect(page.getByText("Chargement du graphique…")).toBeVisible();
  const paper = await print(page, testInfo);
  paper.holds("Par champ d’action");
  paper.holdsNot("Chargement", "Graphique de positionnement");
});

test("no row of the printed matrix is cut by the end of a page", async ({ page, app, stores, positioning }, testInfo) => {
  await openWith({ app, stores }, { identity: IDENTITY, answers: ANSWERS }, "#/positionnement");
  await positioning.isDrawn();
  const rows = ITEMS.map(({ id, title }, index) => {
    const states = [0, 1, 2].map((stage) => (index % 3 === stage ? "Atteinte" : "Non atteinte"));
    if (index === 7) states.fill("Ne sait pas");
    if (index === 12) states.fill("Non concerné");
    return `${id} ${title} ${states.join(" ")}`;
  });
  // Pushed down step by step, so that the end of the page meets each line of a row in its turn.
  for (const down of [0, 6, 12, 18]) {
    await positioning.matrix.evaluate((table, down) => { table.style.marginBlockStart = `${down}mm`; }, down);
    const paper = await print(page, testInfo);
    expect(paper.pages.length).toBeLessThan(11);
    expect(paper.pageOf(rows[0]), "long enough for a row to be cut").toBeLessThan(paper.pageOf(rows[20]));
    for (const row of rows) paper.holdsUncut(row);
  }
});

test("what is missing is printed whole, folded or not", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { answers: ANSWERS }, "#/positionnement");
  const paper = await print(page, testInfo);
  for (const [index, item] of ITEMS.entries()) {
    if (index === 7 || index === 12 || index % 3 === 2) continue;
    for (const condition of item.statements[2]) paper.holds(condition);
  }
});

test("every printed page says whose it is, of what year and day, and how many pages there are", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { identity: IDENTITY, answers: ANSWERS }, "#/positionnement");
  // The day of the printing, which may be long after the page was opened.
  await page.clock.setFixedTime(new Date("2027-03-01T09:00:00"));
  const paper = await print(page, testInfo);
  const { length } = paper.pages;
  expect(length).toBeGreaterThan(3);
  paper.saysOnEachPage(IDENTITY.school, "2026‑2027", "24 novembre 2026", "Positionnement – NumEA-Établissement – Imprimé le 1er mars 2027");
  for (const [index, text] of paper.pages.entries()) expect(text).toContain(`${index + 1}/${length}`);
  paper.holds(
    `CFPPA, ${IDENTITY.centreName}`,
    "Année scolaire 2026‑2027 – Positionnement du 24 novembre 2026 – Conseil de l’éducation et de la formation (CEF)",
    "Équipe projet : Directrice adjointe, Professeur TIM, Secrétaire générale",
    "groupe de travail NumEA, enseignement technique agricole, 2020",
    "licence MIT ou Apache 2.0",
  );
});

test("what is not known of the identity leaves no trace on paper, and nothing of it is on the screen", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { identity: { schoolYear: 2026 } }, "#/positionnement");
  await expect(page.getByText("Année scolaire 2026")).toBeHidden();
  await expect(page.getByText("Imprimé avec")).toBeHidden();
  const paper = await print(page, testInfo);
  paper.holds("Année scolaire 2026‑2027 Imprimé le");
  paper.holdsNot("Équipe projet", "Positionnement du");
});

test("a received positioning is printed without one’s own name", async ({ page, app, stores }, testInfo) => {
  const received = SCREENS.find(({ title }) => title === "Positionnement reçu").address;
  await openWith({ app, stores }, { identity: IDENTITY }, received);
  await expect(app.heading).toHaveText("Positionnement reçu");
  const paper = await print(page, testInfo);
  paper.holds("Positionnement reçu", "Année scolaire 2026‑2027 – Positionnement du 23 novembre 2026");
  paper.holdsNot("Grands Champs", "24 novembre 2026 –", "Équipe projet");
  await app.choose("Positionnement");
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  (await print(page, testInfo)).holds(IDENTITY.school);
});

test("the printed help draws no line over another, wherever its pages end", async ({ page, app, stores }, testInfo) => {
  await openWith({ app, stores }, { ...FULL, identity: IDENTITY }, "#/aide");
  for (const down of [0, 6, 12, 18]) {
    await app.heading.evaluate((title, down) => { title.style.marginBlockStart = `${down}mm`; }, down);
    const paper = await print(page, testInfo);
    paper.holds("Conduire la démarche", "Garder, montrer, reprendre ailleurs");
    expect(await paper.wordsOverOthers(), `${down} mm down`).toEqual([]);
  }
});

test("a chart drawn in the dark theme is printed in dark ink", async ({ page, app, positioning }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const inks = () => positioning.drawing.evaluate((svg) => [...svg.querySelectorAll("text, path[stroke-width]")].map((part) => {
    const { fill, stroke } = getComputedStyle(part);
    const [red, green, blue] = (part.tagName === "text" ? fill : stroke).match(/\d+/g).map(Number);
    return (red + green + blue) / 3;
  }));
  expect(Math.max(...await inks()), "light ink on the screen").toBeGreaterThan(180);
  await page.emulateMedia({ media: "print" });
  const printed = await inks();
  expect(printed.length).toBeGreaterThan(9);
  expect(Math.max(...printed)).toBeLessThan(140);
});

test("the printed questionnaire holds the official statements whole, folded or not, and what is ticked", async ({ page, app, questionnaire }, testInfo) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  const paper = await print(page, testInfo);
  for (const item of FIELDS[0].items) paper.holds(...item.statements.flat());
  paper.holds("Atteinte", `1.1 ${FIELDS[0].title}`);
});

test("paper shows which conditions are ticked, with the print settings that browsers have at first", async ({ page, app, questionnaire }, testInfo) => {
  const item = questionnaire.item("1.1.1");
  const picture = async () => (await print(page, testInfo)).picture();
  await app.open("#/questionnaire/1.1");
  await item.conditionsTitle(1).click();
  await item.condition(1, 1).check();
  const first = await picture();
  await item.condition(1, 1).uncheck();
  const nothing = await picture();
  expect(first.equals(nothing), "the chip « 1 condition sur 5 » at least").toBe(false);
  await item.condition(1, 2).check();
  const second = await picture();
  expect(first.equals(second), "the first or the second condition").toBe(false);
});

test("every note and proof of the printed questionnaire is there as text, folded or not, and no empty field is", async ({ page, app, stores, questionnaire }, testInfo) => {
  const items = FIELDS[0].items;
  // Lines, as the end of a page may fall between any two.
  const lines = (id) => [...Array(20).keys()].map((number) => `${id} : le conseil a demandé un point en juin (${number})`).concat(`Fin de ${id}.`);
  const proof = (id) => `https://documents.lycee-les-grands-champs.fr/transition-numerique/conseils/2026/compte-rendu-${id}.pdf`;
  const answers = Object.fromEntries(items.slice(0, 3).map(({ id }) => [id, { note: lines(id).join("\n"), proofs: [proof(id)] }]));
  await openWith({ app, stores }, { answers }, "#/questionnaire/1.1");
  await questionnaire.item(items[1].id).card.getByText("Note et preuves").click();
  const paper = await print(page, testInfo);
  for (const { id } of items.slice(0, 3)) paper.holds(...lines(id), proof(id));
  expect(paper.text.split(squeezed("Fin de")).length - 1, "once each").toBe(3);
  paper.holdsNot("facultatif", "https://P");
  expect(await paper.wordsOverOthers()).toEqual([]);
});
