//! The footer: where the answers are, the source, the version, the licence.

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::notice_links::{ACCESSIBILITY, LEGAL, notice_link};

/// The footer of every screen.
pub fn footer(session: Session) -> View {
    let source = &session.questionnaire.source;
    let row = el_class("div", "app-footer__row")
        .child(el("span").child(
            "Vos réponses restent sur cet appareil tant que vous ne les donnez pas\u{a0}: ni compte, ni traceur.",
        ))
        .child(
            el("a")
                .attr("href", &Route::Help(None).to_string())
                .child("Aide et à propos"),
        )
        .child(notice_link(LEGAL))
        .child(notice_link(ACCESSIBILITY))
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
