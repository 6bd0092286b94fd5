//! What the cards of « Partage » share.

use crate::ui::kit;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el};

/// A card with its title.
pub fn card(id: &'static str, title: &str) -> Element {
    kit::card::card("card share-card", id, title)
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
