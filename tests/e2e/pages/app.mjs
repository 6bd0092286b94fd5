// What every screen shares: the way in, the header, the figures.
import { expect } from "@playwright/test";
import { percentOf } from "./official.mjs";

export class App {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.header = page.getByRole("banner");
    this.menu = page.getByRole("navigation", { name: "Principal" });
    this.messages = page.getByRole("region", { name: "Messages" });
    this.saveState = this.header.locator("[data-save-state]");
    this.undo = this.header.getByRole("button", { name: "Annuler la dernière modification" });
    this.redo = this.header.getByRole("button", { name: "Rétablir la modification annulée" });
    this.theme = this.header.getByRole("button", { name: "Changer de thème" });
    this.skipLink = page.getByRole("link", { name: "Aller au contenu" });
  }

  /** Loads the application at this address; on a page that shows it already, goes there as a link would. */
  async open(address = "") {
    await this.page.goto(address);
    await this.isReady();
  }

  /** Loads the application anew. */
  async reload() {
    await this.page.reload();
    await this.isReady();
  }

  async isReady() {
    await expect(this.page.locator("html[data-ready]")).toBeAttached({ timeout: 15_000 });
    // Shortcuts and what else comes just after the start: a person is never as quick as a test.
    await expect(this.page.locator(".dropping")).toBeAttached({ timeout: 15_000 });
    await this.page.evaluate(wholeScreen);
  }

  /** Goes to a screen by the main menu. */
  async choose(name) {
    await this.menu.getByRole("link", { name }).click();
  }

  /** The figure of a stage, over everything (`figure(1)`) or in a field (`figure(1, "1.1")`). */
  figure(stage, field) {
    return this.page.locator(`[data-figure="${field ? `${field}/` : ""}stage-${stage}"]`);
  }

  /** Checks the three headline figures: how many items are reached at stages 1, 2 and 3. */
  async showsFigures(reached, of = 21) {
    for (const [index, count] of reached.entries()) {
      await expect(this.figure(index + 1)).toContainText(`${count} sur ${of}`);
      await expect(this.figure(index + 1)).toContainText(`${percentOf(count, of)} %`);
    }
  }

  /** Checks that the last change is on the disk, and that the page says since when. It has two frames to say that it is at work. */
  async hasSaved() {
    await this.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    await expect(this.saveState).toHaveAttribute("data-save-state", "saved");
    await expect(this.saveState).toHaveText(/^Enregistré à\s\d{1,2}\sh\s\d{2}$/);
  }
}

/** Waits for what a long screen makes after its first paint, piece by piece: until no element came for three frames. */
async function wholeScreen() {
  if (!/^#\/(questionnaire|objectifs|evolution)/.test(location.hash)) return;
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (let still = 0, before = 0; still < 3; await frame()) {
    const now = document.querySelectorAll("main *").length;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}
