// « Réseau »: what reading many schools costs, by how many there are: the time, the longest task of the main thread, memory.
import { french } from "../e2e/support/browser.mjs";
import { school } from "../e2e/support/schools.mjs";

/** How many dossiers are read at once; the largest hold 50,000 answers in all. */
export const NETWORKS = [10, 100, 1_000];

/** Reads so many dossiers, chosen as files, until every figure stands. */
export async function network(browser, host, many) {
  const dossiers = Array.from({ length: many }, (_, number) => school(number, { notes: 4 }));
  const files = dossiers.map((dossier, number) => ({ name: `ecole-${number}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier, undefined, 1)) }));
  const bytes = files.reduce((sum, { buffer }) => sum + buffer.length, 0);
  const context = await browser.newContext({ ...french, serviceWorkers: "block", reducedMotion: "reduce" });
  try {
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await tab.addInitScript(watchTasks);
    await tab.goto(`${host.address("numea")}#/reseau`);
    await tab.locator("#network-files").waitFor();
    await tab.waitForLoadState("networkidle");
    await devtools.send("HeapProfiler.collectGarbage");
    const before = await heap(devtools);
    // Files are handed over before time runs: that is the work of whoever drives the browser.
    await tab.evaluate(holdFiles);
    await tab.locator("#network-files").setInputFiles(files);
    const found = await tab.evaluate(releaseFiles);
    await tab.waitForTimeout(1_000);
    const { longest, later } = await tab.evaluate((until) => globalThis.longestTasks(until), found);
    await devtools.send("HeapProfiler.collectGarbage");
    return {
      "dossiers": many,
      "answers in all (conditions ticked)": dossiers.reduce((sum, { answers }) => sum + ticksOf(answers), 0),
      "kB read": bytes / 1000,
      "until every figure stands, ms": found.took,
      "the same for one dossier, ms": found.took / many,
      "longest task of the main thread until then, ms (under 50: not told)": longest,
      "longest task after that: the chart, ms": later,
      "memory of scripts beside before, kB": (await heap(devtools) - before) / 1000,
    };
  } finally {
    await context.close();
  }
}

function ticksOf(answers) {
  const stages = Object.values(answers).flatMap(({ ticked }) => Object.values(ticked ?? {}));
  return stages.reduce((sum, numbers) => sum + numbers.length, 0);
}

async function heap(devtools) {
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize;
}

/** Runs in the page: every task of more than 50 ms, as the browser tells them. */
function watchTasks() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries())).observe({ type: "longtask" });
  globalThis.longestTasks = ({ start, end }) => {
    const longest = (wanted) => Math.max(0, ...globalThis.tasks.filter(wanted).map(({ duration }) => duration));
    return { longest: longest(({ startTime }) => startTime >= start - 1 && startTime <= end), later: longest(({ startTime }) => startTime > end) };
  };
}

/** Runs in the page: keeps the change of the field back until it is released. */
function holdFiles() {
  const field = document.querySelector("#network-files");
  globalThis.held = (event) => event.stopImmediatePropagation();
  document.addEventListener("change", globalThis.held, { capture: true, once: true });
  globalThis.field = field;
}

/** Runs in the page: has the field tell of its files, and waits until every figure stands. */
function releaseFiles() {
  document.removeEventListener("change", globalThis.held, { capture: true });
  const start = performance.now();
  globalThis.field.dispatchEvent(new Event("change", { bubbles: true }));
  return new Promise((done) => {
    const look = () => {
      if (document.querySelectorAll("[data-network-count]").length === 63) {
        const end = performance.now();
        done({ took: end - start, start, end });
      } else {
        setTimeout(look, 5);
      }
    };
    look();
  });
}
