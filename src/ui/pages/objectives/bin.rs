//! « Corbeille »: the deleted objectives, which wait there for thirty days. Seen only when there is one.

use leptos::prelude::untrack;

use crate::browser::page;
use crate::domain::date::Moment;
use crate::domain::school::dossier::Change;
use crate::domain::school::plan::{Binned, ObjectiveId};
use crate::session::Session;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{View, dynamic_by, el, el_class, text};
use crate::words::fr::planning as say;

/// The « Corbeille », folded.
pub fn bin(session: Session) -> View {
    let len = move || session.read(|dossier| dossier.plan.bin().len());
    dynamic_by(
        move || (len() == 0).to_string(),
        move || {
            if len() == 0 {
                return View::nothing();
            }
            let title = text(move || format!("Corbeille ({})", len()));
            el_class("section", "card bin no-print")
                .attr("aria-label", "Corbeille")
                .child(disclosure(title, "", content(session)))
                .view()
        },
    )
}

fn content(session: Session) -> View {
    let is_full = move || session.read(|dossier| !dossier.plan.has_room());
    let rows = move || {
        session.read(|dossier| {
            let rows = dossier.plan.bin().iter();
            View::all(rows.map(|(id, binned)| row(session, *id, binned)))
        })
    };
    el("div")
        .child(el_class("p", "hint").text(move || say::bin(is_full()).to_owned()))
        .child(el_class("ul", "copies").dynamic_by(move || ids(session), rows))
        .view()
}

fn ids(session: Session) -> String {
    session.read(|dossier| {
        let ids = dossier.plan.bin().iter().map(|(id, _)| id.to_string());
        ids.collect::<Vec<_>>().join(" ")
    })
}

fn row(session: Session, id: ObjectiveId, binned: &Binned) -> View {
    let name = say::objective_name(&binned.objective, session.questionnaire);
    let waiting = binned.clone();
    let button = |label, kind, change: Change| {
        el_class("button", "btn")
            .attr("data-once", "")
            .attr("type", "button")
            .attr_if("data-kind", kind)
            .on("click", move |_| {
                session.apply(change.clone());
                // The button that had the focus is gone.
                let is_empty = untrack(|| ids(session)).is_empty();
                let next = if is_empty { "h1" } else { ".bin summary" };
                page::next_frame(move || page::focus(next));
            })
            .child(label)
            .child(el_class("span", "visually-hidden").child(say::about(&name)))
            .view()
    };
    let buttons = [
        button("Remettre", None, Change::RecoverObjective(id)),
        button(
            "Supprimer définitivement",
            Some("quiet"),
            Change::EraseObjective(id),
        ),
    ];
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(&name))
        .child(el_class("p", "small").text(move || {
            let last_edit = session.read(|dossier| dossier.edited_at.map(Moment::day));
            say::binned(&waiting, last_edit, session.today())
        }));
    el_class("li", "copies__row")
        .attr("data-binned", &id.to_string())
        .child(text)
        .child(el_class("div", "btn-row").children(buttons))
        .view()
}
