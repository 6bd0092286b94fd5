// « Mentions légales », « Accessibilité », and what the host says there.

export class Notices {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.trouble = this.main.getByText("Pour la personne qui publie cette page");
    this.regional = page.getByRole("heading", { level: 3, name: "Les contacts de votre région" });
  }

  /** What the host says of this, by its name in the file. */
  fact(name) {
    return this.page.locator(`[data-site="${name}"]`);
  }

  /** A contact of the region. */
  contact(words) {
    return this.regional.locator("~ ul > li").filter({ hasText: words });
  }
}
