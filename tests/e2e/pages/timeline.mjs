// « Évolution »: positionings taken at a date, compared.
import { expect } from "@playwright/test";

export class Timeline {
  constructor(page) {
    this.page = page;
    this.name = page.getByLabel("Nom (facultatif)");
    this.day = page.getByLabel("Date du positionnement");
    this.take = page.getByRole("button", { name: "Garder ce positionnement" });
    this.taken = page.locator("[data-snapshot]");
    this.before = page.getByLabel("De", { exact: true });
    this.after = page.getByLabel("À", { exact: true });
    this.exchange = page.getByRole("button", { name: "Échanger" });
    this.summary = page.locator(".timeline__summary");
    this.items = page.locator(".timeline__items");
  }

  /** Takes the dossier as it is, as of this day. */
  async keep(day, name) {
    const before = await this.taken.count();
    await this.name.fill(name);
    await this.day.fill(day);
    await this.take.click();
    await expect(this.taken).toHaveCount(before + 1);
  }

  /** What is said of a field and a stage. */
  gain(field, stage) {
    return this.page.locator(`[data-gain="${field}/stage-${stage}"]`);
  }
}
