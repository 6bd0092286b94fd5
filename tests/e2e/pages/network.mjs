// « Réseau »: many schools at once.
export class Network {
  constructor(page) {
    this.page = page;
    this.files = page.getByLabel(/^Sauvegardes \(\.json\)/);
    this.folder = page.getByLabel(/^Ou un dossier entier/);
    this.label = page.getByLabel("Étiquette (facultatif)");
    this.links = page.getByLabel(/^Liens ou codes de positionnement/);
    this.stop = page.getByRole("button", { name: "Annuler", exact: true });
    this.forget = page.getByRole("button", { name: "Vider la liste" });
    this.said = page.locator("#network-said");
    this.read = page.locator("[data-network-read]");
    this.of = page.locator("[data-network-of]");
    this.figures = page.locator("[data-network-count]");
    this.anonymous = page.getByLabel("Sans nommer les établissements");
    this.schools = page.locator(".network-schools tbody tr");
  }

  /** Every figure of an item and stage, by its handle. */
  async counts() {
    const pairs = await this.figures.evaluateAll((all) => all.map((one) => [one.dataset.networkCount, one.textContent]));
    return new Map(pairs);
  }

  /** The lines of a list of what was read, unfolded. */
  async list(handle) {
    const list = this.page.locator(`[data-network-list="${handle}"]`);
    await list.evaluate((list) => { list.closest("details").open = true; });
    return list.locator("li");
  }

  /** Drops these paths of the computer on the screen, as a person does: files, folders. */
  async drop(paths) {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
    }
  }
}
