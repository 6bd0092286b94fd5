//! « Positionnement »: the figures, the chart with its table, and the matrix of the 21 items.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::counting_rule::counting_rule;
use crate::ui::components::field_table::field_table;
use crate::ui::components::matrix::{Boxes, matrix};
use crate::ui::components::positioning_chart::chart;
use crate::ui::components::reading::{missing, points};
use crate::ui::components::stage_figures::stage_figures;
use crate::ui::fr;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::survey::print_button;
use crate::ui::pages::{heading, screen};

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
        .child(print_button("Imprimer"));
    let shown = move || {
        if untrack(is_empty) {
            empty(session)
        } else {
            content(session)
        }
    };
    screen("page results")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .dynamic_by(move || is_empty().to_string(), shown)
        .view()
}

/// Whether the matrix is open for entry: its own address opens it, so that one can go back.
fn is_entering(session: Session) -> bool {
    !session.is_read_only() && session.route.get() == Some(Route::Matrix)
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

/// Figures, chart, matrix and what they say: one's own, or somebody else's.
pub(super) fn content(session: Session) -> View {
    let figures = el_class("section", "results__figures")
        .attr("aria-labelledby", "h-figures")
        .child(
            el_class("h2", "visually-hidden")
                .attr("id", "h-figures")
                .attr("tabindex", "-1")
                .child("Items atteints pour chaque étape"),
        )
        .child(stage_figures(session))
        .child(counting_rule(session));
    let caveat =
        "Un champ a de 2 à 6 items\u{a0}: un seul item de plus y change beaucoup le pourcentage.";
    let fields = card("h-fields", "Par champ d’action")
        .child(field_table(session))
        .child(el_class("p", "small results__caveat").child(caveat));
    let pictures = el_class("div", "results__two")
        .child(card("h-chart", "Graphique de positionnement").child(chart(session)))
        .child(fields);
    View::all([
        figures.view(),
        pictures.view(),
        points(session),
        items(session),
        missing(session),
    ])
}

fn card(id: &'static str, title: &str) -> Element {
    el_class("section", "card")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}

fn items(session: Session) -> View {
    let number = session.questionnaire.items().count();
    let head = el_class("div", "card__head")
        .child(
            el("h2")
                .attr("id", "h-matrix")
                .attr("tabindex", "-1")
                .child(fr::the_items(number)),
        )
        .child((!session.is_read_only()).then(|| entry(session)));
    let key = move || is_entering(session).to_string();
    let cells = move || {
        let boxes = if untrack(|| is_entering(session)) {
            Boxes::Shown
        } else {
            Boxes::None
        };
        matrix(session, boxes)
    };
    el_class("section", "card results__matrix")
        .attr("aria-labelledby", "h-matrix")
        .child(head)
        .dynamic_by(key, cells)
        .child(legend())
        .view()
}

/// The way into entry, and out of it.
fn entry(session: Session) -> View {
    let content = move || {
        let (hint, route, label) = if is_entering(session) {
            (
                "Cochez chaque étape atteinte. Tout est enregistré à mesure.",
                Route::Positioning,
                "Terminer la saisie",
            )
        } else {
            (
                "Un questionnaire déjà rempli sur papier ou dans Excel\u{202f}?",
                Route::Matrix,
                "Saisir en tableau",
            )
        };
        let link = el_class("a", "btn")
            .attr("href", &route.to_string())
            .child(label);
        View::all([el_class("p", "hint").child(hint).view(), link.view()])
    };
    el_class("div", "matrix__help").dynamic(content).view()
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

/// What the cells say: in words, or in the few letters of a phone.
fn legend() -> View {
    let words =
        "«\u{a0}4 sur 6\u{a0}»\u{a0}: 4 conditions remplies sur 6, l’étape ne compte pas encore";
    let letters = "oui\u{a0}: étape atteinte – 4/6\u{a0}: 4 conditions remplies sur 6, l’étape ne compte pas encore – \
        non\u{a0}: étape non atteinte – tiret\u{a0}: à renseigner – ?\u{a0}: ne sait pas – \
        n.\u{a0}c.\u{a0}: non concerné";
    el_class("p", "legend matrix__legend")
        .child(el_class("span", "matrix__long").child(words))
        .child(el_class("span", "matrix__short").child(letters))
        .view()
}
