//! Buttons: what does something. What leads somewhere is a link.

use super::view::{Element, el_class};

/// A button that does something where it stands, and sends no form.
pub fn plain() -> Element {
    el_class("button", "btn").attr("type", "button")
}

/// A button whose second click within half a second counts for nothing (`browser/clicks.rs`): what it destroys,
/// adds or moves changes what is under the pointer.
pub fn once() -> Element {
    plain().attr("data-once", "")
}
