// Several dossiers in one browser: each is a closed world.
import { readFileSync } from "node:fs";
import { App } from "./pages/app.mjs";
import { Centres } from "./pages/centres.mjs";
import { Questionnaire } from "./pages/questionnaire.mjs";
import { openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const FIELD = "#/questionnaire/1.1";
const LYCEE = { identity: { school: "EPLEFPA du Val", centre: "lycee", centreName: "Lycée du Val" }, answers: { "1.1.1": { ticked: { 1: [1, 2, 3, 4, 5] } } } };

/** A browser that has had one dossier so far, and now has a CFA too. */
async function withTwo(page, app, stores) {
  await openWith({ app, stores }, LYCEE, "#/centres");
  const centres = new Centres(page);
  await expect(centres.rows).toHaveCount(0);
  await expect(centres.menu).toHaveCount(0);
  await centres.make("CFA", "CFA du Val");
  await expect(centres.rows).toHaveCount(2);
  await expect(centres.row("Lycée du Val")).toHaveAttribute("aria-current", "true");
  return centres;
}

/** Another tab of the same browser, on the dossier that was chosen last. */
async function another(context) {
  const page = await context.newPage();
  return { page, app: new App(page), questionnaire: new Questionnaire(page), centres: new Centres(page) };
}

test("what was kept before is the first dossier; another is opened from the header in one gesture, and each keeps its own", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
  await centres.switchTo(app, "CFA du Val");
  expect(new URL(page.url()).hash).toBe(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).not.toBeChecked();
  await questionnaire.item("1.1.2").statement(2).check();
  await app.hasSaved();
  await app.reload();
  await expect(questionnaire.item("1.1.2").statement(2)).toBeChecked();
  await centres.switchTo(app, "Lycée du Val");
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.2").statement(2)).not.toBeChecked();
});

test("two tabs on two dossiers both write, while one of them switches; on one dossier there is one pen", async ({ page, app, stores, questionnaire, context }) => {
  const centres = await withTwo(page, app, stores);
  await app.open(FIELD);
  const other = await another(context);
  await other.app.open(FIELD);
  await expect(other.app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await other.centres.switchTo(other.app, "CFA du Val");
  await expect(other.app.saveState).toHaveAttribute("data-pen", "here");
  await expect(app.saveState).toHaveAttribute("data-pen", "here");
  await Promise.all([
    questionnaire.item("1.1.3").statement(1).check(),
    other.questionnaire.item("1.1.4").statement(1).check(),
  ]);
  await Promise.all([app.hasSaved(), other.app.hasSaved()]);

  // The first one edits on and switches at once: what it did is there when it comes back.
  await questionnaire.item("1.1.5").statement(1).check();
  await centres.switchTo(app, "CFA du Val");
  await expect(app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await expect(questionnaire.item("1.1.4").statement(1)).toBeChecked();
  await other.questionnaire.item("1.1.2").statement(1).check();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  await centres.switchTo(app, "Lycée du Val");
  for (const item of ["1.1.1", "1.1.3", "1.1.5"]) await expect(questionnaire.item(item).statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.4").statement(1)).not.toBeChecked();

  // A tab hears that its dossier is put into the bin from another one, and that it is taken out again.
  await app.open("#/centres");
  await centres.change("CFA du Val", "Supprimer");
  await expect(other.app.messages).toContainText("Ce dossier vient d’être mis à la corbeille");
  await page.getByRole("region", { name: "Corbeille" }).getByRole("button", { name: "Remettre" }).click();
  await expect(other.app.messages).not.toContainText("corbeille");
});

test("a wiped localStorage loses neither the list nor what is in a dossier, and a tab stays on its own", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await centres.switchTo(app, "CFA du Val");
  await app.open(FIELD);
  await questionnaire.item("1.1.2").statement(2).check();
  await app.hasSaved();
  await stores.leaveApp();
  await stores.dropLocal();
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.2").statement(2)).toBeChecked();
  await app.open("#/centres");
  await expect(centres.rows).toHaveText([/Lycée du Val/, /CFA du Val/]);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("numea:centres:")).length);
  expect(kept).toBe(2);
});

