//! « Objectifs »: the schedule, the way to a new objective, and the « Corbeille ».

mod bin;
mod filters;
mod year;

use leptos::prelude::untrack;

use crate::domain::route::Route;
use crate::domain::school::plan::{Objective, SortBy};
use crate::domain::school::questionnaire::FieldId;
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::gradual::after_paint;
use crate::ui::shared::link::big_link;
use crate::ui::shared::missing::advised;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::schedule::schedule;
use crate::ui::shared::smart::annex;
use crate::words::fr::planning as say;
use bin::bin;

/// The schedule of one's own objectives.
pub fn objectives(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Objectifs et échéancier"))
        .child(el_class("p", "lead").text(move || lead(session)));
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer l’échéancier"))
        .child(big_link(Route::Documents, "Documents"));
    // No row of the table is shown: none was written, or the filters leave none.
    let is_empty = move || session.schedule().rows().next().is_none();
    let copy = el_class("div", "no-print")
        .attr_fn("hidden", move || is_empty().then(String::new))
        .child(copy_button(".schedule__table"));
    screen("page goals")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(el("div").attr("role", "status").dynamic_by(
            move || session.has_just_deleted().to_string(),
            move || deleted(session),
        ))
        .child(el("div").dynamic_by(move || proposed(session), move || proposals(session)))
        .child(
            el_class("section", "card schedule")
                .attr("aria-labelledby", "h-schedule")
                .child(
                    el_class("div", "section-head")
                        .child(el("h2").attr("id", "h-schedule").child("Échéancier"))
                        .child(add_anywhere(session)),
                )
                .child(filters::choices(session))
                .child(filters::shown(session))
                .dynamic(move || schedule(session.own(), move |field| add_button(session, field)))
                .child(copy),
        )
        .child(after_paint(move || {
            let annex = el_class("section", "card no-print").child(annex());
            View::all([year::year(session.own()), bin(session), annex.view()])
        }))
        .view()
}

fn lead(session: Session) -> String {
    session.read(|dossier| {
        if dossier.plan.is_empty() {
            "Pour chaque champ d’action, les objectifs SMART que l’établissement se donne, avec un pilote et une échéance. \
             Trois à cinq objectifs prioritaires suffisent."
                .to_owned()
        } else {
            say::plan(&dossier.plan, session.today())
        }
    })
}

/// What the proposals follow: their statements, and what is missing of them.
fn proposed(session: Session) -> String {
    let proposals = session.proposals();
    let words = proposals.iter().map(|one| {
        let sentences = one.sentences(session.questionnaire);
        format!("{} {}", one.statement, sentences.join(" "))
    });
    words.chain([is_unanswered(session).to_string()]).collect()
}

/// Whether neither an objective nor an answer is there: nothing can be proposed yet.
fn is_unanswered(session: Session) -> bool {
    session.read(|dossier| dossier.plan.is_empty() && dossier.answers.is_empty())
}

/// First objectives drawn from what is missing; before anything is answered, where they will come from.
fn proposals(session: Session) -> View {
    let proposals = session.proposals();
    let card = |content: View| {
        el_class("section", "card proposals no-print")
            .attr("aria-labelledby", "h-proposals")
            .child(el("h2").attr("id", "h-proposals").child(say::PROPOSALS))
            .child(content)
            .view()
    };
    if is_unanswered(session) {
        let link = el_class("a", "btn")
            .attr("data-kind", "primary")
            .attr("href", &session.first_field().to_string())
            .child("Commencer le questionnaire")
            .child(icon(Icon::NEXT));
        let text = el("p").child(say::NO_PROPOSAL_YET);
        return card(View::all([text.view(), link.view()]));
    }
    if proposals.is_empty() {
        return View::nothing();
    }
    let entries = proposals.iter().map(|one| {
        advised(
            session.own(),
            Some(session),
            one.statement.item,
            std::slice::from_ref(one),
        )
    });
    let text = el_class("p", "small").child(say::PROPOSED);
    let list = el_class("ul", "gap-list").children(entries);
    card(View::all([text.view(), list.view()]))
}

/// Says that an objective was deleted, with the way to have it back.
fn deleted(session: Session) -> View {
    if !session.has_just_deleted() {
        return View::nothing();
    }
    let back = el_class("button", "btn")
        .attr("data-once", "")
        .attr("type", "button")
        .on("click", move |_| session.undo())
        .child(icon(Icon::UNDO))
        .child("Le remettre");
    let text = el("p").child("L’objectif a été supprimé.");
    callout(Tone::Info, View::all([text.view(), back.view()]))
}

/// The way to a new objective where the fields, each with its own, are not shown. Its form has the field.
fn add_anywhere(session: Session) -> View {
    let is_needed = move || !shows_fields(session);
    let first = session.questionnaire.fields().next().map(|field| field.id);
    let button = move || match first.filter(|_| untrack(is_needed)) {
        Some(field) => adding(session, field).view(),
        None => View::nothing(),
    };
    el("div")
        .dynamic_by(move || is_needed().to_string(), button)
        .view()
}

/// Whether the schedule shows every field, each with its way to a new objective.
fn shows_fields(session: Session) -> bool {
    let is_by_field = session.sort_by() == SortBy::Field && session.filter().is_none();
    is_by_field || session.read(|dossier| dossier.plan.is_empty())
}

fn add_button(session: Session, field: FieldId) -> View {
    adding(session, field)
        .child(el_class("span", "visually-hidden").child(format!(" dans le champ {field}")))
        .view()
}

fn adding(session: Session, field: FieldId) -> Element {
    let add = move |_| {
        if let Some(id) = session.add_objective(Objective::new(field)) {
            session.go(Route::Objective(id));
        }
    };
    el_class("button", "btn")
        .attr("data-once", "")
        .attr("type", "button")
        .on("click", add)
        .child(icon(Icon::ADD))
        .child("Ajouter un objectif")
}
