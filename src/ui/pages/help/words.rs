//! « Glossaire »: every word explained, by letter, with a field that leaves only those one looks for.

use super::section;
use crate::browser::dom;
use crate::domain::formats::questionnaire::words_of;
use crate::domain::route::HelpPlace;
use crate::domain::school::questionnaire::GlossaryEntry;
use crate::domain::text::plural;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::resources::glossary_entry;

/// A word on the screen.
type Shown = (dom::Element, &'static GlossaryEntry);

/// Every word explained.
pub fn words(session: Session) -> View {
    let mut shown = Vec::new();
    // The entries come in the order of the alphabet.
    let glossary = &words_of(session.questionnaire).glossary;
    let letters = glossary.chunk_by(|one, next| one.initial() == next.initial());
    let letters: Vec<_> = letters.map(|entries| letter(entries, &mut shown)).collect();
    section(HelpPlace::Glossary)
        .child(field(shown))
        .child(el_class("div", "words").children(letters))
        .view()
}

/// The words of a letter. The style hides a letter that has nothing left to show.
fn letter(entries: &'static [GlossaryEntry], shown: &mut Vec<Shown>) -> View {
    let initial = entries.first().map(|entry| entry.initial().to_string());
    let mut list = el_class("dl", "glossary");
    for entry in entries {
        let element = glossary_entry(entry);
        shown.push((element.node(), entry));
        list = list.child(element);
    }
    el_class("div", "words__letter")
        .child(el("h3").child(initial.unwrap_or_default()))
        .child(list)
        .view()
}

/// The field that one looks for words with. What it holds is nobody else's business: no signal.
fn field(shown: Vec<Shown>) -> View {
    let said = el_class("p", "form-field__hint")
        .attr("role", "status")
        .child(count(shown.len(), shown.len()));
    let status = said.node();
    let sift = move |event| {
        let sought = dom::value(&event);
        let mut found = 0;
        for (element, entry) in &shown {
            let is_found = entry.matches(&sought);
            dom::set_flag(element, "hidden", !is_found);
            found += usize::from(is_found);
        }
        dom::set_text(&status, &count(found, shown.len()));
    };
    let input = unlocked(|| el_class("input", "input"))
        .attr("id", "words-sought")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", sift);
    let label = el_class("label", "form-field__label")
        .attr("for", "words-sought")
        .child("Chercher un sigle ou un mot");
    el_class("div", "form-field words__field")
        .child(label)
        .child(input)
        .child(said)
        .view()
}

fn count(found: usize, of: usize) -> String {
    if found == 0 {
        "Aucun mot ne correspond. Essayez avec moins de lettres.".to_owned()
    } else {
        format!("{} sur\u{a0}{of}", plural(found, "mot", "mots"))
    }
}
