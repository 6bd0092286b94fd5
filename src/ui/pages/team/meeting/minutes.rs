//! « Compte rendu »: who is there, what was decided and why, how long it took. Printed as it stands.

use leptos::prelude::*;
use std::rc::Rc;

use super::item::leaving;
use super::state::State;
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::{Item, Stage};
use crate::domain::school::team::{Meeting, PRESENT_MAX};
use crate::ui::kit::button;
use crate::ui::kit::check::check_box;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::heading;
use crate::ui::shared::print_button::print_button;
use crate::words::fr;

/// The minutes.
pub fn minutes(state: State) -> View {
    let day = move || {
        let day = state.meeting.with(|meeting| meeting.on);
        day.or(state.room.session.day())
            .map(|day| format!("Réunion du {}", day.text()))
            .unwrap_or_default()
    };
    let count = state.room.session.questionnaire.items().count();
    let head = el_class("header", "meeting__head")
        .child(el_class("p", "meeting__where").text(day))
        .child(heading("Réunion et compte rendu"))
        .child(leaving());
    let decided = el("p").text(move || fr::team::decided_of(state.room.decided(), count) + ".");
    View::all([
        head.view(),
        el_class("div", "meeting__minutes stack")
            .child(present(state))
            .child(buttons(state))
            .child(decided)
            .dynamic(move || table(state))
            .view(),
    ])
}

/// Who is there, as functions.
fn present(state: State) -> View {
    let bound = Bound {
        get: Rc::new(move || state.meeting.with(|meeting| meeting.present.clone())),
        set: Rc::new(move |text: String| {
            state.change(|meeting| meeting.present = text.chars().take(PRESENT_MAX).collect());
        }),
    };
    let area = unlocked(|| el_class("textarea", "input"))
        .attr("id", "present")
        .attr("rows", "2");
    let (area, sentence) = entry::text(
        area,
        ("present", "present-hint"),
        (Lines::Several, PRESENT_MAX),
        &bound,
    );
    let label = el_class("label", "form-field__label")
        .attr("for", "present")
        .child("Qui est là, par fonction");
    let hint = el_class("p", "form-field__hint")
        .attr("id", "present-hint")
        .child("Par exemple\u{a0}: direction, CPE, professeur TIM, déléguée des élèves. Aucun nom n’est utile.");
    let paper = el_class("dl", "on-paper").dynamic(move || {
        let present = state.meeting.with(|meeting| meeting.present.clone());
        let row = el("div")
            .child(el("dt").child("Présents"))
            .child(el("dd").child(present));
        row.view()
    });
    View::all([
        el_class("div", "form-field no-print")
            .child(label)
            .child(area)
            .child(sentence)
            .child(hint)
            .view(),
        paper.view(),
    ])
}

fn buttons(state: State) -> Element {
    let first = move || {
        let questionnaire = state.room.session.questionnaire;
        let ids = questionnaire.items().map(|item| item.id);
        state.room.session.read(|dossier| {
            let mut open = ids.filter(|id| dossier.decisions.get(*id).on.is_none());
            open.next()
        })
    };
    let start = move || match first() {
        Some(id) => {
            let label = format!("Projeter l’item {id}");
            let link = big_link(Route::Team(TeamScreen::Meeting(Some(id))), &label);
            link.attr("data-kind", "primary")
                .child(icon(Icon::NEXT))
                .view()
        }
        None => View::nothing(),
    };
    let letters = unlocked(|| {
        check_box(
            move || state.letters.get(),
            move |is_on| {
                state.letters.set(is_on);
                state.room.session.save_letter_keys(is_on);
            },
        )
    });
    let keys = el_class("label", "pill")
        .child(letters)
        .child("Touches d’une lettre pendant la réunion (R, D, 1, 2, 3)");
    el_class("div", "btn-row no-print")
        .dynamic(start)
        .child(print_button("Imprimer le compte rendu"))
        .child(renewing(state))
        .child(keys)
}

/// The button that begins another meeting; it can be taken back as long as the screen stays.
fn renewing(state: State) -> View {
    let before: RwSignal<Option<Meeting>> = RwSignal::new(None);
    let made = move || match before.get() {
        Some(former) => button::once()
            .on("click", move |_| {
                let former = former.clone();
                state.change(|meeting| *meeting = former);
                before.set(None);
            })
            .child(icon(Icon::UNDO))
            .child("Revenir à la réunion d’avant")
            .view(),
        None if state
            .meeting
            .with(|one| !one.looked.is_empty() || !one.present.is_empty()) =>
        {
            button::once()
                .attr("data-kind", "quiet")
                .on("click", move |_| {
                    before.set(Some(state.meeting.get_untracked()));
                    state.change(|meeting| *meeting = Meeting::default());
                })
                .child("Commencer une autre réunion")
                .view()
        }
        None => View::nothing(),
    };
    el("span").dynamic(made).view()
}

/// What was decided, item by item; nothing while nothing was.
fn table(state: State) -> View {
    let rows: Vec<_> = state
        .room
        .session
        .questionnaire
        .items()
        .filter_map(|item| row(state, item))
        .collect();
    if rows.is_empty() {
        return el_class("p", "hint")
            .child("Rien n’est encore retenu. Projetez un item, révélez les réponses, puis retenez celle de l’école.")
            .view();
    }
    let head = ["Item", "Réponse retenue", "Motif", "Durée"]
        .map(|name| el("th").attr("scope", "col").child(name).view());
    el_class("table", "data-table meeting__table")
        .child(el("caption").child("Réponses retenues"))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .view()
}

fn row(state: State, item: &'static Item) -> Option<View> {
    let decision = state
        .room
        .session
        .read(|dossier| dossier.decisions.get(item.id));
    let looked = state.meeting.with(|meeting| meeting.looked(item.id));
    if decision.on.is_none() && looked.seconds == 0 {
        return None;
    }
    let words = match decision.on {
        Some(_) => state.room.answer_words(item),
        None => "À décider".to_owned(),
    };
    let hands = looked.hands.map(|hands| {
        let counts = Stage::ALL.map(|stage| {
            format!(
                "{}\u{a0}: {}",
                fr::stage(stage).to_lowercase(),
                stage.of(&hands)
            )
        });
        format!("Second tour, à main levée\u{a0}: {}.", counts.join(", "))
    });
    let reason = [Some(decision.reason), hands].into_iter().flatten();
    let reason: Vec<_> = reason.filter(|text| !text.is_empty()).collect();
    let time = (looked.seconds > 0).then(|| fr::team::duration(looked.seconds.into()));
    let row = el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(format!("{} {}", item.id, item.title)),
        )
        .child(el("td").child(words))
        .child(el("td").child(reason.join(" ")))
        .child(el("td").child(time.unwrap_or_default()));
    Some(row.view())
}
