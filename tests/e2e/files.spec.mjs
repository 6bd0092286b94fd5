// The whole dossier as a file: saved, opened to be read, taken over, and the copy of what was there before.
import { mkdir, writeFile } from "node:fs/promises";
import { Files, WHOLE } from "./pages/files.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";

const HOSTILE = "<img src=x onerror=alert(1)>\u202e<script>alert(2)</script>";

/** Starts with work of one's own: 1.1.2 at stage 1 and 1.1.3 at stage 3. */
async function ownWork({ app, questionnaire }) {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await questionnaire.item("1.1.3").statement(3).check();
  await app.hasSaved();
  await app.choose("Partage");
  // Only then is the screen that one comes back to kept, too.
  await expect(app.heading).toHaveText("Partage");
}

test("the file holds the whole dossier, laid out to be read, under the school’s name and the day", async ({ page, app, stores, files }) => {
  await stores.leaveApp();
  await stores.putLocal(record(3, JSON.stringify(WHOLE)));
  await app.open("#/partage");
  await stores.agree();
  const card = page.getByRole("region", { name: "Télécharger une sauvegarde" });
  await expect(card.getByText("Aucune sauvegarde n’a encore été téléchargée")).toBeVisible();
  const { name, text } = await files.saved();
  expect(name).toMatch(/^numea-eplefpa-des-trois-rivieres-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(text)).toEqual(WHOLE);
  expect(text.split("\n").length).toBeGreaterThan(40);
  await expect(page.getByText(`Sauvegarde « ${name} » téléchargée`)).toBeVisible();
  await app.reload();
  await expect(card.getByText("Dernière sauvegarde téléchargée depuis cet appareil : le")).toBeVisible();
});

test("an opened file shows the same figures and leaves one’s own work alone; taken over, it is undone in one step", async ({ page, app, questionnaire, stores, files }) => {
  await ownWork({ app, questionnaire });
  const kept = await files.everythingKept(stores);
  await files.choose(WHOLE);
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await expect(page).toHaveTitle(/^Sauvegarde ouverte/);
  await expect(files.preview).toContainText("Vous consultez la sauvegarde « numea-essai.json », modifiée le 23 novembre 2026. Rien n’est enregistré");
  for (const said of ["EPLEFPA des Trois Rivières", "CFPPA – CFPPA de la Vallée", "2026‑2027", "Professeur TIM", "3 objectifs"]) {
    await expect(files.preview).toContainText(said);
  }
  await expect(files.preview).toContainText("Faire signer la charte numérique");
  const row = files.preview.locator("[data-objective]").filter({ hasText: "Faire signer la charte numérique" });
  for (const said of ["Directrice adjointe", "Du 1er déc. 2026 au 31 mars 2027"]) await expect(row).toContainText(said);
  await app.showsFigures([2, 1, 0], 20);
  await expect(files.preview.locator('[data-chart="positioning"] svg')).toBeVisible();
  await expect(files.preview.getByRole("checkbox")).toHaveCount(0);

  // Undoing rests here: what it would change is out of sight, and so is its button. Nor is one's own name beside their work.
  await expect(app.undo).toBeHidden();
  await expect(app.header.getByRole("link", { name: "Donner un nom à l’établissement" })).toBeHidden();
  await page.keyboard.press("Control+z");
  expect(await files.everythingKept(stores)).toBe(kept);
  await page.getByRole("link", { name: "Revenir à mon positionnement" }).click();
  await app.showsFigures([1, 0, 1]);
  await page.goBack();

  await files.makeOwn();
  await app.showsFigures([2, 1, 0], 20);
  await app.hasSaved();
  expect(JSON.parse(JSON.parse(await stores.local()).body)).toEqual({ ...WHOLE, editedAt: expect.any(String) });
  await app.choose("Partage");
  await expect(files.copies.getByRole("listitem")).toHaveCount(1);
  await expect(files.copies).toContainText("2 items sur 21 renseignés, aucun objectif");

  await app.choose("Positionnement");
  await expect(app.undo).toHaveAccessibleName(/reprise d’un dossier/);
  await app.undo.click();
  await app.showsFigures([1, 0, 1]);
  await app.undo.click();
  await app.showsFigures([1, 0, 0]);
});

const CUT = JSON.stringify(WHOLE).slice(0, -40);
const REFUSED = [
  ["cut", CUT, "incomplet ou abîmé"],
  ["damaged", JSON.stringify(WHOLE).replace("{", "{{"), "incomplet ou abîmé"],
  ["of something else", '{"format":"recette","version":1}', "ne vient pas de cet outil"],
  ["of plain words", "bonjour à tous", "ne vient pas de cet outil"],
  ["with a link", "https://exemple.fr/numea/#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug", "un lien ou un code"],
  ["newer", { ...WHOLE, version: 2 }, "version plus récente"],
  ["empty", "", "ne contient aucun dossier"],
  ["that is no text", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), "n’est pas une sauvegarde"],
];

