// Two to four tabs of each of two dossiers of one browser, at the same time, each tab doing what it likes, and standing still in the middle of it: whatever one of them
// acknowledged is in the dossier or in a copy that « Partage » lists; in the dossier where it had the lock; and what one
// of them erased is nowhere. `node tests/e2e/torture/tabs.mjs <schedules> [<seed>]`; NUMEA_URL and NUMEA_CHROMIUM say
// where and with what.
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { FIELDS, STATEMENTS } from "../pages/official.mjs";
import { french, launchOptions } from "../support/browser.mjs";
import { Numbers } from "../support/numbers.mjs";

/** What is done in a schedule. */
const STEPS = 24;
/** How long a page may take to open, and an edit to be acknowledged. */
const PATIENCE = 30_000;
/** How long a browser may take to close. */
const CLOSING = 10_000;
/** How long a thread stands still, in milliseconds: longer than a tab that asks for the pen waits for its answer. */
const STILL = { least: 1_800, most: 3_600 };
/** Where a thread stands still: before it writes to a store, or once the database has given it what it holds. */
const STOPS = ["localStorage", "transaction", "answer"];
/** How often at most in one schedule. */
const STILLS = 2;
const BOX = (id) => {
  const [item, stage] = id.split("/");
  return `main input[type=checkbox][data-item="${item}"][data-stage="${stage}"]:not([data-condition])`;
};
/** The screen where one statement after another can be ticked. */
const SCREEN = (id) => `#/questionnaire/${id.split(".").slice(0, 2).join(".")}`;

/** The two dossiers: the first one of whoever had one only, and another. What the list says of each. */
const WORLDS = [
  { id: "00000000", prefix: "numea:v1:", database: "numea" },
  { id: "1f2e3d4c", prefix: "numea:v1@1f2e3d4c:", database: "numea:1f2e3d4c" },
];
const LIST = WORLDS.map(({ id }) => [`numea:centres:${id}`, `{"changed":1,"format":"numea-centre","id":"${id}","name":"Dossier ${id}","version":1}`]);

/** Runs so many schedules, two at a time in one browser, each on a dossier of its own; what was acknowledged, what was lost, and how many copies were made. */
export async function campaign({ url, schedules, seed = 1, say = () => {} }) {
  const sum = { schedules: 0, edits: 0, lost: 0, copies: 0, tabs: 0, stills: 0, erased: 0, back: 0 };
  for (let number = 0; number < schedules; number += WORLDS.length) {
    const numbers = new Numbers(seed + number);
    // One in three has no locks, as over plain http.
    const hasLocks = numbers.below(3) !== 0;
    const browser = await chromium.launch(launchOptions);
    try {
      const context = await browser.newContext({ ...french, serviceWorkers: "block" });
      if (!hasLocks) await context.addInitScript(removeLocks);
      await context.addInitScript(listBoth, LIST);
      const pair = WORLDS.slice(0, schedules - number).map((world, place) => new Schedule({ context, url, hasLocks, world }, new Numbers(seed + number + place)));
      for (const [place, result] of (await Promise.all(pair.map((schedule) => schedule.run()))).entries()) {
        const told = (id, what) => say(`schedule ${seed + number + place}: ${id} ${what}; ${pair[place].done.join(", ")}`);
        for (const id of result.lost) told(id, "was acknowledged and is lost");
        for (const id of result.back) told(id, "was erased and is back");
        for (const id of result.foreign) told(id, "was ticked in the other dossier only, and is here");
        sum.stills += result.stills;
        sum.erased += result.erased;
        sum.back += result.back.length;
        sum.schedules += 1;
        sum.edits += result.edits;
        sum.lost += result.lost.length + result.foreign.length;
        sum.copies += result.copies;
        sum.tabs += result.tabs;
      }
    } finally {
      // A browser may never be done with closing tabs that stood still: nothing is left to be read in it.
      await Promise.race([browser.close(), pause(CLOSING)]);
    }
    if (sum.schedules % 10 === 0) say(`${sum.schedules} schedules, ${sum.edits} edits acknowledged, ${sum.lost} lost`);
  }
  return sum;
}

class Schedule {
  constructor(place, numbers) {
    Object.assign(this, place, { numbers, touched: new Set(), tabs: [], acknowledged: new Set(), ofHolders: new Set(), erased: new Set(), done: [], opened: 0, stills: 0, erasures: 0 });
    this.clicked = new Set();
    this.free = STATEMENTS.map(({ id }) => id);
  }

  async run() {
    const most = 2 + this.numbers.below(3);
    await this.open();
    for (let step = 0; step < STEPS; step += 1) await this.step(most);
    const kept = await this.kept();
    const isLost = (id) => !(this.ofHolders.has(id) ? kept.shown : kept.ticked).has(id);
    return {
      edits: this.acknowledged.size,
      lost: [...this.acknowledged].filter(isLost),
      copies: kept.copies,
      tabs: this.opened,
      stills: this.stills,
      erased: this.erasures,
      back: [...this.erased].filter((id) => kept.ticked.has(id)),
      foreign: [...kept.ticked].filter((id) => !this.touched.has(id)),
    };
  }

