// What assistive technology finds: axe-core on every address, and the names that it cannot judge.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Centres } from "./pages/centres.mjs";
import { Documents } from "./pages/documents.mjs";
import { WHOLE } from "./pages/files.mjs";
import { FIELDS, ITEMS, SCREENS } from "./pages/official.mjs";
import { LOCAL_KEY, record } from "./pages/stores.mjs";
import { FULL } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const dossier = JSON.stringify({ format: "numea-dossier", version: 1, ...FULL });
const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** Screens that one test goes through, in one page. */
const SHARE = 6;

test.use({ reducedMotion: "reduce" });

for (let start = 0; start < SCREENS.length; start += SHARE) {
  const screens = SCREENS.slice(start, start + SHARE);
  test(`axe finds nothing wrong, filled and unfolded, in the light theme and in the dark one, from ${screens[0].address} to ${screens.at(-1).address}`, async ({ page, app, stores, questionnaire, positioning }) => {
    await stores.leaveApp();
    await stores.putLocal(record(1, dossier), LOCAL_KEY);
    for (const { address, title } of screens) {
      await app.open(address);
      await expect(app.heading).toHaveText(title);
      if (address === "#/positionnement") await positioning.isDrawn();
      await questionnaire.unfoldAll();
      await page.emulateMedia({ colorScheme: "light" });
      expect.soft(await violations(page), address).toEqual([]);
      // Nothing but colours changes with the theme.
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await violations(page, COLOURS), `${address}, dark`).toEqual([]);
    }
  });
}

test("axe finds nothing wrong in the messages and in the row of fields of a phone", async ({ page, app, stores }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await stores.leaveApp();
  await stores.putLocal("null", LOCAL_KEY);
  await app.open("#/questionnaire/1.1");
  await expect(app.messages).toContainText("n’a pas pu être lu");
  expect(await violations(page)).toEqual([]);
  await app.open("#/positionnement/items");
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing wrong where there are several centres, and the keyboard alone opens another from the header", async ({ page, app }) => {
  const centres = new Centres(page);
  await app.open("#/centres");
  await centres.make("Lycée privé", "Lycée privé de la Haute-Vallée");
  await centres.make("Autre, en vos mots", "Antenne");
  await centres.change("Antenne", "Supprimer");
  await centres.row("Haute-Vallée").getByRole("button", { name: "Modifier…" }).click();
  await page.getByRole("button", { name: "Effacer tous les dossiers de cet appareil…" }).click();
  await centres.menu.locator("summary").click();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page, colorScheme === "dark" ? COLOURS : ALL), colorScheme).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(centres.menu).not.toHaveAttribute("open");
  await expect(centres.menu.locator("summary")).toBeFocused();
  await app.open("#/centres/ensemble");
  await expect(page.locator('[data-chart="centres"] svg')).toBeVisible();
  expect.soft(await violations(page)).toEqual([]);
  await centres.menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(centres.menu.getByRole("button", { name: "Lycée privé de la Haute-Vallée" })).toBeFocused();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await app.isReady();
  await expect(centres.menu.locator("summary")).toContainText("Lycée privé de la Haute-Vallée");
});

