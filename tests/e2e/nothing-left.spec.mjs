// Nothing is left behind: a day of work in one tab costs what its first minute did.
import { expect, test, tried } from "./support/fixtures.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";

const ROUND = ["#/", "#/questionnaire/1.1", "#/aide", "#/positionnement", "#/partage", "#/objectifs", "#/objectifs/1", "#/diagnostic", "#/etablissement", "#/mentions"];
const CHANGES = 200;

test.beforeEach(({ context }) => context.addInitScript(() => {
  // The memory of the program, which nothing else gives away.
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await start.apply(WebAssembly, given);
      window.programMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
}));

/** Shows the screens one after the other, this many times. */
function show(page, changes) {
  return page.evaluate(async ({ round, changes }) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let change = 0; change < changes; change += 1) {
      location.hash = round[change % round.length];
      await frame();
    }
    location.hash = "#/questionnaire/1.1";
    await frame();
    await frame();
  }, { round: ROUND, changes });
}

/** Milliseconds that one tick takes, with all that follows it at once. */
function tickCost(page, ticks) {
  return page.evaluate(async (ticks) => {
    const turn = () => new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
    const box = document.querySelector('[data-item="1.1.1"][data-stage="1"]:not([data-condition])');
    const costs = [];
    for (let tick = 0; tick < ticks; tick += 1) {
      const start = performance.now();
      box.click();
      await turn();
      costs.push(performance.now() - start);
    }
    return Math.min(...costs);
  }, ticks);
}

/** What the browser counts, once it has let go of all that it can. */
async function counts(page, browser) {
  await browser.send("HeapProfiler.collectGarbage");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await browser.send("HeapProfiler.collectGarbage");
  const { metrics } = await browser.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  return {
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
    heap: metric("JSHeapUsedSize"),
    program: await page.evaluate(() => window.programMemory.buffer.byteLength),
  };
}

test(`after ${CHANGES} changes of screen the page holds no more than before, and a tick costs the same`, async ({ page, app, stores }) => {
  await openWith({ app, stores }, FULL, "#/questionnaire/1.1");
  const browser = await page.context().newCDPSession(page);
  await browser.send("Performance.enable");
  // The library of the chart is there, the browser has compiled what it compiles, and the history of undoing is full.
  await show(page, 6 * ROUND.length);
  await tickCost(page, 240);
  const [before, costBefore] = [await counts(page, browser), await tickCost(page, 60)];
  await show(page, CHANGES);
  const [after, costAfter] = [await counts(page, browser), await tickCost(page, 60)];
  for (const [name, count] of Object.entries(before)) expect.soft(after[name], name).toBeLessThanOrEqual(1.1 * count);
  expect.soft(costAfter, "milliseconds a tick").toBeLessThanOrEqual(1.1 * costBefore + 0.1);
  tried("changes of screen after which nothing is left behind", CHANGES);
});