test("a dossier is renamed, duplicated, put away, deleted and put back; in place of the open one another is opened, and the last one stays", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await centres.change("Lycée du Val", "Dupliquer");
  await expect(centres.row("Copie de Lycée du Val")).toHaveCount(1);
  await centres.row(/^Lycée du Val/).getByRole("button", { name: "Modifier…" }).click();
  await expect(centres.row(/^Lycée du Val/)).toContainText("celui de Copie de Lycée du Val s’ouvre à sa place");
  await page.getByLabel("Nom du centre", { exact: true }).fill("Lycée de la Saône");
  await page.getByRole("button", { name: "Enregistrer le nom" }).click();
  await expect(centres.menu.locator("summary")).toContainText("Lycée de la Saône");
  await centres.change("CFA du Val", "Archiver");
  await expect(page.getByRole("heading", { name: "Centres archivés" })).toBeVisible();
  await centres.change(/^Copie de/, "Supprimer");
  const bin = page.getByRole("region", { name: "Corbeille" });
  await expect(bin).toContainText("Sera effacé de cet appareil le");
  await bin.getByRole("button", { name: "Remettre" }).click();
  await expect(bin).toHaveCount(0);
  await centres.row(/^Copie de/).getByRole("button", { name: "Ouvrir" }).click();
  await expect(centres.menu.locator("summary")).toContainText("Copie de Lycée du Val");
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();

  // The open one goes into « Corbeille »: the lycée is opened in its place, alone in use.
  await app.open("#/centres");
  await Promise.all([page.waitForEvent("load"), centres.change(/^Copie de/, "Supprimer")]);
  await app.isReady();
  await expect(centres.menu.locator("summary")).toContainText("Lycée de la Saône");
  await expect(bin).toContainText("Copie de Lycée du Val");
  await centres.row(/^Lycée de la Saône/).getByRole("button", { name: "Modifier…" }).click();
  await expect(centres.row(/^Lycée de la Saône/)).toContainText("C’est le seul dossier parmi vos centres");
  await expect(centres.row(/^Lycée de la Saône/).getByRole("button", { name: "Supprimer" })).toHaveCount(0);
  await bin.getByRole("button", { name: "Remettre" }).click();
  await expect(centres.row(/^Copie de/)).toHaveCount(1);
});

test("without locks a dossier is not erased under an open tab, and is once that tab has gone elsewhere", async ({ page, app, stores, context, questionnaire }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  const centres = await withTwo(page, app, stores);
  const other = await another(context);
  await other.app.open(FIELD);
  await other.centres.switchTo(other.app, "CFA du Val");
  await centres.change("CFA du Val", "Supprimer");
  const bin = page.getByRole("region", { name: "Corbeille" });
  const erase = async () => {
    await bin.getByRole("button", { name: "Effacer tout de suite…" }).click();
    await bin.getByRole("button", { name: "Oui, effacer pour de bon" }).click();
  };
  await erase();
  await expect(centres.said).toContainText("ouvert dans un autre onglet");
  await other.questionnaire.item("1.1.2").statement(1).check();
  await other.app.hasSaved();
  await other.centres.switchTo(other.app, "Lycée du Val");
  await bin.getByRole("button", { name: "Oui, effacer pour de bon" }).click();
  await expect(bin).toHaveCount(0);
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
});

