// Having the work outlive this browser, and leaving nothing on a shared one: the reminder, the erasing, the diagnostic.
import { WHOLE } from "./pages/files.mjs";
import { ITEMS } from "./pages/official.mjs";
import { answerLate, record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";

const KEYS = () => Object.keys(localStorage).filter((key) => key.startsWith("numea:") && key !== "numea:v1:erased").sort();
const fact = (page, name) => page.locator("[data-facts] dt").filter({ hasText: new RegExp(`^${name}`) }).locator("xpath=following-sibling::dd");

/** Ticks stage 1 of the first items in the matrix. */
async function tick(positioning, count) {
  for (const { id } of ITEMS.slice(0, count)) await positioning.box(id, 1).check();
}

test.describe("the reminder", () => {
  const DUE = /^Pensez à télécharger une sauvegarde\s: (\d+)\smodifications? (n’est|ne sont) que dans ce navigateur\.$/;
  const line = (page) => page.locator(".survey__reminder [role=status]");
  const said = (page) => page.getByRole("region", { name: "Télécharger une sauvegarde" }).getByRole("status");

  test("is one quiet line after twenty edits, at the end of the questionnaire and on « Partage », and above no screen", async ({ page, app, positioning, questionnaire, files }) => {
    await app.open("#/positionnement/items");
    await tick(positioning, 19);
    await app.choose("Partage");
    await expect(said(page)).toHaveText(/^Aucune sauvegarde n’a encore été téléchargée depuis cet appareil\. 19\smodifications ne sont que dans ce navigateur\.$/);
    await app.choose("Positionnement");
    await positioning.enter();
    await positioning.box("1.1.1", 2).check();
    for (const screen of ["Aide", "Objectifs", "Positionnement"]) {
      await app.choose(screen);
      await expect(app.messages).toHaveText("");
      await expect(page.getByText("Pensez à télécharger")).toHaveCount(0);
    }
    await app.choose("Partage");
    await expect(said(page)).toHaveText(DUE);
    await app.hasSaved();
    await app.open("#/questionnaire/2.3");
    await expect(line(page)).toHaveText(DUE);
    const [end, next] = [await line(page).boundingBox(), await questionnaire.next.boundingBox()];
    expect(end.y, "under what the screen is for").toBeGreaterThanOrEqual(next.y + next.height);
    await app.open("#/questionnaire/2.2");
    await expect(app.heading).toHaveText(/^2\.2/);
    await expect(line(page)).toHaveCount(0);
    // From the line itself: it says what became of the file, and goes with the screen.
    await app.open("#/questionnaire/2.3");
    const { text } = await files.saved(page.locator(".survey__reminder").getByRole("button", { name: "Télécharger une sauvegarde" }));
    expect(Object.keys(JSON.parse(text).answers)).toHaveLength(19);
    await expect(line(page)).toHaveText(/^Sauvegarde «\snumea-.*\.json\s» téléchargée/);
    await app.choose("Partage");
    await expect(said(page)).toHaveText(/^Dernière sauvegarde téléchargée depuis cet appareil\s: le [^.]*\.$/);
    await app.open("#/questionnaire/2.3");
    await expect(app.heading).toHaveText(/^2\.3/);
    await expect(line(page)).toHaveCount(0);
  });

  test("comes seven days after the first edit, not in the first hour", async ({ page, app, questionnaire }) => {
    await page.clock.setFixedTime(new Date("2026-11-23T10:00:00+01:00"));
    await app.open("#/questionnaire/2.3");
    await questionnaire.item("2.3.1").statement(1).check();
    await app.hasSaved();
    for (const [time, is] of [["2026-11-23T10:59:00", false], ["2026-11-29T23:00:00", false], ["2026-11-30T08:00:00", true]]) {
      await page.clock.setFixedTime(new Date(`${time}+01:00`));
      await app.reload();
      await expect(questionnaire.item("2.3.1").statement(1)).toBeChecked();
      await expect(line(page), time).toHaveCount(is ? 1 : 0);
    }
    await expect(line(page)).toHaveText(DUE);
  });
});

test("the browser is asked to keep the data after the first saved edit of a visit, once, and its answer is told", async ({ page, context, app, questionnaire }) => {
  await context.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return true; };
    StorageManager.prototype.persisted = async () => window.asked > 0;
  });
  const asked = () => page.evaluate(() => window.asked);
  await app.open("#/");
  await expect(page.getByRole("region", { name: "Où sont vos réponses" })).toContainText("Si la place manque, ce navigateur peut les effacer");
  expect(await asked()).toBe(0);
  await app.choose("Questionnaire");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  await questionnaire.item("1.1.3").statement(1).check();
  await app.hasSaved();
  await expect.poll(asked).toBe(1);
  await app.open("#/diagnostic");
  await expect(fact(page, "Durée de vos données")).toContainText("Ce navigateur les garde, même si la place manque");
});

