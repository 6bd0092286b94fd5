//! What forms hold, as text for paper: a field cuts what is too long for it, and a folded one prints nothing.
//! Nothing of it is seen on a screen.

use crate::domain::school::questionnaire::Item;
use crate::session::Viewed;
use crate::ui::kit::view::{View, el, el_class};

/// The note and the proofs of an item; nothing where there are none.
pub fn notes(viewed: Viewed, item: &'static Item) -> View {
    let kept = move || {
        viewed.answer(item.id, |answer| {
            [answer.note.as_str(), &answer.proofs.join("\n")].join("\n")
        })
    };
    let rows = move || {
        viewed.answer(item.id, |answer| {
            let note = [("Note", answer.note.trim().to_owned())];
            let proofs = answer
                .proofs
                .iter()
                .map(|link| ("Preuve", link.trim().to_owned()));
            rows(note.into_iter().chain(proofs))
        })
    };
    el_class("dl", "on-paper").dynamic_by(kept, rows).view()
}

/// A term and its text for each of these that has one.
pub fn rows(lines: impl Iterator<Item = (&'static str, String)>) -> View {
    let row = |(name, text): (&'static str, String)| {
        let row = el("div")
            .child(el("dt").child(name))
            .child(el("dd").child(text));
        row.view()
    };
    View::all(lines.filter(|(_, text)| !text.trim().is_empty()).map(row))
}
