// Tables that are copied into a word processor or a workbook.
import { WHOLE } from "./pages/files.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a copied table is pasted as rows and cells: no box, no name that is only heard, no style", async ({ page, app, stores }) => {
  await openWith({ app, stores }, { answers: FULL.answers, plan: FULL.plan }, "#/positionnement");
  const matrix = await copied(page, ".matrix");
  expect(matrix.text.split("\n").slice(0, 3)).toEqual([
    "Item\tÉtape 1\tÉtape 2\tÉtape 3",
    "1.1 Pilotage, impulsion et organisation 5 items",
    expect.stringMatching(/^1\.1\.1 Le projet d’établissement [^\t]*\t[^\t]+\t[^\t]+\t[^\t]+$/),
  ]);
  expect(matrix.html).toMatch(/<td>(Atteinte|Non atteinte|À renseigner)<\/td>/);
  const figures = await copied(page, ".field-table");
  expect(figures.text).toMatch(/^1\.1 Pilotage, impulsion et organisation\t\d sur 5 \d+ %\t\d sur 5 \d+ %\t\d sur 5 \d+ %$/m);

  await app.choose("Objectifs");
  const schedule = await copied(page, ".schedule__table");
  expect(schedule.text).toMatch(/^Faire signer la charte numérique à tous les apprenants\. – Item 1\.1\.3 La charte numérique, étape 2 – Moyens : .*\tDirectrice adjointe\t/m);
  for (const { html, text } of [matrix, figures, schedule]) {
    expect(html).not.toMatch(/<(input|button|svg|span|a|div)\b|class=|style=|http/);
    expect(text).not.toMatch(/Item \d\.\d\.\d, étape|Ajouter|Pilote\S/);
    expect(html.length).toBeLessThan(12_000);
  }
});

test("« Copier le tableau » gives rows and cells; where the browser refuses, the table is selected to be copied by hand", async ({ page, app, stores, objectives }) => {
  await openWith({ app, stores }, { answers: FULL.answers, plan: FULL.plan }, "#/positionnement");
  const copy = page.getByRole("button", { name: "Copier le tableau" });
  await copy.click();
  await expect(page.getByText("Copié : collez-le dans votre document.")).toBeVisible();
  const figures = await clipboard(page);
  expect(figures.html).toMatch(/<table border="1" cellspacing="0">.*<th>1\.1 Pilotage, impulsion et organisation<\/th><td>/s);
  expect(figures.text).toMatch(/^1\.1 Pilotage, impulsion et organisation(\t\d sur 5 \d+ %){3}$/m);

  await app.choose("Objectifs");
  await page.evaluate(() => navigator.clipboard.writeText("autre chose"));
  await page.evaluate(() => { document.execCommand = () => false; });
  await copy.click();
  await expect(page.getByText("le tableau est sélectionné, copiez-le avec Ctrl + C")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sélectionner pour copier" })).toBeFocused();
  expect((await clipboard(page)).text).toBe("autre chose");
  await page.keyboard.press("Control+c");
  const schedule = await clipboard(page);
  expect(schedule.html).toMatch(/<table border="1" cellspacing="0">.*<td>Directrice adjointe<\/td>/s);
  expect(schedule.text).toMatch(/^Faire signer la charte numérique à tous les apprenants\./m);
  await objectives.filterLead.selectOption("Élu numérique");
  await objectives.filterPriority.selectOption("Prioritaires");
  await expect(page.locator("[data-copy]"), "nothing is left to copy").toBeHidden();
});

test("the schedule of an opened dossier is copied too", async ({ page, app, files }) => {
  await app.open("#/partage");
  await files.choose(WHOLE);
  const objectives = page.getByRole("region", { name: "Objectifs de ce dossier" });
  await objectives.getByRole("button", { name: "Copier le tableau" }).click();
  expect((await clipboard(page)).text).toMatch(/^Faire signer la charte numérique à tous les apprenants\./m);
});

test("what is copied from a sentence is left to the browser", async ({ page, app }) => {
  await app.open("#/positionnement");
  expect((await copied(page, "h1")).text).toBe("Positionnement de l’établissement");
});

/** What the clipboard holds once this was selected and copied. */
async function copied(page, selector) {
  await page.locator(selector).waitFor();
  await page.evaluate((selector) => getSelection().selectAllChildren(document.querySelector(selector)), selector);
  await page.keyboard.press("Control+c");
  return clipboard(page);
}

/** What the clipboard holds; spaces that do not break as plain ones. */
function clipboard(page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await (await item.getType(type)).text()).replace(/[\u00a0\u202f]/g, " ") : "");
    return { html: await read("text/html"), text: await read("text/plain") };
  });
}
