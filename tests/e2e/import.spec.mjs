// A workbook that goes out, is filled elsewhere, and comes back: previewed line by line, applied in one edit.
import { Documents } from "./pages/documents.mjs";
import { WHOLE } from "./pages/files.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { filled } from "./support/workbook.mjs";
import { unzipped, zipped } from "./support/zip.mjs";

test("a workbook filled elsewhere is previewed line by line, and what is taken is one edit", async ({ page, app, stores }) => {
  const documents = new Documents(page);
  await stores.leaveApp();
  await stores.putLocal(record(3, JSON.stringify(WHOLE)));
  await app.open("#/documents");
  await stores.agree();
  const { bytes } = await documents.download("workbook");

  await documents.give(bytes);
  await expect(page.getByText("et rien à changer")).toBeVisible();
  await page.getByRole("button", { name: "Fermer", exact: true }).click();

  await documents.give(filled(bytes, [
    ["1.2.2/1", "D", " OUI "],
    ["2.1.1/2", "D", "x"],
    ["1.2.3/1", "D", "peut-être"],
    ["1.2.2", "E", "Vu en conseil &lt;b&gt;"],
  ]));
  await expect(page.getByRole("heading", { name: "Ce que « classeur.xlsx » changerait" })).toBeFocused();
  await expect(documents.lines).toHaveCount(3);
  await expect(page.locator("[data-import-troubles]")).toContainText("Feuille « Questionnaire », cellule D");
  await expect(page.locator("[data-import-troubles]")).toContainText("la réponse « peut-être » n’est pas comprise");
  await expect(documents.line("1.2.2/response")).toContainText("étape 1 : oui");
  await expect(documents.line("1.2.2/note")).toContainText("Vu en conseil <b>");
  await expect(documents.line("2.1.1/response"), "two answers that do not go together").toContainText("dit encore l’ancienne réponse");
  await expect(documents.line("2.1.1/response").locator('[data-import-choice="keep"]')).toBeChecked();
  const kept = await stores.local();

  await page.locator('[data-import-all="keep"]').click();
  await expect(documents.apply).toHaveText("Appliquer les changements choisis");
  await documents.apply.click();
  await expect(page.getByText("Rien n’est à appliquer")).toBeVisible();
  await page.locator('[data-import-all="take"]').click();
  await documents.choose("2.1.1/response", "keep");
  await expect(documents.apply).toHaveText("Appliquer 2 changements");
  expect(await stores.local(), "nothing is changed before").toBe(kept);

  await documents.apply.click();
  await expect(page.getByText("2 changements ont été repris dans votre dossier")).toBeVisible();
  await app.hasSaved();
  const now = JSON.parse(JSON.parse(await stores.local()).body);
  expect(now.answers["1.2.2"]).toEqual({ ticked: { 1: [1] }, note: "Vu en conseil <b>" });
  expect(now.answers["2.1.1"]).toEqual(WHOLE.answers["2.1.1"]);
  expect({ ...now, answers: { ...now.answers, "1.2.2": undefined }, editedAt: undefined }, "the rest is as it was")
    .toEqual({ ...WHOLE, answers: { ...WHOLE.answers, "1.2.2": undefined }, editedAt: undefined });

  await app.undo.click();
  await app.hasSaved();
  expect(JSON.parse(JSON.parse(await stores.local()).body).answers).toEqual(WHOLE.answers);
  await app.open("#/questionnaire/1.2");
  await expect(page.locator('input[data-item="1.2.2"][data-stage="1"]:not([data-condition])')).not.toBeChecked();
});

test("a workbook that is opened as a file, on any screen, leads to the same preview", async ({ page, app, files }) => {
  const documents = new Documents(page);
  await app.open("#/partage");
  await files.choose("Clé;Réponse\n1.1.3/1;oui\n", "reponses.csv");
  await expect(app.heading).toHaveText("Documents");
  await expect(documents.line("1.1.3/response")).toContainText("étape 1 : oui");
});

/** A file that deflates to little and inflates to 200 MiB, which its directory hides. */
const BOMB = new Map([["[Content_Types].xml", "<Types/>"], ["xl/workbook.xml", "<workbook><sheets/></workbook>"], ["xl/big.xml", Buffer.alloc(80 << 20)]]);
const HOSTILE = [
  ["grows", () => zipped(BOMB), "bombe.xlsx", "Ce fichier deviendrait énorme"],
  ["grows and hides it", () => zipped(new Map([...BOMB].map(([name, text]) => [name, name.includes("big") ? text : Buffer.alloc(1 << 20)])), 10), "bombe.xlsx", "incomplet ou abîmé"],
  ["is closed by a password", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]), "secret.xlsx", "retirez le mot de passe"],
  ["is old", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("Workbook", "utf16le")]), "ancien.xls", "ancien format (.xls)"],
  ["is an image", () => Buffer.from("89504e470d0a1a0a0000000d", "hex"), "image.xlsx", "n’est ni un classeur"],
  ["is empty", () => Buffer.alloc(0), "vide.xlsx", "Ce fichier est vide"],
  ["is cut", () => zipped(new Map([["xl/a.xml", "x".repeat(9_000)]])).subarray(0, 60), "coupe.xlsx", "incomplet ou abîmé"],
  ["is of something else", () => Buffer.from("Nom;Prix\nPommes;3\n"), "prix.csv", "Rien dans ce fichier ne ressemble au questionnaire"],
];

test("a hostile or odd file is refused with one sentence, and the page lives on", async ({ page, app, stores }) => {
  const documents = new Documents(page);
  await app.open("#/documents");
  await stores.agree();
  const kept = await stores.local();
  for (const [what, bytes, name, sentence] of HOSTILE) {
    await test.step(`a file that ${what}`, async () => {
      await documents.give(bytes(), name);
      await expect(documents.said).toContainText(sentence);
      await expect(documents.said).toContainText("Rien n’a été changé sur cet appareil.");
      await expect(documents.field).toHaveAttribute("aria-invalid", "true");
    });
  }
  expect(await stores.local()).toBe(kept);
  await documents.give(Buffer.from("Cl\xe9\tR\xe9ponse\n1.1.3/1\tOUI\n", "latin1"), "renomme.xlsx");
  await expect(documents.line("1.1.3/response"), "a table with the name of a workbook is read").toBeVisible();
});

test.describe("the module of workbooks", () => {
  test.use({ allowed: [/workbook-/] });

  const denied = () => { window.Worker = class { constructor() { throw new DOMException("", "SecurityError"); } }; };
  for (const [where, deny, failures, workers] of [
    ["in a worker", () => {}, 0, 1],
    ["in the page where it may have no worker", denied, 0, 0],
    ["in the page where the script of its worker cannot be had", () => {}, 1, 0],
  ]) {
    test(`a workbook is written, read and taken ${where}`, async ({ page, app }) => {
      await page.addInitScript(deny);
      if (failures) await page.route(/\/workbook-[^/]*\.js$/, (route) => route.abort(), { times: failures });
      const documents = new Documents(page);
      await app.open("#/documents");
      const { bytes } = await documents.download("blank-workbook");
      await documents.give(filled(bytes, [["1.2.2/1", "D", "oui"]]));
      await expect(documents.lines).toHaveCount(1);
      expect(page.workers().length).toBe(workers);
      await documents.apply.click();
      await app.open("#/questionnaire/1.2");
      await expect(page.locator('input[data-item="1.2.2"][data-stage="1"]:not([data-condition])')).toBeChecked();
    });
  }
});
