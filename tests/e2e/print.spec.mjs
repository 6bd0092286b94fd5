// What comes out of the printer, read back from the PDF.
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { FIELDS, ITEMS } from "./pages/official.mjs";
import { expect, test } from "./support/fixtures.mjs";

const run = promisify(execFile);

test.skip(["pdftotext", "pdftoppm"].some((tool) => spawnSync(tool, ["-v"]).error !== undefined), "poppler-utils is not installed");

test("the printed positioning holds the figures, the 21 items and the table of the chart", async ({ page, app, positioning }, testInfo) => {
  await app.open("#/positionnement");
  for (const [item, stage] of [["1.1.1", 1], ["1.1.2", 1], ["1.2.1", 2], ["2.3.2", 3]]) await positioning.box(item, stage).check();
  await positioning.isDrawn();
  const text = await printed(page, testInfo);
  expect(text).toContain(squeezed("Positionnement de l’établissement"));
  for (const figure of ["2 sur 21", "1 sur 21", "10 %", "5 %", "2 sur 5", "1 sur 3", "1 sur 2"]) expect(text).toContain(squeezed(figure));
  for (const { id, title } of [...FIELDS, ...ITEMS]) {
    expect(text, title).toContain(squeezed(id));
    for (const word of title.split(/\s+/)) expect(text, title).toContain(squeezed(word));
  }
  expect(text, "what is only for the screen").not.toContain(squeezed("Reprendre à l’item"));
});

test("the printed questionnaire holds the official statements whole, folded or not, and what is ticked", async ({ page, app, questionnaire }, testInfo) => {
  await app.open("#/questionnaire/1.1");
  await questionnaire.item("1.1.2").statement(1).check();
  const text = await printed(page, testInfo);
  for (const item of FIELDS[0].items) {
    for (const conditions of item.statements) {
      for (const condition of conditions) expect(text, item.id).toContain(squeezed(condition));
    }
  }
  expect(text).toContain(squeezed("Atteinte"));
  expect(text).toContain(squeezed(`1.1 ${FIELDS[0].title}`));
});

test("paper shows which conditions are ticked, with the print settings that browsers have at first", async ({ page, app, questionnaire }, testInfo) => {
  const item = questionnaire.item("1.1.1");
  await app.open("#/questionnaire/1.1");
  await item.conditionsTitle(1).click();
  await item.condition(1, 1).check();
  const first = await pictured(page, testInfo);
  await page.emulateMedia({ media: "screen" });
  await item.condition(1, 1).uncheck();
  const nothing = await pictured(page, testInfo);
  expect(first.equals(nothing), "the chip « 1 condition sur 5 » at least").toBe(false);
  await page.emulateMedia({ media: "screen" });
  await item.condition(1, 2).check();
  const second = await pictured(page, testInfo);
  expect(first.equals(second), "the first or the second condition").toBe(false);
});

/** The picture of the PDF's first page. */
async function pictured(page, testInfo) {
  const path = await pdf(page, testInfo);
  const { stdout } = await run("pdftoppm", ["-r", "60", "-l", "1", path], { encoding: "buffer", maxBuffer: 100_000_000 });
  return stdout;
}

/** The PDF of the page, without backgrounds: that is how browsers print at first. */
async function pdf(page, testInfo) {
  await page.emulateMedia({ media: "print" });
  const path = testInfo.outputPath("page.pdf");
  await page.pdf({ path, format: "A4", printBackground: false });
  return path;
}

/** The text of the PDF of the page, without any white space: lines break where they like. */
async function printed(page, testInfo) {
  const path = await pdf(page, testInfo);
  const { stdout } = await run("pdftotext", ["-raw", path, "-"], { maxBuffer: 10_000_000 });
  return squeezed(stdout);
}

function squeezed(text) {
  return text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
}
