//! The link as a code to scan, large, for those in the room: drawn by the module of documents, which
//! is fetched at the first press.

use leptos::prelude::*;

use crate::browser::{documents, task};
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{Element, View, el, el_class, svg};

const NOT_LOADED: &str = "Le QR code n’a pas pu être chargé. Copiez le lien, ou rechargez la page.";
const TOO_LONG: &str = "L’adresse de cette page est trop longue pour un QR code. Copiez le lien.";

/// A button that shows the code and hides it.
pub fn qr_code(session: Session) -> View {
    let progress = RwSignal::new(Progress::Hidden);
    // It stays in the page while empty: what comes into it is then announced.
    let place = el("div").attr("id", "qr-code").attr("role", "status");
    el_class("div", "qr-code")
        .child(button(progress))
        .child(place.dynamic(move || match progress.get() {
            Progress::Hidden => View::nothing(),
            Progress::Loading => el_class("p", "hint").child("Chargement du QR code…").view(),
            Progress::Shown => code(&session.share_link()),
            Progress::Failed => sentence(NOT_LOADED),
        }))
        .view()
}

fn button(progress: RwSignal<Progress>) -> Element {
    let press = move |_| match progress.get_untracked() {
        Progress::Hidden | Progress::Failed => {
            progress.set(Progress::Loading);
            task::spawn(load(progress));
        }
        Progress::Shown => progress.set(Progress::Hidden),
        // The first press is still at work.
        Progress::Loading => {}
    };
    let is_shown = move || progress.get() == Progress::Shown;
    el_class("button", "btn")
        .attr("type", "button")
        .attr("aria-controls", "qr-code")
        .attr_fn("aria-expanded", move || Some(is_shown().to_string()))
        .on("click", press)
        .child(icon(Icon::QR))
        .text(move || {
            let word = if is_shown() { "Masquer" } else { "Afficher" };
            format!("{word} le QR code")
        })
}

async fn load(progress: RwSignal<Progress>) {
    let loaded = documents::load().await;
    // The screen may have been left while the module came.
    progress.try_set(if loaded.is_ok() {
        Progress::Shown
    } else {
        Progress::Failed
    });
}

/// The code of this link, or why there is none.
fn code(link: &str) -> View {
    match documents::qr(link) {
        Ok(Some(code)) => svg("svg")
            .attr("class", "qr")
            .attr("data-qr", "")
            .attr("role", "img")
            .attr("aria-label", "QR code du lien vers ce positionnement")
            .attr("viewBox", &code.view_box)
            .attr("shape-rendering", "crispEdges")
            .child(svg("path").attr("d", &code.path))
            .view(),
        Ok(None) => sentence(TOO_LONG),
        Err(_) => sentence(NOT_LOADED),
    }
}

fn sentence(text: &str) -> View {
    callout(Tone::Alert, el("p").child(text).view())
}
