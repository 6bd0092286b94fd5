//! « Positionnement »: the figures, the chart with its table, and the matrix of the 21 items.

use leptos::prelude::*;

use crate::domain::route::{Route, TimelineScreen};
use crate::session::Session;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::results::{content, is_entering};
use crate::words::fr;

/// The positioning of the school.
pub fn positioning(session: Session) -> View {
    let progress = move || {
        session
            .positioning
            .with(|all| format!("{}.", fr::progress(all.progress)))
    };
    // Nothing to show, nor to copy into: a sentence and a button.
    let is_empty = move || session.is_blank() && !is_entering(session);
    let hidden = move || is_empty().then(String::new);
    let whose = move || {
        let whose = session.read(|own| fr::planning::positioned(&own.identity));
        // Heard apart from the words before it; nothing is seen or copied of it without a name.
        if whose.is_empty() {
            whose
        } else {
            [" ", &whose].concat()
        }
    };
    let title = heading("Positionnement de l’établissement")
        .child(el_class("span", "page-head__whose no-print").text(whose));
    let text = el_class("div", "page-head__text")
        .child(title)
        .child(
            el_class("p", "lead")
                .attr_fn("hidden", hidden)
                .text(progress),
        )
        .child(name_it(session));
    let buttons = el_class("div", "btn-row")
        .attr_fn("hidden", hidden)
        .dynamic(move || go_on(session))
        .child(big_link(
            Route::Timeline(TimelineScreen::Overview),
            "Évolution",
        ))
        .child(print_button("Imprimer"))
        .child(big_link(Route::Documents, "Documents"));
    let shown = move || {
        if untrack(is_empty) {
            empty(session)
        } else {
            content(session.own(), Some(session))
        }
    };
    screen("page results")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .dynamic_by(move || is_empty().to_string(), shown)
        .view()
}

/// Where the positioning will come from.
fn empty(session: Session) -> View {
    let text = el("p")
        .child("Les chiffres et le graphique apparaîtront ici dès le premier item renseigné.");
    el_class("section", "card results__empty")
        .child(text)
        .child(go_on(session))
        .view()
}

/// The way to say whose positioning it is, once there is something to name and until it is said.
fn name_it(session: Session) -> View {
    let link = el("a")
        .attr("href", &Route::Identity.to_string())
        .child("Ajouter le nom de l’établissement et la date");
    let is_unnamed = move || session.read(|own| own.identity.is_blank() && !own.answers.is_empty());
    el_class("p", "hint no-print")
        .attr_fn("hidden", move || (!is_unnamed()).then(String::new))
        .child(link)
        .child(", pour l’écran et le papier.")
        .view()
}

/// Where to go on: to what is missing, then to the objectives.
fn go_on(session: Session) -> View {
    let first = session.positioning.with(|all| all.first_unanswered());
    let (route, label) = match first {
        Some(item) if session.is_blank() => {
            (Route::Item(item), "Commencer le questionnaire".to_owned())
        }
        Some(item) => (Route::Item(item), format!("Reprendre à l’item {item}")),
        None => (Route::Objectives, "Fixer des objectifs".to_owned()),
    };
    el_class("a", "btn")
        .attr("data-kind", "primary")
        .attr("href", &route.to_string())
        .child(label)
        .child(icon(Icon::NEXT))
        .view()
}
