// « Équipe » with 200 received answers: how long the page's thread works for each action of the director.
import { ITEMS } from "../e2e/pages/official.mjs";
import { Team } from "../e2e/pages/team.mjs";
import { french } from "../e2e/support/browser.mjs";
import { ROLES, code } from "../e2e/support/answers.mjs";

const PEOPLE = 200;

/** Gathers, reads the spread, decides, projects; the longest task of the thread for each, and all of its work. */
export async function team(browser, host) {
  const context = await browser.newContext({ ...french, viewport: { width: 1366, height: 650 }, serviceWorkers: "block", reducedMotion: "reduce" });
  try {
    const tab = await context.newPage();
    await tab.addInitScript(watchTasks);
    await tab.goto(`${host.address("numea")}#/equipe`);
    const screen = new Team(tab);
    await screen.codes.waitFor();
    await tab.waitForTimeout(2_000);
    const figures = {};
    const note = async (name, act, seen, answered) => {
      const { whole, longest, painted } = await acted(tab, act, seen, answered);
      figures[`${name}, ms until its answer is painted`] = painted;
      figures[`${name}, ms of work`] = whole;
      figures[`${name}, longest task, ms (under 50: 0)`] = longest;
    };
    await screen.codes.fill(codes(0, PEOPLE).join("\n"));
    await note(`${PEOPLE} answers gathered at once`, () => press(tab, "Ajouter"), () => document.querySelectorAll("[data-contribution]").length === 200, () => document.querySelector("[data-gathered]").textContent.startsWith("200"));
    await screen.codes.fill(codes(PEOPLE, 1)[0]);
    await note("one more answer", () => press(tab, "Ajouter"), () => document.querySelectorAll("[data-contribution]").length === 201, () => document.querySelector("#h-received + p").textContent.includes("201"));
    await note("the spread revealed", () => tab.evaluate(() => document.querySelector("[data-reveal]").click()), () => document.querySelectorAll("[data-spread]").length > 0);
    await note("a role chosen", () => tab.locator("#role").selectOption({ index: 1 }), () => true);
    await note("the majority of an item", () => tab.evaluate(() => document.querySelector('[data-agreed="1.1.2"] button:nth-of-type(2)').click()), () => document.querySelector('[data-agreed="1.1.2"][data-decided]'));
    await note("a tick of the agreed answer", () => tab.evaluate(() => document.querySelector('input[data-item="1.1.3"][data-stage="2"]').click()), () => true);
    await note("one answer taken out", () => tab.evaluate(() => document.querySelector("[data-contribution] button").click()), () => document.querySelectorAll("[data-contribution]").length === 200, () => document.querySelector(".contrib__back"));
    await note("the meeting shown", () => tab.evaluate(() => { location.hash = "#/reunion/1.1.3"; }), () => document.querySelector(".meeting [data-reveal]"));
    await note("an item revealed on the wall", () => tab.evaluate(() => document.querySelector("[data-reveal]").click()), () => document.querySelector("[data-spread]"));
    await note("the next item", () => tab.evaluate(() => { location.hash = "#/reunion/1.1.4"; }), () => document.querySelector("h1").textContent.includes("1.1.4"));
    await note("the minutes", () => tab.evaluate(() => { location.hash = "#/reunion"; }), () => document.querySelector(".meeting__minutes"));
    await note("« Équipe » shown again", () => tab.evaluate(() => { location.hash = "#/equipe"; }), () => document.querySelectorAll("[data-contribution]").length === 200, () => document.querySelector(".agree h3"));
    return figures;
  } finally {
    await context.close();
  }
}

function codes(first, count) {
  return Array.from({ length: count }, (_, place) => {
    const number = first + place;
    const said = ITEMS.map(({ id }, row) => [id, (number + row) % 4 ? [1, 2, 3].filter((stage) => (number >> stage) % 2) : "none"]);
    // Ids are as random as real ones.
    return code({ id: BigInt.asUintN(64, BigInt(number + 1) * 0x9e3779b97f4a7c15n), role: ROLES[number % 5], said: Object.fromEntries(said) });
  });
}

/** By its handler, as a click does: the work of whoever drives the browser is not counted. */
function press(tab, label) {
  return tab.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === label).click(), label);
}

/** What the thread does for this until `seen` and a moment after; when what `answered` sees is painted, counted from the event. */
export async function acted(tab, act, seen, answered = seen) {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Performance.enable");
  const work = async () => 1000 * (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  await tab.waitForTimeout(500);
  await tab.evaluate(() => { globalThis.tasks.length = 0; });
  const before = await work();
  await tab.evaluate(`(${watchAnswer})(${answered})`);
  await act();
  await tab.waitForFunction(seen, null, { polling: 100, timeout: 30_000 });
  await tab.waitForTimeout(700);
  const whole = await work() - before;
  const longest = await tab.evaluate(() => Math.max(0, ...globalThis.tasks));
  const painted = await tab.evaluate(() => globalThis.painted);
  await devtools.detach();
  return { whole, longest, painted };
}

/** Runs in the page: every task of more than 50 ms, as the browser tells them. */
export function watchTasks() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
}

/** Runs in the page: how long it is from the next event that a person makes until `answered` is true and painted. */
function watchAnswer(answered) {
  globalThis.painted = new Promise((resolve) => {
    const events = ["click", "change", "hashchange"];
    const began = ({ timeStamp }) => {
      for (const name of events) removeEventListener(name, began, true);
      const look = () => requestAnimationFrame(() => {
        if (!answered()) return look();
        const { port1, port2 } = new MessageChannel();
        // Comes after the paint of this frame.
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        port2.postMessage("");
        return undefined;
      });
      look();
    };
    for (const name of events) addEventListener(name, began, true);
  });
}