  async step(most) {
    // A tab whose thread stands still does nothing, and hears nothing.
    const awake = this.tabs.filter((tab) => !tab.still);
    if (awake.length === 0 && this.tabs.length > 0) await this.tabs[0].still;
    const tab = awake[this.numbers.below(awake.length)];
    const kind = this.numbers.below(20);
    if (this.tabs.length < most && (kind < 3 || !tab)) await this.did("open", null, () => this.open());
    else if (!tab) await this.did("wait", null, () => Promise.all(this.tabs.map(({ still }) => still)));
    else if (kind === 3) await this.did("close", tab, () => this.leave(tab));
    else if (kind === 4) await this.did("reload", tab, () => ready(tab, () => tab.reload()));
    else if (kind === 5) await this.did("turn to", tab, () => tab.evaluate(turnTo));
    else if (kind < 9) await this.did("go on in", tab, () => tab.evaluate(goOn));
    else if (kind < 12 && this.stills < STILLS) await this.did("stand still in", tab, () => this.standStill(tab));
    else if (kind === 12 && this.numbers.below(2) === 0) await this.did("erase in", tab, () => this.erase(tab));
    else await this.did("edit in", tab, () => this.edit(tab));
  }

  async did(what, tab, act) {
    this.done.push(tab ? `${what} ${this.tabs.indexOf(tab)}` : what);
    await act();
  }

  async open() {
    const page = await this.context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(([key, id]) => sessionStorage.setItem(key, id), ["numea:centre", this.world.id]);
    await ready(page, () => page.goto(`${this.url}#/positionnement/items`));
    this.tabs.push(page);
    this.opened += 1;
  }

  async leave(tab) {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    await tab.close({ runBeforeUnload: this.numbers.below(2) === 0 });
    if (!tab.isClosed()) await tab.waitForEvent("close");
  }

  /** One to three statements of one screen that nobody ticked before. */
  take() {
    const first = this.free[this.numbers.below(this.free.length)];
    const ids = this.free.filter((id) => SCREEN(id) === SCREEN(first)).slice(0, 1 + this.numbers.below(3));
    this.free = this.free.filter((id) => !ids.includes(id));
    for (const set of [this.clicked, this.touched]) for (const id of ids) set.add(id);
    return { ids, selectors: ids.map(BOX), screen: SCREEN(first), patience: PATIENCE };
  }

  /** Takes note of what a tab acknowledged, unless all was erased since. */
  note(ids, ticked, erasures, hasLock) {
    if (erasures !== this.erasures) return;
    for (const [place, isAcknowledged] of ticked.entries()) {
      if (isAcknowledged) this.acknowledged.add(ids[place]);
      if (isAcknowledged && hasLock) this.ofHolders.add(ids[place]);
    }
  }

  /** Ticks boxes where this tab may; half of the time without waiting for its word. */
  async edit(tab) {
    const { ids, ...boxes } = this.take();
    const isPatient = this.numbers.below(2) === 0;
    const ticked = await tab.evaluate(tick, { ...boxes, isPatient });
    // A tab that stood still may have lost the lock without having heard of it.
    this.note(ids, ticked, this.erasures, this.hasLocks && !tab.hasStood);
  }

  /** Ticks boxes in a tab whose thread then stands still for a while, and goes on with what it was about to do. */
  async standStill(tab) {
    const { ids, ...boxes } = this.take();
    const stop = STOPS[this.numbers.below(STOPS.length)];
    const time = STILL.least + this.numbers.below(STILL.most - STILL.least);
    const { erasures } = this;
    this.stills += 1;
    tab.hasStood = true;
    await tab.evaluate(stopBefore, { stop, time });
    tab.still = tab.evaluate(tick, { ...boxes, isPatient: true }).then((ticked) => {
      this.note(ids, ticked, erasures, false);
      tab.still = null;
    });
  }

  /** Has everything erased, where this tab may. */
  async erase(tab) {
    if (!await tab.evaluate(eraseAll, PATIENCE)) return;
    this.erasures += 1;
    for (const id of this.clicked) this.erased.add(id);
    for (const ids of [this.clicked, this.acknowledged, this.ofHolders]) ids.clear();
  }

  /** What the dossier and the copies hold, once every tab but a new one is gone. */
  async kept() {
    await Promise.all(this.tabs.map(({ still }) => still));
    for (const tab of [...this.tabs]) await this.leave(tab);
    await this.open();
    const [page] = this.tabs;
    const shown = new Set();
    for (const field of FIELDS) {
      await page.goto(`${this.url}#/questionnaire/${field.id}`);
      await page.locator(BOX(`${field.items.at(-1).id}/3`)).waitFor({ state: "attached" });
      const boxes = page.locator("main input[type=checkbox][data-item][data-stage]:not([data-condition])");
      const ticked = await boxes.evaluateAll((all) => all.filter((box) => box.checked).map((box) => `${box.dataset.item}/${box.dataset.stage}`));
      for (const id of ticked) shown.add(id);
    }
    const ticked = new Set(shown);
    await page.goto(`${this.url}#/partage`);
    await page.getByRole("heading", { level: 1, name: "Partage" }).waitFor();
    const copies = await page.evaluate(copiesKept, this.world);
    for (const copy of copies) for (const id of copy) ticked.add(id);
    // What is kept and cannot be found by a person is lost.
    const rows = page.locator(".copies__row");
    if (copies.length > 0) await rows.nth(copies.length - 1).waitFor();
    if (await rows.count() !== copies.length) throw new Error(`${copies.length} copies, ${await rows.count()} listed`);
    return { shown, ticked, copies: copies.length };
  }
}

