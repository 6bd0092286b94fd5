// A browser killed again and again shortly after it said « enregistré », or « Tout a été effacé »: whatever it acknowledged
// is there when it opens again, and nothing of what was erased. Every other visit erases; the others tick and type. There are
// two dossiers: each visit works in one of them, then in the other, and erases the second of them.
// `node tests/e2e/torture/kills.mjs <kills> [<seed>]`; NUMEA_URL and NUMEA_CHROMIUM say where and with what.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { FIELDS, STATEMENTS } from "../pages/official.mjs";
import { french, launchOptions } from "../support/browser.mjs";
import { Numbers } from "../support/numbers.mjs";

/** The dossier of whoever had one only. */
const FIRST = "00000000";
/** The browser is killed at most so long after it said « enregistré », in milliseconds. */
const DELAY_MAX = 5_000;
/** And so long after it said that all was erased, where it takes its time: a browser deletes late from localStorage. */
const LATE_MAX = 45_000;
/** How long a browser takes to write localStorage to the disk, at least: what was never there could not come back. */
const COMMIT = 6_000;
/** Edits of a visit. */
const EDITS = { least: 2, most: 6 };
/** How long a visit may take to open, and an edit to be acknowledged. */
const PATIENCE = 30_000;

/** Kills the browser so many times in one profile; what was acknowledged, what was lost, what came back, how often it opened. */
export async function campaign({ url, kills, seed = 1, say = () => {} }) {
  const profile = await mkdtemp(join(tmpdir(), "numea-kills-"));
  const numbers = new Numbers(seed);
  // By id, once the first visit has made the second dossier.
  const kept = new Map([[FIRST, nothing()]]);
  const sum = { kills: 0, edits: 0, typed: 0, lost: 0, opened: 0, visits: 0, erased: 0, back: 0 };
  try {
    for (let visit = 0; visit <= kills; visit += 1) {
      const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...french });
      try {
        sum.visits += 1;
        const page = await opened(context, url);
        sum.opened += 1;
        if (kept.size === 1) kept.set(await makeSecond(page, url), nothing());
        const ids = numbers.below(2) === 0 ? [...kept.keys()] : [...kept.keys()].reverse();
        const isErasing = visit % 2 === 1;
        for (const id of ids) {
          const own = kept.get(id);
          await turnTo(page, url, id);
          if (own.isErased) sum.back += await left(page, id, say);
          sum.lost += await compare(page, url, own, say);
          if (visit === kills) continue;
          sum.edits += await edit(page, url, own, numbers);
          sum.typed += await type(page, url, own, visit);
          own.isErased = false;
          if (isErasing && id === ids.at(-1)) {
            await pause(COMMIT);
            await erase(page, url);
            kept.set(id, { ...nothing(), school: "", isErased: true });
            sum.erased += 1;
          }
        }
        if (visit === kills) break;
        await pause(numbers.below((isErasing && numbers.below(3) === 0 ? LATE_MAX : DELAY_MAX) + 1));
        sum.kills += 1;
      } finally {
        await kill(profile);
        // It has nobody left to talk to.
        await Promise.race([context.close().catch(() => {}), pause(5_000)]);
      }
      if (sum.kills % 10 === 0) {
        say(`${sum.kills} kills, ${sum.edits} edits and ${sum.typed} texts acknowledged, ${sum.lost} lost; ${sum.erased} times erased, ${sum.back} back`);
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return sum;
}

/** Makes the second dossier; its id. */
async function makeSecond(page, url) {
  await page.goto(`${url}#/centres`);
  await page.getByLabel("Nom du centre (facultatif)").fill("CFA des essais");
  await page.getByRole("button", { name: "Créer ce dossier" }).click();
  const row = page.locator("[data-dossier]").filter({ hasText: "CFA des essais" });
  await row.waitFor();
  return row.getAttribute("data-dossier");
}

/** Opens this dossier, from the list. */
async function turnTo(page, url, id) {
  await page.goto(`${url}#/centres`);
  const row = page.locator(`[data-dossier="${id}"]`);
  await row.waitFor();
  if (await row.getAttribute("aria-current")) return;
  await Promise.all([page.waitForEvent("load"), row.getByRole("button", { name: "Ouvrir" }).click()]);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** What is kept of a blank dossier: which statements are ticked, and the name of the school. */
function nothing() {
  return { ticked: new Map(STATEMENTS.map(({ id }) => [id, false])), school: "", isErased: false };
}

/** Erases everything, as a person does; done once the page says so. */
async function erase(page, url) {
  await page.goto(`${url}#/partage`);
  await page.getByRole("button", { name: "Effacer de cet appareil…" }).click();
  await page.getByRole("button", { name: "Oui, tout effacer de cet appareil" }).click();
  await page.getByRole("region", { name: "Messages" }).getByText("Tout a été effacé de cet appareil").waitFor();
}

/** How many keys of either store hold something of a dossier, once the page has started: none after an erasure. */
async function left(page, id, say) {
  const names = id === FIRST ? ["numea:v1:", "numea"] : [`numea:v1@${id}:`, `numea:${id}`];
  const keys = await page.evaluate(async ([prefix, name]) => {
    const settled = (request) => new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const database = await settled(indexedDB.open(name));
    const inDatabase = await settled(database.transaction("v1").objectStore("v1").getAllKeys());
    database.close();
    const mine = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return [...mine.map((key) => `localStorage ${key}`), ...inDatabase.map((key) => `database ${key}`)];
  }, names);
  // The mark of the erasure, and the screen on which this very start is.
  const back = keys.filter((key) => !/ (erased|screen)$/.test(key));
  for (const key of back) say(`back: ${key}`);
  return back.length;
}

async function opened(context, url) {
  const page = context.pages()[0] ?? await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}#/questionnaire/1.1`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  return page;
}

/** How many boxes and texts are not as they were acknowledged. */
async function compare(page, url, { ticked, school }, say) {
  const found = new Map();
  for (const field of FIELDS) {
    await page.goto(`${url}#/questionnaire/${field.id}`);
    const boxes = page.locator(boxOf(field.items.at(-1).id, 3));
    await boxes.waitFor({ state: "attached" });
    const shown = await page.locator("main input[type=checkbox][data-item][data-stage]:not([data-condition])").evaluateAll((boxes) =>
      boxes.map((box) => [`${box.dataset.item}/${box.dataset.stage}`, box.checked]));
    for (const [id, is] of shown) found.set(id, is);
  }
  const lost = [...ticked].filter(([id, is]) => found.get(id) !== is);
  for (const [id, is] of lost) say(`lost: ${id} was ${is ? "ticked" : "unticked"}, is ${found.get(id)}`);
  await page.goto(`${url}#/etablissement`);
  const name = await page.getByLabel("Nom de l’établissement").inputValue();
  if (name !== school) say(`lost: the school was « ${school} », is « ${name} »`);
  return lost.length + (name === school ? 0 : 1);
}

function boxOf(item, stage) {
  return `input[type=checkbox][data-item="${item}"][data-stage="${stage}"]:not([data-condition])`;
}

/** Types a name for the school, key by key, and leaves the field. How many texts were typed. */
async function type(page, url, kept, visit) {
  await page.goto(`${url}#/etablissement`);
  const field = page.getByLabel("Nom de l’établissement");
  const school = `Lycée de la visite ${visit}`;
  await field.fill("");
  await field.pressSequentially(school);
  await isAcknowledged(page);
  kept.school = school;
  return 1;
}

/** Several edits on several screens, each acknowledged before the next one. */
async function edit(page, url, { ticked }, numbers) {
  const edits = EDITS.least + numbers.below(EDITS.most - EDITS.least + 1);
  let address;
  for (let done = 0; done < edits; done += 1) {
    const field = FIELDS[numbers.below(FIELDS.length)];
    const item = field.items[numbers.below(field.items.length)];
    const id = `${item.id}/${1 + numbers.below(3)}`;
    const [, stage] = id.split("/");
    if (address !== field.id) {
      address = field.id;
      await page.goto(`${url}#/questionnaire/${address}`);
    }
    const box = page.locator(boxOf(item.id, stage));
    await box.click();
    await isAcknowledged(page);
    ticked.set(id, await box.isChecked());
  }
  return edits;
}

/** Waits until the page says that the last edit is kept. It had two frames to say that it is at work. */
function isAcknowledged(page) {
  return page.evaluate(async (patience) => {
    const frame = () => new Promise((done) => { requestAnimationFrame(done); });
    const end = performance.now() + patience;
    await frame();
    await frame();
    while (!document.querySelector('[data-save-state="saved"]')) {
      if (performance.now() > end) throw new Error(`never acknowledged: ${document.querySelector("[data-save-state]")?.dataset.saveState}`);
      await frame();
    }
  }, PATIENCE);
}

/** Kills the browser of this profile and all that it started, at once and with no warning. */
async function kill(profile) {
  const browser = running(profile).find(({ words }) => !words.includes("--type="));
  if (browser) signal(-browser.pid);
  for (const left of running(profile)) signal(left.pid);
  while (running(profile).length > 0) await pause(20);
}

function signal(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended by itself meanwhile.
    if (error.code !== "ESRCH") throw error;
  }
}

/** The processes that work in this profile. */
function running(profile) {
  return processes().filter(({ words }) => words.includes(`--user-data-dir=${profile}`));
}

function processes() {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8", maxBuffer: 20_000_000 }).trim().split("\n");
    return lines.map((line) => ({ pid: Number.parseInt(line, 10), words: line }));
  }
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => ({ pid: Number(name), words: commandOf(name) }));
}

/** The command of a process; nothing where it has ended, or is only waiting to be buried. */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [kills, seed] = process.argv.slice(2).map(Number);
  const sum = await campaign({ url: process.env.NUMEA_URL, kills, seed, say: console.log });
  console.log(`figure|browser killed (SIGKILL) 0 to 5 s after « enregistré », two dossiers, ${sum.edits} acknowledged edits and ${sum.typed} typed texts|${sum.kills - sum.erased}|${sum.lost} lost; opened ${sum.opened} times of ${sum.visits}`);
  console.log(`figure|browser killed (SIGKILL) 0 to 45 s after « Tout a été effacé »|${sum.erased}|${sum.back} texts back`);
  process.exitCode = sum.lost === 0 && sum.back === 0 && sum.opened === sum.visits && sum.kills === kills ? 0 : 1;
}