test("two centres stand side by side in figures, on a chart and in one schedule by lead", async ({ page, app, stores, questionnaire, objectives }) => {
  const centres = await withTwo(page, app, stores);
  for (const [field, text, next] of [["1.1", "Nommer un référent", "CFA du Val"], ["1.2", "Équiper les ateliers", "Lycée du Val"]]) {
    await app.open("#/objectifs");
    await objectives.addTo(field).click();
    await objectives.description.fill(text);
    await objectives.lead.fill("Professeur TIM");
    await app.hasSaved();
    await centres.switchTo(app, next);
  }
  await app.open("#/centres/ensemble");
  await expect(page.locator('[data-centre-figure="00000000/stage-1"]')).toHaveText("1 sur 21");
  const figures = page.getByRole("table", { name: "Items atteints par centre et par étape" });
  await expect(figures.getByRole("row")).toHaveCount(3);
  await expect(page.getByText(/^Étape\s1\s: de\s0\ssur\s21 \(CFA du Val\) à\s1\ssur\s21 \(Lycée du Val\)$/)).toBeVisible();
  await expect(page.locator('[data-chart="centres"] svg')).toBeVisible();
  await expect(page.locator('[data-chart="centre"] svg')).toHaveCount(2);
  const plans = page.getByRole("table", { name: "Objectifs de tous les centres" });
  await expect(plans.getByRole("rowheader", { name: "Professeur TIM" })).toHaveCount(1);
  await expect(plans.getByRole("row").filter({ hasText: "Nommer un référent" })).toContainText("Lycée du Val");
  await expect(plans.getByRole("row").filter({ hasText: "Équiper les ateliers" })).toContainText("CFA du Val");
});

test("beyond six centres one chooses whose charts are shown; two that answer different questionnaires are not compared field by field", async ({ page, app, stores }) => {
  const centres = await withTwo(page, app, stores);
  for (const name of ["Trois", "Quatre", "Cinq", "Six", "Sept"]) await centres.make("Exploitation agricole", `Ferme ${name}`);
  await centres.switchTo(app, "CFA du Val");
  await app.open("#/adapter");
  await page.getByLabel("Questionnaire reçu (.json)").setInputFiles("tests/it/fixtures/grid-1.json");
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Commencer un dossier avec ce questionnaire" }).click();
  await loaded;
  await app.isReady();
  await app.open("#/centres/ensemble");
  const charts = page.locator('[data-chart="centre"] svg');
  await expect(charts).toHaveCount(6);
  const boxes = page.getByRole("group", { name: /^6 graphiques au plus/ }).getByRole("checkbox");
  await expect(boxes).toHaveCount(7);
  await expect(boxes.last()).toBeDisabled();
  await boxes.first().uncheck();
  await boxes.last().check();
  await expect(charts).toHaveCount(6);
  await expect(boxes.first()).toBeDisabled();
  await expect(page.getByText("Ces deux centres répondent à des questionnaires différents")).toBeVisible();
});

test("one file holds every dossier; opened elsewhere it shows them, and adds the chosen ones beside what is there", async ({ page, app, stores, browser, baseURL }) => {
  await withTwo(page, app, stores);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger la sauvegarde de tous les centres" }).click()]);
  const file = readFileSync(await download.path());
  expect(JSON.parse(file)).toMatchObject({ format: "numea-centres", version: 1 });
  await adds(browser, baseURL, { name: "numea-tous.json", file, of: "2 dossiers" });
});

test("after a crash one file holds every dossier, and opens as one", async ({ page, app, stores, browser, baseURL }) => {
  await withTwo(page, app, stores);
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger mes données" }).click()]);
  const file = readFileSync(await download.path());
  expect(JSON.parse(file).complete).toBe(true);
  await adds(browser, baseURL, { name: "numea-secours.json", file, of: "2 dossiers" });
});

/** Opens this file on another computer, which has work of its own, and adds the lycée only. */
async function adds(browser, baseURL, { name, file, of }) {
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  const { page, app, questionnaire, centres } = await another(context);
  await app.open(FIELD);
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await app.open("#/partage");
  await page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: file });
  const card = page.locator("[data-included]");
  await expect(card).toContainText(of);
  await expect(centres.rows).toHaveCount(0);
  await card.getByRole("checkbox", { name: "CFA du Val" }).uncheck();
  await card.getByRole("button", { name: "Ajouter les dossiers cochés" }).click();
  await expect(centres.rows).toHaveText([/Dossier sans nom/, /Lycée du Val/]);
  await centres.switchTo(app, "Lycée du Val");
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.2").statement(1)).not.toBeChecked();
  await context.close();
}

