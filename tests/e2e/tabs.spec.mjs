// One pen: of several tabs of one dossier one writes, the others read, follow and may take the pen.
import { App } from "./pages/app.mjs";
import { Files, WHOLE } from "./pages/files.mjs";
import { Questionnaire } from "./pages/questionnaire.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";

const FIELD = "#/questionnaire/1.1";

/** Another tab of the same browser. */
async function open(context) {
  const page = await context.newPage();
  const tab = { page, app: new App(page), questionnaire: new Questionnaire(page) };
  await tab.app.open(FIELD);
  return tab;
}

const box = (tab, item, stage = 1) => tab.questionnaire.item(item).statement(stage);
const goOn = (tab) => tab.app.messages.getByRole("button", { name: "Continuer ici" });

async function writes(tab) {
  await expect(tab.app.saveState).toHaveAttribute("data-pen", "here");
  await expect(goOn(tab)).toHaveCount(0);
}

async function reads(tab) {
  await expect(tab.app.saveState).toHaveAttribute("data-pen", "elsewhere");
  await expect(tab.app.saveState).toHaveAttribute("data-save-state", "saved");
  await expect(tab.app.messages).toContainText("Ce dossier est ouvert dans un autre onglet");
  await expect(box(tab, "1.1.5")).toBeDisabled();
}

for (const [name, prepare] of [["with locks", () => {}], ["without locks, as over plain http", removeLocks]]) {
  test.describe(name, () => {
    test.beforeEach(({ context }) => context.addInitScript(prepare));

    test("the second tab reads and follows the first", async ({ context }) => {
      const first = await open(context);
      await box(first, "1.1.1").check();
      const second = await open(context);
      await reads(second);
      await writes(first);
      await expect(box(second, "1.1.1")).toBeChecked();
      await box(first, "1.1.2").check();
      await expect(box(second, "1.1.2")).toBeChecked();
      await second.page.keyboard.press("Control+z");
      await expect(box(second, "1.1.2")).toBeChecked();
      await first.app.undo.click();
      await expect(box(second, "1.1.2")).not.toBeChecked();
    });

    test("« Continuer ici » moves the pen, there and back, and loses nothing", async ({ context }) => {
      const first = await open(context);
      const second = await open(context);
      await reads(second);
      await box(first, "1.1.1").check();
      await goOn(second).click();
      await writes(second);
      await reads(first);
      await expect(box(second, "1.1.1")).toBeChecked();
      await box(second, "1.1.2").check();
      await second.app.hasSaved();
      await expect(box(first, "1.1.2")).toBeChecked();
      await goOn(first).click();
      await writes(first);
      await reads(second);
      await box(first, "1.1.3").check();
      await first.app.hasSaved();
      await first.app.reload();
      await expect(first.app.messages).not.toContainText("Une autre version");
      for (const item of ["1.1.1", "1.1.2", "1.1.3"]) await expect(box(first, item)).toBeChecked();
    });

    test("when the tab that writes is closed, one that reads takes the pen by itself", async ({ context }) => {
      const first = await open(context);
      const tabs = [await open(context), await open(context)];
      for (const tab of tabs) await reads(tab);
      await box(first, "1.1.1").check();
      await first.app.hasSaved();
      await first.page.close({ runBeforeUnload: true });
      const pens = () => Promise.all(tabs.map((tab) => tab.app.saveState.getAttribute("data-pen")));
      // Without locks the browser may drop the last word of the tab; the one in front asks after a while.
      await expect.poll(async () => (await pens()).sort(), { timeout: 20_000 }).toEqual(["elsewhere", "here"]);
      const writer = tabs[(await pens()).indexOf("here")];
      await expect(box(writer, "1.1.1")).toBeChecked();
      await box(writer, "1.1.2").check();
      await writer.app.hasSaved();
    });
  });
}

