// Positionings taken over the years, what changed between two, and handing over to somebody else's computer.
import { Files } from "./pages/files.mjs";
import { Timeline } from "./pages/timeline.mjs";
import { FULL, openWith } from "./support/dossiers.mjs";
import { expect, test } from "./support/fixtures.mjs";

test("two years are compared with the reached objective named; what was lost is said, and exchanging the two exchanges it", async ({ page, app, questionnaire, objectives, stores }) => {
  const timeline = new Timeline(page);
  await openWith({ app, stores }, { answers: { "1.1.3": { ticked: { 1: [1, 2] } }, "1.1.1": { state: "not-applicable" } } }, "#/evolution");
  await expect(page.getByText("Dès qu’un positionnement est gardé")).toBeVisible();
  await timeline.keep("2025-11-20", "Conseil de novembre");
  await expect(timeline.taken).toContainText(["20 novembre 2025 – Conseil de novembre"]);
  await expect(timeline.taken).toContainText(["Étape 1 : 1 sur 20"]);
  await expect(timeline.summary).toHaveText("Rien n’a changé entre les deux.");

  // A year later one item is gained by an objective, and one is lost.
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  await questionnaire.item("1.1.3").statement(1).uncheck();
  await app.hasSaved();
  await app.open("#/objectifs");
  await objectives.addTo("1.1").click();
  await objectives.description.fill("Nommer un référent");
  await objectives.item.selectOption("1.1.2");
  await objectives.status.selectOption({ label: "Terminé" });
  await app.hasSaved();

  await app.open("#/evolution");
  await expect(timeline.summary).toHaveText("1 étape gagnée, 1 étape perdue, 1 objectif atteint.");
  await expect(timeline.gain("1.1", 1)).toHaveText("0, inchangé : 1 sur 4");
  const gained = timeline.items.getByRole("listitem").filter({ hasText: "1.1.2" });
  await expect(gained).toContainText("Étape 1 gagnée");
  await expect(gained).toContainText("Objectif atteint : Nommer un référent");
  await expect(timeline.items.getByRole("listitem").filter({ hasText: "1.1.3" })).toContainText("Étape 1 perdue");
  await expect(page.locator('[data-chart="comparison"] svg')).toBeVisible();
  // Paper has the comparison with its chart whole, and nothing to fill in.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "Garder le positionnement d’aujourd’hui" })).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Graphique de l’étape" })).toBeHidden();
  await expect(timeline.summary).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator('[data-chart="comparison"] svg').evaluate(namesOutsideOnPaper)).toEqual([]);

  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.3").statement(1).check();
  await app.hasSaved();
  await app.open("#/evolution");
  await expect(timeline.gain("1.1", 1)).toHaveText("+1, de 1 à 2 sur 4");
  await timeline.exchange.click();
  await expect(timeline.gain("1.1", 1)).toHaveText("−1, de 2 à 1 sur 4");

  // What was taken stays as it was, read only; deleted, it comes back.
  await timeline.taken.getByRole("button", { name: "Consulter" }).click();
  await expect(app.heading).toHaveText("Positionnement gardé");
  await app.showsFigures([1, 0, 0], 20);
  await expect(page.locator("[data-opened]").getByRole("checkbox")).toHaveCount(0);
  await page.goBack();
  await timeline.taken.getByRole("button", { name: "Supprimer" }).click();
  await expect(timeline.taken).toHaveCount(0);
  await page.getByRole("button", { name: "Le remettre" }).click();
  await expect(timeline.taken).toHaveCount(1);
  await app.reload();
  await expect(timeline.taken).toHaveCount(1);
});

