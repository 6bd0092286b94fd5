// « Réseau »: two hundred files of schools, dropped as a folder; a zip, stopped on its way.
import { mkdir, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Network } from "./pages/network.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { counts, school } from "./support/schools.mjs";
import { zipped } from "./support/zip.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCHOOLS = 170;

test.use({ reducedMotion: "reduce" });

test("a dropped folder of two hundred files is counted as an independent count says, copies, older versions and rubbish apart", async ({ page, app }, info) => {
  const network = new Network(page);
  const dossiers = Array.from({ length: SCHOOLS }, (_, number) => school(number));
  const folder = info.outputPath("Dossiers reçus");
  const files = [
    ...dossiers.map((dossier, number) => [`${number % 2 ? "Bretagne" : "Occitanie"}/ecole-${number}.json`, JSON.stringify(dossier, undefined, number % 3)]),
    ...dossiers.slice(0, 10).map((dossier, number) => [`copie de ${number}.json`, JSON.stringify(dossier)]),
    ...dossiers.slice(10, 18).map((dossier, number) => [`ancien ${number}.json`, JSON.stringify({ ...school(500 + number), identity: { ...dossier.identity, positionedOn: "2024-11-20", schoolYear: 2024 } })]),
    ["coupé.json", JSON.stringify(dossiers[0]).slice(0, 900)],
    ["vide.json", ""],
    ["autre grille.json", JSON.stringify({ format: "numea-dossier", version: 1, answers: { "9.1.1": { state: "none" } } })],
    ["sans réponse.json", JSON.stringify({ format: "numea-dossier", version: 1, answers: {} })],
    ["photo.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])],
    ["lisez-moi.txt", "Bonjour, voici les dossiers."],
    ["liens.txt", "Le lycée : https://ecole.test/numea/#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug\n"],
    ["classeur.xlsx", zipped(new Map([["[Content_Types].xml", "<Types/>"], ["xl/workbook.xml", "<workbook/>"]]))],
    ["d'autres.csv", "a;b\n1;2\n"],
    ["hostile <img src=x onerror=alert(1)>.json", "{}"],
    ["newer.json", JSON.stringify({ ...dossiers[1], version: 9 })],
    ["Thumbs.db", "x"],
  ];
  for (const [name, content] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await app.open("#/aide/accompagnement");
  await page.getByRole("link", { name: "Voir un réseau d’établissements" }).click();
  await expect(app.heading).toHaveText("Réseau d’établissements");
  expect(await violations(page)).toEqual([]);
  await network.drop([folder]);
  await expect(network.read).toHaveText("171 établissements comptés, 10 copies identiques, 8 versions plus anciennes, 10 fichiers ou liens écartés.", { timeout: 60_000 });

  await expect(network.of).toHaveText("171 établissements");
  await expect(network.figures).toHaveCount(63);
  await network.forget.click();
  await expect(network.figures).toHaveCount(0);
  await network.folder.setInputFiles(folder);
  await expect(network.figures).toHaveCount(63, { timeout: 60_000 });

  const refused = await network.list("refused");
  await expect(refused).toHaveCount(10);
  await expect(refused.filter({ hasText: "coupé.json" })).toContainText("incomplet ou abîmé");
  await expect(refused.filter({ hasText: "<img src=x" })).toContainText("ne vient pas de cet outil");
  await expect(refused.filter({ hasText: "classeur.xlsx" })).toContainText("C’est un classeur");
  await expect(await network.list("older")).toHaveCount(8);

  await page.getByLabel("Étiquette", { exact: true }).selectOption({ label: "Bretagne (85)" });
  await expect(network.of).toHaveText("85 établissements : Bretagne");
  const breton = counts(dossiers.filter((_, number) => number % 2));
  await expect.poll(async () => Object.fromEntries(await network.counts())).toEqual(Object.fromEntries(breton));
  expect(await violations(page)).toEqual([]);

  await network.anonymous.check();
  await expect(network.schools).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText("Grands Champs");
  expect(await violations(page)).toEqual([]);
});

test("a zip is stopped on its way, what was read stays counted, and the rest is read when it is dropped again", async ({ page, app }) => {
  const network = new Network(page);
  const dossiers = Array.from({ length: 900 }, (_, number) => school(number, { notes: 40 }));
  const zip = { name: "Dossiers.zip", mimeType: "application/zip", buffer: zipped(new Map(dossiers.map((dossier, number) => [`reçus/ecole-${number}.json`, JSON.stringify(dossier)]))) };
  await app.open("#/reseau");
  const stopped = page.evaluate(stopAtOnce);
  await network.files.setInputFiles(zip);
  await stopped;
  await expect(network.said).toHaveText(/^Lecture arrêtée\s: \d+\séléments? lus? sur\s900\. Ce qui est lu reste compté/);
  await expect(network.said).toBeFocused();
  await expect(network.stop).toHaveCount(0);
  const counted = Number((await network.said.textContent()).match(/:\s(\d+)\s/u)?.[1] ?? NaN);
  expect(counted).toBeLessThan(900);

  await network.files.setInputFiles(zip);
  await expect(network.read).toHaveText("900 établissements comptés.", { timeout: 60_000 });
  await expect(network.figures).toHaveCount(63);
  expect(Object.fromEntries(await network.counts())).toEqual(Object.fromEntries(counts(dossiers)));

  const downloads = [];
  for (const name of ["Télécharger le classeur (.xlsx)", "Télécharger le tableau des items (.csv)"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    downloads.push((await download).suggestedFilename());
  }
  expect(downloads.map((name) => name.replace(/\d{4}-\d\d-\d\d/, "DAY"))).toEqual(["numea-reseau-DAY.xlsx", "numea-reseau-DAY.csv"]);
});

/** Runs in the page: presses « Annuler » as soon as some files are read. */
function stopAtOnce() {
  return new Promise((done) => {
    const look = () => {
      const button = document.querySelector("[data-network-stop]");
      const read = document.querySelector("#network-progress")?.value ?? 0;
      if (!button || read < 1) return requestAnimationFrame(look);
      button.click();
      return done();
    };
    look();
  });
}

/** What axe finds wrong, in short. */
async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run({ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } }));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
}
