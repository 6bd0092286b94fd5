//! Cards: parts of a screen, each under a title of its own.

use super::view::{Element, el, el_class};

/// A card that is named by its title.
pub fn card(class: &str, id: &str, title: &str) -> Element {
    el_class("section", class)
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}
