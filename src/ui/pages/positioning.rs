//! « Positionnement »: the figures, the chart with its table, and the matrix of the 21 items.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::counting_rule::counting_rule;
use crate::ui::components::field_table::field_table;
use crate::ui::components::matrix::matrix;
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
    let text = el_class("div", "page-head__text")
        .child(heading("Positionnement de l’établissement"))
        .child(el_class("p", "lead").text(progress))
        .child(name_it(session));
    let buttons = el_class("div", "btn-row")
        .dynamic(move || go_on(session))
        .child(print_button("Imprimer"));
    screen("page results")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(content(session))
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
    let help =
        "Un questionnaire déjà rempli sur papier ou dans Excel\u{202f}? Cochez directement ici.";
    let head = el_class("div", "card__head")
        .child(
            el("h2")
                .attr("id", "h-matrix")
                .attr("tabindex", "-1")
                .child(fr::the_items(number)),
        )
        .child(
            (!session.is_read_only())
                .then(|| el_class("p", "hint matrix__help").child(help).view()),
        );
    el_class("section", "card results__matrix")
        .attr("aria-labelledby", "h-matrix")
        .child(head)
        .child(matrix(session))
        .child(legend())
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
