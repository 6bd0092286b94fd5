//! A positioning: the figures, the chart with its table, the matrix of the items and what they say; one's own, or
//! somebody else's.

mod chart;
pub mod field_table;
mod matrix;
mod reading;
mod stage_figures;

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::session::{Session, Viewed};
use crate::ui::kit::card::card;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::chart_files::chart_files;
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::counting_rule::counting_rule;
use crate::words::fr;
use chart::chart;
pub use chart::{description, legend, picture, picture_of};
use field_table::field_table;
use matrix::matrix;
use reading::{missing, points};
use stage_figures::stage_figures;

/// Whether the matrix is open for entry: its own address opens it, so that one can go back.
pub fn is_entering(session: Session) -> bool {
    session.route.get() == Some(Route::Matrix)
}

/// Figures, chart, matrix and what they say. `own` is one's own session, where it is one's own dossier: then it can be gone on
/// with from here.
pub fn content(viewed: Viewed, own: Option<Session>) -> View {
    let figures = el_class("section", "results__figures")
        .attr("aria-labelledby", "h-figures")
        .child(
            el_class("h2", "visually-hidden")
                .attr("id", "h-figures")
                .attr("tabindex", "-1")
                .child("Items atteints pour chaque étape"),
        )
        .child(stage_figures(viewed))
        .child(counting_rule(viewed));
    let sizes = viewed.questionnaire.fields().map(|field| field.items.len());
    let caveat = fr::small_fields(&sizes.collect::<Vec<_>>());
    let fields = card("card", "h-fields", "Par champ d’action")
        .child(both_counts(viewed))
        .child(field_table(viewed))
        .child(el_class("p", "small results__caveat").child(caveat))
        .child(copy_button(".field-table"));
    let pictures = el_class("div", "results__two")
        .child(
            card("card", "h-chart", "Graphique de positionnement")
                .child(chart(viewed))
                .child(el_class("div", "btn-row").child(chart_files(viewed))),
        )
        .child(fields);
    View::all([
        figures.view(),
        pictures.view(),
        points(viewed, own),
        items(viewed, own),
        missing(viewed, own),
    ])
}

/// Which of the two figures of a cell is which, where the questionnaire is adapted.
fn both_counts(viewed: Viewed) -> Option<View> {
    viewed.official?;
    let text = "Dans chaque case\u{a0}: le questionnaire officiel, puis «\u{a0}le nôtre\u{a0}», le questionnaire adapté.";
    Some(el_class("p", "small").child(text).view())
}

fn items(viewed: Viewed, own: Option<Session>) -> View {
    let number = viewed.questionnaire.items().count();
    let head = el_class("div", "card__head")
        .child(
            el("h2")
                .attr("id", "h-matrix")
                .attr("tabindex", "-1")
                .child(fr::the_items(number)),
        )
        .child(own.map(entry));
    let entering = move || own.filter(|session| is_entering(*session));
    let key = move || entering().is_some().to_string();
    let cells = move || matrix(viewed, untrack(entering));
    el_class("section", "card results__matrix")
        .attr("aria-labelledby", "h-matrix")
        .child(head)
        .dynamic_by(key, cells)
        .child(cell_legend())
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

/// What the cells say: in words, or in the few letters of a phone.
fn cell_legend() -> View {
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
