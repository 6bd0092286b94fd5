// Somebody answers an invitation alone, on a device that is not hers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Answering, INVITATIONS } from "./pages/answering.mjs";
import { Team } from "./pages/team.mjs";
import { FIVE, code } from "./support/answers.mjs";
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

test("two tabs on one invitation show the same draft, lose no answer of either, and send one revision after the other", async ({ page, context }) => {
  const one = new Answering(page);
  await one.open(INVITATIONS.team);
  const second = await context.newPage();
  const other = new Answering(second);
  await other.open(INVITATIONS.team);
  await one.begin.click();
  await one.box("2.1.1", 1).check();
  // What another tab began is not shown before one goes on with it.
  await expect(other.goOn).toBeVisible();
  await other.goOn.click();
  await expect(other.box("2.1.1", 1)).toBeChecked();
  await other.state("2.1.2", "unknown").check();
  await expect(one.state("2.1.2", "unknown")).toBeChecked();
  await expect(one.box("2.1.1", 1)).toBeChecked();

  await other.toTheEnd();
  const sent = await other.code.inputValue();
  await one.box("2.1.1", 2).check();
  await expect(second.getByText("Vos réponses ont changé dans un autre onglet")).toBeVisible();
  await expect(other.code).toHaveCount(0);
  await second.getByRole("button", { name: "Refaire le code" }).click();
  await expect(other.code).toBeVisible();
  const newer = await other.code.inputValue();
  expect(newer.slice(0, 13), "the same person").toBe(sent.slice(0, 13));
  expect(newer).not.toBe(sent);
  await one.toTheEnd();
  expect(await one.code.inputValue(), "both send the same").toBe(newer);

  // A tab that slept through it all finds what was written meanwhile before it writes.
  await second.evaluate(() => { window.BroadcastChannel = undefined; });
  await page.getByRole("button", { name: "Revenir à mes réponses" }).click();
  await second.getByRole("button", { name: "Revenir à mes réponses" }).click();
  await page.evaluate(() => { BroadcastChannel.prototype.postMessage = () => {}; });
  await one.box("2.1.1", 3).check();
  await other.state("2.1.2", "none").check();
  await expect(other.box("2.1.1", 3)).toBeChecked();
  await page.reload();
  await one.goOn.click();
  await expect(one.state("2.1.2", "none")).toBeChecked();
  await expect(one.box("2.1.1", 3)).toBeChecked();

  // Erased in one tab, it is nowhere: the other neither shows nor writes it any more.
  await one.toTheEnd();
  await second.reload();
  await other.goOn.click();
  await one.leave("erase");
  await expect(other.heading).toHaveText("Vos réponses sont effacées");
  expect(await everythingKept(page)).not.toContain("draft:");
});

for (const [what, deny] of [["IndexedDB", removeDatabase], ["localStorage", denyLocalStorage]]) {
  test(`without ${what}, a draft and received answers outlive the page all the same`, async ({ page }) => {
    await page.addInitScript(deny);
    const answering = new Answering(page);
    await answering.open(INVITATIONS.team);
    await answering.begin.click();
    await answering.state("2.1.1", "unknown").check();
    await page.waitForTimeout(200);
    await page.reload();
    await answering.goOn.click();
    await expect(answering.state("2.1.1", "unknown")).toBeChecked();
    const team = new Team(page);
    await page.goto("#/equipe");
    await team.add(FIVE.map(code).join(" "));
    await expect(team.report).toHaveText("5 réponses ajoutées.");
    await page.reload();
    await expect(team.received).toHaveCount(5);
    await team.received.first().getByRole("button").click();
    await expect(team.received).toHaveCount(4);
    await page.reload();
    await expect(team.received).toHaveCount(4);
  });
}

test("without any storage, an invitation is answered and sent, and says that the code must go before the page is closed; answers are gathered for the visit", async ({ page }) => {
  await page.addInitScript(removeDatabase);
  await page.addInitScript(denyLocalStorage);
  const answering = new Answering(page);
  await answering.open(INVITATIONS.team);
  await expect(page.getByText("Ce navigateur ne garde rien : envoyez votre code avant de fermer cette page.")).toBeVisible();
  await answering.begin.click();
  await answering.state("2.1.1", "unknown").check();
  await answering.toTheEnd();
  const sent = await answering.code.inputValue();
  const team = new Team(page);
  await page.evaluate(() => { location.hash = "#/equipe"; });
  await team.add([sent, ...FIVE.map(code)].join(" "));
  await expect(team.received).toHaveCount(6);
  await team.received.last().getByRole("button").click();
  await expect(team.received).toHaveCount(5);
  await page.evaluate(() => { location.hash = "#/reunion/1.1.3"; });
  await team.reveal.click();
  await expect(team.spread("1.1.3/1")).toBeVisible();
});

// These run in the page.

function removeDatabase() {
  Object.defineProperty(window, "indexedDB", { value: undefined });
}

function denyLocalStorage() {
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
}