test("a positioning that came by a link is compared with one's own dossier, and is not kept", async ({ page, app, stores }) => {
  const timeline = new Timeline(page);
  await openWith({ app, stores }, { answers: { "1.1.1": { ticked: { 1: [1, 2, 3, 4, 5], 2: [1, 2, 3, 4, 5, 6] } } } }, "#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug");
  await page.getByRole("button", { name: "Comparer avec mon dossier" }).click();
  await expect(app.heading).toHaveText("Évolution");
  await expect(page.getByRole("region", { name: "Ce qui a changé" })).toContainText("23 novembre 2026 – Reçu");
  const gained = timeline.items.getByRole("listitem").filter({ hasText: "1.1.1" });
  await expect(gained).toContainText("Étape 2 gagnée");
  await timeline.exchange.click();
  await expect(gained).toContainText("Étape 2 perdue");
  await app.reload();
  await expect(page.getByText("Dès qu’un positionnement est gardé")).toBeVisible();
});

test("what is handed over opens on another computer with its years and its word for the successor", async ({ page, app, stores, browser, baseURL }) => {
  const timeline = new Timeline(page);
  await openWith({ app, stores }, FULL, "#/evolution");
  await timeline.keep("2024-06-30", "");
  await timeline.keep("2025-06-30", "Conseil d’administration");
  await app.open("#/relais");
  await page.getByLabel("Où sont les exemplaires papier").fill("Classeur vert, bureau du proviseur adjoint.");
  await app.hasSaved();
  await expect(page.getByRole("region", { name: "Le fichier à transmettre" })).toContainText("2 positionnements gardés : 30 juin 2025 – Conseil d’administration");
  const { text } = await new Files(page).saved(page.getByRole("button", { name: "Télécharger le fichier" }));

  const other = await browser.newContext({ baseURL, locale: "fr-FR", serviceWorkers: "block" });
  try {
    const there = await other.newPage();
    await there.goto("#/partage");
    await expect(there.locator(".dropping")).toBeAttached();
    const files = new Files(there);
    await files.choose(text, "relais.json");
    await expect(files.preview).toContainText("2 positionnements gardés");
    await files.makeOwn();
    await there.goto("#/evolution");
    await expect(new Timeline(there).taken).toContainText(["30 juin 2025 – Conseil d’administration", "30 juin 2024"]);
    await there.goto("#/relais");
    await expect(there.getByLabel("Où sont les exemplaires papier")).toHaveValue("Classeur vert, bureau du proviseur adjoint.");
  } finally {
    await other.close();
  }
});

test("a year later each answer is looked at again: unchanged by a press or a key, or changed, and undone", async ({ page, app, questionnaire, stores }) => {
  await openWith({ app, stores }, FULL, "#/evolution");
  const review = page.getByRole("region", { name: "Revoir les réponses, item par item" });
  await review.getByRole("button", { name: "Commencer à revoir" }).click();
  await expect(review).toContainText("0 item revu sur 21, depuis le");
  await app.open("#/questionnaire/1.1");
  const tools = (id) => page.locator(`[id="item-${id}"] .item-card__review`);
  await expect(tools("1.1.1")).toContainText("À revoir");
  await page.locator('[data-review="1.1.1"]').click();
  await expect(tools("1.1.1")).toContainText("Revu : inchangé");
  await page.locator('[id="item-1.1.2"]').focus();
  await page.keyboard.press("Alt+Shift+R");
  await expect(tools("1.1.2")).toContainText("Revu : inchangé");
  await expect(page.locator('[id="item-1.1.3"]')).toBeFocused();
  await questionnaire.item("1.1.5").statement(3).click();
  await expect(tools("1.1.5")).toContainText("Revu : modifié");
  await app.undo.click();
  await expect(tools("1.1.5")).toContainText("À revoir");
  await app.open("#/evolution");
  await expect(review).toContainText("2 items revus sur 21");
  await review.getByRole("button", { name: "Terminer la revue" }).click();
  await app.open("#/questionnaire/1.1");
  await expect(questionnaire.item("1.1.1").statement(1)).toBeVisible();
  await expect(page.locator(".item-card__review")).toHaveCount(0);
});

/** The names of axes that stand outside the drawing once it has its size on paper: printing waits for no frame. */
function namesOutsideOnPaper(drawing) {
  window.dispatchEvent(new Event("beforeprint"));
  const right = drawing.getBoundingClientRect().right + 1;
  const outside = [...drawing.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > right).map((text) => text.textContent);
  window.dispatchEvent(new Event("afterprint"));
  return outside;
}
