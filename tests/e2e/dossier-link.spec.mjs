// A link to the whole dossier: made without names, as long as a message bears it, opened without writing anything.
import { readFileSync } from "node:fs";
import { DossierLink, unpacked } from "./pages/dossier-link.mjs";
import { IDENTITY, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

const GOLDEN = readFileSync("tests/it/fixtures/dossier-links-1.txt", "utf8").split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t"));
/** Links with a plan, whole: code and document. */
const [CODE] = GOLDEN[2];
const SCRIPT = /\/documents-[^/]*\.js$/;

const OBJECTIVE = { description: "Former les enseignants", field: "1.1", lead: "Adjointe PILOTE", indicator: "Part formée", target: "80 %", status: "ongoing" };
const MEMBERS = {
  identity: { school: "EPLEFPA SECRET", team: "Directrice CONFIDENTIELLE", schoolYear: 2026, positionedOn: "2026-11-24" },
  answers: { "1.1.2": { ticked: { 1: [1] }, note: "NOTE privée", proofs: ["https://preuve.exemple.fr/"] }, "1.1.3": { state: "unknown" } },
  plan: { lastId: 1, objectives: { 1: OBJECTIVE } },
  contacts: { maintenance: "Entreprise DÉPANNAGE" },
};
const NAMES = ["SECRET", "CONFIDENTIELLE", "PILOTE", "DÉPANNAGE"];
const TEXTS = ["NOTE privée", "preuve.exemple.fr"];

/** Words that hardly deflate. */
function noise(length) {
  let state = 1;
  const word = () => { state = (state * 48_271) % 2_147_483_647; return state.toString(36); };
  let text = "";
  while (text.length < length) text += `${word()} `;
  return text.slice(0, length);
}

test("names, notes and proofs are only in it where they are ticked in, objectives unless they are ticked out", async ({ page, app, stores }) => {
  await openWith({ app, stores }, MEMBERS, "#/partage");
  const made = new DossierLink(page);
  await expect(made.link).toHaveCount(0);
  await made.show.click();
  await expect(made.hide).toHaveAttribute("aria-expanded", "true");
  await expect(made.objectives).toBeChecked();
  for (const off of [made.names, made.texts]) await expect(off).not.toBeChecked();
  const has = async (texts, isThere) => {
    const { document } = unpacked(await made.link.inputValue());
    for (const text of texts) expect.soft(document.includes(text), text).toBe(isThere);
    return JSON.parse(document);
  };
  await has([...NAMES, ...TEXTS], false);
  const given = await has(["Former les enseignants", "80 %"], true);
  expect(given.answers).toEqual({ "1.1.2": { ticked: { 1: [1] } }, "1.1.3": { state: "unknown" } });
  expect(given.identity).toEqual({ schoolYear: 2026, positionedOn: "2026-11-24" });
  await expect(made.told).toContainText(/^Ce lien est assez court pour un courriel ou une messagerie \(\d{2,3}\scaractères\)/);

  await made.names.check();
  await expect(made.names).toBeFocused();
  await has(NAMES, true);
  await has(TEXTS, false);
  await made.texts.check();
  expect(await has([...NAMES, ...TEXTS], true)).toMatchObject(MEMBERS);
  await made.objectives.uncheck();
  await has(["Former les enseignants", "PILOTE"], false);
  const link = await made.link.inputValue();
  await made.hide.click();
  await expect(made.link).toHaveCount(0);

  await page.goto(link);
  await expect(page.locator("[data-opened]")).toContainText("sans les objectifs.");
  await expect(page.locator("[data-opened]")).not.toContainText("aucun objectif");
});

const withNote = (length) => ({ ...MEMBERS, answers: { "1.1.1": { note: noise(length) } } });

test("past 1,000 characters it is given with a warning", async ({ page, app, stores }) => {
  await openWith({ app, stores }, withNote(1_200), "#/partage");
  const made = new DossierLink(page);
  await made.show.click();
  await expect(made.told).toContainText("Ce lien est assez court");
  await made.texts.check();
  await expect(made.told).toContainText(/^Ce lien est long \(1\s\d{3}\scaractères\)\s: certaines messageries pourraient le couper/);
  const link = await made.link.inputValue();
  expect(link.length).toBeGreaterThan(1_000);
  await expect(made.told).toContainText(`${link.length}`.replace(/^1/, "1\u202f"));
});

test("past 2,000 characters the file is given instead", async ({ page, app, stores, files }) => {
  await openWith({ app, stores }, withNote(3_500), "#/partage");
  const made = new DossierLink(page);
  await made.show.click();
  await made.texts.check();
  await expect(made.told).toContainText(/^Ce lien serait trop long \([2-5]\s\d{3}\scaractères\)/);
  await expect(made.link).toHaveCount(0);
  const { text } = await files.saved(made.save);
  expect(JSON.parse(text).answers["1.1.1"].note).toBe(noise(3_500));
  await made.texts.uncheck();
  await expect(made.link).toHaveCount(1);
});

test("a dossier too long for any link is offered as a file", async ({ page, app, stores }) => {
  const answers = Object.fromEntries(["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.2.1"].map((id) => [id, { note: noise(4_000), proofs: [noise(2_000), noise(2_000), noise(2_000), noise(2_000)] }]));
  await openWith({ app, stores }, { answers }, "#/partage");
  const made = new DossierLink(page);
  await made.show.click();
  await made.texts.check();
  await expect(made.told).toContainText(/Ce dossier est trop long pour un lien|Ce lien serait trop long/);
  await expect(made.link).toHaveCount(0);
  await expect(made.save).toBeVisible();
});

test("opened elsewhere it writes nothing, shows what an opened file shows, stays in the address bar, and can be made one's own and back", async ({ page, app, browser, baseURL, stores }) => {
  await openWith({ app, stores }, MEMBERS, "#/partage");
  const made = new DossierLink(page);
  await made.show.click();
  const link = await made.link.inputValue();

  const other = await browser.newContext({ baseURL, locale: "fr-FR", serviceWorkers: "block" });
  const visit = await other.newPage();
  await visit.goto("#/questionnaire/2.1");
  await visit.locator("html[data-ready]").waitFor({ state: "attached" });
  await visit.locator('input[data-item="2.1.1"][data-stage="3"]').check();
  await expect(visit.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
  const kept = await visit.evaluate(() => JSON.stringify(localStorage));

  await visit.goto(link);
  await visit.reload();
  const preview = visit.locator("[data-opened]");
  await expect(visit.getByRole("heading", { level: 1 })).toHaveText("Dossier reçu");
  await expect(visit).toHaveTitle(/^Dossier reçu – /);
  await expect(preview).toContainText("modifié le 23 novembre 2026, sans les noms ni les notes ni les preuves.");
  await expect(preview.locator('[data-figure="stage-1"]')).toContainText("1 sur 21");
  await expect(preview).toContainText("Former les enseignants");
  await expect(preview.getByRole("checkbox")).toHaveCount(0);
  await expect(visit).toHaveURL(link);
  expect(await visit.evaluate(() => JSON.stringify(localStorage))).toBe(kept);

  await visit.getByRole("button", { name: "En faire mon dossier" }).click();
  await expect(visit.getByRole("heading", { level: 1 })).toHaveText(/^Positionnement de l’établissement/);
  await expect(visit.locator('[data-figure="stage-1"]')).toContainText("1 sur 21");
  await visit.goto("#/partage");
  await expect(visit.getByRole("region", { name: "Copies gardées sur cet appareil" }).locator(".copies__row")).toHaveCount(1);
  await visit.getByRole("button", { name: /Annuler la dernière modification \(reprise/ }).click();
  await visit.goto("#/positionnement/items");
  await expect(visit.locator('[data-figure="stage-3"]')).toContainText("1 sur 21");
  await expect(visit.locator('[data-figure="stage-1"]')).toContainText("0 sur 21");
  await other.close();
});

test("one link after the other shows the other, and what is no link says what to do", async ({ page, app }) => {
  await app.open(`#/d/${GOLDEN[1][0]}`);
  await expect(page.locator("[data-opened]")).toContainText("sans les noms ni les notes");
  await app.open(`#/d/${CODE}`);
  await expect(page.locator("[data-opened]")).not.toContainText("sans les noms");
  await expect(page.locator("[data-opened]")).toContainText("Objectifs de ce dossier");
  for (const broken of [CODE.slice(0, -5), `${CODE.slice(0, 40)}A${CODE.slice(41)}`, "x", ""]) {
    await app.open(`#/d/${broken}`);
    await expect(app.heading).toHaveText("Ce lien ne peut pas être lu");
    await expect(page.getByRole("main")).toContainText("incomplet ou abîmé");
    await expect(page.getByRole("main")).toContainText("Rien n’a été changé");
    await expect(page.locator("[data-opened]")).toHaveCount(0);
  }
  await page.goBack();
  await expect(app.heading).toHaveText("Ce lien ne peut pas être lu");
});

test("what mail and chat programs make of it can be pasted", async ({ page, app }) => {
  const half = CODE.length / 2;
  for (const pasted of [CODE, `<https://exemple.fr/numea/#/d/${CODE}>`, `https://exemple.fr/numea/%23/d/${CODE}`, `${CODE.slice(0, half)}\n${CODE.slice(half)}`]) {
    await app.open("#/partage");
    await page.getByLabel("Lien ou code reçu").fill(pasted);
    await page.getByRole("button", { name: "Ouvrir" }).click();
    await expect(app.heading).toHaveText("Dossier reçu");
    await expect(page.locator("[data-opened]")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`#/d/${CODE}$`));
  }
});

test.describe("where the module of documents cannot be had", () => {
  test.use({ allowed: [/documents-/] });

  test("the link is refused without harm and tried again, and the card says so", async ({ page, app }) => {
    await page.route(SCRIPT, (route) => route.fulfill({ status: 404, body: "" }));
    await app.open(`#/d/${CODE}`);
    await expect(app.heading).toHaveText("Ce lien ne peut pas être lu");
    await expect(page.getByRole("main")).toContainText("n’a pas pu être chargée");
    await app.choose("Partage");
    const made = new DossierLink(page);
    await made.show.click();
    await expect(made.notLoaded).toBeVisible();
    await page.goBack();
    await page.unroute(SCRIPT);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.locator("[data-opened]")).toBeVisible();
  });
});

test("the identity of a link that holds it is read at its head and on paper", async ({ page, app, stores }) => {
  await openWith({ app, stores }, { identity: IDENTITY }, "#/partage");
  const made = new DossierLink(page);
  await made.show.click();
  await made.names.check();
  const link = await made.link.inputValue();
  await app.open(`#/d/${link.split("#/d/")[1]}`);
  await expect(page.locator("[data-opened]")).toContainText(IDENTITY.school);
  await expect(page.locator(".paper-head")).toContainText(IDENTITY.school);
});
