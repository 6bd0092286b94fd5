//! A table to be copied whole, for a word processor.

use leptos::prelude::*;

use crate::browser::copying;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};

/// The button that copies the table of this class, and what comes of it.
pub fn copy_button(table: &'static str) -> View {
    let is_copied = RwSignal::new(None);
    let said = move || match is_copied.get() {
        None => "",
        Some(true) => "Copié\u{a0}: collez-le dans votre document.",
        Some(false) => {
            "Ce navigateur ne permet pas de copier d’ici\u{a0}: le tableau est sélectionné, copiez-le avec Ctrl + C."
        }
    };
    // Refused once, it only selects.
    let label = move || match is_copied.get() {
        Some(false) => "Sélectionner pour copier",
        None | Some(true) => "Copier le tableau",
    };
    let button = button::plain()
        .attr("data-copy", table)
        .on("click", move |_| {
            is_copied.set(Some(copying::copy_element(table)));
        })
        .child(icon(Icon::COPY))
        .child(el("span").text(move || label().to_owned()));
    let status = el_class("span", "small")
        .attr("role", "status")
        .text(move || said().to_owned());
    el_class("div", "btn-row copied-table")
        .child(button)
        .child(status)
        .view()
}
