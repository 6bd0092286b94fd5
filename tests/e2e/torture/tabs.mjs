// Two to four tabs of one dossier, each doing what it likes: whatever one of them acknowledged is in the dossier or in a
// copy that « Partage » lists. `node tests/e2e/torture/tabs.mjs <schedules> [<seed>]`; NUMEA_URL and NUMEA_CHROMIUM say
// where and with what.
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { STATEMENTS } from "../pages/official.mjs";
import { french, launchOptions } from "../support/browser.mjs";
import { Numbers } from "../support/numbers.mjs";

/** What is done in a schedule. */
const STEPS = 24;
/** How long a page may take to open, and an edit to be acknowledged. */
const PATIENCE = 30_000;
const BOX = (id) => {
  const [item, stage] = id.split("/");
  return `main input[type=checkbox][data-item="${item}"][data-stage="${stage}"]:not([data-condition])`;
};

/** Runs so many schedules; what was acknowledged, what was lost, and how many copies were made. */
export async function campaign({ url, schedules, seed = 1, say = () => {} }) {
  const sum = { schedules: 0, edits: 0, lost: 0, copies: 0, tabs: 0 };
  const browser = await chromium.launch(launchOptions);
  try {
    for (let number = 0; number < schedules; number += 1) {
      const schedule = new Schedule(browser, url, new Numbers(seed + number));
      try {
        const { edits, lost, copies, tabs } = await schedule.run();
        for (const id of lost) say(`schedule ${seed + number}: ${id} was acknowledged and is lost; ${schedule.done.join(", ")}`);
        sum.schedules += 1;
        sum.edits += edits;
        sum.lost += lost.length;
        sum.copies += copies;
        sum.tabs += tabs;
      } finally {
        await schedule.close();
      }
      if (sum.schedules % 10 === 0) say(`${sum.schedules} schedules, ${sum.edits} edits acknowledged, ${sum.lost} lost`);
    }
  } finally {
    await browser.close();
  }
  return sum;
}

class Schedule {
  constructor(browser, url, numbers) {
    Object.assign(this, { browser, url, numbers, tabs: [], acknowledged: new Set(), done: [], opened: 0 });
    this.free = STATEMENTS.map(({ id }) => id);
  }

  async run() {
    this.context = await this.browser.newContext({ ...french, serviceWorkers: "block" });
    // One in three has no locks, as over plain http.
    if (this.numbers.below(3) === 0) await this.context.addInitScript(removeLocks);
    const most = 2 + this.numbers.below(3);
    await this.open();
    for (let step = 0; step < STEPS; step += 1) await this.step(most);
    const kept = await this.kept();
    return { edits: this.acknowledged.size, lost: [...this.acknowledged].filter((id) => !kept.ticked.has(id)), copies: kept.copies, tabs: this.opened };
  }

  async step(most) {
    const tab = this.tabs[this.numbers.below(this.tabs.length)];
    const kind = this.numbers.below(16);
    if (this.tabs.length < most && (kind < 3 || !tab)) await this.did("open", null, () => this.open());
    else if (!tab) await this.did("open", null, () => this.open());
    else if (kind === 3) await this.did("close", tab, () => this.leave(tab));
    else if (kind === 4) await this.did("reload", tab, () => ready(tab, () => tab.reload()));
    else if (kind === 5) await this.did("turn to", tab, () => tab.evaluate(turnTo));
    else if (kind < 9) await this.did("go on in", tab, () => tab.evaluate(goOn));
    else await this.did("edit in", tab, () => this.edit(tab));
  }

  async did(what, tab, act) {
    this.done.push(tab ? `${what} ${this.tabs.indexOf(tab)}` : what);
    await act();
  }

  async open() {
    const page = await this.context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await ready(page, () => page.goto(`${this.url}#/positionnement`));
    this.tabs.push(page);
    this.opened += 1;
  }

  async leave(tab) {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    await tab.close({ runBeforeUnload: this.numbers.below(2) === 0 });
    if (!tab.isClosed()) await tab.waitForEvent("close");
  }

  /** Ticks one to three boxes that nobody ticked before, where this tab may; half of the time without waiting for its word. */
  async edit(tab) {
    const ids = this.free.splice(this.numbers.below(this.free.length - 3), 1 + this.numbers.below(3));
    const isPatient = this.numbers.below(2) === 0;
    const ticked = await tab.evaluate(tick, { selectors: ids.map(BOX), isPatient, patience: PATIENCE });
    for (const [place, isAcknowledged] of ticked.entries()) if (isAcknowledged) this.acknowledged.add(ids[place]);
  }

  /** What the dossier and the copies hold, once every tab but a new one is gone. */
  async kept() {
    for (const tab of [...this.tabs]) await this.leave(tab);
    await this.open();
    const [page] = this.tabs;
    const shown = await page.locator("main input[type=checkbox][data-item][data-stage]:not([data-condition])").evaluateAll((boxes) =>
      boxes.filter((box) => box.checked).map((box) => `${box.dataset.item}/${box.dataset.stage}`));
    const ticked = new Set(shown);
    await page.goto(`${this.url}#/partage`);
    await page.getByRole("heading", { level: 1, name: "Partage" }).waitFor();
    const copies = await page.evaluate(copiesKept);
    for (const copy of copies) for (const id of copy) ticked.add(id);
    // What is kept and cannot be found by a person is lost.
    const rows = page.locator(".copies__row");
    if (copies.length > 0) await rows.nth(copies.length - 1).waitFor();
    if (await rows.count() !== copies.length) throw new Error(`${copies.length} copies, ${await rows.count()} listed`);
    return { ticked, copies: copies.length };
  }

  async close() {
    await this.context?.close();
  }
}

async function ready(page, load) {
  await load();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

// These run in the page.

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
async function tick({ selectors, isPatient, patience }) {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const badge = () => document.querySelector("[data-save-state]").dataset;
  const mine = [];
  for (const selector of selectors) {
    const box = document.querySelector(selector);
    if (box && !box.disabled && !box.checked && badge().pen === "here") {
      box.click();
      mine.push(selector);
    }
  }
  const ticked = () => selectors.map((selector) => mine.includes(selector) && document.querySelector(selector)?.checked === true);
  const end = performance.now() + patience;
  await frame();
  await frame();
  while (isPatient && mine.length > 0 && badge().saveState !== "saved" && performance.now() < end) await frame();
  const isSaved = badge().saveState === "saved" && badge().pen === "here";
  return ticked().map((is) => is && isSaved);
}

/** The statements ticked in each copy, whichever store has it. */
async function copiesKept() {
  const local = Object.keys(localStorage).filter((key) => key.startsWith("numea:v1:copy:")).map((key) => localStorage.getItem(key));
  const settled = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const database = await settled(indexedDB.open("numea"));
  const inDatabase = await settled(database.transaction("v1").objectStore("v1").getAll(IDBKeyRange.bound("copy:", "copy;")));
  database.close();
  return [...local, ...inDatabase].map((text) => Object.entries(JSON.parse(JSON.parse(text).body).answers ?? {}).flatMap(
    ([item, { ticked }]) => Object.keys(ticked ?? {}).map((stage) => `${item}/${stage}`)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [schedules, seed] = process.argv.slice(2).map(Number);
  const sum = await campaign({ url: process.env.NUMEA_URL, schedules, seed, say: console.log });
  console.log(`figure|random schedules of 2 to 4 tabs in a browser, ${sum.edits} acknowledged edits|${sum.schedules}|${sum.lost} edits lost; ${sum.copies} copies made`);
  process.exitCode = sum.lost === 0 && sum.schedules === schedules ? 0 : 1;
}
