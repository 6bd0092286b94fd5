// « Corbeille »: what becomes of a deleted objective.
import { DossierLink, unpacked } from "./pages/dossier-link.mjs";
import { expect, test } from "./support/fixtures.mjs";

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+01:00"));
});

test("deleted objectives wait in the bin, come back under their number, or go for good, and each is undone", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await expect(objectives.bin).toHaveCount(0);
  await objectives.write("1.1", "Former les équipes");
  await objectives.write("1.2", "Équiper les salles");
  await objectives.throwAway("Former les équipes");
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");
  await objectives.throwAway("Équiper les salles");
  await expect(objectives.binTitle).toHaveText("Corbeille (2)");
  await app.hasSaved();
  await app.reload();

  await objectives.binTitle.click();
  const binned = objectives.binned.filter({ hasText: "Former les équipes" });
  await expect(binned).toContainText("Supprimé le 24 novembre 2026, gardé jusqu’au 24 décembre 2026 au moins.");
  await page.getByRole("button", { name: "Remettre l’objectif « Former les équipes »" }).click();
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");
  await expect(objectives.binTitle, "the focus is not lost").toBeFocused();
  await expect(objectives.row("Former les équipes").getByRole("link")).toHaveAttribute("href", "#/objectifs/1");
  await app.undo.click();
  await expect(objectives.binTitle).toHaveText("Corbeille (2)");
  await expect(objectives.rows).toHaveCount(0);
  await app.redo.click();
  await expect(objectives.rows).toHaveCount(1);

  await page.getByRole("button", { name: "Supprimer définitivement l’objectif « Équiper les salles »" }).click();
  await expect(objectives.bin).toHaveCount(0);
  await expect(app.heading, "the focus is not lost").toBeFocused();
  await expect(page.getByRole("button", { name: "Le remettre" })).toHaveCount(0);
  await app.hasSaved();
  await app.reload();
  await app.undo.click();
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");
});

test("undoing a deletion takes the objective out of the bin", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former les équipes");
  await objectives.throwAway("Former les équipes");
  await page.getByRole("button", { name: "Le remettre" }).click();
  await expect(objectives.bin).toHaveCount(0);
  await expect(objectives.row("Former les équipes")).toHaveCount(1);
});

test("thirty days later the bin says so, a change of the next day empties it, and undoing that change brings it back", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former les équipes");
  await objectives.throwAway("Former les équipes");
  await app.hasSaved();

  await page.clock.setFixedTime(new Date("2026-12-23T23:00:00+01:00"));
  await app.reload();
  await objectives.write("1.2", "Équiper les salles");
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");

  await page.clock.setFixedTime(new Date("2026-12-24T08:00:00+01:00"));
  await app.reload();
  await objectives.binTitle.click();
  await expect(objectives.binned).toContainText("Supprimé le 24 novembre 2026, peut disparaître à partir de demain.");
  await objectives.write("1.3", "Relier l’atelier");
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");
  await app.hasSaved();

  await page.clock.setFixedTime(new Date("2026-12-25T08:00:00+01:00"));
  await app.reload();
  await objectives.binTitle.click();
  await expect(objectives.binned).toContainText("Supprimé le 24 novembre 2026, disparaît à la prochaine modification.");
  await objectives.write("2.1", "Ouvrir le tiers-lieu");
  await expect(objectives.bin).toHaveCount(0);
  await app.hasSaved();
  await app.reload();
  // The text, then the new objective, with which the bin was emptied.
  for (let steps = 0; steps < 2; steps += 1) await app.undo.click();
  await expect(objectives.binTitle).toHaveText("Corbeille (1)");
});

test("the bin is not printed", async ({ page, app, objectives }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former les équipes");
  await objectives.throwAway("Former les équipes");
  await objectives.binTitle.click();
  await expect(objectives.binned).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(objectives.bin).toBeHidden();
});

test("what was deleted goes into no link, and into a file only where its box is ticked", async ({ page, app, objectives, files }) => {
  await app.open("#/objectifs");
  await objectives.write("1.1", "Former les équipes");
  await app.open("#/partage");
  const box = page.getByRole("region", { name: "Télécharger une sauvegarde" }).getByRole("checkbox", { name: /^Ajouter la corbeille/ });
  await expect(box, "nothing was deleted yet").toBeHidden();
  await app.open("#/objectifs");
  await objectives.write("1.2", "Équiper les salles");
  await objectives.throwAway("Équiper les salles");

  await app.open("#/partage");
  await expect(box).not.toBeChecked();
  const without = await files.saved();
  expect(without.text).toContain("Former les équipes");
  expect(without.text).not.toContain("Équiper les salles");
  await page.getByText("Ajouter la corbeille : 1 objectif supprimé, avec son pilote").first().click();
  await expect(box).toBeChecked();
  expect((await files.saved()).text).toContain("Équiper les salles");

  const made = new DossierLink(page);
  await made.show.click();
  for (const part of [made.names, made.texts]) await part.check();
  const { document } = unpacked(await made.link.inputValue());
  expect(document).toContain("Former les équipes");
  expect(document).not.toContain("Équiper les salles");
});
