// A browser killed again and again shortly after it said « enregistré »: whatever it acknowledged is there when it opens
// again. `node tests/e2e/torture/kills.mjs <kills> [<seed>]`; NUMEA_URL and NUMEA_CHROMIUM say where and with what.
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

/** The browser is killed at most so long after it said « enregistré », in milliseconds. */
const DELAY_MAX = 5_000;
/** Edits of a visit. */
const EDITS = { least: 2, most: 6 };
/** How long a visit may take to open, and an edit to be acknowledged. */
const PATIENCE = 30_000;

/** Kills the browser so many times in one profile; what was acknowledged, what was lost, how often it opened. */
export async function campaign({ url, kills, seed = 1, say = () => {} }) {
  const profile = await mkdtemp(join(tmpdir(), "numea-kills-"));
  const numbers = new Numbers(seed);
  const acknowledged = new Map(STATEMENTS.map(({ id }) => [id, false]));
  const sum = { kills: 0, edits: 0, lost: 0, opened: 0, visits: 0 };
  try {
    for (let visit = 0; visit <= kills; visit += 1) {
      const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...french });
      try {
        sum.visits += 1;
        const page = await opened(context, url);
        sum.opened += 1;
        sum.lost += await compare(page, acknowledged, say);
        if (visit === kills) break;
        sum.edits += await edit(page, url, acknowledged, numbers);
        await pause(numbers.below(DELAY_MAX + 1));
        sum.kills += 1;
      } finally {
        await kill(profile);
        // It has nobody left to talk to.
        await Promise.race([context.close().catch(() => {}), pause(5_000)]);
      }
      if (sum.kills % 10 === 0) say(`${sum.kills} kills, ${sum.edits} edits acknowledged, ${sum.lost} lost`);
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return sum;
}

async function opened(context, url) {
  const page = context.pages()[0] ?? await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}#/positionnement`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  return page;
}

/** How many boxes are not as they were acknowledged. */
async function compare(page, acknowledged, say) {
  const shown = await page.locator("main input[type=checkbox][data-item][data-stage]:not([data-condition])").evaluateAll((boxes) =>
    boxes.map((box) => [`${box.dataset.item}/${box.dataset.stage}`, box.checked]));
  const found = new Map(shown);
  const lost = [...acknowledged].filter(([id, ticked]) => found.get(id) !== ticked);
  for (const [id, ticked] of lost) say(`lost: ${id} was ${ticked ? "ticked" : "unticked"}, is ${found.get(id)}`);
  return lost.length;
}

/** Several edits on several screens, each acknowledged before the next one. */
async function edit(page, url, acknowledged, numbers) {
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
    const box = page.locator(`input[type=checkbox][data-item="${item.id}"][data-stage="${stage}"]:not([data-condition])`);
    await box.click();
    await isAcknowledged(page);
    acknowledged.set(id, await box.isChecked());
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
  console.log(`figure|browser killed (SIGKILL) 0 to 5 s after « enregistré », ${sum.edits} acknowledged edits|${sum.kills}|${sum.lost} edits lost; opened ${sum.opened} times of ${sum.visits}`);
  process.exitCode = sum.lost === 0 && sum.opened === sum.visits && sum.kills === kills ? 0 : 1;
}