test("erasing the open dossier leaves the others; erasing all leaves nothing of any", async ({ page, app, stores, questionnaire }) => {
  const centres = await withTwo(page, app, stores);
  await centres.switchTo(app, "CFA du Val");
  await app.open(FIELD);
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await app.open("#/partage");
  await expect(page.getByRole("region", { name: "Effacer de cet appareil" })).toContainText("seul celui qui est ouvert est effacé");
  await page.getByRole("button", { name: "Effacer de cet appareil…" }).click();
  await page.getByRole("button", { name: "Oui, tout effacer" }).click();
  await expect(app.messages).toContainText("ceux des autres centres sont toujours là");
  await centres.switchTo(app, "Lycée du Val");
  await app.open(FIELD);
  await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();

  await app.open("#/centres");
  await page.getByRole("button", { name: "Effacer tous les dossiers de cet appareil…" }).click();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Oui, effacer tous les dossiers" }).click()]);
  await app.isReady();
  await expect(centres.menu).toHaveCount(0);
  const left = await page.evaluate(async () => {
    const texts = Object.values({ ...localStorage });
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((done) => { opening.onsuccess = done; });
      const all = opening.result.transaction("v1").objectStore("v1").getAll();
      await new Promise((done) => { all.onsuccess = done; });
      texts.push(...all.result);
      opening.result.close();
    }
    return texts.join("\n");
  });
  expect(left).not.toMatch(/Val|1\.1\.1|1\.1\.2/);
});

test("a full device takes no further dossier, whichever text it refuses: the page says so, and nothing of it stays", async ({ page, app, stores }) => {
  const centres = await withTwo(page, app, stores);
  for (const [name, refused] of [["list", "centres"], ["dossier", "v1@"], ["everything", ""]]) {
    // Anew each time: the sentence of the time before is gone.
    await app.reload();
    const before = await everyDossier(page);
    await page.evaluate(refuseTexts, refused);
    await centres.kind.selectOption({ label: "MFR" });
    await centres.name.fill("MFR des Monts");
    await centres.create.click();
    await expect(page.getByRole("status").filter({ hasText: "Rien n’a pu être écrit sur cet appareil" }), name).toBeVisible();
    await page.evaluate(() => globalThis.takeTexts());
    await expect(centres.rows, name).toHaveCount(2);
    expect(await everyDossier(page), name).toEqual(before);
  }
  await centres.make("MFR", "MFR des Monts");
  await expect(centres.rows).toHaveCount(3);
});

/** Runs in the page: both stores refuse, as full ones do, whatever belongs to a name that holds this. */
function refuseTexts(part) {
  const [set, put] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
  const full = () => { throw new DOMException("full", "QuotaExceededError"); };
  Storage.prototype.setItem = function (key, text) { return key.includes(part) ? full() : set.call(this, key, text); };
  IDBObjectStore.prototype.put = function (text, key) {
    const name = this.transaction.db.name;
    const other = name.startsWith("numea:") && part === "v1@";
    return other || name.includes(part) ? full() : put.call(this, text, key);
  };
  globalThis.takeTexts = () => { Storage.prototype.setItem = set; IDBObjectStore.prototype.put = put; };
}

/** The texts of every dossier that both stores hold, without the marks of erasures. */
function everyDossier(page) {
  return page.evaluate(async () => {
    const mark = /^\d+ \d+$/;
    const texts = Object.entries(localStorage).filter(([key, text]) => /:dossier(-b)?$/.test(key) && !mark.test(text)).map(([key]) => key);
    const settled = (request) => new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => fail(request.error) }));
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      if (database.objectStoreNames.contains("v1")) {
        const slots = database.transaction("v1").objectStore("v1");
        for (const slot of ["dossier", "dossier-b"]) {
          const text = await settled(slots.get(slot));
          if (text && !mark.test(text)) texts.push(`${name} ${slot}`);
        }
      }
      database.close();
    }
    return texts.sort();
  });
}
