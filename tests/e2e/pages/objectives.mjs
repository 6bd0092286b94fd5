// The schedule and the form of an objective, as a person finds things on them.
export class Objectives {
  constructor(page) {
    this.page = page;
    this.rows = page.locator("[data-objective]");
    this.groups = page.locator(".schedule__group-head > span");
    this.sort = page.getByLabel("Présenter par");
    this.filterLead = page.getByLabel("Filtrer par pilote");
    this.filterState = page.getByLabel("Filtrer par état");
    this.filterPriority = page.getByLabel("Filtrer par priorité");
    this.showAll = page.getByRole("button", { name: "Tout afficher" });
    this.description = page.getByLabel("Ce qui sera fait");
    this.field = page.getByLabel("Champ d’action", { exact: true });
    this.item = page.getByLabel("Item", { exact: true });
    this.stage = page.getByLabel("Étape visée");
    this.lead = page.getByLabel("Pilote");
    this.rhythm = page.getByLabel("Points d’étape");
    this.indicator = page.getByLabel("Indicateur");
    this.target = page.getByLabel("Valeur cible");
    this.means = page.getByLabel("Moyens humains et financiers");
    this.start = page.getByLabel("Début");
    this.due = page.getByLabel("Échéance", { exact: true });
    this.status = page.getByLabel("État", { exact: true });
    this.priority = page.getByLabel("Objectif prioritaire");
    this.judged = page.getByLabel("Nous le jugeons à la fois ambitieux et atteignable");
    this.addNote = page.getByRole("button", { name: "Ajouter une note de suivi" });
    this.checked = page.getByRole("complementary", { name: /^SMART/ });
    this.year = page.getByRole("region", { name: /en un coup d’œil$/ });
    this.toSchedule = page.getByRole("link", { name: "Voir l’échéancier" });
    this.bin = page.getByRole("region", { name: "Corbeille" });
    this.binTitle = this.bin.locator("summary");
    this.binned = this.bin.getByRole("listitem");
    this.done = page.getByRole("button", { name: /^(Terminé|Objectif terminé)$/ });
    this.proposals = page.getByRole("region", { name: "Par où commencer" });
    this.nextYear = page.getByRole("button", { name: "Reprendre pour l’an prochain" });
    this.tick = page.getByRole("button", { name: /^Cocher l’étape/ });
    this.delete = page.getByRole("button", { name: "Supprimer cet objectif" });
  }

  /** The button that adds an objective to this field. */
  addTo(field) {
    return this.page.getByRole("button", { name: `Ajouter un objectif dans le champ ${field}`, exact: true });
  }

  /** Adds an objective of this name to this field, and comes back to the schedule. */
  async write(field, name) {
    await this.addTo(field).click();
    await this.description.fill(name);
    await this.toSchedule.click();
  }

  /** The fields of a follow-up note, from 1. */
  note(number) {
    const field = (name) => this.page.getByLabel(`${name} (note ${number})`);
    return { day: field("Date"), value: field("Valeur ce jour-là"), remark: field("Ce qui a été fait ou décidé") };
  }

  /** Deletes the objective of this name. */
  async throwAway(name) {
    await this.row(name).getByRole("link").click();
    await this.delete.click();
  }

  /** The row whose objective has this name. */
  row(name) {
    return this.rows.filter({ hasText: name });
  }

  /** The bar of the objective of this name, in the school year. */
  bar(name) {
    return this.year.getByRole("row").filter({ hasText: name }).locator(".year__bar");
  }

  /** The names of the rows of a field, in order. */
  async namesIn(field) {
    const group = this.page.locator("tbody").filter({ has: this.addTo(field) });
    return group.locator("[data-objective] > th a").allInnerTexts();
  }
}
