// What one takes away as a file: real downloads, read back here.
import { Documents } from "./pages/documents.mjs";
import { WHOLE } from "./pages/files.mjs";
import { STATEMENTS } from "./pages/official.mjs";
import { openWith } from "./support/dossiers.mjs";
import { record } from "./pages/stores.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { unzipped } from "./support/zip.mjs";

/** The words of a workbook, as its cells show them. */
function words(files) {
  const text = files.get("xl/sharedStrings.xml");
  const all = [...text.matchAll(/<si>(.*?)<\/si>/gs)].map(([, cell]) => cell.replace(/<[^>]+>/g, ""));
  return all.map((cell) => cell.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
}

test("each document is downloaded with what the dossier holds, and says so before", async ({ page, app, stores }) => {
  const documents = new Documents(page);
  await stores.leaveApp();
  await stores.putLocal(record(3, JSON.stringify(WHOLE)));
  await app.open("#/partage");
  await stores.agree();
  for (const address of ["#/positionnement", "#/objectifs", "#/partage"]) {
    await app.open(address);
    await expect(page.getByRole("main").getByRole("link", { name: "Documents", exact: true })).toBeVisible();
  }
  await page.getByRole("main").getByRole("link", { name: "Documents", exact: true }).click();
  await expect(app.heading).toHaveText("Documents");

  const workbook = await documents.download("workbook");
  expect(workbook.name).toMatch(/^numea-eplefpa-des-trois-rivieres-\d{4}-\d\d-\d\d\.xlsx$/);
  const files = unzipped(workbook.bytes);
  const cells = new Set(words(files));
  for (const { id, text } of STATEMENTS) expect(cells.has(text), id).toBe(true);
  expect([...cells].some((cell) => cell.startsWith("Faire signer la charte numérique"))).toBe(true);
  expect(cells.has("Directrice adjointe")).toBe(true);
  expect([...files.keys()].filter((name) => /charts\/chart/.test(name))).toHaveLength(2);

  const blank = await documents.download("blank-workbook");
  expect(blank.name).toBe("numea-questionnaire.xlsx");
  const asked = new Set(words(unzipped(blank.bytes)));
  for (const { id, text } of STATEMENTS) expect(asked.has(text), id).toBe(true);
  expect([...asked].filter((cell) => /Faire signer la charte|Directrice adjointe|Trois Rivières/.test(cell)), "nothing of the dossier").toEqual([]);

  const csv = await documents.download("csv");
  expect([...csv.bytes.subarray(0, 3)], "a byte order mark").toEqual([0xef, 0xbb, 0xbf]);
  const table = csv.bytes.toString("utf8");
  for (const { id } of STATEMENTS) expect(table).toContain(`\r\n${id};`);

  const calendar = await documents.download("calendar");
  const lines = calendar.bytes.toString("utf8").replace(/\r\n /g, "").split("\r\n");
  expect(lines).toContain("DTSTART;VALUE=DATE:20270331");
  expect(lines).toContain("DTEND;VALUE=DATE:20270401");
  expect(lines.find((line) => line.startsWith("SUMMARY:Échéance")), "an objective").toBeTruthy();
});

test("an objective that was deleted since the last calendar is cancelled in the next, which has the next positioning too", async ({ page, app, stores }) => {
  const documents = new Documents(page);
  const plan = { lastId: 2, objectives: Object.fromEntries([1, 2].map((number) => [number, { field: "1.1", status: "ongoing", description: `Objectif ${number}`, due: `2099-0${number}-15` }])) };
  await openWith({ app, stores }, { identity: { positionedOn: "2098-11-24" }, plan }, "#/documents");
  await expect(page.getByLabel("Prochain positionnement")).toHaveValue("2099-11-24");
  const first = (await documents.download("calendar")).bytes.toString("utf8");
  expect(first).toContain("DTSTART;VALUE=DATE:20991124");
  expect(first).not.toContain("STATUS:CANCELLED");
  await app.open("#/objectifs/2");
  await page.getByRole("button", { name: "Supprimer cet objectif" }).click();
  await app.open("#/documents");
  await app.reload();
  const second = (await documents.download("calendar")).bytes.toString("utf8").replace(/\r\n /g, "");
  expect(second).toMatch(/SUMMARY:Annulé.: Échéance.: Objectif 2\r\nSTATUS:CANCELLED/);
});

test.describe("where a module cannot be had", () => {
  test.use({ allowed: [/workbook-/] });

  test("the page says what to do, and the next press tries again", async ({ page, app }) => {
    const documents = new Documents(page);
    await page.route(/\/workbook-[^/]*\.js$/, (route) => route.abort(), { times: 3 });
    await app.open("#/documents");
    await documents.button("workbook").click();
    await expect(page.getByText("Le document n’a pas pu être préparé")).toBeVisible();
    await page.unrouteAll();
    const { bytes } = await documents.download("workbook");
    expect(unzipped(bytes).has("xl/workbook.xml")).toBe(true);
  });

  test("without a due date the calendar is not given, and the page says why", async ({ page, app }) => {
    await app.open("#/documents");
    await new Documents(page).button("calendar").click();
    await expect(page.getByText("Aucun objectif n’a d’échéance pour le moment : ajoutez-en une")).toBeVisible();
  });
});
