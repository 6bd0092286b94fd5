//! What the cards of « Partage » share.

use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};

/// A card with its title.
pub fn card(id: &'static str, title: &str) -> Element {
    el_class("section", "card share-card")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}

/// Something that is given along.
pub fn has(text: &str) -> View {
    el("li").child(icon(Icon::TICK)).child(text).view()
}

/// Something that is not.
pub fn has_not(text: &str) -> View {
    el("li")
        .attr("data-has", "non")
        .child(icon(Icon::CLOSE))
        .child(text)
        .view()
}
