//! « Glossaire »: every word explained, by letter, with a field that leaves only those one looks for.

use leptos::prelude::*;

use super::section;
use crate::browser::dom;
use crate::domain::questionnaire::GlossaryEntry;
use crate::domain::route::HelpPlace;
use crate::session::Session;
use crate::ui::components::resources::glossary_entry;
use crate::ui::kit::view::{View, el, el_class};

/// Every word explained.
pub fn words(session: Session) -> View {
    let sought = RwSignal::new(String::new());
    let glossary = &session.questionnaire.glossary;
    section(HelpPlace::Glossary)
        .child(field(sought, glossary))
        .child(
            el_class("div", "words").children(
                by_letter(glossary)
                    .into_iter()
                    .map(|entries| letter(sought, entries)),
            ),
        )
        .view()
}

fn found(sought: RwSignal<String>, entry: &GlossaryEntry) -> bool {
    sought.with(|sought| entry.matches(sought))
}

fn field(sought: RwSignal<String>, glossary: &'static [GlossaryEntry]) -> View {
    let said = move || {
        let number = glossary.iter().filter(|entry| found(sought, entry)).count();
        if number == 0 {
            "Aucun mot ne correspond. Essayez avec moins de lettres.".to_owned()
        } else {
            format!("{number}\u{a0}sur\u{a0}{}", glossary.len())
        }
    };
    let input = el_class("input", "input")
        .attr("id", "words-sought")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", move |event| sought.set(dom::value(&event)));
    let label = el_class("label", "form-field__label")
        .attr("for", "words-sought")
        .child("Chercher un sigle ou un mot");
    el_class("div", "form-field words__field")
        .child(label)
        .child(input)
        .child(
            el_class("p", "form-field__hint")
                .attr("role", "status")
                .text(said),
        )
        .view()
}

/// The entries, which come in the order of the alphabet, one list for each letter.
fn by_letter(glossary: &'static [GlossaryEntry]) -> Vec<&'static [GlossaryEntry]> {
    glossary
        .chunk_by(|one, next| one.initial() == next.initial())
        .collect()
}

fn letter(sought: RwSignal<String>, entries: &'static [GlossaryEntry]) -> View {
    let is_hidden = move || !entries.iter().any(|entry| found(sought, entry));
    let initial = entries.first().map(|entry| entry.initial().to_string());
    let entry = |entry: &'static GlossaryEntry| {
        glossary_entry(entry)
            .attr_fn("hidden", move || (!found(sought, entry)).then(String::new))
            .view()
    };
    el_class("div", "words__letter")
        .attr_fn("hidden", move || is_hidden().then(String::new))
        .child(el("h3").child(initial.unwrap_or_default()))
        .child(el_class("dl", "glossary").children(entries.iter().map(entry)))
        .view()
}
