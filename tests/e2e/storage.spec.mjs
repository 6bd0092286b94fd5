// Nothing that is kept, or that the browser refuses to keep, stops the work or is lost.
import { readFileSync } from "node:fs";
import { answerLate, record } from "./pages/stores.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";

const dossier = readFileSync(new URL("../it/fixtures/dossier-1.json", import.meta.url), "utf8");
const whole = record(3, dossier);

test.beforeEach(() => tried("a store damaged, denied, full, silent, wiped or of another version: opens, keeps the original, tells the truth"));

const UNREADABLE = [
  ["a list of something else", "[true,true]"],
  ["an empty text", ""],
  ["the word null", "null"],
  ["a number", "42"],
  ["a record that was cut", whole.slice(0, -30)],
  ["a record whose checksum is wrong", whole.replace(/"crc":"./, (start) => `${start.slice(0, -1)}${start.endsWith("0") ? "1" : "0"}`)],
  ["a record of something else", record(3, '{"format":"recette","version":1}')],
  ["a very deep text", "[".repeat(100_000)],
];
const NEWER = record(3, JSON.stringify({ ...JSON.parse(dossier), version: 2 }));

for (const [name, text] of UNREADABLE) {
  test(`found in localStorage, ${name} does not stop the start, is said, and is never lost`, async ({ app, questionnaire, stores }) => {
    await stores.leaveApp();
    await stores.putLocal(text);
    await app.open("#/questionnaire/1.1");
    await expect(app.heading).toHaveText(/^1\.1 /);
    await expect(app.messages).toContainText("n’a pas pu être lu");
    expect(await stores.everyLocal()).toContain(text);
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    expect(await stores.everywhere(), "still there after a save").toContain(text);
    await app.reload();
    await app.showsFigures([1, 0, 0]);
    await expect(app.messages).not.toContainText("n’a pas pu être lu");
    expect(await stores.everywhere(), "still there after a reload").toContain(text);
  });
}

test("a record of a newer version is said to be one, and is never lost", async ({ app, questionnaire, stores }) => {
  await stores.leaveApp();
  await stores.putLocal(NEWER);
  await app.open("#/questionnaire/1.1");
  await expect(app.messages).toContainText("version plus récente");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  expect(await stores.everywhere()).toContain(NEWER);
});

test("a readable record of today opens whole", async ({ app, stores }) => {
  await stores.leaveApp();
  await stores.putLocal(whole);
  await app.open("#/positionnement/items");
  await expect(app.messages).toHaveText("");
  await app.showsFigures([2, 1, 0], 20);
  await stores.agree();
});

test("a record with a member that makes no sense gives all the rest, says so, and is never lost", async ({ app, stores }) => {
  const strange = JSON.parse(dossier);
  strange.answers["1.1.2"] = { ticked: 17 };
  strange.answers["nulle part"] = { ticked: { 1: [1] } };
  const text = record(3, JSON.stringify(strange));
  await stores.leaveApp();
  await stores.putLocal(text);
  await app.open("#/positionnement/items");
  await expect(app.heading).toHaveText(/^Positionnement de l’établissement/);
  await expect(app.messages).toContainText("n’a pas pu être lue");
  await app.showsFigures([1, 0, 0], 20);
  expect(await stores.everyLocal()).toContain(text);
});

test("unreadable in the database too: set aside there as well, and the work goes on", async ({ app, questionnaire, stores }) => {
  await stores.leaveApp();
  await stores.putDatabase("[true,true]");
  await app.open("#/questionnaire/1.1");
  await expect(app.messages).toContainText("n’a pas pu être lu");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  expect(await stores.everywhere()).toContain("[true,true]");
  await app.reload();
  await app.showsFigures([1, 0, 0]);
});

test("where one copy is unreadable, the other is shown", async ({ app, questionnaire, stores }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await stores.leaveApp();
  await stores.putLocal("{");
  await app.open("#/questionnaire/1.1");
  await app.showsFigures([1, 0, 0]);
  await expect(app.messages).toContainText("n’a pas pu être lu");
  expect(await stores.everywhere()).toContain("{");
});

test("an unknown screen or theme that is kept is simply left aside", async ({ app, stores }) => {
  await stores.leaveApp();
  await stores.putLocal("#/nulle-part", "numea:v1:screen");
  await stores.putLocal("mauve", "numea:v1:theme");
  await app.open();
  await expect(app.heading).toHaveText(/Où en est/);
});

test("what could not be read can be saved as a file, byte for byte", async ({ page, app, stores }) => {
  const text = `${whole.slice(0, -30)}\u{1f69c}`;
  await stores.leaveApp();
  await stores.putLocal(text);
  await app.open();
  const download = page.waitForEvent("download");
  await app.messages.getByRole("button", { name: "Télécharger l’original" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^set-aside-[0-9a-f]{8}\.txt$/);
  expect(readFileSync(await file.path(), "utf8")).toBe(text);
});

test("what was set aside is listed on « Partage », before and after it leaves its place, saved as it was, and deleted by the person only", async ({ page, app, questionnaire, stores, files }) => {
  const strange = JSON.parse(dossier);
  strange.answers["1.1.2"] = { ticked: 17 };
  const repaired = record(9, JSON.stringify(strange));
  const newer = record(3, JSON.stringify({ ...JSON.parse(dossier), version: 99 }));
  await stores.leaveApp();
  const rows = files.copies.getByRole("listitem");
  await stores.putLocal(whole);
  await stores.putLocal("[true,true]", "numea:v1:dossier-b");
  await stores.putDatabase(whole);
  await app.open("#/partage");
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("button", { name: /^Supprimer/ })).toHaveCount(0);
  await stores.leaveApp();
  await stores.putLocal(repaired);
  await stores.putDatabase(newer, "dossier-b");
  await app.open("#/partage");
  await expect(rows).toHaveCount(3);
  await app.choose("Questionnaire");
  await questionnaire.item("1.1.3").statement(1).check();
  await app.hasSaved();
  await app.reload();
  await app.choose("Partage");
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) await expect(row).toContainText("Enregistrement mis à part");
  const readable = rows.filter({ hasText: "Une partie n’a pas pu être lue." });
  const found = new Set();
  for (const row of await rows.all()) found.add((await files.saved(row.getByRole("button", { name: /^Télécharger/ }))).text);
  expect(found).toEqual(new Set([repaired, newer, "[true,true]"]));
  await expect(rows.filter({ hasText: "version plus récente" })).toHaveCount(1);
  await rows.filter({ hasText: "Il ne peut pas être lu ici." }).getByRole("button", { name: /^Supprimer/ }).click();
  await expect(rows.getByRole("button", { name: /^Annuler la suppression/ })).toBeFocused();
  await readable.getByRole("button", { name: "Consulter l’enregistrement mis à part" }).click();
  await expect(app.heading).toHaveText("Enregistrement ouvert");
  await expect(page.locator("[data-opened]")).toContainText("mis à part");
  expect(await stores.everywhere()).not.toContain("[true,true]");
  await app.choose("Partage");
  await expect(rows).toHaveCount(2);
});

test("what was done while the database was out of reach and what that held are both kept", async ({ context, app, questionnaire, stores, files }) => {
  const field = (item) => questionnaire.item(item).statement(1);
  await app.open("#/questionnaire/1.1");
  await field("1.1.1").check();
  await app.hasSaved();
  const early = await stores.local();
  await field("1.1.2").check();
  await app.hasSaved();
  // The browser was killed: localStorage, unlike the database, has lost the last edit.
  await stores.leaveApp();
  await stores.putLocalSlots(early);
  const broken = await context.newPage();
  await broken.addInitScript(throwFromDatabase);
  await broken.goto("#/questionnaire/1.1");
  await broken.locator('input[data-item="1.1.3"][data-stage="1"]:not([data-condition])').check();
  await expect(broken.locator("[data-save-state]")).toHaveText("Enregistré, copie fragile");
  await broken.close();
  await app.open("#/questionnaire/1.1");
  await field("1.1.4").check();
  await app.hasSaved();
  await expect(app.messages).toContainText("Une autre version de ce dossier a été trouvée");
  await stores.agree();
  const everything = (await stores.everywhere()).join("\n");
  for (const item of ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]) expect(everything).toContain(item);
  await app.choose("Partage");
  await expect(files.copies.getByRole("listitem")).toHaveCount(1);
});