test.describe("« Effacer de cet appareil »", () => {
  const ask = (page) => page.getByRole("button", { name: "Effacer de cet appareil…" });
  const sure = (page) => page.getByRole("button", { name: "Oui, tout effacer de cet appareil" });

  /** A dossier, a copy of another, settings, a text set aside, and what belongs to others. */
  async function fill({ page, app, questionnaire, stores, files }) {
    await stores.leaveApp();
    await stores.putLocal("à eux", "dossier");
    await stores.putLocal("[true,true]");
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await app.theme.click();
    await app.choose("Partage");
    await files.choose(WHOLE);
    await files.makeOwn();
    await app.hasSaved();
    await app.choose("Partage");
    await expect(files.copies).toBeVisible();
    expect((await page.evaluate(KEYS)).length).toBeGreaterThan(3);
  }

  test("all of ours goes, nothing of others, and the app is blank, now and after a reload", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    const card = page.getByRole("region", { name: "Effacer de cet appareil" });
    await expect(card).toContainText("ordinateur partagé");
    const { text } = await files.saved(card.getByRole("button", { name: "Télécharger d’abord une sauvegarde" }));
    expect(JSON.parse(text).identity).toEqual(WHOLE.identity);
    await expect(ask(page)).toBeFocused();
    await ask(page).click();
    const keep = page.getByRole("button", { name: "Non, tout garder" });
    await expect(keep).toBeFocused();
    const [first, second] = [await ask(page).boundingBox(), await sure(page).boundingBox()];
    expect(second.y, "the second button is elsewhere").toBeGreaterThan(first.y + first.height);
    const before = await files.everythingKept(stores);
    await keep.click();
    await expect(sure(page)).toHaveCount(0);
    expect(await files.everythingKept(stores)).toBe(before);

    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé de cet appareil.");
    await expect(page.getByRole("link", { name: "Commencer le questionnaire" })).toBeVisible();
    await expect(app.undo).toHaveAttribute("aria-disabled", "true");
    for (const screen of ["Aide", "Partage", "Positionnement"]) await app.choose(screen);
    await app.open("#/positionnement/items");
    await app.showsFigures([0, 0, 0]);
    expect(await page.evaluate(KEYS)).toEqual([]);
    expect(await stores.everyInDatabase()).toEqual([]);
    expect(await stores.everyLocal()).toEqual(["à eux"]);
    await app.reload();
    await expect(app.messages).toHaveText("");
    await app.showsFigures([0, 0, 0]);
    await expect(app.header).toContainText("Donner un nom");
  });

  test("what a killed browser brings back of it is ignored, and deleted at the next start, names, copies and settings too", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    const before = await stores.snapshotLocal();
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé");
    await stores.leaveApp();
    await stores.bringBackLocal(before);
    await app.open("#/partage");
    await expect(app.header).toContainText("Donner un nom");
    await expect(app.messages).toHaveText("");
    await expect(files.copies).toHaveCount(0);
    expect(await stores.everyInDatabase()).toEqual([]);
    const left = (await stores.everyLocal()).join();
    for (const word of ["1.1.2", "Rivières", "[true,true]"]) expect(left).not.toContain(word);
    expect((await page.evaluate(KEYS)).filter((key) => key !== "numea:v1:screen")).toEqual([]);
    await app.choose("Questionnaire");
    await app.showsFigures([0, 0, 0]);
    // A new dossier outlives the old one, which comes back once more.
    await questionnaire.item("1.1.3").statement(1).check();
    await app.hasSaved();
    await stores.leaveApp();
    await stores.bringBackLocal(before);
    await app.open("#/questionnaire/1.1");
    await app.showsFigures([1, 0, 0]);
    await expect(questionnaire.item("1.1.3").statement(1)).toBeChecked();
    await expect(app.messages).toHaveText("");
    expect(await stores.copies()).toEqual([]);
    expect((await stores.everywhere()).join()).not.toContain("Rivières");
  });

  test("where there is no database, the person is told to wait until the disk knows", async ({ context, page, app, questionnaire }) => {
    await context.addInitScript(() => { Object.defineProperty(window, "indexedDB", { value: undefined }); });
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.choose("Partage");
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("met jusqu’à une minute à l’écrire sur le disque");
    expect(await page.evaluate(KEYS)).toEqual([]);
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await app.choose("Positionnement");
    await app.showsFigures([1, 0, 0]);
  });

  test("undone, it stays undone: what a killed browser brings back is then part of the dossier’s past", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    const before = await stores.snapshotLocal();
    await ask(page).click();
    await sure(page).click();
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await app.hasSaved();
    await app.choose("Questionnaire");
    await questionnaire.item("1.1.3").statement(3).check();
    await app.hasSaved();
    await stores.leaveApp();
    await stores.bringBackLocal(before);
    await app.open("#/positionnement");
    await app.showsFigures([2, 1, 1], 20);
    await app.choose("Partage");
    await expect(files.copies.getByRole("listitem")).toHaveCount(2);
  });

  test("what came back of it is in no file that one downloads after a crash", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    const before = await stores.snapshotLocal();
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé");
    await stores.bringBackLocal(before);
    await page.evaluate(() => {
      const error = new WebAssembly.RuntimeError("unreachable");
      window.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
    });
    const { text } = await files.saved(page.getByRole("button", { name: "Télécharger mes données" }));
    expect(JSON.parse(text)).toMatchObject({ complete: true, local: {}, database: {} });
    for (const word of ["1.1.2", "Rivières", "true,true"]) expect(text).not.toContain(word);
  });

  test("knows that a file was just saved, and what is newer than that file", async ({ page, app, questionnaire, files }) => {
    const card = page.getByRole("region", { name: "Effacer de cet appareil" });
    const propose = card.getByRole("button", { name: "Télécharger d’abord une sauvegarde" });
    await app.open("#/partage");
    await expect(ask(page)).toBeVisible();
    await expect(propose, "of nothing").toHaveCount(0);
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.3").statement(3).check();
    await questionnaire.item("1.1.2").notesTitle.click();
    await questionnaire.item("1.1.2").note.pressSequentially("À voir");
    await app.choose("Partage");
    await expect(card).toContainText("Aucune sauvegarde n’a encore été téléchargée depuis cet appareil.");
    await expect(propose).toBeVisible();
    // Saved from the other card, it is known here.
    await files.saved();
    await expect(card).toContainText(/Sauvegarde téléchargée à\s\d{1,2}\sh\s\d\d\s: vous pouvez effacer\./);
    await expect(propose).toHaveCount(0);
    await app.hasSaved();
    await app.reload();
    await expect(propose).toHaveCount(0);
    // Undoing is newer than the file too.
    await app.undo.click();
    await expect(card).toContainText(/1\smodification est plus récente que la sauvegarde téléchargée à/);
    await expect(propose).toBeVisible();
    await files.saved(propose);
    await expect(ask(page)).toBeFocused();
    await expect(card).toContainText("vous pouvez effacer");
  });

  test("until the page is left it can be undone, copies and settings included", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    const [keys, inDatabase] = [await page.evaluate(KEYS), await stores.everyInDatabase()];
    await ask(page).click();
    await sure(page).click();
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await expect(app.messages).toHaveText("");
    await app.hasSaved();
    // The dossier is written anew, into one slot.
    const beside = (keys) => keys.filter((key) => !key.endsWith("dossier-b"));
    expect(beside(await page.evaluate(KEYS))).toEqual(beside(keys));
    expect(await stores.everyInDatabase()).toHaveLength(inDatabase.length - 1);
    await stores.agree();
    await app.reload();
    await app.choose("Partage");
    await expect(files.copies.getByRole("listitem")).toHaveCount(2);
    await expect(files.copies.getByRole("listitem").filter({ hasText: "Enregistrement mis à part" })).toHaveCount(1);
    await app.choose("Positionnement");
    await app.showsFigures([2, 1, 0], 20);
  });

  test("erasing twice loses nothing that could be put back", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    for (let times = 0; times < 2; times += 1) {
      await app.choose("Partage");
      await ask(page).click();
      await sure(page).click();
      await expect(app.messages).toContainText("Tout a été effacé");
    }
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await app.hasSaved();
    await app.choose("Positionnement");
    await app.showsFigures([2, 1, 0], 20);
    await app.choose("Partage");
    await expect(files.copies.getByRole("listitem")).toHaveCount(2);
  });

  test("what could not be read, and was not set aside yet, is put back too", async ({ page, app, stores }) => {
    const newer = record(3, '{"format":"numea-dossier","version":99}');
    await stores.leaveApp();
    await stores.putLocalSlots(newer);
    await stores.putDatabaseSlots(newer);
    await app.open("#/partage");
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé");
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await expect.poll(() => stores.everywhere()).toContain(newer);
  });

  test("a database that has not answered yet is said not to be erased, and is once it answers", async ({ context, app, page, questionnaire, stores }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await stores.leaveApp();
    const late = await context.newPage();
    await late.addInitScript(answerLate);
    await late.goto("#/partage");
    await ask(late).click();
    await sure(late).click();
    await expect(late.getByRole("region", { name: "Messages" })).toContainText("a refusé d’effacer une partie");
    await late.evaluate(() => window.answer());
    await expect.poll(() => stores.everyInDatabase()).toEqual([]);
    await late.waitForTimeout(500);
    expect((await stores.everywhere()).filter((text) => text.includes("1.1.2"))).toEqual([]);
  });

  test("a change that is still on its way to the disk is not written after the erasing", async ({ page, app, questionnaire, stores }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await app.choose("Partage");
    await ask(page).click();
    await page.evaluate(() => {
      const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
      const held = new Promise((done) => { window.release = done; });
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        configurable: true,
        set(handler) { set.call(this, (event) => (this.isOfErasing ? handler.call(this, event) : held.then(() => handler.call(this, event)))); },
      });
      const { clear } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.clear = function mark() {
        this.transaction.isOfErasing = true;
        return clear.call(this);
      };
    });
    await app.undo.click();
    await expect(app.saveState).toHaveAttribute("data-save-state", "saving");
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé");
    await page.evaluate(() => window.release());
    await page.waitForTimeout(300);
    expect(await page.evaluate(KEYS)).toEqual([]);
    expect(await stores.everyInDatabase()).toEqual([]);
  });

  test("undoing it after new work loses none: undoing once more brings that back", async ({ page, app, questionnaire, stores, files }) => {
    await fill({ page, app, questionnaire, stores, files });
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("Tout a été effacé");
    await app.choose("Questionnaire");
    await questionnaire.item("1.1.3").statement(3).check();
    await app.messages.getByRole("button", { name: "Annuler l’effacement" }).click();
    await app.choose("Positionnement");
    await app.showsFigures([2, 1, 0], 20);
    await app.undo.click();
    await app.showsFigures([0, 0, 1]);
  });

  test("what the browser refuses to erase is said", async ({ page, app, questionnaire }) => {
    await app.open("#/questionnaire/1.1");
    await questionnaire.item("1.1.2").statement(1).check();
    await app.hasSaved();
    await app.choose("Partage");
    await page.evaluate(() => { IDBObjectStore.prototype.clear = () => { throw new DOMException("refused", "UnknownError"); }; });
    await ask(page).click();
    await sure(page).click();
    await expect(app.messages).toContainText("a refusé d’effacer une partie");
  });
});

