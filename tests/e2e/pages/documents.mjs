// The screen of what can be printed or downloaded.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Documents {
  constructor(page) {
    this.page = page;
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
