//! Links to screens; those to one’s own dossier must not lead there from somebody else’s positioning.

use crate::domain::route::Route;
use crate::session::Viewed;
use crate::ui::kit::view::{Element, el, el_class};

/// A link to a screen; mere text where what is shown is not one's own.
pub fn own_link(viewed: Viewed, route: Route) -> Element {
    if viewed.is_own() {
        el("a").attr("href", &route.to_string())
    } else {
        el("span")
    }
}

/// A link to a screen, as large as a button.
pub fn big_link(route: Route, label: &str) -> Element {
    el_class("a", "btn")
        .attr("href", &route.to_string())
        .child(label)
}
