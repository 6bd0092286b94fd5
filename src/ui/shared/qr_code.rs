//! The link as a code to scan, large, for those in the room: drawn by the module of documents.

use crate::browser::documents;
use crate::ui::kit::icon::Icon;
use crate::ui::kit::view::{View, svg};
use crate::ui::shared::late::{Late, late, trouble};

const NOT_LOADED: &str = "Le QR code n’a pas pu être chargé. Copiez le lien, ou rechargez la page.";
const TOO_LONG: &str = "Ce lien est trop long pour un QR code qui se lise bien. Copiez le lien.";

/// A button that shows the code of this link, under this name, and hides it.
pub fn qr_code(link: impl Fn() -> String + 'static, name: &'static str) -> View {
    let words = Late {
        id: "qr-code",
        role: "status",
        icon: Icon::QR,
        kind: "",
        name: "le QR code",
        loading: "Chargement du QR code…",
        not_loaded: NOT_LOADED,
    };
    late(words, move || code(&link(), name))
}

/// The code of this link under this name, or why there is none. The module of documents was loaded first.
pub fn code(link: &str, name: &str) -> View {
    match documents::qr(link) {
        Ok(Some(code)) => svg("svg")
            .attr("class", "qr")
            .attr("data-qr", "")
            .attr("role", "img")
            .attr("aria-label", name)
            .attr("viewBox", &code.view_box)
            .attr("shape-rendering", "crispEdges")
            .child(svg("path").attr("d", &code.path))
            .view(),
        Ok(None) => trouble(TOO_LONG),
        Err(_) => trouble(NOT_LOADED),
    }
}
