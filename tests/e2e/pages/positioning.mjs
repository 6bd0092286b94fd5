// The figures, the chart with its table, and the matrix of the 21 items.
import { expect } from "@playwright/test";

export class Positioning {
  constructor(page) {
    this.page = page;
    this.matrix = page.getByRole("table", { name: "État des trois étapes pour chaque item" });
    this.table = page.getByRole("table", { name: "Items atteints par champ d’action et par étape" });
    this.chart = page.locator('[data-chart="positioning"]');
    this.drawing = this.chart.locator("svg");
    this.notDrawn = page.getByText("Le graphique n’a pas pu être chargé");
    this.retry = page.getByRole("button", { name: "Réessayer" });
  }

  /** Opens the matrix for entry. */
  async enter() {
    await this.page.getByRole("link", { name: "Saisir en tableau" }).click();
  }

  /** The box of a cell, where the matrix is open for entry. */
  box(item, stage) {
    return this.matrix.getByRole("checkbox", { name: `Item ${item}, étape ${stage}`, exact: true });
  }

  /** The link of a cell. */
  cell(item, stage) {
    return this.matrix.getByRole("link", { name: new RegExp(`^Item ${item.replaceAll(".", "\\.")}, étape ${stage} `) });
  }

  /** The ticked boxes, such as `1.1.3/2`. */
  ticked() {
    return this.matrix.getByRole("checkbox").evaluateAll((boxes) => boxes
      .filter((box) => box.checked)
      .map((box) => `${box.dataset.item}/${box.dataset.stage}`));
  }

  async isDrawn() {
    await expect(this.drawing).toHaveCount(1);
    await expect(this.drawing.locator("path").first()).toBeAttached();
  }

  /** The lines that are drawn, in their order. */
  lines() {
    return this.drawing.evaluate((svg) => [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d")));
  }

  /** The colours that are drawn. */
  colours() {
    return this.drawing.evaluate((svg) => {
      const parts = [...svg.querySelectorAll("[stroke], [fill]")];
      const used = parts.flatMap((part) => [part.getAttribute("stroke"), part.getAttribute("fill")]);
      return [...new Set(used.filter((colour) => colour && colour !== "none"))].sort();
    });
  }
}