test("what is not a dossier is refused with a sentence, and changes nothing", async ({ app, questionnaire, stores, files }) => {
  await ownWork({ app, questionnaire });
  const kept = await files.everythingKept(stores);
  for (const [name, content, sentence] of REFUSED) {
    await test.step(name, async () => {
      await files.choose(content);
      await files.refuses(sentence);
      expect(await files.everythingKept(stores)).toBe(kept);
    });
  }
  await files.chooseLarge(12_000_001);
  await files.refuses("trop gros");
  expect(await files.everythingKept(stores)).toBe(kept);
  await files.choose("\ufeff" + JSON.stringify(WHOLE, null, 4).replaceAll("\n", "\r\n"));
  await expect(app.heading, "a byte order mark and Windows lines are no fault").toHaveText("Sauvegarde ouverte");
});

test("what a file holds is text, never a page, and what makes no sense is counted", async ({ page, app, files }) => {
  const hostile = structuredClone(WHOLE);
  hostile.identity = { school: HOSTILE, body: HOSTILE, centre: "château" };
  hostile.plan.objectives["1"].description = HOSTILE;
  hostile.answers["nulle part"] = {};
  await app.open("#/partage");
  await files.choose(hostile, "x’y & <b>.json");
  await expect(files.preview).toContainText("<b>.json");
  await expect(files.preview.getByText(HOSTILE)).toHaveCount(3);
  await expect(files.preview).toContainText("2 informations n’ont pas pu être lues en entier : ce qui y manque n’est pas montré ici. Rien n’est changé dans la sauvegarde.");
  await expect(page.locator("body img, main script")).toHaveCount(0);
});

test("a file dropped anywhere opens to be read; several, a folder or something else get a sentence, and change nothing", async ({ app, questionnaire, stores, files }, testInfo) => {
  const [whole, other] = ["déposé.json", "autre.json"].map((name) => testInfo.outputPath(name));
  await mkdir(testInfo.outputPath("dossier"));
  await writeFile(whole, JSON.stringify(WHOLE));
  await writeFile(other, "bonjour");
  await ownWork({ app, questionnaire });
  await app.choose("Questionnaire");
  const kept = await files.everythingKept(stores);
  for (const [dropped, sentence] of [
    [[whole, other], "Vous avez déposé plusieurs fichiers"],
    [[testInfo.outputPath("dossier")], "Vous avez déposé un dossier de l’ordinateur"],
    [[other], "ne vient pas de cet outil"],
  ]) {
    await files.drop(...dropped);
    await expect(files.notOpened).toContainText(sentence);
    await expect(files.notOpened).toContainText("Rien n’a été changé");
    await expect(files.notOpened).toBeFocused();
    expect(await files.everythingKept(stores)).toBe(kept);
  }
  await files.drop(whole);
  await expect(files.preview).toContainText("« déposé.json »");
  await expect(files.notOpened).toHaveCount(0);
  await app.showsFigures([2, 1, 0], 20);
});

test("the same file may be chosen again", async ({ page, app, files }) => {
  await app.open("#/partage");
  for (const time of ["once", "twice"]) {
    await files.choose(WHOLE);
    await expect(files.preview, time).toContainText("« numea-essai.json »");
    await page.goBack();
  }
});

