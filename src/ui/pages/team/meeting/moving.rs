//! « Projeter depuis un autre ordinateur »: the answers go there by a link or as codes, the decisions come back by a link or its code.

use leptos::prelude::*;

use super::state::State;
use crate::browser::script::NotLoaded;
use crate::ui::kit::disclosure::unfolded;
use crate::ui::kit::icon::Icon;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::late::{Late, late, trouble};
use crate::words::fr::team as say;

/// What is unfolded.
pub fn moving(state: State) -> View {
    let content = move || {
        el_class("div", "stack")
            .child(el("h2").child("Emporter les réponses"))
            .dynamic(move || going(state))
            .child(el("h2").child("Rapporter les décisions"))
            .child(el("p").child(say::BRINGING_BACK))
            .child(late(DECISIONS, move || coming_back(state)))
            .view()
    };
    el_class("div", "no-print")
        .child(unfolded("Projeter depuis un autre ordinateur", "", content))
        .view()
}

const NOT_LOADED: &str =
    "Le lien n’a pas pu être préparé. Téléchargez plutôt une sauvegarde, ou rechargez la page.";

const DECISIONS: Late = Late {
    id: "decisions",
    role: "group",
    icon: Icon::SHARE,
    kind: "",
    name: "le lien des décisions",
    loading: "Préparation du lien…",
    not_loaded: NOT_LOADED,
};

/// The way of the answers to the other computer.
fn going(state: State) -> View {
    let session = state.room.session;
    let (link, codes) = state
        .room
        .gathered
        .with(|all| (session.answers_link(all), session.codes_of(all)));
    if codes.is_empty() {
        return el("p").child(say::NO_ANSWERS_TO_MOVE).view();
    }
    let link = match link {
        Some(link) => {
            let field = shown("input", "meeting-link", move || link.clone())
                .attr("type", "text")
                .attr("data-meeting-link", "");
            let button = ("Copier le lien des réponses", Some("primary"));
            copied(field, "meeting-link", "Lien des réponses", button).view()
        }
        None => el("p").child(say::TOO_MANY_TO_LINK).view(),
    };
    let field = shown("textarea", "meeting-codes", move || codes.join("\n"))
        .attr("rows", "3")
        .attr("data-meeting-codes", "");
    let button = ("Copier les codes des réponses", None);
    View::all([
        el("p").child(say::TAKING_ALONG).view(),
        link,
        copied(field, "meeting-codes", "Codes des réponses", button).view(),
        el_class("p", "small").child(say::TRUE_OF_CODES).view(),
    ])
}

/// The way of the decisions back, once the module that packs them is there. Follows what is decided.
fn coming_back(state: State) -> View {
    let session = state.room.session;
    match session.decisions_link() {
        Ok(_) if state.room.decided() == 0 => el("p").child(say::NOTHING_DECIDED).view(),
        Ok(Some(link)) => {
            let field = shown("input", "decisions-link", move || link.clone())
                .attr("type", "text")
                .attr("data-decisions-link", "");
            let button = ("Copier le lien des décisions", Some("primary"));
            copied(field, "decisions-link", "Lien des décisions", button).view()
        }
        Ok(None) => trouble(say::DECISIONS_TOO_LONG),
        Err(NotLoaded) => trouble(NOT_LOADED),
    }
}
