//! The footer: what leaves the device (nothing), the source, the version, the licence.

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};

/// The footer of every screen.
pub fn footer(session: Session) -> View {
    let source = &session.questionnaire.source;
    let row = el_class("div", "app-footer__row")
        .child(
            el("span")
                .child("Rien ne quitte cet appareil\u{a0}: ni compte, ni traceur, ni serveur."),
        )
        .child(
            el("a")
                .attr("href", &Route::Help(None).to_string())
                .child("Aide et à propos"),
        )
        .child(el("span").child(format!(
            "Questionnaire\u{a0}: {}, {}.",
            source.title, source.year
        )))
        .child(el("span").child(format!(
            "Version {}, licence MIT ou Apache 2.0",
            env!("CARGO_PKG_VERSION")
        )));
    el_class("footer", "app-footer").child(row).view()
}