test("a file is opened with the keyboard alone", async ({ page, app, files }) => {
  await app.open("#/partage");
  const opening = page.waitForEvent("filechooser");
  await files.input.focus();
  await page.keyboard.press("Enter");
  await (await opening).setFiles({ name: "clavier.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(WHOLE)) });
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await expect(app.heading).toBeFocused();
});

test("a copy survives a reload, opens, is saved as a file, comes back, and is deleted, which can be undone", async ({ page, app, questionnaire, stores, files }) => {
  await ownWork({ app, questionnaire });
  const own = JSON.parse(JSON.parse(await stores.local()).body);
  await files.choose(WHOLE);
  await files.makeOwn();
  await app.hasSaved();
  await app.reload();
  await app.showsFigures([2, 1, 0], 20);
  await app.choose("Partage");
  const { name, text } = await files.saved(files.copies.getByRole("button", { name: /^Télécharger/ }));
  expect(name).toMatch(/^numea-etablissement-/);
  expect(JSON.parse(text)).toEqual(own);

  await files.copies.getByRole("button", { name: /^Consulter/ }).click();
  await expect(app.heading).toHaveText("Copie ouverte");
  await app.showsFigures([1, 0, 1]);
  await files.makeOwn();
  await app.showsFigures([1, 0, 1]);
  await app.choose("Partage");
  await expect(files.copies.getByRole("listitem"), "the dossier that was left is a copy too").toHaveCount(2);
  await expect(files.copies.getByRole("listitem").first()).toContainText("3 objectifs");

  const first = files.copies.getByRole("listitem").first();
  await first.getByRole("button", { name: /^Supprimer/ }).click();
  const back = first.getByRole("button", { name: /^Annuler la suppression/ });
  await expect(back).toBeFocused();
  await expect(first.getByRole("status")).toHaveText("Supprimé.");
  expect(await stores.copies()).toHaveLength(1);
  await back.click();
  await expect(first.getByRole("button", { name: /^Consulter/ })).toBeVisible();
  await app.reload();
  await expect(files.copies.getByRole("listitem")).toHaveCount(2);
  await expect(first).toContainText("3 objectifs");
  await first.getByRole("button", { name: /^Supprimer/ }).click();
  await expect(back).toBeFocused();
  await app.reload();
  await expect(files.copies.getByRole("listitem")).toHaveCount(1);
  await expect(files.copies).toContainText("2 items sur 21 renseignés");
});

test("a blank dossier, or the same one again, leaves no copy", async ({ app, stores, files }) => {
  await app.open("#/partage");
  await files.choose(WHOLE);
  await files.makeOwn();
  await app.hasSaved();
  await app.choose("Partage");
  await files.choose(WHOLE);
  await files.makeOwn();
  await app.choose("Partage");
  await expect(files.save).toBeVisible();
  expect(await stores.copies()).toEqual([]);
  await expect(files.copies).toHaveCount(0);
});

test("two hundred copies are listed without reading them whole, and each is read when asked", async ({ page, app, stores, files }) => {
  await stores.leaveApp();
  const copy = record(1, JSON.stringify({ ...WHOLE, padding: "x".repeat(100_000) }));
  const moments = Array.from({ length: 200 }, (_, minute) => new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString().slice(0, 19));
  await stores.putDatabaseUnder(moments.map((moment) => `copy:${moment}`), copy);
  await page.addInitScript(() => {
    const { get } = IDBObjectStore.prototype;
    window.read = 0;
    IDBObjectStore.prototype.get = function counted(key) {
      if (String(key).startsWith("copy:")) window.read += 1;
      return get.call(this, key);
    };
  });
  await app.open("#/aide");
  await app.choose("Partage");
  const rows = files.copies.getByRole("listitem");
  await expect(rows).toHaveCount(200);
  await expect(rows.first()).toContainText("5 items sur 21 renseignés");
  expect(await page.evaluate(() => window.read)).toBeLessThanOrEqual(5);
  await rows.last().getByRole("button", { name: /^Consulter/ }).click();
  await expect(app.heading).toHaveText("Copie ouverte");
  await app.showsFigures([2, 1, 0], 20);
});

test("a positioning received as a link leaves a copy of one’s own too", async ({ page, app, questionnaire, files }) => {
  await ownWork({ app, questionnaire });
  await app.open("#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
  await page.keyboard.press("Control+z");
  await expect(app.undo).toBeHidden();
  await files.makeOwn();
  await app.choose("Partage");
  await expect(files.copies).toContainText("2 items sur 21 renseignés");
  await app.choose("Positionnement");
  await app.undo.click();
  await app.showsFigures([1, 0, 1]);
});

test("nothing of a visit is kept: after a reload no file is open, and one comes back to one’s last screen", async ({ page, context, app, files }) => {
  await app.open("#/partage");
  await files.choose(WHOLE);
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await app.reload();
  await expect(app.heading).toHaveText("Aucune sauvegarde n’est ouverte");
  await page.getByRole("main").getByRole("link", { name: /Partage/ }).click();
  await expect(app.heading).toHaveText("Partage");
  await files.choose(WHOLE);
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  const again = await context.newPage();
  await again.goto("");
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Partage");
});

test.describe("without a database", () => {
  test.beforeEach(({ context }) => context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })));

  test("the copy is in localStorage, and opens after a reload", async ({ app, questionnaire, files }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.choose("Partage");
    await files.choose(WHOLE);
    await files.makeOwn();
    await app.showsFigures([2, 1, 0], 20);
    await app.choose("Partage");
    await app.reload();
    await files.copies.getByRole("button", { name: /^Consulter/ }).click();
    await app.showsFigures([1, 0, 0]);
  });

  test("where no copy can be kept, nothing is replaced before a file is saved or one goes on anyway", async ({ page, app, questionnaire, files }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.choose("Partage");
    await page.evaluate(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await files.choose(WHOLE);
    await files.takeOver.click();
    await expect(files.preview.getByRole("alert")).toContainText("Rien n’a été remplacé");
    const { text } = await files.saved(page.getByRole("button", { name: "Télécharger une sauvegarde de mon dossier actuel" }));
    expect(JSON.parse(text).answers).toEqual({ "1.1.2": { ticked: { 1: [1] } } });
    await page.getByRole("button", { name: "En faire mon dossier sans garder de copie" }).click();
    await app.showsFigures([2, 1, 0], 20);
    await app.undo.click();
    await app.showsFigures([1, 0, 0]);
  });
});

test("a file saved in one profile opens in another", async ({ browser, baseURL, app, questionnaire, files }) => {
  await ownWork({ app, questionnaire });
  const { name, text } = await files.saved();
  const other = await browser.newContext({ baseURL, locale: "fr-FR" });
  const visit = new Files(await other.newPage());
  await visit.page.goto("#/partage");
  await visit.choose(text, name);
  await expect(visit.preview).toContainText(name);
  await expect(visit.preview.locator('[data-figure="stage-3"]')).toContainText("1 sur 21");
  await other.close();
});