async function ready(page, load) {
  await load();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

// These run in the page.

/** There are two dossiers. */
function listBoth(entries) {
  for (const [key, text] of entries) localStorage.getItem(key) ?? localStorage.setItem(key, text);
}

function removeLocks() {
  Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
}

/** The person turns to this tab. Tabs of a headless browser are all in front: the page is told. */
function turnTo() {
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** Presses « Continuer ici », where there is such a button, and does not wait for what comes of it. */
function goOn() {
  const buttons = [...document.querySelectorAll(".notices button")];
  buttons.find((button) => button.textContent === "Continuer ici")?.click();
}

/** Ticks boxes that can be; which of them the page acknowledged: said « saved » while they were ticked. */
async function tick({ selectors, screen, isPatient, patience }) {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const badge = () => document.querySelector("[data-save-state]").dataset;
  const end = performance.now() + patience;
  location.hash = screen;
  while (!document.querySelector(selectors[0]) && performance.now() < end) await frame();
  const mine = [];
  for (const selector of selectors) {
    const box = document.querySelector(selector);
    if (box && !box.disabled && !box.checked && badge().pen === "here") {
      box.click();
      mine.push(selector);
    }
  }
  const ticked = () => selectors.map((selector) => mine.includes(selector) && document.querySelector(selector)?.checked === true);
  await frame();
  await frame();
  while (isPatient && mine.length > 0 && badge().saveState !== "saved" && performance.now() < end) await frame();
  const isSaved = badge().saveState === "saved" && badge().pen === "here";
  return ticked().map((is) => is && isSaved);
}

/** The thread stands still once, where it next comes to this. */
function stopBefore({ stop, time }) {
  const wait = () => { for (const end = performance.now() + time; performance.now() < end;); };
  if (stop === "localStorage") {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function still(...values) {
      Storage.prototype.setItem = setItem;
      wait();
      return setItem.apply(this, values);
    };
    return;
  }
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function still(...values) {
    if (values[1] !== "readwrite") return transaction.apply(this, values);
    IDBDatabase.prototype.transaction = transaction;
    if (stop === "transaction") wait();
    const made = transaction.apply(this, values);
    // The database gives what it holds; the thread hears of it late.
    if (stop === "answer") setTimeout(wait);
    return made;
  };
}

/** Erases everything, as a person does, where this tab has the pen; whether it did. */
async function eraseAll(patience) {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const end = performance.now() + patience;
  const found = async (start) => {
    for (;;) {
      const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.startsWith(start));
      if (button || performance.now() > end) return button;
      await frame();
    }
  };
  if (document.querySelector("[data-save-state]").dataset.pen !== "here") return false;
  location.hash = "#/partage";
  (await found("Effacer de cet appareil")).click();
  (await found("Oui, tout effacer")).click();
  const isSaid = (words) => document.querySelector(".notices").textContent.includes(words);
  const isRefused = () => document.querySelector("[data-save-state]").dataset.pen !== "here";
  while (!isSaid("Tout a été effacé") && !isRefused() && performance.now() < end) await frame();
  return isSaid("Tout a été effacé");
}

/** The statements ticked in each copy, whichever store has it. */
async function copiesKept({ prefix, database: name }) {
  const local = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}copy:`)).map((key) => localStorage.getItem(key));
  const settled = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const database = await settled(indexedDB.open(name));
  const inDatabase = await settled(database.transaction("v1").objectStore("v1").getAll(IDBKeyRange.bound("copy:", "copy;")));
  database.close();
  return [...local, ...inDatabase].map((text) => Object.entries(JSON.parse(JSON.parse(text).body).answers ?? {}).flatMap(
    ([item, { ticked }]) => Object.keys(ticked ?? {}).map((stage) => `${item}/${stage}`)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [schedules, seed] = process.argv.slice(2).map(Number);
  const sum = await campaign({ url: process.env.NUMEA_URL, schedules, seed, say: console.log });
  console.log(`figure|random schedules of 2 to 4 tabs in a browser, two dossiers at a time, ${sum.edits} acknowledged edits, threads that stood still ${sum.stills} times|${sum.schedules}|${sum.lost} edits lost; ${sum.copies} copies made`);
  console.log(`figure|erasures in one of these tabs|${sum.erased}|${sum.back} answers back`);
  // Not by the exit code alone: a browser that does not close would keep this process.
  process.exit(sum.lost === 0 && sum.back === 0 && sum.schedules === schedules ? 0 : 1);
}