test("a database that answers late is taken all the same: nothing it holds is lost, and the page then says « saved »", async ({ context, app, questionnaire, stores, files }) => {
  const box = (page, item) => page.locator(`input[data-item="${item}"][data-stage="1"]:not([data-condition])`);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.1").statement(1).check();
  await app.hasSaved();
  const early = await stores.local();
  await stores.leaveApp();
  const late = await context.newPage();
  await late.addInitScript(answerLate);
  await late.goto("#/questionnaire/1.1");
  // The start waits for it, for a while.
  await expect(box(late, "1.1.1")).toBeChecked({ timeout: 8_000 });
  await box(late, "1.1.2").check();
  await expect(late.locator("[data-save-state]")).toHaveText("Enregistré, copie fragile");
  await late.evaluate(() => window.answer());
  await expect(late.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
  await stores.agree();
  await late.close();
  // Where localStorage has less than the database, what was done meanwhile is a copy.
  await stores.putLocalSlots(early);
  const again = await context.newPage();
  await again.addInitScript(answerLate);
  await again.goto("#/questionnaire/1.1");
  await box(again, "1.1.5").check();
  await again.evaluate(() => window.answer());
  await expect(again.getByRole("region", { name: "Messages" })).toContainText("Une autre version");
  await expect(box(again, "1.1.2")).toBeChecked();
  await expect(box(again, "1.1.5")).not.toBeChecked();
  expect(await stores.copies()).toHaveLength(1);
  await again.close();
  await app.open("#/partage");
  await expect(files.copies.getByRole("listitem")).toHaveCount(1);
});

test("where the person has the browser delete the data of the site, the page no longer says « saved »", async ({ page, context, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "local_storage,indexeddb" });
  await expect(app.saveState).toHaveText("Non enregistré");
  await questionnaire.item("1.1.3").statement(1).check();
  await app.hasSaved();
  await browser.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "local_storage,indexeddb" });
  await expect(app.saveState).toHaveText("Non enregistré");
  await questionnaire.item("1.1.4").statement(1).check();
  await app.hasSaved();
  await app.reload();
  await app.showsFigures([3, 0, 0]);
});

