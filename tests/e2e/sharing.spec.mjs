// A link to a positioning: given, received, refused, made one's own.
import { readFileSync } from "node:fs";
import { expect, test } from "./support/fixtures.mjs";

const GOLDEN = readFileSync("tests/it/fixtures/links-1.txt", "utf8");

test("the link follows the answers, holds no name, and fits in a message", async ({ page, app, questionnaire }) => {
  await app.open("#/partage");
  const link = page.locator("[data-share-link]");
  const empty = await link.inputValue();
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.choose("Partage");
  const filled = await link.inputValue();
  expect(filled).not.toBe(empty);
  expect(filled).toMatch(/\/numea\/#\/r\/[A-Za-z0-9_-]+$/);
  expect(filled.split("#")[1].length).toBeLessThan(120);
  expect(filled).toContain(await page.getByLabel("Code, si la messagerie").inputValue());
});

test("copying is one click, and says so", async ({ page, context, app }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("#/partage");
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await expect(page.getByText("Copié.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator("[data-share-link]").inputValue());
});

test("a received link shows the same figures, leaves one's own work byte for byte, and can be made one's own and back", async ({ page, browser, baseURL, app, questionnaire, stores }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await questionnaire.item("1.1.3").statement(2).check();
  await questionnaire.item("1.1.4").declared("Non concerné").check();
  await app.choose("Partage");
  const link = await page.locator("[data-share-link]").inputValue();

  // Another profile, with work of its own.
  const other = await browser.newContext({ baseURL, locale: "fr-FR" });
  const visit = await other.newPage();
  await visit.goto("#/questionnaire/2.1");
  await visit.locator("html[data-ready]").waitFor({ state: "attached" });
  await visit.locator('input[data-item="2.1.1"][data-stage="3"]').check();
  await expect(visit.locator("[data-save-state]")).toHaveText(/^Enregistré à/);
  const kept = await visit.evaluate(() => JSON.stringify(localStorage));

  await visit.goto(link);
  await visit.reload();
  const received = visit.locator("[data-received]");
  await expect(received.locator('[data-figure="stage-1"]')).toContainText("1 sur 20");
  await expect(received.locator('[data-figure="stage-2"]')).toContainText("1 sur 20");
  await expect(received.locator('[data-figure="stage-3"]')).toContainText("0 sur 20");
  await expect(received.locator('[data-chart="positioning"] svg')).toBeVisible();
  await expect(received.getByRole("checkbox")).toHaveCount(0);
  await expect(visit).toHaveURL(link);
  expect(await visit.evaluate(() => JSON.stringify(localStorage))).toBe(kept);

  await visit.getByRole("button", { name: "En faire mon dossier" }).click();
  await expect(visit.getByRole("heading", { level: 1 })).toHaveText(/^Positionnement de l’établissement/);
  await expect(visit.locator('[data-figure="stage-1"]')).toContainText("1 sur 20");
  await visit.getByRole("button", { name: /Annuler la dernière modification \(reprise/ }).click();
  await expect(visit.locator('[data-figure="stage-3"]')).toContainText("1 sur 21");
  await expect(visit.locator('[data-figure="stage-1"]')).toContainText("0 sur 21");
  await other.close();
});

test("a damaged, cut or newer link says what to do, and never shows another positioning", async ({ page, app }) => {
  await app.open("#/partage");
  const code = (await page.locator("[data-share-link]").inputValue()).split("#/r/")[1];
  for (const [broken, sentence] of [
    [code.slice(0, -3), "incomplet ou abîmé"],
    [code.replace(/.(.)$/, (pair) => (pair[0] === "A" ? "B" : "A") + pair[1]), "incomplet ou abîmé"],
    ["x", "code"],
  ]) {
    await app.open(`#/r/${broken}`);
    await expect(app.heading).toHaveText("Ce lien ne peut pas être lu");
    await expect(page.getByRole("main")).toContainText(sentence);
    await expect(page.locator("[data-received]")).toHaveCount(0);
  }
  await app.open("#/positionnement/items");
  await app.showsFigures([0, 0, 0]);
});

test("what mail and chat programs make of a link can be pasted", async ({ page, app }) => {
  const golden = GOLDEN.split("\n").filter((line) => line.startsWith("official"))[1].split("\t")[1];
  for (const pasted of [golden, `<https://exemple.fr/numea/#/r/${golden}>`, `https://exemple.fr/numea/%23/r/${golden}`, `${golden.slice(0, 20)}\n${golden.slice(20)}`]) {
    await app.open("#/partage");
    await page.getByLabel("Lien ou code reçu").fill(pasted);
    // By key: a click on a screen that has just come is taken for the end of a double click.
    await page.keyboard.press("Enter");
    await expect(app.heading).toHaveText("Positionnement reçu");
  }
  await app.open("#/partage");
  await page.getByLabel("Lien ou code reçu").fill("bonjour");
  await page.getByRole("button", { name: "Ouvrir" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Aucun code" })).toBeVisible();
});

test("what one can ask for is in sight as soon as the screen is there", async ({ page, app }) => {
  await app.open("#/partage");
  for (const name of ["Afficher le QR code", "Télécharger une sauvegarde", "Copier le lien", "Effacer de cet appareil…"]) {
    await expect(page.getByRole("button", { name })).toBeVisible({ timeout: 2_000 });
  }
});

test("a positioning says whose it is only where its sender ticked that, and one's own name does not stand beside it", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.open("#/partage");
  const card = page.getByRole("region", { name: "Donner un lien vers ce positionnement" });
  await expect(card.getByRole("checkbox")).toHaveCount(0);
  await card.getByRole("link", { name: "Donner un nom à l’établissement" }).click();
  await page.getByLabel("Nom de l’établissement").fill("EPLEFPA des Trois Rivières");
  await page.getByLabel("Instance").fill("Conseil intérieur");
  await app.choose("Partage");
  const link = page.locator("[data-share-link]");
  const unsigned = await link.inputValue();
  const code = await page.locator("[data-share-code]").inputValue();
  const box = card.getByRole("checkbox", { name: "Dire de qui il vient : EPLEFPA des Trois Rivières" });
  await expect(box).not.toBeChecked();
  await expect(card).toContainText("Ni nom, ni note");
  await box.check();
  await expect(card).toContainText("Le nom « EPLEFPA des Trois Rivières »");
  const signed = await link.inputValue();
  expect(signed.startsWith(`${unsigned}/`)).toBe(true);
  await expect(page.locator("[data-share-code]")).toHaveValue(code);

  const received = page.locator("[data-received]");
  for (const [given, name] of [[signed, /^EPLEFPA des Trois Rivières, d’après/], [signed.slice(0, -1), null], [unsigned, null]]) {
    await page.goto("about:blank");
    await app.open(given);
    await expect(app.figure(1)).toContainText("1 sur 21");
    await expect(received.locator("[data-sender]")).toHaveText(name ? [name] : []);
    await expect(received).not.toContainText("Conseil intérieur");
    await expect(app.header.getByText("EPLEFPA")).toBeHidden();
    for (const button of [app.undo, app.redo]) await expect(button).toBeHidden();
  }
  await app.choose("Partage");
  await expect(box).not.toBeChecked();
  await expect(app.header).toContainText("EPLEFPA des Trois Rivières");
});

test("a letter with the link is one press away, and a card has one main button", async ({ page, app, questionnaire }) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await app.choose("Partage");
  const letter = page.getByRole("link", { name: "Envoyer par courriel" });
  const address = new URL(await letter.getAttribute("href"));
  expect(address.protocol).toBe("mailto:");
  expect(address.searchParams.get("subject")).toBe("Positionnement NumEA-Établissement");
  expect(address.searchParams.get("body")).toContain(await page.locator("[data-share-link]").inputValue());
  const main = await page.locator(".share-card").evaluateAll((cards) => cards.map((card) => card.querySelectorAll('[data-kind="primary"]').length));
  expect(Math.max(...main)).toBe(1);
  for (const name of ["Copier le lien", "Ouvrir", "Afficher le lien du dossier"]) {
    await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("data-kind", "primary");
  }
});

test("a received link or file is opened from the first screen", async ({ page, app, files }) => {
  const golden = GOLDEN.split("\n").filter((line) => line.startsWith("official"))[1].split("\t")[1];
  await app.open("#/");
  await page.getByText("Ouvrir un lien ou un fichier reçu").click();
  await page.getByLabel("Lien ou code reçu").fill("bonjour");
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Aucun code" })).toBeVisible();
  await page.getByLabel("Lien ou code reçu").fill(`Voici : https://exemple.fr/numea/#/r/${golden}`);
  await page.keyboard.press("Enter");
  await expect(app.heading).toHaveText("Positionnement reçu");
  // Back where it was unfolded.
  await page.goBack();
  await files.choose("bonjour");
  await files.refuses("ne vient pas de cet outil");
});
