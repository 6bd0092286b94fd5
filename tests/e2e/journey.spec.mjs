// A director's way through: answer, read the figures and the chart, leave, come back.
import { FIELDS, STATEMENTS, folded } from "./pages/official.mjs";
import { expect, test } from "./support/fixtures.mjs";

/** Statements that a school ticks, over three fields, with the figures that each leads to. */
const TICKS = [
  ...["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.2.1", "1.2.2", "1.2.3"].map((item) => [item, 1]),
  ["1.2.3", 2], ["2.3.1", 1], ["2.3.1", 2], ["2.3.2", 3],
];
const REACHED = [9, 2, 1];

test("a first visit starts empty and leads to the first field", async ({ page, app, questionnaire }) => {
  await app.open();
  await expect(app.heading).toHaveText(/Où en est la transition numérique de votre établissement/);
  await expect(app.saveState).toHaveText("Rien à enregistrer");
  await page.getByRole("main").getByRole("link", { name: "Commencer le questionnaire" }).click();
  await expect(app.heading).toHaveText(`1.1 ${FIELDS[0].title}`);
  await expect(page).toHaveTitle(`1.1 ${FIELDS[0].title} – NumEA-Établissement`);
  await expect(questionnaire.progress).toHaveText("0 item sur 21 renseigné");
  await app.showsFigures([0, 0, 0]);
});

test("a questionnaire filled on paper is copied into the matrix, on a window that has boxes for it", async ({ page, app, positioning }) => {
  await app.open();
  const copy = page.getByRole("link", { name: "Recopier un questionnaire rempli" });
  await page.setViewportSize({ width: 768, height: 1024 });
  await expect(copy).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 720 });
  await copy.click();
  await expect(page.getByRole("heading", { name: "Les 21 items" })).toBeFocused();
  await expect(positioning.box("1.1.1", 1)).toBeInViewport();
});

test("the page stands under its security policy", async ({ page, app }) => {
  await app.open();
  await expect(page).toHaveTitle(/NumEA-Établissement/);
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", /default-src 'none'/);
});

test("the six screens hold the 63 official statements to the letter, in order", async ({ app, questionnaire }) => {
  const shown = [];
  for (const field of FIELDS) {
    await app.open(`#/questionnaire/${field.id}`);
    await expect(app.heading).toHaveText(`${field.id} ${field.title}`);
    shown.push(...await questionnaire.wording());
  }
  expect(shown).toEqual(STATEMENTS.map(({ id, text }) => ({ id, text: folded(text) })));
  expect(shown).toHaveLength(63);
});

test("each screen shows the aim and the three stages of its field", async ({ app, questionnaire }) => {
  for (const field of FIELDS) {
    await app.open(`#/questionnaire/${field.id}`);
    await expect(app.heading).toHaveText(`${field.id} ${field.title}`);
    for (const text of [field.aim, ...field.stages]) await expect(questionnaire.main).toContainText(folded(text));
  }
});

test("from the last field, one obvious step leads to the positioning", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  for (const field of FIELDS.slice(1)) {
    await questionnaire.next.getByRole("link", { name: "Champ suivant" }).click();
    await expect(app.heading).toHaveText(`${field.id} ${field.title}`);
  }
  await questionnaire.next.getByRole("link", { name: "Voir le positionnement" }).click();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  await page.goBack();
  await expect(app.heading).toHaveText(/^2\.3 /);
});

