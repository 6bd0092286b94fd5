// The screen of what can be printed or downloaded.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Documents {
  constructor(page) {
    this.page = page;
  }

  /** The field in which a filled workbook is chosen, and what is said under it. */
  get field() {
    return this.page.locator("[data-import]");
  }

  get said() {
    return this.page.locator("#import-said");
  }

  /** Chooses a file of these bytes. */
  async give(bytes, name = "classeur.xlsx") {
    await this.field.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }

  /** The line of the preview about this. */
  line(id) {
    return this.page.locator(`[data-import-line="${id}"]`);
  }

  get lines() {
    return this.page.locator("[data-import-line]");
  }

  /** Keeps or takes a line: « keep », « take ». */
  async choose(id, choice) {
    await this.line(id).locator(`[data-import-choice="${choice}"]`).check();
  }

  get apply() {
    return this.page.locator("[data-import-apply]");
  }

  /** The button of a document. */
  button(handle) {
    return this.page.locator(`[data-document="${handle}"]`);
  }

  /** Downloads a document: its name and its bytes, once the page has said so. */
  async download(handle) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(handle).click()]);
    const name = download.suggestedFilename();
    await expect(this.page.getByText(`Fichier « ${name} » téléchargé`)).toBeVisible();
    return { name, bytes: await readFile(await download.path()) };
  }
}
