// Nothing is left behind: a day of work in one tab costs what its first minute did.
import { App } from "./pages/app.mjs";
import { SCREENS } from "./pages/official.mjs";
import { Stores } from "./pages/stores.mjs";
import { expect, test, tried } from "./support/fixtures.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";

/** Every screen, with the title by which one knows that it is there. */
const ROUND = SCREENS.map(({ address, title }) => ({ address, title: title.source ?? title, isPattern: title instanceof RegExp }));
const CHANGES = 500;

/** Has the page give away the memory of the program, which nothing else does. */
function watchProgram() {
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await start.apply(WebAssembly, given);
      window.programMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
}

/** Shows the screens one after the other, this many times: each is there, and painted, before the next. */
function show(page, changes) {
  return page.evaluate(async ({ round, changes }) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    const isThere = ({ title, isPattern }) => {
      const shown = plain(document.querySelector("main h1")?.textContent ?? "");
      return isPattern ? new RegExp(title).test(shown) : shown === plain(title);
    };
    const go = async (screen) => {
      location.hash = screen.address;
      const end = performance.now() + 10_000;
      do await frame(); while (!isThere(screen) && performance.now() < end);
      if (!isThere(screen)) throw new Error(`${screen.address} did not come`);
    };
    for (let change = 0; change < changes; change += 1) await go(round[change % round.length]);
    await go(round.find(({ address }) => address === "#/questionnaire/1.1"));
    await frame();
  }, { round: ROUND, changes });
}

/** Ticks and unticks a statement. Gives the milliseconds that the quickest took, with all that follows it at once. */
function tick(page, times) {
  return page.evaluate(async (times) => {
    const turn = () => new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
    const box = document.querySelector('[data-item="1.1.1"][data-stage="1"]:not([data-condition])');
    let quickest = Infinity;
    for (let ticks = 0; ticks < times; ticks += 1) {
      const start = performance.now();
      box.click();
      await turn();
      quickest = Math.min(quickest, performance.now() - start);
    }
    return quickest;
  }, times);
}

async function metric(session, name) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name).value;
}

/** What the browser counts, once it has let go of all that it can. */
async function counts(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await session.send("HeapProfiler.collectGarbage");
  return {
    nodes: await metric(session, "Nodes"),
    listeners: await metric(session, "JSEventListeners"),
    heap: await metric(session, "JSHeapUsedSize"),
    program: await page.evaluate(() => window.programMemory.buffer.byteLength),
  };
}

test(`after ${CHANGES} changes of screen the page holds no more than before, and a tick costs the same`, async ({ page, app, stores, browser }) => {
  test.setTimeout(180_000);
  await page.addInitScript(watchProgram);
  await openWith({ app, stores }, FULL, "#/questionnaire/1.1");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // The library of the chart is there, and the browser has compiled what it compiles: its heap grows by a fifth until then.
  await show(page, 7 * ROUND.length);
  const before = await counts(page, session);
  await show(page, CHANGES);
  const after = await counts(page, session);
  for (const [name, count] of Object.entries(before)) expect.soft(after[name], name).toBeLessThanOrEqual(1.1 * count);

  // Beside a page that was just opened, by turns: other programs work on the same machine. Both histories are full.
  const fresh = await (await browser.newContext()).newPage();
  await openWith({ app: new App(fresh), stores: new Stores(fresh) }, FULL, "#/questionnaire/1.1");
  const costs = new Map([[page, Infinity], [fresh, Infinity]]);
  for (const one of costs.keys()) await tick(one, 210);
  for (let turns = 0; turns < 8; turns += 1) {
    for (const [one, cost] of costs) costs.set(one, Math.min(cost, await tick(one, 20)));
  }
  expect.soft(costs.get(page), "milliseconds a tick").toBeLessThanOrEqual(1.1 * costs.get(fresh) + 0.5);
  await fresh.context().close();
  tried("changes of screen after which nothing is left behind", CHANGES);
});
