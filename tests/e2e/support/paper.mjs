// What comes out of the printer: the PDF of the page, read back page by page.
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";

const run = promisify(execFile);

/** Whether PDFs cannot be read here: `test.skip(...noReader)`. */
export const noReader = [
  ["pdftotext", "pdftoppm"].some((tool) => spawnSync(tool, ["-v"]).error !== undefined),
  "poppler-utils is not installed",
];

/** Prints what the page shows, without backgrounds: that is how browsers print at first. */
export async function print(page, testInfo) {
  const path = testInfo.outputPath("page.pdf");
  await page.pdf({ path, format: "A4", printBackground: false });
  const { stdout } = await run("pdftotext", ["-raw", path, "-"], { maxBuffer: 10_000_000 });
  // Each page ends with a form feed.
  return new Paper(path, stdout.split("\f").slice(0, -1).map(squeezed));
}

/** Text without any white space: lines break where they like. */
export function squeezed(text) {
  return text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
}

/** Printed pages, as texts that are squeezed. */
class Paper {
  constructor(path, pages) {
    this.path = path;
    this.pages = pages;
    this.text = pages.join("");
  }

  /** Checks that each of these texts is somewhere. */
  holds(...texts) {
    for (const text of texts) expect.soft(this.text, text).toContain(squeezed(text));
  }

  holdsNot(...texts) {
    for (const text of texts) expect.soft(this.text, text).not.toContain(squeezed(text));
  }

  /** Checks that this text, such as a row of a table, is whole on one page. */
  holdsUncut(text) {
    expect.soft(this.pages.some((page) => page.includes(squeezed(text))), `whole on one page: ${text}`).toBe(true);
  }

  /** Checks that one page has all of these texts whole. */
  holdsTogether(...texts) {
    const isOn = (page) => texts.every((text) => page.includes(squeezed(text)));
    expect.soft(this.pages.some(isOn), `together on one page: ${texts.join(" | ")}`).toBe(true);
  }

  /** Checks that each page says all of these texts. */
  saysOnEachPage(...texts) {
    for (const [index, page] of this.pages.entries()) {
      for (const text of texts) expect.soft(page, `page ${index + 1}`).toContain(squeezed(text));
    }
  }

  /** The number of the page, from 1, where this text comes first; 0 if nowhere. */
  pageOf(text) {
    return this.pages.findIndex((page) => page.includes(squeezed(text))) + 1;
  }

  /** Pairs of words of which one is drawn over the other. */
  async wordsOverOthers() {
    const { stdout } = await run("pdftotext", ["-bbox", this.path, "-"], { maxBuffer: 10_000_000 });
    return stdout.split("<page ").slice(1).flatMap((page) => {
      const words = [...page.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g)]
        .map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text }));
      const share = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
      const isOver = (a, b) => share(a, b, "left", "right") > 2 && share(a, b, "top", "bottom") > (a.bottom - a.top) / 2;
      return words.flatMap((a, place) => words.slice(place + 1).filter((b) => isOver(a, b)).map((b) => `${a.text} / ${b.text}`));
    });
  }

  /** The picture of the first page. */
  async picture() {
    const { stdout } = await run("pdftoppm", ["-r", "60", "-l", "1", this.path], { encoding: "buffer", maxBuffer: 100_000_000 });
    return stdout;
  }
}
