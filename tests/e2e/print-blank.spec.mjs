// The blank questionnaire: on the screen a preview, on paper one field a page.
import { FIELDS, ITEMS, STATEMENTS } from "./pages/official.mjs";
import { IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { noReader, print, squeezed } from "./support/paper.mjs";

const ADDRESS = "#/questionnaire-vierge";
const LINK = "Imprimer le questionnaire vierge";

test("help and each field lead to the blank questionnaire, and its button prints", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/2.3");
  await questionnaire.next.getByRole("link", { name: LINK }).click();
  await expect(app.heading).toHaveText("Questionnaire à imprimer");
  await app.choose("Aide");
  await page.getByRole("link", { name: LINK }).click();
  await expect(app.heading).toBeFocused();
  await page.evaluate(() => { window.print = () => { window.hasPrinted = true; }; });
  await page.getByRole("button", { name: LINK }).click();
  expect(await page.evaluate(() => window.hasPrinted)).toBe(true);
});

test("every box is drawn as a frame, which needs no background to be printed", async ({ page, app }) => {
  await app.open(ADDRESS);
  await page.emulateMedia({ media: "print" });
  const frames = await page.locator(".blank__box").evaluateAll((boxes) => boxes.map((box) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(box, "::before");
    return `${parseFloat(borderTopWidth) >= 1} ${borderTopColor}`;
  }));
  const conditions = STATEMENTS.filter((statement) => statement.conditions.length > 1).flatMap((statement) => statement.conditions);
  expect(frames).toHaveLength(STATEMENTS.length + conditions.length + 3 * ITEMS.length);
  expect([...new Set(frames)]).toEqual(["true rgb(0, 0, 0)"]);
});

test.describe("on paper", () => {
  test.skip(...noReader);

  test("are the 63 statements to the letter, in rows that no page cuts, whatever was answered", async ({ page, app, stores }, testInfo) => {
    const answers = { "1.1.3": { ticked: { 1: [1, 2] }, note: "Ma note" } };
    await openWith({ app, stores }, { identity: IDENTITY, answers }, ADDRESS);
    const paper = await print(page, testInfo);
    for (const { id, text } of STATEMENTS) paper.holdsUncut(`Étape ${id.slice(-1)} ${text}`);
    for (const { id, title } of ITEMS) paper.holdsUncut(`${id} ${title} Étape 1`);
    for (const { aim, stages } of FIELDS) paper.holds(aim, ...stages);
    for (const once of ["Aucune étape atteinte Ne sait pas Non concerné", "Notes"]) {
      expect(paper.text.split(squeezed(once)).length - 1, once).toBe(ITEMS.length);
    }
    paper.holdsNot("Ma note", "Renseigné", "Vos réponses n’y figurent pas", "Positionnement du", "Équipe projet", "2026‑2027");
    paper.saysOnEachPage(IDENTITY.school, IDENTITY.centreName, "Questionnaire à imprimer – NumEA-Établissement – Imprimé le");
  });

  test("each field begins a page, and the whole takes nine sheets or so", async ({ page, app }, testInfo) => {
    await app.open(ADDRESS);
    const paper = await print(page, testInfo);
    expect(paper.pageOf("Rempli par (fonctions)")).toBe(1);
    const starts = FIELDS.map(({ id, title }) => paper.pageOf(`${id} ${title} Objectif`));
    expect(starts[0]).toBe(1);
    for (const [index, start] of starts.entries()) {
      expect(start, FIELDS[index].id).toBeGreaterThan(starts[index - 1] ?? 0);
      const others = ITEMS.filter(({ id }) => !id.startsWith(FIELDS[index].id));
      for (const { id, title } of others) expect(paper.pages[start - 1], `${id} beside the start of ${FIELDS[index].id}`).not.toContain(squeezed(`${id} ${title}`));
    }
    expect(paper.pages.length).toBeLessThanOrEqual(11);
  });
});
