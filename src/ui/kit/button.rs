//! Buttons: what does something. What leads somewhere is a link.

use leptos::prelude::{Get, RwSignal};

use super::view::{Element, View, el_class};

/// A button that does something where it stands, and sends no form.
pub fn plain() -> Element {
    el_class("button", "btn").attr("type", "button")
}

/// A button whose second click within half a second counts for nothing (`browser/clicks.rs`): what it destroys,
/// adds or moves changes what is under the pointer.
pub fn once() -> Element {
    plain().attr("data-once", "")
}

/// What became of a press, beside its button; it is heard too.
pub fn outcome(said: RwSignal<String>) -> View {
    el_class("span", "small")
        .attr("role", "status")
        .text(move || said.get())
        .view()
}

/// A button, and beside it what became of its press.
pub fn with_outcome(button: Element, said: RwSignal<String>) -> View {
    el_class("div", "btn-row")
        .child(button)
        .child(outcome(said))
        .view()
}