test("axe finds nothing wrong with an opened file, a refused one, and the copies kept", async ({ page, app, stores, files, questionnaire }) => {
  await stores.leaveApp();
  await stores.putLocal(record(1, dossier), LOCAL_KEY);
  await app.open("#/partage");
  await files.choose({ ...WHOLE, answers: { "nulle part": {} } });
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await questionnaire.unfoldAll();
  expect(await violations(page)).toEqual([]);
  await files.makeOwn();
  await app.choose("Partage");
  await files.choose("bonjour");
  await files.refuses("ne vient pas de cet outil");
  await files.copies.getByRole("button", { name: /^Supprimer/ }).click();
  await expect(files.copies.getByRole("button", { name: /^Annuler la suppression/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing wrong in the preview of a table that comes in, and the keyboard alone takes and applies it", async ({ page, app }) => {
  const documents = new Documents(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open("#/documents");
  await documents.give("Clé;Réponse;Note\n1.1.3/1;oui;\n1.2.2/1;peut-être;\n1.1.3;;Vue en conseil\n", "classeur.csv");
  await expect(page.getByRole("heading", { name: "Ce que « classeur.csv » changerait" })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  // Both buttons for all, then the one choice of each line, by its arrows.
  await page.keyboard.press("Tab");
  await expect(page.locator('[data-import-all="take"]')).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(documents.line("1.1.3/response").locator('[data-import-choice="take"]')).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(documents.line("1.1.3/response").locator('[data-import-choice="keep"]')).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(documents.line("1.1.3/note").locator('[data-import-choice="take"]')).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(documents.apply).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Changements repris" })).toBeFocused();
  expect(await violations(page)).toEqual([]);
});

test("each screen has one title of level 1, one main part, and a title of the window of its own", async ({ page, app }) => {
  const titles = new Set();
  for (const { address, title } of SCREENS) {
    await app.open(address);
    await expect(app.heading).toHaveText(title);
    await expect(app.heading).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    // The title of the window may follow that of the screen.
    await expect.poll(async () => titles.has(await page.title()), address).toBe(false);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(SCREENS.length);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("63 boxes are named by their item and their stage, in 21 groups", async ({ page, app }) => {
  const names = [];
  let groups = 0;
  for (const field of FIELDS) {
    await app.open(`#/questionnaire/${field.id}`);
    await expect(app.heading).toHaveText(`${field.id} ${field.title}`);
    for (const item of field.items) {
      const group = page.getByRole("group", { name: `Item ${item.id} – ${item.title}`, exact: true });
      await expect(group).toHaveCount(1);
      groups += 1;
      for (const stage of [1, 2, 3]) {
        const start = item.statements[stage - 1][0];
        const box = group.getByRole("checkbox", { name: `Item ${item.id}, Étape ${stage} ${start}` });
        await expect(box).toHaveCount(1);
        names.push(`${item.id}/${stage}`);
      }
    }
    await expect(page.locator("input[data-item][data-stage]:not([data-condition])")).toHaveCount(3 * field.items.length);
  }
  expect(new Set(names).size).toBe(63);
  expect(groups).toBe(21);
});

test("unfolding the conditions of a statement leaves its box a name with item and stage", async ({ app, questionnaire }) => {
  const item = questionnaire.item("1.1.1");
  await app.open("#/questionnaire/1.1");
  await item.conditionsTitle(3).click();
  await expect(item.condition(3, 12)).toBeVisible();
  await expect(item.statement(3)).toHaveAccessibleName(/^Item 1\.1\.1,\sÉtape\s3/);
  await expect(item.condition(3, 12)).toHaveAccessibleName(ITEMS[0].statements[2][11]);
});

test("the matrix is a table of 21 × 3 cells, each with its words and its box", async ({ app, positioning }) => {
  await app.open("#/positionnement/items");
  await expect(positioning.matrix.getByRole("checkbox")).toHaveCount(63);
  await expect(positioning.matrix.getByRole("cell")).toHaveCount(63);
  for (const item of ITEMS) {
    await expect(positioning.matrix.getByRole("rowheader", { name: `${item.id} ${item.title}`, exact: true })).toHaveCount(1);
  }
  await expect(positioning.cell("2.3.2", 3)).toHaveAccessibleName(/^Item 2\.3\.2, étape 3\s: À renseigner$/);
});

test("the chart is an image in words, and its table holds every figure", async ({ app, positioning }) => {
  await app.open("#/positionnement/items");
  await positioning.box("1.2.1", 2).check();
  await expect(positioning.chart).toHaveRole("img");
  await expect(positioning.chart).toHaveAccessibleName(/étape 2, 1 sur 21\sitems, 5 %/);
  await expect(positioning.table.getByRole("row")).toHaveCount(7);
  for (const field of FIELDS) {
    const row = positioning.table.getByRole("row", { name: `${field.id} ${field.title}` });
    const reached = field.id === "1.2" ? [0, 1, 0] : [0, 0, 0];
    for (const [index, count] of reached.entries()) {
      await expect(row.getByRole("cell").nth(index)).toContainText(`${count} sur ${field.items.length} ${Math.round(100 * count / field.items.length)} %`);
    }
  }
});

/** What axe-core has to say, each with the places. */
async function violations(page, runOnly = ALL) {
  // By the debugger, which the page's own security policy does not bind.
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const result = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return result.violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(({ target }) => target.join(" ")).slice(0, 5) }));
  }, runOnly);
}
