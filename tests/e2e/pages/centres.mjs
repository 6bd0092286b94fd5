// « Centres »: the dossiers of one browser.
import { expect } from "@playwright/test";

export class Centres {
  constructor(page) {
    this.page = page;
    this.rows = page.locator("[data-dossier]");
    this.kind = page.getByLabel("Type de centre");
    this.name = page.getByLabel("Nom du centre (facultatif)");
    this.create = page.getByRole("button", { name: "Créer ce dossier" });
    this.menu = page.getByRole("banner").locator("details.centre-menu");
    this.said = page.locator(".centres__said");
  }

  row(name) {
    return this.rows.filter({ hasText: name });
  }

  /** Makes a dossier of this kind and name. */
  async make(kind, name) {
    await this.kind.selectOption({ label: kind });
    await this.name.fill(name);
    await this.create.click();
    await expect(this.row(name)).toHaveCount(1);
  }

  /** Opens another dossier from the header, and waits until the page is there anew. */
  async switchTo(app, name) {
    await expect(this.menu).toBeVisible();
    await this.menu.locator("summary").click();
    await Promise.all([this.page.waitForEvent("load"), this.menu.getByRole("button", { name }).click()]);
    await app.isReady();
    await expect(this.menu.locator("summary")).toContainText(name);
  }

  /** What can be done with the dossier of this name. */
  async change(name, button) {
    await this.row(name).getByRole("button", { name: "Modifier…" }).click();
    await this.row(name).getByRole("button", { name: button }).click();
  }
}
