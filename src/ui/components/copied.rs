//! A text to give, with a button that copies it.

use leptos::prelude::*;

use crate::browser::{clipboard, task};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, el_class};

/// A read-only field that follows `content`, with a button that copies it. `handle` is its attribute
/// for outside tools.
pub fn copied(
    (id, handle): (&'static str, &'static str),
    label: &str,
    button: &str,
    content: impl Fn() -> String + 'static,
) -> Element {
    let input = el_class("input", "input")
        .attr("id", id)
        .attr("type", "text")
        .attr("readonly", "")
        .attr("data-code", "")
        .attr(handle, "")
        .value(content);
    let node = input.node();
    let said = RwSignal::new("");
    let copy = move |_| {
        let node = node.clone();
        task::spawn(async move {
            let is_copied = clipboard::copy(&node).await;
            said.set(if is_copied {
                "Copié."
            } else {
                "Ce navigateur ne permet pas de copier d’ici\u{a0}: le texte est sélectionné, copiez-le avec Ctrl + C."
            });
        });
    };
    let copy_button = el_class("button", "btn")
        .attr("type", "button")
        .on("click", copy)
        .child(icon(Icon::COPY));
    let row = el_class("div", "btn-row")
        .child(copy_button.child(button))
        .child(
            el_class("span", "small")
                .attr("role", "status")
                .text(move || said.get().to_owned()),
        );
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", id)
                .child(label),
        )
        .child(input)
        .child(row)
}
