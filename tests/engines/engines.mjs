// The core journey in two engines that Playwright does not bring here, Firefox and WebKit: `node tests/engines/engines.mjs`;
// NUMEA_URL says where the page is. An engine that is not installed is left out, and said to be.
import { firefox } from "./firefox.mjs";
import { startRelay } from "./relay.mjs";
import { until } from "./wait.mjs";
import { webkit } from "./webkit.mjs";

/** What is tried, in this order. Each step is done by a page, and fails by throwing. */
const STEPS = {
  "ready": (page, { at }) => show(page, at("#/questionnaire/1.1")),
  "tick and figures": async (page) => {
    await page.click(box("1.1.2", 1));
    await reads(page, '[data-figure="stage-1"]', /1 sur 21 . 5 %/u);
    await reads(page, '[data-figure="1.1/stage-1"]', /^1 sur 5$/);
  },
  "saved": (page) => reads(page, '[data-save-state="saved"]', /^Enregistré à/),
  "reload keeps": async (page) => {
    await page.reload();
    await isReady(page);
    await until(() => page.run((found) => document.querySelector(found).checked, box("1.1.2", 1)), "the box is ticked");
  },
  "chart drawn": async (page, { at }) => {
    await show(page, at("#/positionnement"));
    await isDrawn(page);
  },
  "share link opened elsewhere": async (page, { at }) => {
    await show(page, at("#/partage"));
    const link = await until(() => page.run(() => document.querySelector("[data-share-link]")?.value), "a link");
    const kept = await page.run(() => JSON.stringify(localStorage));
    const other = await page.tab();
    await show(other, link);
    await reads(other, '[data-received] [data-figure="stage-1"]', /1 sur 21/);
    await isDrawn(other);
    if (await other.run(() => JSON.stringify(localStorage)) !== kept) throw new Error("a visit wrote something");
    await isQuiet(other);
    await other.close();
  },
  // The last step that needs the relay; without service workers (never so over http://127.0.0.1) there is nothing to try.
  "without a network": async (page, { at, relay }) => {
    await isQuiet(page);
    if (!await page.run(() => "serviceWorker" in navigator)) return;
    await until(() => page.run(async () => !!(await navigator.serviceWorker.getRegistration())?.active), "the service worker has kept the page");
    await relay.close();
    await show(page, at("#/positionnement"));
    await isDrawn(page);
    await reads(page, '[data-figure="stage-1"]', /1 sur 21/);
  },
  "nothing wrong was reported": isQuiet,
};

const box = (item, stage) => `input[type=checkbox][data-item="${item}"][data-stage="${stage}"]:not([data-condition])`;

/** Loads this address anew: from one hash to another, browsers keep the page. */
async function show(page, address) {
  await page.go("about:blank");
  await page.go(address);
  await isReady(page);
}

const isReady = (page) => until(() => page.run(() => document.documentElement.hasAttribute("data-ready")), "html[data-ready]");
const isDrawn = (page) => until(() => page.run(() => document.querySelectorAll("[data-chart] svg path").length > 5), "a chart");

function reads(page, selector, pattern) {
  const text = () => page.run((found) => document.querySelector(found)?.textContent.replace(/\s+/g, " ").trim(), selector);
  return until(async () => pattern.test(await text() ?? ""), `${selector} reads ${pattern}`);
}

/** Throws what a visitor should never meet: an error, a violation of the policy, a request to another host. */
async function isQuiet(page) {
  const heard = await page.run(() => JSON.parse(sessionStorage.getItem("heard") ?? "[]"));
  const elsewhere = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /^http/.test(name) && !name.startsWith(location.origin)));
  const wrong = [...heard, ...elsewhere, ...page.problems?.() ?? []];
  if (wrong.length > 0) throw new Error(wrong.join("; ").slice(0, 600));
}

/** How many steps passed, and why the next one did not. */
async function journey(start, url) {
  const relay = await startRelay(url);
  let browser, passed = 0, step = "start";
  try {
    browser = await start();
    if (typeof browser === "string") return { missing: browser };
    const at = (hash) => relay.address + hash;
    for (const [name, action] of Object.entries(STEPS)) {
      step = name;
      await action(browser.page, { at, relay });
      passed += 1;
    }
    return { name: browser.name, passed, result: "every one passed" };
  } catch (error) {
    return { name: browser?.name, passed, result: `FAILED at « ${step} »: ${error.message}`.replace(/\s+/g, " "), failed: true };
  } finally {
    await browser?.close?.();
    await relay.close();
  }
}

for (const engine of [firefox, webkit]) {
  const { name = engine.name, passed, result, missing, failed } = await journey(engine, process.env.NUMEA_URL);
  console.log(missing ?? `figure|steps of the core journey in ${name}, offline included|${passed}|${result}`);
  if (failed) process.exitCode = 1;
}
