//! One objective: a form that follows the five SMART criteria, checked as one writes. Every change is
//! kept at once, as everywhere.

mod aim;
mod fields;
mod follow_up;
mod on_paper;

use leptos::prelude::untrack;

use crate::browser::dom;
use crate::domain::route::Route;
use crate::domain::school::dossier::Change;
use crate::domain::school::plan::{Objective, ObjectiveId, SmartCriterion, Status};
use crate::session::Session;
use crate::ui::kit::button::once;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic_by, el, el_class};
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::smart::{annex, smart_check};
use crate::words::fr::follow_up as say;
use aim::origin;
use fields::{Form, attainable, measurable, part, realistic, specific, time_bound};
use follow_up::follow_up;

/// The form of an objective, or the news that it is not there any more.
pub fn objective(session: Session, id: ObjectiveId) -> View {
    let is_there = move || session.objective(id, |_| ()).is_some();
    dynamic_by(
        move || is_there().to_string(),
        move || {
            let page = screen("page goal");
            if untrack(is_there) {
                let written = Form::of(session, id);
                page.child(head(written))
                    .child(copied(written))
                    .child(form(written))
                    .child(on_paper::objective(written))
                    .view()
            } else {
                page.child(gone()).view()
            }
        },
    )
}

fn to_schedule() -> Element {
    el("a").attr("href", &Route::Objectives.to_string())
}

fn head(form: Form) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Objectif"))
        .child(el_class("p", "hint").child(
            "Suivez les cinq critères SMART\u{a0}: l’outil montre ce qui n’est pas encore rempli, et ne juge pas ce \
             que vous écrivez. Rien n’est obligatoire\u{a0}: un objectif se complète au fil des réunions.",
        ));
    let back = to_schedule()
        .attr("class", "btn")
        .child(icon(Icon::BACK))
        .child("Retour à l’échéancier");
    let buttons = el_class("div", "btn-row")
        .child(back)
        .child(done(form))
        .dynamic_by(
            move || may_be_taken_up(form).to_string(),
            move || next_year(form),
        );
    el_class("header", "page-head")
        .child(text)
        .child(buttons)
        .view()
}

/// Said in the form of one that was just taken up: it looks like the one of the year before.
fn copied(form: Form) -> View {
    let Some(from) = form.session.taken_up_from(form.id) else {
        return View::nothing();
    };
    let link = el("a")
        .attr("href", &Route::Objective(from).to_string())
        .child(say::taken_up_from(from));
    let text = el("p")
        .child(say::TAKEN_UP)
        .child(" ")
        .child(link)
        .child(".");
    callout(Tone::Info, text.view())
}

/// One press marks it as done; « État » takes that back. It does not go away, so that the focus stays.
fn done(form: Form) -> Element {
    let is_done = move || form.read(|objective| objective.status) == Some(Status::Done);
    let press = move |_| {
        form.set(|objective| objective.status = Status::Done);
    };
    el_class("button", "btn")
        .attr("type", "button")
        .attr_fn("aria-disabled", move || {
            is_done().then(|| "true".to_owned())
        })
        .on("click", press)
        .child(icon(Icon::TICK))
        .child(el("span").text(move || {
            let words = if is_done() {
                "Objectif terminé"
            } else {
                "Terminé"
            };
            words.to_owned()
        }))
}

/// Whether it is over; one of a field or item that the questionnaire does not have cannot be added.
fn may_be_taken_up(form: Form) -> bool {
    let today = form.session.today();
    let may_be = |objective: &Objective| {
        objective.is_over(today) && objective.is_in(form.session.questionnaire)
    };
    form.read(may_be).unwrap_or_default()
}

/// The way to the same objective a year later, where this one is over.
fn next_year(form: Form) -> View {
    if !may_be_taken_up(form) {
        return View::nothing();
    }
    let take_up = move |_| {
        if let Some(next) = form.session.take_up_next_year(form.id) {
            form.session.go(Route::Objective(next));
        }
    };
    once()
        .on("click", take_up)
        .child(icon(Icon::REDO))
        .child("Reprendre pour l’an prochain")
        .view()
}

fn gone() -> View {
    el_class("div", "page-head__text")
        .child(heading("Cet objectif n’existe pas"))
        .child(el("p").child(
            "Il a été supprimé, ou l’adresse est celle d’un autre appareil. Un objectif supprimé attend 30 jours dans la \
             corbeille, sous l’échéancier.",
        ))
        .child(
            to_schedule()
                .attr("class", "btn")
                .child("Aller à l’échéancier"),
        )
        .view()
}

fn form(form: Form) -> View {
    let parts = el_class("form", "card smart")
        .on("submit", |event: dom::Event| event.prevent_default())
        .child(origin(form))
        .child(part(form, SmartCriterion::Specific, specific(form)))
        .child(part(form, SmartCriterion::Measurable, measurable(form)))
        .child(part(form, SmartCriterion::Attainable, attainable(form)))
        .child(part(form, SmartCriterion::Realistic, realistic(form)))
        .child(part(form, SmartCriterion::TimeBound, time_bound(form)))
        .child(follow_up(form))
        .child(buttons(form));
    let checked = el_class("aside", "card smart-check")
        .attr("aria-labelledby", "h-smart")
        .dynamic(move || {
            let today = form.session.today();
            form.read(|objective| smart_check(objective, today)).into()
        })
        .child(annex());
    // First, as it stands on top of the form on a small screen.
    el_class("div", "goal__grid")
        .child(checked)
        .child(parts)
        .view()
}

fn buttons(form: Form) -> View {
    let delete = move |_| {
        form.session.apply(Change::DeleteObjective(form.id));
        form.session.go(Route::Objectives);
    };
    let done = to_schedule()
        .attr("class", "btn")
        .attr("data-kind", "primary")
        .child("Voir l’échéancier")
        .child(icon(Icon::NEXT));
    let delete = el_class("button", "btn")
        .attr("data-once", "")
        .attr("type", "button")
        .attr("data-kind", "quiet")
        .on("click", delete)
        .child(icon(Icon::CLOSE))
        .child("Supprimer cet objectif");
    el_class("div", "btn-row").child(done).child(delete).view()
}
