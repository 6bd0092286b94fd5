//! A text to be copied: the field that shows it, and the button.

use leptos::prelude::*;

use crate::browser::{clipboard, task};
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, el_class, unlocked};

/// A read-only field that follows `content`, as wide as its place; `tag` is `input` or `textarea`.
pub fn shown(
    tag: &'static str,
    id: &'static str,
    content: impl Fn() -> String + 'static,
) -> Element {
    unlocked(|| el_class(tag, "input"))
        .attr("id", id)
        .attr("readonly", "")
        .attr("data-code", "")
        .value(content)
}

/// The field with its label, and a button of this name and kind that copies what it holds.
pub fn copied(
    field: Element,
    id: &'static str,
    label: &str,
    (button, kind): (&str, Option<&str>),
) -> Element {
    let node = field.node();
    let said = RwSignal::new("");
    let copy = move |_| {
        let node = node.clone();
        task::spawn(async move {
            let is_copied = clipboard::copy(&node).await;
            // The screen may be gone by now, and the sentence with it.
            let _ = said.try_set(if is_copied {
                "Copié."
            } else {
                "Ce navigateur ne permet pas de copier d’ici\u{a0}: le texte est sélectionné, copiez-le avec Ctrl + C."
            });
        });
    };
    let copy_button = button::plain()
        .attr_if("data-kind", kind)
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
        .child(field)
        .child(row)
}
