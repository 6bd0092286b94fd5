// Answering an invitation alone: the steps of a respondent.
import { expect } from "@playwright/test";

/** Golden invitations: to the second part, of teachers; to the whole questionnaire, role and school left open. */
export const INVITATIONS = {
  team: "#/i/wQAcCFMeWPDqWUgYWdyaWNvbGUgZHUgVmFsIGTigJlBdWJyYWMAAMXlWFg",
  whole: "#/i/wQD_gAAAVEZxww",
};

export class Answering {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.begin = page.getByRole("button", { name: "Commencer" });
    this.goOn = page.getByRole("button", { name: "Reprendre ces réponses" });
    this.next = page.getByRole("button", { name: /^Champ suivant|^Relire et envoyer/ });
    this.code = page.locator("[data-share-code]");
    this.link = page.locator("[data-share-link]");
    this.missing = page.locator("[data-missing]");
  }

  async open(address) {
    await this.page.goto(address);
    await expect(this.page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
    await expect(this.begin.or(this.goOn)).toBeVisible();
  }

  box(item, stage) {
    return this.page.locator(`input[data-item="${item}"][data-stage="${stage}"]:not([data-condition])`);
  }

  state(item, state) {
    return this.page.locator(`input[data-item="${item}"][data-state="${state}"]`);
  }

  /** From any field to « Envoyer », the QR code drawn. */
  async toTheEnd() {
    while (!/^Envoyer/.test(await this.heading.textContent())) await this.next.click();
    await expect(this.page.locator("[data-qr]")).toBeVisible();
  }

  /** Presses one of the two buttons that erase, and confirms. */
  async leave(how) {
    await this.page.locator(`[data-leaving="${how}"]`).click();
    await this.page.locator('[data-leaving="sure"]').click();
  }
}
