//! One screen each.

pub mod blank;
pub mod diagnostic;
pub mod help;
pub mod home;
pub mod identity;
mod landscape;
pub mod not_found;
pub mod objective;
pub mod objectives;
pub mod opened;
pub mod positioning;
pub mod received;
pub mod sharing;
pub mod survey;

use super::kit::view::{Element, View, el, el_class};

/// The `<main>` of a screen, where the skip link leads.
fn screen(class: &str) -> Element {
    el_class("main", class)
        .attr("id", "contenu")
        .attr("tabindex", "-1")
}

/// The `<h1>` of a screen, which takes the focus when the screen is shown.
fn heading(text: impl Into<View>) -> Element {
    el("h1").attr("tabindex", "-1").child(text)
}
