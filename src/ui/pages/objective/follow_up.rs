//! « Suivi » of an objective: how far it is, how often it is looked at, and its dated notes.

use leptos::prelude::untrack;
use std::rc::Rc;

use super::fields::{Form, label};
use crate::browser::page;
use crate::domain::date::Day;
use crate::domain::school::plan::{
    FollowUp, NOTES_MAX, PLAN_NOTES_MAX, Priority, REMARK_MAX, Rhythm, Status, VALUE_MAX,
};
use crate::ui::kit::check::check_box;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::field::choice;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::words::fr::follow_up as say;

/// The section.
pub fn follow_up(form: Form) -> View {
    let fields = el_class("div", "form-grid")
        .child(status(form))
        .child(first(form))
        .child(rhythm(form));
    el_class("fieldset", "follow-up")
        .child(el_class("legend", "smart__legend").child("Suivi"))
        .child(fields)
        .child(history(form))
        .view()
}

fn status(form: Form) -> View {
    let statuses = Status::ALL.map(|status| (status.text().to_owned(), status.text().to_owned()));
    let bound = form.bound(
        |objective| objective.status.text().to_owned(),
        |objective, chosen| {
            let mut all = Status::ALL.into_iter();
            let status = all.find(|status| status.text() == chosen);
            objective.status = status.unwrap_or(objective.status);
        },
    );
    choice(label("goal-status", "État", ""), statuses, &bound)
}

/// Whether it comes first.
fn first(form: Form) -> View {
    let is_first = move || form.read(|objective| objective.priority == Priority::High);
    let first = check_box(
        move || is_first().unwrap_or_default(),
        move |is_ticked| {
            form.set(|objective| {
                objective.priority = if is_ticked {
                    Priority::High
                } else {
                    Priority::Usual
                };
            });
        },
    );
    el_class("label", "smart__first")
        .child(first)
        .child(el("span").child("Objectif prioritaire"))
        .view()
}

fn rhythm(form: Form) -> View {
    let named = |rhythm| {
        (
            say::rhythm(rhythm).to_owned(),
            say::rhythm(rhythm).to_owned(),
        )
    };
    let none = std::iter::once((String::new(), "Aucun".to_owned()));
    let bound = form.bound(
        |objective| {
            objective
                .rhythm
                .map(say::rhythm)
                .unwrap_or_default()
                .to_owned()
        },
        |objective, chosen| {
            let mut all = Rhythm::ALL.into_iter();
            objective.rhythm = all.find(|rhythm| say::rhythm(*rhythm) == chosen);
        },
    );
    let choices = none.chain(Rhythm::ALL.map(named));
    let days = el_class("p", "form-field__hint")
        .text(move || form.read(say::milestones).unwrap_or_default());
    el("div")
        .child(choice(
            label("goal-rhythm", "Points d’étape", ""),
            choices,
            &bound,
        ))
        .child(days)
        .view()
}

/// The notes in the order of writing, and the way to another.
fn history(form: Form) -> View {
    let len = move || {
        form.read(|objective| objective.notes.len())
            .unwrap_or_default()
    };
    let rows = move || {
        let numbers = 0..untrack(len);
        el_class("ol", "follow-up__notes")
            .children(numbers.map(|place| row(form, place)))
            .view()
    };
    let is_full = move || {
        let written = form.read(|one| one.notes.iter().filter(|note| !note.is_blank()).count());
        written.unwrap_or_default() >= NOTES_MAX
    };
    let is_plan_full = move || form.session.read(|dossier| dossier.plan.notes()) >= PLAN_NOTES_MAX;
    let add = move |_| {
        let today = untrack(|| form.session.today());
        form.set(|objective| objective.open_note(today));
        page::next_frame(|| page::focus(".follow-up__notes > li:last-child [id^=\"note-value\"]"));
    };
    let add = el_class("button", "btn")
        .attr("data-once", "")
        .attr("type", "button")
        .on("click", add)
        .child(icon(Icon::ADD))
        .child("Ajouter une note de suivi");
    el_class("div", "follow-up__history")
        .dynamic_by(move || len().to_string(), rows)
        .child(add)
        .child(
            el_class("p", "form-field__hint")
                .attr("role", "status")
                .text(move || {
                    if is_full() {
                        say::full()
                    } else if is_plan_full() {
                        say::plan_full()
                    } else {
                        String::new()
                    }
                }),
        )
        .view()
}

/// One part of a note.
#[derive(Clone, Copy)]
struct Part {
    id: &'static str,
    name: &'static str,
    get: fn(&FollowUp) -> String,
    set: fn(&mut FollowUp, String),
}

const DAY: Part = Part {
    id: "note-day",
    name: "Date",
    get: |note| note.on.map(|day| day.to_string()).unwrap_or_default(),
    set: |note, text| note.on = text.parse().ok(),
};

const VALUE: Part = Part {
    id: "note-value",
    name: "Valeur ce jour-là",
    get: |note| note.value.clone(),
    set: |note, text| note.value = text,
};

const REMARK: Part = Part {
    id: "note-remark",
    name: "Ce qui a été fait ou décidé",
    get: |note| note.remark.clone(),
    set: |note, text| note.remark = text,
};

fn row(form: Form, place: usize) -> View {
    let day = part(form, place, DAY, |input, id, bound| {
        entry::day(input, (id, ""), Day::OFFERED, bound)
    });
    let value = part(form, place, VALUE, |input, id, bound| {
        entry::text(input, (id, ""), (Lines::One, VALUE_MAX), bound)
    });
    let remark = part(form, place, REMARK, |input, id, bound| {
        entry::text(input, (id, ""), (Lines::One, REMARK_MAX), bound)
    });
    let remove = move |_| {
        form.set(|objective| {
            if place < objective.notes.len() {
                objective.notes.remove(place);
            }
        });
        page::next_frame(|| page::focus(".follow-up__history > .btn"));
    };
    let remove = el_class("button", "icon-btn")
        .attr("data-once", "")
        .attr("type", "button")
        .attr("aria-label", &format!("Supprimer la note {}", place + 1))
        .on("click", remove)
        .child(icon(Icon::CLOSE));
    el_class("li", "follow-up__note")
        .child(day)
        .child(value)
        .child(remark)
        .child(remove)
        .view()
}

/// A field of a note: its name, which note it is of for those who hear it alone, and its control.
fn part(
    form: Form,
    place: usize,
    part: Part,
    make: fn(Element, &str, &Bound) -> (Element, Element),
) -> View {
    let id = format!("{}-{}", part.id, place + 1);
    let bound = Bound {
        get: Rc::new(move || {
            let read = form.read(|objective| objective.notes.get(place).map(part.get));
            read.flatten().unwrap_or_default()
        }),
        set: Rc::new(move |text| {
            form.set(|objective| {
                if let Some(note) = objective.notes.get_mut(place) {
                    (part.set)(note, text);
                }
            });
        }),
    };
    let (input, sentence) = make(el_class("input", "input").attr("id", &id), &id, &bound);
    let name = el_class("label", "form-field__label")
        .attr("for", &id)
        .child(part.name)
        .child(el_class("span", "visually-hidden").child(format!(" (note {})", place + 1)));
    el_class("div", "form-field")
        .child(name)
        .child(input)
        .child(sentence)
        .view()
}