test("what was done without the database is a copy once, however often localStorage refuses after that", async ({ context, app, questionnaire, stores }) => {
  const box = (page, item) => page.locator(`input[data-item="${item}"][data-stage="1"]:not([data-condition])`);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.1").statement(1).check();
  await app.hasSaved();
  await stores.leaveApp();
  const alone = await context.newPage();
  await alone.addInitScript(throwFromDatabase);
  await alone.goto("#/questionnaire/1.1");
  await box(alone, "1.1.2").check();
  await expect(alone.locator("[data-save-state]")).toHaveText("Enregistré, copie fragile");
  await alone.close();
  for (const item of ["1.1.3", "1.1.4", "1.1.5"]) {
    const next = await context.newPage();
    await next.addInitScript(fillLocalStorage);
    await next.goto("#/questionnaire/1.1");
    await expect(box(next, "1.1.2")).toBeChecked();
    await box(next, item).click();
    await expect(next.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
    await next.close();
  }
  expect(await stores.copies()).toEqual([]);
});

test("an edit while a late database is being read is written alike in both stores", async ({ context, stores, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.1").statement(1).check();
  await app.hasSaved();
  await stores.leaveApp();
  const late = await context.newPage();
  await late.addInitScript(answerLate);
  await late.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function edit(...values) {
      IDBDatabase.prototype.transaction = transaction;
      document.querySelector('input[data-item="1.1.3"][data-stage="1"]:not([data-condition])').click();
      return transaction.apply(this, values);
    };
  });
  await late.goto("#/questionnaire/1.1");
  await expect(late.locator("html[data-ready]")).toBeAttached();
  await late.evaluate(() => window.answer());
  await expect(late.locator('input[data-item="1.1.3"][data-stage="1"]:not([data-condition])')).toBeChecked();
  await expect(late.locator("[data-save-state]")).toHaveText(/^Enregistré à/, { timeout: 8_000 });
  await stores.agree();
  await late.close();
  await app.open("#/questionnaire/1.1");
  await expect(app.messages).toHaveText("");
  await app.showsFigures([2, 0, 0]);
});

