//! `#/c/<code>`: somebody's answers, received as a link. It says what they are, and the way into the answers of the team.

use leptos::prelude::*;

use crate::browser::task;
use crate::domain::formats::contribution::Gathering;
use crate::domain::formats::link::LinkError;
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::team::Contribution;
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, dynamic, el, el_class};
use crate::ui::pages::team::room::not_kept;
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;
use crate::words::fr::answering as say;

/// What the address bar received, or what is wrong with it.
pub fn received(session: Session) -> View {
    // What was asked before, once it is read: an answer to that is one too.
    let earlier = RwSignal::new(None);
    task::spawn(async move {
        let _ = earlier.try_set(Some(session.asked_before().await));
    });
    dynamic(move || {
        let (all, one) = earlier.with(|earlier: &Option<Vec<_>>| {
            let earlier = earlier.as_deref().unwrap_or_default();
            (session.contributions(earlier), session.contributed(earlier))
        });
        match one {
            Err(LinkError::OtherQuestionnaire(_)) if earlier.with(Option::is_none) => {
                View::nothing()
            }
            _ if all.pieces.len() > 1 => several(session, &all),
            Ok((code, contribution)) => answer(session, code, &contribution),
            Err(error) => refused(&error),
        }
    })
}

/// A link that moves the answers of a team to another computer.
fn several(session: Session, all: &Gathering) -> View {
    let read = all
        .pieces
        .iter()
        .filter_map(|piece| piece.read.clone().ok());
    let read: Vec<_> = read.collect();
    let refused = all.pieces.len() - read.len();
    let meeting = Route::Team(TeamScreen::Meeting(None));
    screen("page answering")
        .attr("data-received-answer", "")
        .child(heading("Des réponses individuelles"))
        .child(el_class("p", "lead").child(fr::team::in_link(read.len(), refused)))
        .child(callout(
            Tone::Info,
            el("p").child(fr::team::TRUE_OF_CODES).view(),
        ))
        .child((!read.is_empty()).then(|| adding(session, read)))
        .child(
            el_class("div", "btn-row")
                .child(team())
                .child(big_link(meeting, "Mode réunion")),
        )
        .view()
}

fn refused(error: &LinkError) -> View {
    screen("page answering")
        .child(heading("Cette réponse ne peut pas être lue"))
        .child(el_class("p", "lead").child(say::contribution_error(error)))
        .child(el("p").child("Rien n’a été changé sur cet appareil."))
        .child(el_class("div", "btn-row").child(team()))
        .view()
}

fn answer(session: Session, code: String, contribution: &Contribution) -> View {
    let said = say::received(contribution, session.questionnaire);
    let field = shown("input", "received-code", move || code.clone())
        .attr("type", "text")
        .attr("data-share-code", "");
    let button = ("Copier le code", None);
    let elsewhere = "Si les réponses sont réunies sur un autre ordinateur, ouvrez ce lien là-bas, ou collez-y ce code dans «\u{a0}Équipe\u{a0}».";
    screen("page answering")
        .attr("data-received-answer", "")
        .child(heading("Une réponse individuelle"))
        .child(el_class("p", "lead").child(said))
        .child(callout(
            Tone::Info,
            el("p")
                .child(
                    "Qui a ce lien peut lire cette réponse. Elle ne change rien à votre dossier.",
                )
                .view(),
        ))
        .child(changed(contribution))
        .child(adding(session, vec![contribution.clone()]))
        .child(el("p").child(elsewhere))
        .child(copied(field, "received-code", "Code de la réponse", button))
        .child(el_class("div", "btn-row").child(team()))
        .view()
}

/// Which items of it are not counted, where some are not.
fn changed(contribution: &Contribution) -> Option<View> {
    let changed = fr::inviting::changed_since(contribution);
    (!changed.is_empty()).then(|| callout(Tone::Info, el("p").child(changed).view()))
}

/// The button that adds them to the answers of the team, on this device.
fn adding(session: Session, came: Vec<Contribution>) -> View {
    let said = RwSignal::new(String::new());
    let add = move |_| {
        let came = came.clone();
        task::spawn(async move {
            let _ = said.try_set(match session.gather(came).await {
                Ok(became) => match became.as_slice() {
                    [one] => fr::team::added(*one).to_owned(),
                    all => fr::team::outcome(all, 0),
                },
                Err(why) => not_kept(why).to_owned(),
            });
        });
    };
    let add = button::plain()
        .attr("data-kind", "primary")
        .on("click", add)
        .child(icon(Icon::ADD))
        .child("Ajouter aux réponses de l’équipe");
    button::with_outcome(add, said)
}

fn team() -> View {
    big_link(
        Route::Team(TeamScreen::Overview),
        "Aller à «\u{a0}Équipe\u{a0}»",
    )
    .view()
}