test("a tab that reads can still search, sort, open a file or a link, and copy what it shows", async ({ context, page: empty, stores }) => {
  // Objectives are sorted where there are some.
  await stores.leaveApp();
  await stores.putDatabase(record(3, JSON.stringify(WHOLE)));
  await empty.close();
  const first = await open(context);
  await box(first, "1.1.5").check();
  await first.app.hasSaved();
  const second = await open(context);
  await reads(second);
  const { page, app } = second;
  await app.choose("Aide");
  await page.getByLabel("Chercher un sigle ou un mot").fill("RGAA");
  await app.choose("Objectifs");
  await page.getByLabel("Présenter par").selectOption({ index: 1 });
  await app.choose("Partage");
  await expect(page.locator("[data-share-link]")).toBeEnabled();
  await new Files(page).choose(WHOLE);
  await expect(app.heading).toHaveText("Sauvegarde ouverte");
  await app.choose("Partage");
  await page.getByLabel("Lien ou code reçu").fill("AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(app.heading).toHaveText("Positionnement reçu");
});

test("what one tab erases the others show no longer, nor write again", async ({ context, stores, page }) => {
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const second = await open(context);
  await reads(second);
  await expect(box(second, "1.1.1")).toBeChecked();
  await first.app.choose("Partage");
  await first.page.getByRole("button", { name: "Effacer de cet appareil…" }).click();
  await first.page.getByRole("button", { name: "Oui, tout effacer de cet appareil" }).click();
  await expect(first.app.messages).toContainText("Tout a été effacé de cet appareil");
  await expect(second.app.messages).toContainText("Tout a été effacé de cet appareil, depuis un autre onglet");
  await expect(second.app.saveState).toHaveText("Ouvert dans un autre onglet");
  await goOn(second).click();
  await writes(second);
  await second.app.choose("Questionnaire");
  await expect(box(second, "1.1.1")).not.toBeChecked();
  await page.goto("");
  await expect.poll(() => stores.everywhere()).toEqual([]);
  await box(second, "1.1.2").check();
  await second.app.hasSaved();
  // What was erased can still be had back in the tab that erased it, as long as that stays and once it has the pen.
  const back = first.app.messages.getByRole("button", { name: "Annuler l’effacement" });
  await back.click();
  await expect(first.page.locator("#elsewhere")).toBeFocused();
  expect(JSON.parse(await stores.database()).body).toContain("1.1.2");
  expect(JSON.parse(await stores.database()).body).not.toContain("1.1.1");
  await goOn(first).click();
  await writes(first);
  await back.click();
  await first.app.choose("Questionnaire");
  await expect(box(first, "1.1.1")).toBeChecked();
  await expect(box(second, "1.1.1")).toBeChecked();
});

for (const [step, prepare] of [["its text is in localStorage", stillBeforeDatabase], ["the keystroke", stillBeforeLocal]]) {
  test(`a tab whose thread stood still after ${step} takes nothing from the tab that went on: its text is a copy, and both tabs say so`, async ({ context, page, stores }) => {
    const [first, second] = await standStill(context, prepare);
    for (const item of ["1.1.2", "1.1.3", "1.1.4"]) await box(second, item).check();
    await second.app.hasSaved();
    await wakes(first);
    await expect(first.app.messages).toContainText("Le dossier a continué dans un autre onglet");
    await expect(second.app.messages).toContainText("gardée comme copie du");
    await reads(first);
    for (const tab of [first, second]) {
      for (const item of ["1.1.2", "1.1.3", "1.1.4"]) await expect(box(tab, item)).toBeChecked();
    }
    await page.goto("");
    expect(await stores.copies()).toHaveLength(1);
    const copy = (await stores.everyInDatabase()).filter((text) => text.includes("1.1.5"));
    expect(copy.length, "the text of the first tab").toBeGreaterThan(0);
    await second.app.reload();
    for (const item of ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]) await expect(box(second, item)).toBeChecked();
  });

  test(`a tab whose thread stood still after ${step} brings nothing back of what another tab erased meanwhile`, async ({ context, page, stores }) => {
    const [first, second] = await standStill(context, prepare);
    await second.app.choose("Partage");
    await second.page.getByRole("button", { name: "Effacer de cet appareil…" }).click();
    await second.page.getByRole("button", { name: "Oui, tout effacer de cet appareil" }).click();
    await expect(second.app.messages).toContainText("Tout a été effacé de cet appareil");
    await wakes(first);
    await expect(first.app.messages).toContainText("Tout a été effacé de cet appareil, depuis un autre onglet");
    await first.app.choose("Questionnaire");
    for (const item of ["1.1.1", "1.1.5"]) await expect(box(first, item)).not.toBeChecked();
    await page.goto("");
    const kept = async () => (await stores.everywhere()).filter((text) => text.includes("1.1."));
    await expect.poll(kept).toEqual([]);
  });
}

for (const [name, prepare] of [["with locks", () => {}], ["without locks", removeLocks]]) {
  test(`${name}, a tab that asked for the pen and closed at once leaves no tab without it`, async ({ context }) => {
    await context.addInitScript(prepare);
    const first = await open(context);
    const second = await open(context);
    await reads(second);
    // The word is said, and the tab is gone before it is answered.
    await second.page.evaluate(() => {
      const said = new BroadcastChannel("numea:v1");
      said.postMessage("ask 99999999999999999 0");
    });
    await second.page.close();
    await writes(first);
    await box(first, "1.1.1").check();
    await first.app.hasSaved();
  });
}

test("without locks, a tab that reads finds out that the one that wrote went without a word", async ({ context }) => {
  await context.addInitScript(removeLocks);
  // As over plain http, where a browser may drop what a closing page says.
  await context.addInitScript(() => {
    addEventListener("pagehide", (event) => event.stopImmediatePropagation(), true);
  });
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const second = await open(context);
  await reads(second);
  await turnTo(second);
  await second.page.waitForTimeout(2_000);
  await reads(second);
  await first.page.close();
  await turnTo(second);
  await writes(second);
  await expect(box(second, "1.1.1")).toBeChecked();
});