test("leaving a page whose work is on its way nowhere, the browser asks first", async ({ page, app, questionnaire }) => {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await app.open("#/questionnaire/1.1");
  await page.evaluate(fillLocalStorage);
  await page.evaluate(holdTransactions);
  await questionnaire.item("1.1.2").statement(1).check();
  await expect(app.saveState).toHaveAttribute("data-save-state", "saving");
  await app.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("leaving a page that could keep nothing, the browser asks first; one that is saved, it does not", async ({ page, app, questionnaire }) => {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await app.reload();
  expect(asked).toEqual([]);
  await page.evaluate(fillLocalStorage);
  await page.evaluate(failTransactions);
  await questionnaire.item("1.1.3").statement(1).check();
  await expect(app.saveState).toHaveText("Non enregistré");
  await app.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("on a screen that writes nothing the stores are not brought level; on the next one they are, and only then said to be", async ({ page, app, stores }) => {
  const newer = record(9, dossier);
  await stores.leaveApp();
  await stores.putLocal(newer);
  await stores.putDatabase(whole);
  await app.open("#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
  await expect(app.saveState).toHaveAttribute("data-save-state", "failed");
  expect(await stores.database()).toBe(whole);
  await page.getByRole("link", { name: "Positionnement", exact: true }).click();
  await app.hasSaved();
  expect(JSON.parse(await stores.database()).revision).toBeGreaterThan(9);
});

test("with any three of the four slots damaged, the fourth is shown and the next change mends", async ({ app, questionnaire, stores }) => {
  for (const good of [0, 1, 2, 3]) {
    await stores.leaveApp();
    for (const slot of [0, 1, 2, 3]) {
      const text = slot === good ? record(90 + good, dossier) : `abîmé ${good}/${slot}`;
      const name = slot % 2 === 0 ? "dossier" : "dossier-b";
      if (slot < 2) await stores.putLocal(text, `numea:v1:${name}`);
      else await stores.putDatabase(text, name);
    }
    await app.open("#/questionnaire/1.1");
    await expect(questionnaire.item("1.1.1").statement(1)).toBeChecked();
    await expect(app.messages).toContainText("n’a pas pu être lu");
    await questionnaire.item("1.1.3").statement(3).check();
    await app.hasSaved();
    await stores.agree();
    const kept = await stores.everywhere();
    for (const slot of [0, 1, 2, 3]) {
      if (slot !== good) expect(kept.filter((text) => text === `abîmé ${good}/${slot}`).length).toBeGreaterThan(0);
    }
  }
});

test("what other applications of the same host keep is left alone", async ({ app, questionnaire, stores }) => {
  await stores.leaveApp();
  await stores.putLocal("à eux", "dossier");
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  expect(await stores.everyLocal()).toContain("à eux");
});

test.describe("where localStorage throws", () => {
  test.beforeEach(({ context }) => context.addInitScript(denyLocalStorage));

  test("everything works, is kept in the database, and comes back", async ({ app, questionnaire }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.showsFigures([1, 0, 0]);
    await app.hasSaved();
    await app.reload();
    await app.showsFigures([1, 0, 0]);
    await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  });
});

for (const [name, deny] of [["absent", removeDatabase], ["throwing", throwFromDatabase], ["refusing", refuseDatabase]]) {
  test.describe(`with IndexedDB ${name}`, () => {
    test.beforeEach(({ context }) => context.addInitScript(deny));

    test("everything works, the page says that the copy is fragile, and it comes back", async ({ app, questionnaire }) => {
      await app.open("#/questionnaire/1.1");
      await questionnaire.item("1.1.2").statement(1).check();
      await app.showsFigures([1, 0, 0]);
      await expect(app.saveState).toHaveAttribute("data-save-state", "failed");
      await expect(app.messages.getByRole("alert")).toContainText("dernière minute peut être perdue");
      await app.reload();
      await app.showsFigures([1, 0, 0]);
    });
  });
}

test.describe("with IndexedDB silent", () => {
  test.beforeEach(({ context }) => context.addInitScript(silenceDatabase));

  test("the start waits a few seconds, not for ever", async ({ app, questionnaire }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.showsFigures([1, 0, 0]);
    await expect(app.saveState).toHaveAttribute("data-save-state", "failed");
  });
});

test.describe("where nothing can be kept", () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(denyLocalStorage);
    await context.addInitScript(removeDatabase);
  });

  test("the page says so at once and at all times, and everything else works", async ({ app, questionnaire, positioning }) => {
    await app.open("#/questionnaire/1.1");
    await expect(app.saveState).toHaveAttribute("data-save-state", "memory");
    await expect(app.saveState).toHaveText("Rien n’est conservé ici");
    await expect(app.messages).toContainText("les réponses disparaîtront à la fermeture de la page");
    await questionnaire.item("1.1.2").statement(1).check();
    await expect(app.saveState).toHaveAttribute("data-save-state", "memory");
    await app.choose("Positionnement");
    await positioning.enter();
    await positioning.isDrawn();
    await app.showsFigures([1, 0, 0]);
    await app.undo.click();
    await app.showsFigures([0, 0, 0]);
    await app.theme.click();
    await app.messages.getByRole("button", { name: "Fermer ce message" }).click();
    await expect(app.messages).toHaveText("");
    await expect(app.saveState).toHaveAttribute("data-save-state", "memory");
  });
});

test.describe("where localStorage is full", () => {
  test("the database keeps, the page says saved, and all is there after a reload", async ({ page, context, app, questionnaire }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await context.addInitScript(fillLocalStorage);
    await page.evaluate(fillLocalStorage);
    await questionnaire.item("1.1.3").statement(2).check();
    await app.hasSaved();
    await app.reload();
    await app.showsFigures([1, 1, 0]);
    await expect(questionnaire.item("1.1.3").statement(2)).toBeChecked();
    await app.hasSaved();
  });

  test("what cannot be set aside is not written over", async ({ context, app, questionnaire, stores }) => {
    await stores.leaveApp();
    await stores.putLocal("[true,true]");
    await context.addInitScript(fillLocalStorage);
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    expect(await stores.local()).toBe("[true,true]");
    await app.reload();
    await app.showsFigures([1, 0, 0]);
  });

  test("without the database either, the page says that nothing was saved, and says it again until it is", async ({ page, context, app, questionnaire }) => {
    await context.addInitScript(removeDatabase);
    await app.open("#/questionnaire/1.1");
    await page.evaluate(fillLocalStorage);
    await questionnaire.item("1.1.2").statement(1).check();
    await expect(app.saveState).toHaveAttribute("data-save-state", "failed");
    await expect(app.saveState).toHaveText("Non enregistré");
    await expect(app.messages.getByRole("alert")).toContainText("Le navigateur a refusé d’enregistrer");
    await app.showsFigures([1, 0, 0]);
  });
});

test("« saved » waits for the disk: while the database has not answered, the page says so", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await page.evaluate(holdTransactions);
  await questionnaire.item("1.1.2").statement(1).check();
  await expect(app.saveState).toHaveAttribute("data-save-state", "saving");
  await questionnaire.item("1.1.3").statement(1).check();
  await expect(app.saveState).toHaveAttribute("data-save-state", "saving");
  await page.evaluate(() => window.releaseTransactions());
  await app.hasSaved();
  await app.reload();
  await app.showsFigures([2, 0, 0]);
});

test("transactions that fail are said, and the next change keeps everything", async ({ page, app, questionnaire, stores }) => {
  await app.open("#/questionnaire/1.1");
  await page.evaluate(failTransactions);
  await questionnaire.item("1.1.2").statement(1).check();
  await expect(app.saveState).toHaveAttribute("data-save-state", "failed");
  await page.evaluate(() => window.mendTransactions());
  await questionnaire.item("1.1.3").statement(1).check();
  await app.hasSaved();
  await stores.agree();
  await app.reload();
  await app.showsFigures([2, 0, 0]);
});

test("a database that the browser closes is opened again at the next change", async ({ page, context, app, questionnaire }) => {
  await context.addInitScript(rememberDatabase);
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await page.evaluate(() => window.database.close());
  await questionnaire.item("1.1.3").statement(1).check();
  await questionnaire.item("1.1.4").statement(1).check();
  await app.hasSaved();
});

test("with localStorage wiped, everything comes back from the database", async ({ app, questionnaire, stores }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await stores.leaveApp();
  await stores.dropLocal();
  await app.open("#/questionnaire/1.1");
  await app.showsFigures([1, 0, 0]);
  await app.hasSaved();
  await stores.agree();
  expect(await stores.local()).not.toBeNull();
});

test.describe("where the two copies differ, the newer wins, and both are brought level", () => {
  for (const stale of ["local", "database"]) {
    test(`with the older one in the ${stale === "local" ? "localStorage" : "database"}`, async ({ app, questionnaire, stores }) => {
      await app.open("#/questionnaire/1.1");
      await questionnaire.item("1.1.2").statement(1).check();
      await app.hasSaved();
      const older = await stores.local();
      await questionnaire.item("1.1.3").statement(1).check();
      await app.hasSaved();
      await stores.leaveApp();
      if (stale === "local") await stores.putLocalSlots(older);
      else await stores.putDatabaseSlots(older);
      await app.open("#/questionnaire/1.1");
      await app.showsFigures([2, 0, 0]);
      await app.hasSaved();
      await stores.agree();
    });
  }
});

test("a tick is painted first, then written; where the page goes within the same frame it is written at once", async ({ page, app, stores }) => {
  await app.open("#/questionnaire/1.1");
  const seen = await page.evaluate(async () => {
    const kept = () => ["dossier", "dossier-b"].map((slot) => localStorage.getItem(`numea:v1:${slot}`)).join();
    const box = document.querySelector('[data-item="1.1.2"][data-stage="1"]:not([data-condition])');
    const before = kept();
    box.click();
    const isWrittenAtOnce = kept() !== before;
    const end = performance.now() + 5000;
    while (kept() === before && performance.now() < end) await new Promise((done) => setTimeout(done, 5));
    return { isWrittenAtOnce, isWrittenThen: kept() !== before };
  });
  expect(seen).toEqual({ isWrittenAtOnce: false, isWrittenThen: true });
  await app.hasSaved();
  // In the very task in which the page hears that it may go, which the browser may give it as its last.
  const isWritten = await page.evaluate((events) => events.map((event) => {
    const kept = () => ["dossier", "dossier-b"].map((slot) => localStorage.getItem(`numea:v1:${slot}`)).join();
    const before = kept();
    document.querySelector('[data-item="1.1.3"][data-stage="1"]:not([data-condition])').click();
    const isAtOnce = kept() !== before;
    window.dispatchEvent(new Event(event));
    return !isAtOnce && kept() !== before;
  }), ["pagehide", "visibilitychange", "beforeunload"]);
  expect(isWritten).toEqual([true, true, true]);
  await page.reload();
  await app.showsFigures([2, 0, 0]);
  await app.hasSaved();
  await stores.agree();
});

test("closing the page as soon as it says « saved » loses nothing", async ({ page, context, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.1").statement(3).check();
  await app.hasSaved();
  await page.close();
  const again = await context.newPage();
  await again.goto("#/positionnement/items");
  await expect(again.locator('[data-figure="stage-3"]')).toContainText("1 sur 21");
});

test("the chosen theme is kept", async ({ page, app }) => {
  await app.open();
  await app.theme.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await app.theme.click();
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

// These run in the page.

function denyLocalStorage() {
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
}

function removeDatabase() {
  Object.defineProperty(window, "indexedDB", { value: undefined });
}

function throwFromDatabase() {
  IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };
}

/** The database answers every opening by an error: the version asked for is too old. */
function refuseDatabase() {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function refuse(name) {
    const blocker = open.call(this, name, 9);
    blocker.onsuccess = () => blocker.result.close();
    return open.call(this, name, 1);
  };
}

/** The database never answers, as in some private windows. */
function silenceDatabase() {
  for (const event of ["onsuccess", "onerror"]) Object.defineProperty(IDBRequest.prototype, event, { set() {} });
}

function fillLocalStorage() {
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}

/** Leaves the connection that the application uses in `window.database`. */
function rememberDatabase() {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function remember(...values) {
    window.database = this;
    return transaction.apply(this, values);
  };
}

/** Transactions end only when `releaseTransactions` says so. */
function holdTransactions() {
  const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  const released = new Promise((done) => { window.releaseTransactions = done; });
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    set(handler) { set.call(this, (event) => released.then(() => handler.call(this, event))); },
  });
}

/** The next transaction is aborted, as when the disk is full. */
function failTransactions() {
  const put = IDBObjectStore.prototype.put;
  window.mendTransactions = () => { IDBObjectStore.prototype.put = put; };
  IDBObjectStore.prototype.put = function fail(...values) {
    const request = put.apply(this, values);
    this.transaction.abort();
    return request;
  };
}
