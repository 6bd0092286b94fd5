// A workbook that went out, with other words in some of its cells.
import { expect } from "@playwright/test";
import { unzipped, zipped } from "./zip.mjs";

/** The workbook with other words in some cells of « Questionnaire »: by the key of the line and the letter of the column. */
export function filled(bytes, cells) {
  const files = unzipped(bytes);
  const strings = [...files.get("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, cell]) => cell.replace(/<[^>]+>/g, ""));
  let sheet = files.get("xl/worksheets/sheet2.xml");
  for (const [key, column, words] of cells) {
    const [, row] = sheet.match(new RegExp(`<c r="A(\\d+)"[^>]*><v>${strings.indexOf(key)}</v></c>`));
    const cell = new RegExp(`<c r="${column}${row}"[^>]*?(?:/>|>.*?</c>)`);
    expect(sheet, key).toMatch(cell);
    sheet = sheet.replace(cell, `<c r="${column}${row}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`);
  }
  files.set("xl/worksheets/sheet2.xml", sheet);
  return zipped(files);
}
