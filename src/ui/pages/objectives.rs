//! « Objectifs »: the schedule by field, the way to a new objective, and the « Corbeille ».

use std::rc::Rc;

use crate::domain::plan::{Objective, SortBy};
use crate::domain::questionnaire::FieldId;
use crate::domain::route::Route;
use crate::session::{Session, today};
use crate::ui::components::bin::bin;
use crate::ui::components::schedule::schedule;
use crate::ui::components::smart::annex;
use crate::ui::fr::planning as say;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::pages::survey::print_button;
use crate::ui::pages::{heading, screen};

/// The schedule of one's own objectives.
pub fn objectives(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Objectifs et échéancier"))
        .child(el_class("p", "lead").text(move || lead(session)));
    let buttons = el_class("div", "btn-row").child(print_button("Imprimer l’échéancier"));
    let sort = el_class("div", "schedule__sort").child(sort_field(session));
    screen("page goals")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(el("div").attr("role", "status").dynamic_by(
            move || session.has_just_deleted().to_string(),
            move || deleted(session),
        ))
        .child(
            el_class("section", "card schedule")
                .attr("aria-labelledby", "h-schedule")
                .child(
                    el_class("div", "section-head")
                        .child(el("h2").attr("id", "h-schedule").child("Échéancier"))
                        .child(sort),
                )
                .dynamic(move || schedule(session, move |field| add_button(session, field))),
        )
        .child(bin(session))
        .child(el_class("section", "card no-print").child(annex()))
        .view()
}

fn lead(session: Session) -> String {
    session.read(|dossier| {
        if dossier.plan.is_empty() {
            "Pour chaque champ d’action, les objectifs SMART que l’établissement se donne, avec un pilote et une échéance. \
             Trois à cinq objectifs prioritaires suffisent."
                .to_owned()
        } else {
            say::plan(&dossier.plan, today())
        }
    })
}

fn sort_field(session: Session) -> View {
    let bound = Bound {
        get: Rc::new(move || say::sort_by(session.sort_by()).to_owned()),
        set: Rc::new(move |chosen| {
            let order = SortBy::ALL
                .into_iter()
                .find(|order| say::sort_by(*order) == chosen);
            session.set_sort_by(order.unwrap_or_default());
        }),
    };
    let label = Label {
        id: "sort",
        name: "Trier par",
        hint: "",
    };
    let choices = SortBy::ALL.map(|order| {
        let name = say::sort_by(order).to_owned();
        (name.clone(), name)
    });
    unlocked(|| choice(label, choices, &bound))
}

/// Says that an objective was deleted, with the way to have it back.
fn deleted(session: Session) -> View {
    if !session.has_just_deleted() {
        return View::nothing();
    }
    let back = el_class("button", "btn")
        .attr("type", "button")
        .on("click", move |_| session.undo())
        .child(icon(Icon::UNDO))
        .child("Le remettre");
    let text = el("p").child("L’objectif a été supprimé.");
    callout(Tone::Info, View::all([text.view(), back.view()]))
}

fn add_button(session: Session, field: FieldId) -> View {
    let add = move |_| {
        if let Some(id) = session.add_objective(Objective::new(field)) {
            session.go(Route::Objective(id));
        }
    };
    el_class("button", "btn")
        .attr("type", "button")
        .on("click", add)
        .child(icon(Icon::ADD))
        .child("Ajouter un objectif")
        .child(el_class("span", "visually-hidden").child(format!(" dans le champ {field}")))
        .view()
}