test("a tab that takes the pen from one that could not write all writes it, and says « saved » only then", async ({ context, page, stores }) => {
  const first = await open(context);
  const second = await open(context);
  await reads(second);
  await first.page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function abort(...values) {
      const request = put.apply(this, values);
      this.transaction.abort();
      return request;
    };
  });
  await box(first, "1.1.1").check();
  await expect(first.app.saveState).toHaveText("Enregistré, copie fragile");
  await first.page.close();
  await writes(second);
  await second.app.hasSaved();
  await page.goto("");
  expect(JSON.parse(await stores.database()).body).toContain("1.1.1");
});

test("a version that this tab never saw is kept as a dated copy, and a sentence says so", async ({ context, stores, page }) => {
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const other = record(50, '{"format":"numea-dossier","version":1,"answers":{"1.1.4":{"note":"ailleurs"}}}');
  await page.goto("");
  await stores.putDatabase(other);
  await stores.putLocal(other);
  await box(first, "1.1.2").check();
  await first.app.hasSaved();
  await expect(first.app.messages).toContainText("Une autre version de ce dossier a été trouvée");
  await expect(first.app.messages).toContainText("gardée comme copie du");
  expect(await stores.everywhere()).toContain(other);
  expect(await stores.copies()).toHaveLength(1);
  await stores.agree();
  await first.app.reload();
  for (const item of ["1.1.1", "1.1.2"]) await expect(box(first, item)).toBeChecked();
});

test("where the person has the data of the site deleted, a tab that reads stays one, and what is ticked stays ticked", async ({ context }) => {
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const second = await open(context);
  await reads(second);
  const browser = await context.newCDPSession(first.page);
  await browser.send("Storage.clearDataForOrigin", { origin: new URL(first.page.url()).origin, storageTypes: "local_storage,indexeddb" });
  await expect(first.app.saveState).toHaveText("Non enregistré");
  await reads(second);
  await box(first, "1.1.2").check();
  await first.app.hasSaved();
  await expect(box(second, "1.1.2")).toBeChecked();
  for (const tab of [first, second]) await expect(tab.app.messages).not.toContainText("Une autre version");
});

test("with neither locks nor messages, and a database that refuses, two tabs come to rest", async ({ context, stores, page }) => {
  await context.addInitScript(removeLocks);
  await context.addInitScript(() => {
    delete window.BroadcastChannel;
    IDBObjectStore.prototype.put = () => { throw new DOMException("no", "QuotaExceededError"); };
  });
  const [first, second] = [await open(context), await open(context)];
  await box(first, "1.1.1").check();
  await expect(box(second, "1.1.1")).toBeChecked();
  await page.goto("");
  const revision = async () => JSON.parse(await stores.local()).revision;
  await page.waitForTimeout(1_000);
  const before = await revision();
  await page.waitForTimeout(1_000);
  expect(await revision()).toBe(before);
});

test("with neither locks nor messages, tabs follow each other and nothing is lost", async ({ context }) => {
  await context.addInitScript(removeLocks);
  await context.addInitScript(() => { delete window.BroadcastChannel; });
  const [first, second] = [await open(context), await open(context)];
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  await expect(box(second, "1.1.1")).toBeChecked();
  await box(second, "1.1.2").check();
  await second.app.hasSaved();
  await expect(box(first, "1.1.2")).toBeChecked();
});

test("where nothing can be kept, no tab waits for another", async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  for (const tab of [await open(context), await open(context)]) {
    await writes(tab);
    await box(tab, "1.1.1").check();
  }
});

/** The person turns to this tab. Tabs of a headless browser are all in front: the page is told. */
function turnTo({ page }) {
  return page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

/** Two tabs: the first was edited, and its thread stands still within what follows until it is woken; the second has taken the pen. */
async function standStill(context, prepare) {
  const first = await open(context);
  await box(first, "1.1.1").check();
  await first.app.hasSaved();
  const second = await open(context);
  await reads(second);
  const released = new Promise((done) => { first.release = done; });
  await first.page.route(/\/stand-still$/, async (route) => {
    await released;
    await route.fulfill({ body: "" });
  });
  await first.page.evaluate(prepare);
  first.awake = first.page.evaluate(() => {
    document.querySelector('input[data-item="1.1.5"][data-stage="1"]:not([data-condition])').click();
  });
  await goOn(second).click();
  await writes(second);
  return [first, second];
}

/** Has the thread of this tab go on. */
async function wakes(tab) {
  tab.release();
  await tab.awake;
  await tab.page.evaluate(() => new Promise((done) => { requestAnimationFrame(done); }));
}

// These run in the page.

/** The thread stands still before the next transaction that writes: it waits for an answer that the test holds back. */
function stillBeforeDatabase() {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function still(...values) {
    if (values[1] === "readwrite") {
      IDBDatabase.prototype.transaction = transaction;
      const request = new XMLHttpRequest();
      request.open("GET", "stand-still", false);
      request.send();
    }
    return transaction.apply(this, values);
  };
}

/** The thread stands still before the next text of localStorage is written. */
function stillBeforeLocal() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function still(...values) {
    Storage.prototype.setItem = setItem;
    const request = new XMLHttpRequest();
    request.open("GET", "stand-still", false);
    request.send();
    return setItem.apply(this, values);
  };
}

function removeLocks() {
  Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
}
