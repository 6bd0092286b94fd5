// What many years cost: 30 positionings that were taken and 300 objectives, beside a dossier of one tick.
import { french } from "../e2e/support/browser.mjs";
import { Stores, record } from "../e2e/pages/stores.mjs";
import { longLived } from "./dossiers.mjs";
import { tick } from "./probe.mjs";
import { watchTasks } from "./team.mjs";

const POSITIONINGS = 30;
const STARTS = 7;
const ONE_TICK = JSON.stringify({ format: "numea-dossier", version: 1, editedAt: "2026-11-23T10:42:05", answers: { "1.1.2": { ticked: { 1: [1] } } } });

/** The start and each action, processor as it is. */
export async function years(browser, host) {
  const empty = await withDossier(browser, host, ONE_TICK, 0, start);
  return withDossier(browser, host, longLived(), POSITIONINGS, async (tab, at) => {
    const long = await start(tab, at);
    const [questions, ticked] = [await shown(tab, "#/questionnaire/1.3", "h1"), middle(await tab.evaluate(tick, 15))];
    const answers = {};
    const note = async (name, act, seen) => {
      const { painted, longest } = await acted(tab, act, seen);
      answers[`${name}, ms until painted`] = painted;
      answers[`${name}, longest task, ms (under 50: 0)`] = longest;
    };
    await note("« Évolution » shown with its comparison", () => { location.hash = "#/evolution"; }, () => document.querySelector(".timeline__summary"));
    await note("another one chosen", () => {
      const list = document.querySelector("#compare-before");
      list.selectedIndex = 12;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, () => document.querySelector(".timeline__result p").textContent.includes("Conseil 17"));
    await note("the two exchanged", () => {
      [...document.querySelectorAll("button")].find((one) => one.textContent === "Échanger").click();
    }, () => document.querySelector("#compare-after").selectedIndex === 12);
    await note("« Objectifs » shown", () => { location.hash = "#/objectifs"; }, () => document.querySelector(".schedule__table"));
    await note("« Objectifs » left", () => { location.hash = "#/"; }, () => !document.querySelector(".schedule__table"));
    return {
      "start of a dossier of one tick, ms": empty,
      [`start with ${POSITIONINGS} positionings and 300 objectives, ms`]: long,
      "the same, beside the other": long / empty,
      "the questionnaire shown, ms": questions,
      "a tick until its handlers return, ms": ticked,
      ...answers,
    };
  });
}

async function withDossier(browser, host, text, positionings, measure) {
  const context = await browser.newContext({ ...french, viewport: { width: 1366, height: 650 }, serviceWorkers: "block" });
  try {
    const tab = await context.newPage();
    await tab.addInitScript(watchTasks);
    const stores = new Stores(tab);
    const at = host.address("numea");
    await tab.goto(at);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    await stores.leaveApp(at);
    await stores.putLocal(record(1, text));
    await stores.putDatabase(record(1, text));
    await tab.evaluate(putPositionings, Array.from({ length: positionings }, (_, number) => positioning(number, text)));
    return await measure(tab, at);
  } finally {
    await context.close();
  }
}

function positioning(number, dossier) {
  const id = `${1997 + number}-06-30T10:00:00.1`;
  // As the page lays it out.
  return [`positioning:${id}`, `{"day":"${1997 + number}-06-30","dossier":${dossier},"format":"numea-positioning","id":"${id}","name":"Conseil ${number}","version":1}`];
}

async function putPositionings(all) {
  const opening = indexedDB.open("numea", 1);
  await new Promise((done, fail) => Object.assign(opening, { onsuccess: done, onerror: fail }));
  const transaction = opening.result.transaction("v1", "readwrite");
  for (const [key, text] of all) transaction.objectStore("v1").put(text, key);
  await new Promise((done, fail) => Object.assign(transaction, { oncomplete: done, onabort: fail }));
  opening.result.close();
}

/** Milliseconds from the navigation until the stored work is shown: the middle of several. */
async function start(tab, at) {
  const times = [];
  for (let turn = 0; turn < STARTS; turn++) {
    await tab.goto("about:blank");
    await tab.goto(`${at}#/questionnaire/1.1`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    times.push(await tab.evaluate(() => performance.now()));
  }
  await tab.waitForTimeout(2_000);
  return middle(times);
}

/** Milliseconds from the change of the address until this is there and painted. */
function shown(tab, hash, selector) {
  return tab.evaluate(async ({ hash, selector }) => {
    const before = document.querySelector("main");
    const from = performance.now();
    location.hash = hash;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (document.querySelector("main") === before || !document.querySelector(`main ${selector}`)) await frame();
    await frame();
    return performance.now() - from;
  }, { hash, selector });
}

/** Milliseconds from what a person does until `seen` and painted, and the longest task of the thread until a moment after. Both run in the page. */
async function acted(tab, act, seen) {
  await tab.waitForTimeout(500);
  const painted = await tab.evaluate(async ([act, seen]) => {
    const [does, isSeen] = [act, seen].map((source) => new Function(`return (${source})()`));
    globalThis.tasks.length = 0;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const from = performance.now();
    does();
    while (!isSeen()) {
      if (performance.now() - from > 10_000) throw new Error(`not seen: ${seen}`);
      await frame();
    }
    await frame();
    return performance.now() - from;
  }, [act, seen].map(String));
  await tab.waitForTimeout(1_000);
  return { painted, longest: await tab.evaluate(() => Math.max(0, ...globalThis.tasks)) };
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
