// One measure each: a visit from nothing, a second visit, a click, the counters after many screens, the cost of an edit.
import { Stores, record } from "../e2e/pages/stores.mjs";
import { french } from "../e2e/support/browser.mjs";
import { SCREENS } from "../e2e/pages/official.mjs";
import { dossierOf } from "./dossiers.mjs";
import { tick, watchPaint, watchUsable } from "./probe.mjs";

/** The network and the processor of a slow phone: the preset « slow 4G » of browsers' tools, four times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** What a page is, for the measures. */
export const FLOOR = { site: "floor", first: "", chart: "[data-chart]", chartAt: "" };
export const APP = { site: "numea", first: "#/questionnaire/1.1", chart: "[data-chart]", chartAt: "#/positionnement/items" };

/** A visit by somebody who never came: milliseconds until the first paint and until a tick counts, bytes until then. */
export async function firstVisit(browser, host, page) {
  return withPage(browser, { serviceWorkers: "block" }, async ({ tab, devtools }) => {
    await slow(devtools);
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
    const usable = await usableAt(tab, devtools, host.address(page.site) + page.first);
    const until = bytes;
    await tab.waitForTimeout(300);
    const paint = await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    const shift = await tab.evaluate(() => new Promise((done) => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(observer.takeRecords().reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0)), 50);
    }));
    const clicks = [];
    for (const row of [1, 2, 3, 4]) clicks.push(await clickToPaint(tab, row, '[data-figure="stage-1"]'));
    return { "first paint, ms": paint, "usable, ms": usable, "bytes until usable, kB": until / 1000, "layout shift": shift, "click → figures painted, ms": median(clicks) };
  });
}

/** The first paint of whoever comes without an address: the home of a first visit. */
export async function homePaint(browser, host, page) {
  return withPage(browser, { serviceWorkers: "block" }, async ({ tab, devtools }) => {
    await slow(devtools);
    await tab.goto(host.address(page.site), { waitUntil: "commit" });
    // Asked late: a question is work of the page's thread.
    await tab.waitForTimeout(2500);
    return { "first paint of the home, ms": await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime) };
  });
}

/** The same tick with the chart in sight. */
export async function clickToChart(browser, host, page) {
  return withPage(browser, { serviceWorkers: "block" }, async ({ tab, devtools }) => {
    await tab.goto(host.address(page.site) + page.chartAt);
    await tab.locator(`${page.chart} path`).first().waitFor({ state: "attached" });
    await tab.waitForTimeout(500);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const clicks = [];
    for (const row of [1, 2, 3, 4]) clicks.push(await clickToPaint(tab, row, page.chart));
    return { "click → chart painted, ms": median(clicks) };
  });
}

/** A visit to a page that was left whole: from the browser's caches, and the service worker where there is one. */
export async function secondVisit(browser, host, page) {
  return withPage(browser, { serviceWorkers: "allow" }, async ({ context, tab }) => {
    await tab.goto(host.address(page.site) + page.first);
    await tab.waitForTimeout(3000);
    await tab.close();
    const again = await context.newPage();
    const devtools = await context.newCDPSession(again);
    await slow(devtools);
    return { "second visit usable, ms": await usableAt(again, devtools, host.address(page.site) + page.first) };
  });
}

/** What the browser holds after this many changes of screen, by its own counters after a collection. */
export async function afterScreens(browser, host, changes) {
  return withPage(browser, { serviceWorkers: "block" }, async ({ tab, devtools }) => {
    await tab.goto(host.address("numea") + APP.first);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    const addresses = SCREENS.map(({ address }) => address);
    const go = (address) => tab.evaluate((hash) => new Promise((done) => {
      location.hash = hash;
      requestAnimationFrame(() => requestAnimationFrame(done));
    }), address);
    const round = async (count) => {
      for (let turn = 0; turn < count; turn++) await go(addresses[turn % addresses.length]);
      await go(APP.first);
      await tab.waitForTimeout(500);
    };
    await round(addresses.length);
    const start = await counters(devtools);
    await round(changes);
    const end = await counters(devtools);
    return Object.fromEntries(Object.keys(start).flatMap((name) => [
      [`${name} at the start`, start[name]],
      [`${name} after ${changes} screens`, end[name]],
    ]));
  });
}

/** The cost of an edit in a dossier of this size, without slowing: until the handlers return, and all of the thread's work. */
export async function edits(browser, host, size) {
  return withPage(browser, { serviceWorkers: "block" }, async ({ tab, devtools }) => {
    const stores = new Stores(tab);
    const text = record(1, dossierOf(size));
    await tab.goto(host.address("numea"));
    await stores.leaveApp(host.address("numea"));
    await stores.putLocal(text).catch(() => {});
    await stores.putDatabase(text);
    await tab.goto(host.address("numea") + APP.first);
    await tab.reload();
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    await tab.waitForTimeout(500);
    const before = await work(devtools);
    const times = await tab.evaluate(tick, 15);
    const all = (await work(devtools) - before) / times.length;
    const from = Date.now();
    await tab.evaluate(() => { location.hash = "#/objectifs"; });
    await tab.locator("h1", { hasText: "Objectifs" }).waitFor();
    return {
      [`an edit of ${size}, ms until its handlers return`]: median(times),
      [`an edit of ${size}, ms of work in all`]: all,
      [`« Objectifs » of ${size}, ms`]: Date.now() - from,
    };
  });
}

/** The middle one. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function withPage(browser, options, measure) {
  const context = await browser.newContext({ ...french, viewport: { width: 1366, height: 650 }, ...options });
  try {
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await devtools.send("Network.enable");
    await devtools.send("Performance.enable");
    return await measure({ context, tab, devtools });
  } finally {
    await context.close();
  }
}

async function slow(devtools) {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

/** Opens the address; milliseconds until a tick counts there. Nothing is asked of the page meanwhile: that would be work of its thread. */
async function usableAt(tab, devtools, address) {
  await devtools.send("Runtime.enable");
  await devtools.send("Runtime.addBinding", { name: "benchUsable" });
  const usable = new Promise((done, fail) => {
    devtools.on("Runtime.bindingCalled", ({ name, payload }) => name === "benchUsable" && done(Number(payload)));
    setTimeout(() => fail(new Error(`not usable in a minute: ${address}`)), 60_000).unref();
  });
  await tab.addInitScript(watchUsable);
  await tab.goto(address, { waitUntil: "commit" });
  return usable;
}

async function clickToPaint(tab, row, selector) {
  const box = tab.locator('input[type=checkbox][data-item][data-stage="1"]:not([data-condition])').nth(row);
  await box.scrollIntoViewIfNeeded();
  await tab.evaluate(watchPaint, selector);
  await box.click({ force: true });
  return tab.evaluate(() => window.benchPaint);
}

async function metrics(devtools) {
  const { metrics: list } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Milliseconds that the page's thread worked. */
async function work(devtools) {
  return 1000 * (await metrics(devtools)).TaskDuration;
}

async function counters(devtools) {
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { Nodes, JSEventListeners, JSHeapUsedSize } = await metrics(devtools);
  return { nodes: Nodes, listeners: JSEventListeners, "heap, kB": JSHeapUsedSize / 1000 };
}
