//! « Rapport complet »: the whole dossier on paper, or in a word processor.

use leptos::prelude::*;

use crate::browser::{picture, task};
use crate::domain::route::Route;
use crate::session::Viewed;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::paper::paper;
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::word_files;
use crate::words::fr::report as say;

/// The report.
pub fn report(viewed: Viewed) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(say::LEAD));
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer le rapport").attr("data-kind", "primary"))
        .child(word_files::word_report(
            viewed,
            "Télécharger pour Word (.docx)",
        ))
        .child(big_link(Route::Documents, "Documents"));
    screen("page")
        .child(
            el_class("header", "page-head no-print")
                .child(text)
                .child(buttons),
        )
        .dynamic(move || {
            let made = word_files::report(viewed);
            untrack(|| paper(&made, |words| chart(viewed, words)))
        })
        .view()
}

/// The chart as a picture; nothing where it cannot be drawn, as the table of fields says the same.
fn chart(viewed: Viewed, words: &str) -> View {
    let source = RwSignal::new(String::new());
    let text = word_files::around(viewed);
    task::spawn(async move {
        let Ok(drawing) = viewed.drawn(&text, 1).await else {
            return;
        };
        if let Ok(address) = picture::address(&drawing) {
            // The screen may have been left meanwhile.
            let _ = source.try_set(address);
        }
    });
    let is_missing = move || source.with(String::is_empty).then(String::new);
    el_class("img", "paper__chart")
        .attr("alt", words)
        .attr_fn("hidden", is_missing)
        .attr_fn("src", move || {
            Some(source.get()).filter(|source| !source.is_empty())
        })
        .view()
}