test("« Diagnostic » tells facts in words, without an answer or a name, and its text can be copied", async ({ page, context, app, files }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("#/partage");
  await files.choose(WHOLE);
  await files.makeOwn();
  await app.hasSaved();
  await app.choose("Aide");
  await page.getByRole("link", { name: "Diagnostic de cet appareil" }).click();
  await expect(app.heading).toHaveText("Diagnostic");
  for (const [name, words] of [
    ["Type d’adresse", "sur cet appareil même"],
    ["Affichage", "Dans son propre onglet"],
    ["Enregistrer deux fois", "Oui."],
    ["Copier d’un clic", "Oui."],
    ["Espace utilisé", /^\d+\s[kMG]o sur \d+\sGo\.$/],
    ["Dernier enregistrement", /^Enregistré à/],
    ["Dernière sauvegarde", "Aucune sauvegarde"],
    ["Modifications sans sauvegarde", /^1$/],
    ["Révision", /^1$/],
    ["Copies gardées", /^0$/],
    ["Fichiers de l’outil", "Type correct (application/wasm)"],
    ["Navigateur", "Mozilla/5.0"],
  ]) await expect(fact(page, name), name).toContainText(words);
  await page.getByRole("button", { name: "Copier ce diagnostic" }).click();
  await expect(page.getByText("Copié.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByLabel("Texte du diagnostic").inputValue());
  expect(copied.trim().split("\n").length).toBe(await page.locator("[data-facts] dt").count());
  for (const name of ["Rivières", "CFPPA", "TIM", "charte", "1.1."]) expect(copied).not.toContain(name);
});
