// One field of the questionnaire: the live figures and the items.

export class Questionnaire {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.live = page.getByRole("complementary", { name: "Chiffres en direct" });
    this.progress = this.live.locator("[data-progress]");
    this.next = page.getByRole("navigation", { name: "Suite du questionnaire" });
    this.fields = page.getByRole("navigation", { name: "Champs d’action" });
    this.statements = page.locator("[data-statement]");
    this.rule = page.getByText("Cochez chaque étape vraie");
    this.headings = page.locator(".survey__headings");
    this.left = this.next.getByRole("listitem");
  }

  item(id) {
    return new Item(this.page, id);
  }

  /** Every statement of the screen: its number and its text. */
  wording() {
    return this.statements.evaluateAll((places) => places.map((place) => ({
      id: place.dataset.statement,
      text: place.textContent.replace(/\s+/g, " ").trim(),
    })));
  }

  /** Opens everything that is folded away. */
  async unfoldAll() {
    await this.main.locator("details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  }
}

/** One item: its statements, what may be declared instead, its note and its links. */
class Item {
  constructor(page, id) {
    const number = id.replaceAll(".", "\\.");
    this.id = id;
    this.card = page.getByRole("article", { name: new RegExp(`^${number} `) });
    this.group = this.card.getByRole("group", { name: new RegExp(`^Item ${number} –`) });
    this.note = this.card.getByRole("textbox", { name: `Note sur l’item ${id}` });
    this.notesTitle = this.#summary("Note et preuves");
    this.aims = this.#summary(/^Objectif pour/);
    this.nextItem = this.card.getByRole("link", { name: "Item suivant" });
    this.proofs = this.card.getByRole("textbox", { name: `de l’item ${id}` });
  }

  /** The box of a statement. */
  statement(stage) {
    return this.card.getByRole("checkbox", { name: new RegExp(`^Item ${this.id.replaceAll(".", "\\.")},\\sÉtape\\s${stage}(\\s|$)`) });
  }

  /** The button that makes an objective of a stage. */
  aim(stage) {
    return this.card.getByRole("button", { name: `En faire un objectif : item ${this.id}, étape ${stage}` });
  }

  /** The statement with its box, its chip and its conditions. */
  option(stage) {
    return this.group.locator(`div[data-stage="${stage}"]`);
  }

  /** What is said beside the box of a statement. */
  state(stage) {
    return this.option(stage).locator(".stage-option__state");
  }

  /** What unfolds the conditions of a statement. */
  conditionsTitle(stage) {
    return this.#summary(new RegExp(`les \\d+ conditions de l’étape ${stage},`));
  }

  /** The box of a condition, numbered from 1. */
  condition(stage, number) {
    return this.card.locator(`[data-item="${this.id}"][data-stage="${stage}"][data-condition="${number}"]`);
  }

  /** The boxes of all conditions of a statement. */
  conditions(stage) {
    return this.card.locator(`[data-item="${this.id}"][data-stage="${stage}"][data-condition]`);
  }

  /** The box of « Aucune étape atteinte », « Ne sait pas » or « Non concerné ». */
  declared(words) {
    return this.card.getByRole("checkbox", { name: `${words} , item ${this.id}` });
  }

  #summary(hasText) {
    return this.card.locator("summary").filter({ hasText });
  }
}
