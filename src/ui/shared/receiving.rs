//! The card in which a received link or code is pasted.

use leptos::prelude::*;

use crate::browser::dom;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::share_card::card;
use crate::words::fr;

/// The card.
pub fn receiving(session: Session) -> View {
    let wrong = RwSignal::new(None);
    let input = unlocked(|| el_class("input", "input"))
        .attr("id", "pasted")
        .attr("type", "text")
        .attr("data-code", "")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "pasted-wrong")
        .attr_fn("aria-invalid", move || {
            wrong.get().map(|_| "true".to_owned())
        });
    let node = input.node();
    let open = move |event: dom::Event| {
        event.prevent_default();
        wrong.set(session.open_pasted(&dom::field_value(&node)).err());
    };
    let sentence = move || {
        wrong
            .get()
            .map(|error| fr::link_error(&error))
            .unwrap_or_default()
    };
    let field = el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", "pasted")
                .child("Lien ou code reçu"),
        )
        .child(input)
        .child(
            el_class("p", "form-field__hint")
                .attr("id", "pasted-wrong")
                .attr("role", "alert")
                .text(sentence),
        );
    let button = el_class("button", "btn")
        .attr("type", "submit")
        .attr("data-kind", "primary")
        .child("Ouvrir");
    card("h-receive", "Coller un lien ou un code reçu")
        .child(el("p").child("Il s’ouvre en lecture seule. Votre propre travail n’est pas touché."))
        .child(
            el_class("form", "open-form")
                .on("submit", open)
                .child(field)
                .child(button),
        )
        .view()
}
