// Pictures of the application, from the address in NUMEA_URL:
//   cargo xtask screenshots            every route, width and theme, into target/screenshots/
//   cargo xtask screenshots --readme   the few pictures of the README, into docs/images/
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { FIELDS, ITEMS, SCREENS } from "../pages/official.mjs";
import { Stores, record } from "../pages/stores.mjs";
import { Team } from "../pages/team.mjs";
import { ROLES, code } from "./answers.mjs";
import { french, launchOptions } from "./browser.mjs";
import { FULL, IDENTITY } from "./dossiers.mjs";

const WIDTHS = [1440, 768, 360];
const THEMES = ["light", "dark"];
const README = [
  { name: "accueil", route: "#/", width: 1280, theme: "light" },
  { name: "questionnaire", route: "#/questionnaire/1.1", width: 1280, theme: "light" },
  { name: "positionnement", route: "#/positionnement", width: 1280, theme: "light" },
  { name: "telephone", route: "#/questionnaire/1.1", width: 360, theme: "dark" },
  { name: "equipe", route: "#/equipe", width: 1280, theme: "light", before: (page) => page.locator("[data-reveal]").click() },
  { name: "reunion", route: "#/reunion/1.1.3", width: 1280, theme: "light", before: (page) => page.locator("[data-reveal]").click() },
];

const base = process.env.NUMEA_URL;
const forReadme = process.argv.includes("--readme");
const folder = forReadme ? "docs/images" : "target/screenshots";
const shots = forReadme ? README : everyShot();

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
try {
  const context = await browser.newContext({ ...french, reducedMotion: "reduce" });
  const page = await context.newPage();
  await (forReadme ? fillSome(page) : keepAll(page));
  for (const shot of shots) await take(page, shot);
} finally {
  await browser.close();
}
console.log(`${shots.length} pictures in ${folder}/`);

function everyShot() {
  return SCREENS.flatMap(({ address: route }) => WIDTHS.flatMap((width) => THEMES.map((theme) => {
    const place = route.replace(/^#\//, "").replaceAll("/", "-").slice(0, 30) || "accueil";
    return { name: `${place}-${width}-${theme}`, route, width, theme };
  })));
}

/** A school of real, long texts in both stores, a copy of another year, and a text that was set aside. */
async function keepAll(page) {
  const stores = new Stores(page);
  const answers = Object.fromEntries(ITEMS.map(({ id, statements }, row) => [id, {
    ticked: Object.fromEntries([1, 2, 3].filter((stage) => isTicked(3 * row, stage)).map((stage) => [stage, statements[stage - 1].map((_, place) => place + 1)])),
  }]));
  const document = { format: "numea-dossier", version: 1, editedAt: "2026-11-23T10:42:05", ...FULL, identity: IDENTITY, answers: { ...answers, ...FULL.answers } };
  const text = record(3, JSON.stringify(document));
  await page.goto(base);
  await stores.leaveApp(base);
  await stores.putLocal(text);
  await stores.putDatabase(text);
  await stores.putDatabase(record(2, JSON.stringify({ ...document, plan: undefined })), "copy:2025-11-20T09:15:00");
  await stores.putDatabase("[true,true]", "set-aside:0badcafe");
}

/** Ticks a plausible school: most of stage 1, less of stage 2, little of stage 3. */
async function fillSome(page) {
  for (const field of FIELDS) {
    await open(page, `#/questionnaire/${field.id}`);
    const boxes = page.locator("input[type=checkbox][data-item][data-stage]:not([data-condition])");
    const stages = await boxes.evaluateAll((inputs) => inputs.map((input) => Number(input.dataset.stage)));
    for (const [index, stage] of stages.entries()) {
      if (isTicked(index, stage)) await boxes.nth(index).check({ force: true });
    }
  }
  await open(page, "#/equipe");
  await new Team(page).add(twelve().join(" "));
  await page.locator("[data-contribution]").nth(11).waitFor();
}

/** Twelve people of a plausible school: they agree on little of what is far ahead. */
function twelve() {
  return Array.from({ length: 12 }, (_, number) => code({
    id: BigInt(number + 1) * 0x1234567890abcdn,
    role: ROLES[number < 7 ? 0 : number % ROLES.length],
    said: Object.fromEntries(ITEMS.map(({ id }, row) => [id, (number + row) % 11 === 0 ? "unknown" : [1, 2, 3].filter((stage) => (number * 5 + row * 3) % 10 > 3 * stage - 3)])),
  }));
}

function isTicked(index, stage) {
  const row = Math.floor(index / 3);
  return stage === 1 ? row % 4 !== 3 : stage === 2 ? row % 2 === 0 : row % 3 === 0;
}

/** A fresh load: going from one route to another would keep the page, ready or not. */
async function open(page, route) {
  await page.goto(base + route);
  await page.reload();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

async function take(page, { name, route, width, theme, before = async () => {} }) {
  await page.setViewportSize({ width, height: width < 600 ? 780 : 900 });
  await page.emulateMedia({ colorScheme: theme });
  await open(page, route);
  await page.waitForLoadState("networkidle");
  await before(page);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !forReadme, animations: "disabled" });
}
