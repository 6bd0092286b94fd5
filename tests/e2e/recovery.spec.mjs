// After a crash: the data are there, and can be had without the application.
import { readFileSync } from "node:fs";
import { expect, test } from "./support/fixtures.mjs";

const crash = (page) => page.evaluate(() => {
  const error = new WebAssembly.RuntimeError("unreachable");
  window.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
});
const card = (page) => page.getByRole("alertdialog");

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger mes données" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^numea-secours-\d{4}-\d{2}-\d{2}\.json$/);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

test("a crash shows a card from which the data can be downloaded, straight from both stores, and the page loaded again", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await crash(page);
  await expect(card(page)).toContainText("L’outil s’est arrêté");
  await expect(card(page).getByRole("heading")).toBeFocused();
  const rescue = await downloaded(page);
  expect(rescue.complete).toBe(true);
  expect(rescue.local["numea:v1:dossier"]).toContain("1.1.2");
  expect(JSON.stringify(rescue.database)).toContain("1.1.2");
  await page.getByRole("button", { name: "Recharger la page" }).click();
  await app.isReady();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();

  // What was downloaded opens like any file.
  await app.open("#/partage");
  const buffer = Buffer.from(JSON.stringify(rescue));
  await page.locator("input[type=file]").setInputFiles({ name: "numea-secours.json", mimeType: "application/json", buffer });
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await app.showsFigures([1, 0, 0]);
});

test("the card stands on a dark veil in either theme, and its title in no frame", async ({ page, app }) => {
  await app.open("#/");
  await crash(page);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const [red, green, blue] = await card(page).evaluate((veil) => getComputedStyle(veil).backgroundColor.match(/[\d.]+/g).map(Number));
    expect((red + green + blue) / 3, colorScheme).toBeLessThan(60);
  }
  await expect(card(page).getByRole("heading")).toBeFocused();
  await expect(card(page).getByRole("heading")).toHaveCSS("box-shadow", "none");
});

test("a database that does not answer is waited for, and the file says that it is not whole", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await page.evaluate(() => { IDBObjectStore.prototype.openCursor = () => ({}); });
  await page.clock.install();
  await crash(page);
  const rescue = downloaded(page);
  await expect(card(page).getByRole("status")).toHaveText("Préparation du fichier…");
  await page.clock.runFor(9_000);
  await expect(card(page).getByRole("status")).toHaveText("Préparation du fichier…");
  await page.clock.runFor(2_000);
  expect(await rescue).toMatchObject({ complete: false, database: {}, local: { "numea:v1:dossier": expect.stringContaining("1.1.2") } });
  await expect(card(page).getByRole("status")).toContainText("incomplet");
});

test("three crashes in a minute: nothing is loaded until the person chooses, and nothing is written without the data", async ({ page, app, questionnaire, stores }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  const kept = await stores.local();
  for (let times = 0; times < 3; times += 1) {
    await crash(page);
    await page.reload();
    if (times < 2) await app.isReady();
  }
  await expect(card(page)).toContainText("L’outil s’est arrêté plusieurs fois");
  expect(await page.locator("html[data-ready]").count()).toBe(0);
  expect((await downloaded(page)).local["numea:v1:dossier"]).toBe(kept);
  await page.getByRole("button", { name: "Ouvrir sans mes données" }).click();
  await app.isReady();
  await expect(app.messages).toContainText("ouvert sans vos données");
  await expect(questionnaire.item("1.1.2").statement(1)).not.toBeChecked();
  await questionnaire.item("1.1.3").statement(1).check();
  await expect(app.saveState).toHaveAttribute("data-save-state", "memory");
  expect(await stores.local()).toBe(kept);
  await app.reload();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
});

test.describe("Trusted Types", () => {
  test.use({ allowed: [/^console: Trusted Types: unlisted/] });

test("scripts and HTML from anywhere else are kept out, reported, and stop nothing", async ({ page, app }) => {
  await app.open("#/");
  const reports = [];
  page.on("console", (message) => reports.push(message.text()));
  const shown = await page.evaluate(() => {
    const place = document.createElement("div");
    place.innerHTML = "<img src=x onerror=alert(1)>";
    const script = document.createElement("script");
    script.src = "https://exemple.invalid/x.js";
    return [place.textContent, place.children.length, script.src];
  });
  expect(shown).toEqual(["<img src=x onerror=alert(1)>", 0, "data:,"]);
  expect(reports.filter((text) => text.startsWith("Trusted Types: unlisted"))).toHaveLength(2);
});
});
