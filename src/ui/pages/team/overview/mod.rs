//! `#/equipe`: inviting, adding what was received, reading where the answers differ, deciding.

mod adding;
mod cards;
mod items;
mod received;

use leptos::prelude::*;

use crate::browser::{page, task};
use crate::domain::route::{Route, TeamScreen};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::card::card;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic, el, el_class};
use crate::ui::pages::team::inviting::inviting;
use crate::ui::pages::team::room::Room;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;
use adding::Adding;

/// The screen.
pub fn overview(session: Session) -> View {
    session.show_team();
    let room = Room::open(session);
    let adding = Adding::new(room);
    let has_none = Memo::new(move |_| room.is_empty());
    let has_work = Memo::new(move |_| !room.is_empty() || room.decided() > 0);
    let main = move || {
        if has_work.get() {
            items::items(room)
        } else {
            View::all([steps(), inviting(session)])
        }
    };
    // Once answers are there, inviting others comes after reading them.
    let later = move || {
        let is_later = has_work.get();
        is_later.then(|| below(move || inviting(session))).into()
    };
    let list = move || {
        if has_none.get() {
            View::nothing()
        } else {
            below(move || received::received(room))
        }
    };
    let side = el_class("aside", "stack team__side")
        .attr("aria-label", "Réponses individuelles")
        .child(adding.card())
        .child(el("div").dynamic(list));
    screen("page team")
        .on("drop", move |event| adding.dropped(&event))
        .child(head(has_none))
        .child(el("div").dynamic(move || elsewhere(room)))
        .child(
            el_class("div", "team__grid")
                .child(el_class("div", "stack").dynamic(main))
                .child(side),
        )
        .child(el("div").dynamic(later))
        .view()
}

/// What is below the window, made just after what is above it.
fn below(make: impl Fn() -> View + 'static) -> View {
    let is_due = RwSignal::new(false);
    task::spawn(async move {
        task::pause(0).await;
        // The screen may have been left meanwhile.
        let _ = is_due.try_set(true);
    });
    let made = move || {
        if is_due.get() {
            make()
        } else {
            View::nothing()
        }
    };
    dynamic(made)
}

/// Answers of another questionnaire, which are kept and not counted.
fn elsewhere(room: Room) -> View {
    let number = room.elsewhere.get();
    let said = (number > 0).then(|| {
        let text = el("p").child(fr::team::elsewhere(number));
        callout(Tone::Info, text.view())
    });
    said.into()
}

fn head(has_none: Memo<bool>) -> Element {
    let text = el_class("div", "page-head__text")
        .child(heading("Équipe"))
        .child(el_class("p", "lead").child(
            "Chacun répond de son côté et renvoie un code. Vous lisez ici où les réponses diffèrent, puis l’école décide ensemble de la réponse retenue.",
        ));
    let meeting = big_link(Route::Team(TeamScreen::Meeting(None)), "Mode réunion");
    let meeting = meeting
        .child(icon(Icon::SCREEN))
        .attr_fn("data-kind", move || {
            (!has_none.get()).then(|| "primary".to_owned())
        });
    let buttons = el_class("div", "btn-row")
        .child(going_to("#h-invite", Icon::SHARE, "Inviter à répondre"))
        .child(adding::going_there())
        .child(meeting);
    el_class("header", "page-head").child(text).child(buttons)
}

/// A button that leads to a part of the screen.
fn going_to(place: &'static str, sign: Icon, label: &str) -> Element {
    button::plain()
        .on("click", move |_| page::show(place))
        .child(icon(sign))
        .child(label)
}

/// How it goes, as long as nobody answered.
fn steps() -> View {
    let step = |about: &str, text: &str| {
        el("li")
            .child(el("strong").child(about))
            .child(" ")
            .child(text)
            .view()
    };
    let steps = el_class("ol", "help__list").children([
        step(
            "Invitez.",
            "Vous donnez un lien ou un code à photographier. Il dit quelles parties remplir\u{a0}; il ne demande aucun nom.",
        ),
        step(
            "Chacun répond seul,",
            "sur son téléphone ou son ordinateur, même sans réseau, puis renvoie un code.",
        ),
        step(
            "Ajoutez les codes reçus.",
            "Collez-les ici, tous à la fois si vous voulez. Ils restent sur cet appareil.",
        ),
        step(
            "Décidez ensemble.",
            "Vous révélez les écarts, en réunion ou non, et vous retenez une réponse pour chaque item. Les réponses individuelles ne changent jamais votre dossier \
             d’elles-mêmes.",
        ),
    ]);
    card("card stack", "h-steps", "Comment cela se passe")
        .child(steps)
        .view()
}
