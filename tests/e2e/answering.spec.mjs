// Somebody answers an invitation alone, on a device that is not hers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
import { expect, test } from "./support/fixtures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** Everything that this origin keeps, as text. */
function everythingKept(page) {
  return page.evaluate(async () => {
    const open = () => new Promise((done) => { const asked = indexedDB.open("numea"); asked.onsuccess = () => done(asked.result); });
    const database = await open();
    const store = database.transaction("v1").objectStore("v1");
    const all = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
    database.close();
    return JSON.stringify([{ ...localStorage }, keys, values]);
  });
}

test("an invitation is answered by keyboard alone, sent, and the next person finds nothing of the first", async ({ page, app }) => {
  const answering = new Answering(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await answering.open(INVITATIONS.team);
  await expect(page.getByText("Lycée agricole du Val d’Aubrac vous demande")).toBeVisible();
  await expect(page.getByText("Aucun nom n’est demandé")).toBeVisible();
  await expect(app.menu).toBeHidden();
  expect(await violations(page)).toEqual([]);

  await answering.begin.focus();
  await page.keyboard.press("Enter");
  await expect(answering.heading).toHaveText(/^2\.1 /);
  await expect(answering.heading).toBeFocused();
  await answering.box("2.1.1", 1).focus();
  await page.keyboard.press("Space");
  await answering.state("2.1.2", "unknown").focus();
  await page.keyboard.press("Space");
  await expect(answering.state("2.1.2", "unknown")).toBeChecked();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // What is answered outlives the page, and is no dossier.
  await page.reload();
  await expect(page.getByText("2 items sur 7 ont une réponse.")).toBeVisible();
  await expect(answering.box("2.1.1", 1)).toHaveCount(0);
  expect(await everythingKept(page)).not.toContain("numea-dossier");
  await answering.goOn.press("Enter");
  await expect(answering.box("2.1.1", 1)).toBeChecked();

  await answering.next.press("Enter");
  await answering.next.press("Enter");
  await answering.next.press("Enter");
  await expect(answering.heading).toHaveText("Envoyer votre réponse");
  await expect(page.locator("[data-qr]")).toBeVisible();
  await expect(answering.missing).toContainText("5 items sont sans réponse");
  const code = await answering.code.inputValue();
  expect(await answering.link.inputValue()).toMatch(new RegExp(`/numea/#/c/${code}$`));
  const letter = await page.getByRole("link", { name: "Envoyer par courriel" }).getAttribute("href");
  expect(letter).toContain(code);
  expect(letter.length).toBeLessThan(1_800);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // Sent again without a change it is the same; after one it replaces the first: same form, next revision.
  await page.getByRole("button", { name: "Revenir à mes réponses" }).press("Enter");
  await answering.toTheEnd();
  expect(await answering.code.inputValue()).toBe(code);
  await page.getByRole("button", { name: /^Compléter 2\.1\.3|^Compléter 2\.2/ }).first().press("Enter");
  await answering.state("2.2.1", "none").check();
  await answering.toTheEnd();
  const second = await answering.code.inputValue();
  expect(second).not.toBe(code);
  expect(second.slice(0, 13)).toBe(code.slice(0, 13));

  await answering.leave("another");
  await expect(answering.heading).toBeFocused();
  await answering.begin.press("Enter");
  await expect(page.locator("input:checked")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator("input:checked")).toHaveCount(0);
  const kept = await everythingKept(page);
  for (const trace of [code, second, code.slice(3, 13)]) expect(kept).not.toContain(trace);
  await answering.toTheEnd();
  expect((await answering.code.inputValue()).slice(3, 13)).not.toBe(code.slice(3, 13));

  await answering.leave("erase");
  await expect(answering.heading).toHaveText("Vos réponses sont effacées");
  await expect.poll(() => everythingKept(page)).not.toContain("draft:");
  await page.goBack();
  await page.goto(INVITATIONS.team);
  await expect(answering.begin).toBeVisible();
});

test("a role that the invitation leaves open is chosen, in own words too, and one that is not chosen is said", async ({ page }) => {
  const answering = new Answering(page);
  await answering.open(INVITATIONS.whole);
  await page.getByRole("radio", { name: "Autre" }).check();
  await page.getByLabel("En quelques mots").fill("Tuteurs d’apprentissage");
  await answering.begin.click();
  await answering.state("1.1.1", "unknown").check();
  await answering.toTheEnd();
  const link = await answering.link.inputValue();
  await expect(answering.missing).toContainText("20 items sont sans réponse");
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(other.getByText("Rôle : Tuteurs d’apprentissage. 1 item répondu sur 21")).toBeVisible();
  await other.close();

  await answering.leave("another");
  await answering.begin.click();
  await answering.toTheEnd();
  await expect(page.getByText("Votre rôle n’est pas choisi.")).toBeVisible();
  await page.getByRole("button", { name: "Choisir votre rôle" }).click();
  await page.getByRole("radio", { name: "Élèves" }).check();
  await answering.begin.click();
  await answering.toTheEnd();
  await expect(page.getByText("Votre rôle n’est pas choisi.")).toHaveCount(0);
});

test("the dossier of this device, and the tab that writes it, are left alone by whoever answers", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.hasSaved();
  const slots = () => page.evaluate(() => ["dossier", "dossier-b"].map((slot) => localStorage.getItem(`numea:v1:${slot}`)));
  const before = await slots();
  const other = await page.context().newPage();
  const answering = new Answering(other);
  await answering.open(INVITATIONS.whole);
  await answering.begin.click();
  await expect(answering.box("1.1.2", 1)).not.toBeChecked();
  await answering.box("1.1.3", 1).check();
  await expect(answering.box("1.1.3", 1)).toBeChecked();
  await other.close();
  expect(await slots()).toEqual(before);
  await page.reload();
  await expect(questionnaire.item("1.1.2").statement(1)).toBeChecked();
  await expect(questionnaire.item("1.1.3").statement(1)).not.toBeChecked();
});
