//! « Ordre du jour et compte rendu »: what a council decides, filled from the dossier, completed here, printed or finished in
//! a word processor.

mod anew;
mod topics;

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::dom;
use crate::domain::date::Day;
use crate::domain::minutes::{Kind, Minutes, TEXT_MAX, Topic};
use crate::domain::paper::Paper;
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::field::{Bound, Label, area, choice, day};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{card, heading, screen};
use crate::ui::shared::paper::paper;
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::word_files;
use crate::words::fr::minutes as say;

/// Agenda and minutes.
pub fn minutes(session: Session) -> View {
    // What another tab wrote meanwhile is read when the pen goes from one to the other.
    let whose = move || session.is_elsewhere().to_string();
    screen("page council")
        .dynamic_by(whose, move || untrack(|| council(Form::of(session))))
        .view()
}

/// What is written here, and where it is kept.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    minutes: RwSignal<Minutes>,
    is_kept: RwSignal<bool>,
}

impl Form {
    fn of(session: Session) -> Self {
        Self {
            session,
            minutes: RwSignal::new(session.minutes()),
            is_kept: RwSignal::new(session.keeps_settings()),
        }
    }

    fn school(self) -> String {
        self.session.read(|dossier| dossier.identity.school.clone())
    }

    /// Changes what is written, and keeps it.
    fn set(self, set: impl FnOnce(&mut Minutes)) {
        let school = untrack(|| self.school());
        self.minutes.update(|minutes| {
            // What was written for another school stays marked so, until it is begun anew.
            if minutes.is_blank() {
                minutes.school = school;
            }
            set(minutes);
        });
        self.keep();
    }

    fn keep(self) {
        let is_kept = self
            .minutes
            .with_untracked(|one| self.session.keep_minutes(one));
        self.is_kept.set(is_kept);
    }

    fn bound(self, get: fn(&Minutes) -> String, set: fn(&mut Minutes, String)) -> Bound {
        Bound {
            get: Rc::new(move || self.minutes.with(get)),
            set: Rc::new(move |text| self.set(|minutes| set(minutes, text))),
        }
    }

    fn topics(self) -> Vec<Topic> {
        let reading = self.session.reading();
        self.session
            .read(|dossier| Topic::all(&dossier.plan, &reading))
    }

    fn is_agenda(self) -> bool {
        self.minutes.with(|minutes| minutes.kind) == Kind::Agenda
    }

    fn made(self) -> Paper {
        let own = self.session.own();
        self.minutes
            .with(|minutes| word_files::council(own, minutes))
    }
}

fn council(form: Form) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading(say::SCREEN))
        .child(el_class("p", "lead").child(say::LEAD));
    let word = word_files::word_minutes(
        form.session.own(),
        "Télécharger pour Word (.docx)",
        move || form.minutes.get(),
    );
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer").attr("data-kind", "primary"))
        .child(word)
        .child(big_link(Route::Documents, "Documents"));
    View::all([
        el_class("header", "page-head no-print")
            .child(text)
            .child(buttons)
            .view(),
        writing(form),
        dynamic_paper(form),
    ])
}

fn dynamic_paper(form: Form) -> View {
    el("div")
        .dynamic(move || {
            let made = form.made();
            untrack(|| paper(&made, |_| View::nothing()))
        })
        .view()
}

/// The form.
fn writing(form: Form) -> View {
    let stays = move || {
        let kept = if form.is_kept.get() {
            say::STAYS
        } else {
            say::LOST
        };
        kept.to_owned()
    };
    let fields = el_class("div", "council__fields").children([
        choice(
            label("council-kind", "Document", ""),
            [Kind::Agenda, Kind::Minutes]
                .map(|kind| (say::kind(kind).to_owned(), say::choice(kind).to_owned())),
            &form.bound(
                |minutes| say::kind(minutes.kind).to_owned(),
                |minutes, chosen| {
                    minutes.kind = if chosen == say::kind(Kind::Minutes) {
                        Kind::Minutes
                    } else {
                        Kind::Agenda
                    };
                },
            ),
        ),
        held(form),
    ]);
    let others = area(
        label("council-others", "Autres points", "Un par ligne."),
        3,
        TEXT_MAX,
        &form.bound(
            |minutes| minutes.others.clone(),
            |minutes, text| minutes.others = text,
        ),
    );
    let write = el_class("form", "stack")
        .on("submit", |event: dom::Event| event.prevent_default())
        .child(fields)
        .child(present(form))
        .child(el("h3").child("Points soumis au conseil"))
        .child(el("div").dynamic_by(
            move || topics::key(form),
            move || untrack(|| topics::topics(form)),
        ))
        .child(others);
    card("h-writing", "À compléter")
        .attr("class", "card help__section no-print")
        .child(el("p").text(stays))
        .child(el("div").dynamic(move || anew::stranger(form)))
        .child(write)
        .child(anew::anew(form))
        .view()
}

fn label(id: &'static str, name: &'static str, hint: &'static str) -> Label {
    Label { id, name, hint }
}

fn held(form: Form) -> View {
    let bound = form.bound(
        |minutes| minutes.on.map(|day| day.to_string()).unwrap_or_default(),
        |minutes, text| minutes.on = text.parse().ok(),
    );
    let said = move || {
        let on = form.minutes.with(|minutes| minutes.on);
        on.map(Day::text).unwrap_or_default()
    };
    day(
        label("council-day", "Date de la séance", ""),
        Day::OFFERED,
        &bound,
        said,
    )
}

fn present(form: Form) -> View {
    let field = area(
        label(
            "council-present",
            "Présents",
            "Un par ligne, par leur fonction plutôt que par leur nom.",
        ),
        3,
        TEXT_MAX,
        &form.bound(
            |minutes| minutes.present.clone(),
            |minutes, text| minutes.present = text,
        ),
    );
    el("div")
        .attr_fn("hidden", move || form.is_agenda().then(String::new))
        .child(field)
        .view()
}
