// « Adapter le questionnaire ».
import { expect } from "@playwright/test";

export class Adapting {
  constructor(app) {
    this.app = app;
    this.page = app.page;
    this.effects = this.page.getByRole("region", { name: "Ce que cela change" });
    this.apply = this.page.getByRole("button", { name: "Appliquer" });
    this.official = this.page.getByRole("button", { name: "Revenir au questionnaire officiel" });
    this.title = this.page.getByLabel("Titre de l’item");
    this.preview = this.page.locator(".adapting__card");
    this.file = this.page.locator("input[type=file][data-questionnaire]");
  }

  open() {
    return this.app.open("#/adapter");
  }

  /** The row of an item. */
  item(id) {
    return this.page.locator(`[data-adapt="${id}"]`);
  }

  /** Presses a button of an item. */
  press(id, name) {
    return this.item(id).getByRole("button", { name }).click();
  }

  /** The text of a stage that is being worded. */
  stage(number) {
    return this.page.getByLabel(`Énoncé de l’étape ${number}`);
  }

  /** Applies what was prepared; the page is loaded anew for it. */
  async applies() {
    const loaded = this.page.waitForEvent("load");
    await this.apply.click();
    await loaded;
    await this.app.isReady();
    await expect(this.effects).toContainText("Rien n’est changé pour le moment");
  }

  /** Undoes one change, for which the page is loaded anew. */
  async undoes() {
    const loaded = this.page.waitForEvent("load");
    await this.app.undo.click();
    await loaded;
    await this.app.isReady();
  }
}
