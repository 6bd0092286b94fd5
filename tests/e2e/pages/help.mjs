// « Aide »: its parts, the map of actors, the school's contacts, the glossary.

export class Help {
  constructor(page) {
    this.page = page;
    this.contents = page.getByRole("navigation", { name: "Dans cette page" });
    this.contacts = page.getByRole("group", { name: "Les contacts de votre établissement" });
    this.sought = page.getByRole("searchbox", { name: "Chercher un sigle ou un mot" });
    this.words = this.part("Glossaire").getByRole("term");
  }

  /** A part of the screen. */
  part(name) {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The title of a part, which takes the focus. */
  title(name) {
    return this.page.getByRole("heading", { level: 2, name, exact: true });
  }

  /** The field of a contact. */
  contact(name) {
    return this.contacts.getByRole("textbox", { name, exact: true });
  }
}