test("figures follow each tick, everything is kept, and one comes back to the same screen", async ({ page, context, app, questionnaire, positioning }) => {
  const reached = [0, 0, 0];
  await test.step("tick on the questionnaire", async () => {
    for (const [item, stage] of TICKS) {
      const field = item.slice(0, 3);
      if (!page.url().endsWith(field)) await app.open(`#/questionnaire/${field}`);
      await questionnaire.item(item).statement(stage).check();
      reached[stage - 1] += 1;
      await app.showsFigures(reached);
    }
    expect(reached).toEqual(REACHED);
    await expect(app.figure(1)).toContainText("9 sur 21");
    await expect(app.figure(1)).toContainText("43 %");
    await expect(app.figure(1, "2.3")).toHaveText("1 sur 2");
    await expect(questionnaire.progress).toHaveText("10 items sur 21 renseignés");
  });
  await test.step("the same figures on the two other screens", async () => {
    await app.choose("Positionnement");
    await app.showsFigures(REACHED);
    await expect(app.figure(1, "1.1")).toHaveText("5 sur 5");
    await expect(app.figure(1, "1.2")).toHaveText("3 sur 3");
    await expect(app.figure(2, "1.2")).toHaveText("1 sur 3");
    await app.header.getByRole("link", { name: "NumEA-Établissement" }).click();
    await expect(app.heading).toHaveText(/Où en est/);
    await app.showsFigures(REACHED);
    await expect(page.getByRole("main").getByRole("link", { name: "Reprendre à l’item 1.3.1" })).toBeVisible();
  });
  await test.step("a tick in the matrix counts at once", async () => {
    await app.choose("Positionnement");
    await positioning.enter();
    await positioning.box("1.3.1", 3).check();
    await app.showsFigures([9, 2, 2]);
    await app.hasSaved();
  });
  const ticked = await positioning.ticked();
  expect(ticked).toHaveLength(TICKS.length + 1);
  await test.step("reload", async () => {
    await app.reload();
    await app.showsFigures([9, 2, 2]);
    expect(await positioning.ticked()).toEqual(ticked);
    await app.hasSaved();
  });
  await test.step("close the page and come back to the bare address", async () => {
    await page.close();
    const again = await context.newPage();
    await again.goto("");
    await expect(again.getByRole("heading", { level: 1 })).toHaveText(/^Positionnement de l’établissement/);
    await expect(again).toHaveURL(/#\/positionnement$/);
    await expect(again.locator('[data-figure="stage-1"]')).toContainText("9 sur 21");
  });
});

test("the chart follows a tick in the matrix without being made anew", async ({ app, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.isDrawn();
  const drawing = await positioning.drawing.elementHandle();
  const before = await positioning.lines();
  await positioning.box("1.2.1", 1).check();
  await expect(positioning.chart).toHaveAccessibleName(/étape 1, 1 sur 21\sitems, 5 %/);
  await expect.poll(() => positioning.lines()).not.toEqual(before);
  await positioning.box("1.2.1", 1).uncheck();
  await expect.poll(() => positioning.lines()).toEqual(before);
  const same = await positioning.drawing.evaluate((now, then) => now === then, drawing);
  expect(same, "the root element of the chart stays").toBe(true);
});

test("a cell of the matrix leads to its statement", async ({ page, app, positioning, questionnaire }) => {
  await app.open("#/positionnement/items");
  await positioning.cell("2.2.3", 2).click();
  await expect(app.heading).toHaveText(/^2\.2 /);
  await expect(questionnaire.item("2.2.3").statement(2)).toBeFocused();
  await expect(questionnaire.item("2.2.3").statement(2)).toBeInViewport();
  await page.goBack();
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
});

test("a note and the links to proofs are kept", async ({ app, questionnaire }) => {
  const item = questionnaire.item("1.3.2");
  await app.open("#/questionnaire/1.3");
  await item.notesTitle.click();
  await item.note.fill("Vu en réunion d’équipe\nà revoir en juin");
  await item.proofs.first().fill("https://exemple.invalid/charte.pdf");
  await item.proofs.nth(1).fill("classeur bleu");
  await item.proofs.nth(1).blur();
  await app.hasSaved();
  await app.reload();
  await expect(item.notesTitle).toContainText("1 note, 2 liens");
  await item.notesTitle.click();
  await expect(item.note).toHaveValue("Vu en réunion d’équipe\nà revoir en juin");
  await expect(item.proofs.first()).toHaveValue("https://exemple.invalid/charte.pdf");
  await expect(item.proofs.nth(1)).toHaveValue("classeur bleu");
  await expect(item.card.getByRole("link", { name: "Ouvrir ce lien (nouvel onglet)" })).toHaveCount(1);
});
