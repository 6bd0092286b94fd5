//! The footer: where the answers are, the source, the version, the licence.

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::view::{Element, View, el, el_class};

/// « Mentions légales », and how it is called in links.
pub const LEGAL: (Route, &str) = (Route::Legal, "Mentions légales et données");

/// « Accessibilité », under the words that the law wants at the foot of a page whose accessibility nobody
/// has audited (decree 2019-768 and the RGAA: « non conforme » where there is no audit).
pub const ACCESSIBILITY: (Route, &str) =
    (Route::Accessibility, "Accessibilité\u{a0}: non conforme");

/// A link to one of these two.
pub fn notice_link((route, name): (Route, &str)) -> Element {
    el("a").attr("href", &route.to_string()).child(name)
}

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
