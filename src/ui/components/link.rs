//! Links to one's own dossier, which somebody else's positioning must not pretend to lead to.

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::view::{Element, el};

/// A link to a screen; mere text where what is shown is not one's own.
pub fn own_link(session: Session, route: Route) -> Element {
    if session.is_read_only() {
        el("span")
    } else {
        el("a").attr("href", &route.to_string())
    }
}
