//! The way out of a frame, into a tab of one's own, at the same screen.

use crate::session::Session;
use crate::ui::kit::view::{Element, View, el, el_class};

/// The link.
pub fn own_tab(session: Session, label: &str) -> Element {
    el_class("a", "btn")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .attr_fn("href", move || Some(session.screen_address()))
        .child(label)
}

/// Why something is not done in a frame of another site, and the way out.
pub fn only_in_own_tab(session: Session, why: &str) -> View {
    let link = own_tab(session, "Ouvrir dans un onglet");
    View::all([
        el("p").child(why).view(),
        el_class("div", "btn-row").child(link).view(),
    ])
}
