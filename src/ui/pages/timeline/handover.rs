//! « Passer le relais »: what a successor needs, in one file; what it holds, where the paper copies are, what comes next.

use leptos::prelude::*;
use std::rc::Rc;

use super::Kept;
use crate::browser::task;
use crate::domain::route::{Route, TimelineScreen};
use crate::domain::school::dossier::{Change, HANDOVER_MAX};
use crate::domain::school::plan::{Coming, Filter, TOLD};
use crate::session::Session;
use crate::ui::kit::field::{Bound, Label, area};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::file_cards::save_button;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{card, heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::share_card::{has, has_not};
use crate::words::fr::planning::objective_name;
use crate::words::fr::{self, timeline as say};

/// The page that goes with the file.
pub fn handover(session: Session) -> View {
    let kept = Kept::none();
    task::spawn(async move { kept.show(session.snapshots().await) });
    let text = el_class("div", "page-head__text")
        .child(heading(say::HANDOVER))
        .child(el_class("p", "lead").child(say::HANDOVER_LEAD));
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer cette page"))
        .child(big_link(
            Route::Timeline(TimelineScreen::Overview),
            say::TITLE,
        ));
    screen("page timeline-page")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(file(session, kept))
        .child(note(session))
        .child(card("h-next", "Ce qui vient ensuite").dynamic(move || next(session)))
        .child(
            card("h-then", "Pour la personne qui reprend").child(
                el_class("ol", "help__list")
                    .children(say::STEPS.map(|step| el("li").child(step).view())),
            ),
        )
        .view()
}

/// What the file holds, and the file.
fn file(session: Session, kept: Kept) -> View {
    let holds = move || {
        let answered = session.positioning.with(|all| fr::progress(all.progress));
        let objectives = session.read(fr::files::objectives);
        let taken = kept.read(|all| match all {
            [] => "Aucun positionnement gardé".to_owned(),
            all => {
                let names: Vec<_> = all.iter().map(say::named).collect();
                format!(
                    "{}\u{a0}: {}",
                    fr::files::snapshots(all.len()),
                    names.join("\u{202f}; ")
                )
            }
        });
        el_class("ul", "has-list")
            .children([
                has(&format!("Les réponses ({answered}), les notes et les liens de preuve")),
                has(&format!("Le plan\u{a0}: {objectives}, avec pilotes, dates et suivi")),
                has(&taken),
                has("L’établissement, l’équipe projet, les contacts et le mot ci-dessous"),
                has_not("La corbeille, les réglages de cet appareil et les réponses individuelles de l’équipe"),
            ])
            .view()
    };
    card("h-file", "Le fichier à transmettre")
        .dynamic(holds)
        .child(el_class("p", "small").child(say::HANDOVER_NAMES))
        .child(
            el_class("div", "btn-row no-print")
                .child(save_button(session, "Télécharger le fichier")),
        )
        .view()
}

/// What only the person who leaves knows.
fn note(session: Session) -> View {
    let label = Label {
        id: "handover",
        name: "Où sont les exemplaires papier, à qui parler, ce qu’il faut savoir",
        hint: say::NOTE_HINT,
    };
    let bound = Bound {
        get: Rc::new(move || session.read(|dossier| dossier.handover.clone())),
        set: Rc::new(move |text| session.apply(Change::HandOver(text))),
    };
    let on_paper = el_class("p", "handover__paper")
        .text(move || session.read(|dossier| dossier.handover.clone()));
    card("h-note", "Un mot pour la suite")
        .child(el_class("div", "no-print").child(area(label, 5, HANDOVER_MAX, &bound)))
        .child(on_paper)
        .view()
}

/// The objectives whose dates come next.
fn next(session: Session) -> View {
    let today = session.today();
    session.read(|dossier| {
        let coming = Coming::of(&dossier.plan, &Filter::default(), today);
        let named = coming.late.iter().chain(&coming.next).take(TOLD);
        let entries: Vec<_> = named
            .filter_map(|(day, id)| {
                let objective = dossier.plan.get(*id)?;
                let name = objective_name(objective, session.questionnaire);
                let words = format!("{}\u{a0}: {name}", day.text());
                Some(el("li").child(words).view())
            })
            .collect();
        if entries.is_empty() {
            return el("p").child(say::NOTHING_NEXT).view();
        }
        el_class("ul", "help__list").children(entries).view()
    })
}
