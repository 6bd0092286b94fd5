// « Équipe » and its meeting, as the director finds things on them.
export class Team {
  constructor(page) {
    this.page = page;
    this.codes = page.getByLabel("Codes, liens ou messages reçus");
    this.report = page.locator("[data-gathered]");
    this.lines = page.locator(".contrib__report li");
    this.received = page.locator("[data-contribution]");
    this.reveal = page.locator("[data-reveal]");
    this.spreads = page.locator("[data-spread]");
  }

  /** Pastes a text and adds what it holds. */
  async add(text) {
    await this.codes.fill(text);
    await this.page.getByRole("button", { name: "Ajouter", exact: true }).click();
  }

  /** The link of an invitation to these fields, in the name of this school. */
  async invite(fields, school) {
    for (const box of await this.page.locator("[data-ask]").all()) {
      await box.setChecked(fields.includes(await box.getAttribute("data-ask")));
    }
    await this.page.getByLabel("Nom de l’établissement").fill(school);
    return this.page.locator("[data-invitation-link]").inputValue();
  }

  spread(statement) {
    return this.page.locator(`[data-spread="${statement}"]`);
  }

  agreed(item) {
    return this.page.locator(`[data-agreed="${item}"]`);
  }

  /** The items in the order of the screen. */
  async order() {
    return this.page.locator("[data-agreed]").evaluateAll((all) => all.map((one) => one.dataset.agreed));
  }

  box(item, stage) {
    return this.page.locator(`input[data-item="${item}"][data-stage="${stage}"]:not([data-condition])`);
  }
}
