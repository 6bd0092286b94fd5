//! « Compte rendu »: who is there, what was decided and why, how long it took. Printed as it stands.

use leptos::prelude::*;
use std::rc::Rc;

use super::item::leaving;
use super::moving::moving;
use super::state::State;
use crate::domain::paper::{Block, Paper, Table};
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::Item;
use crate::domain::school::team::{Meeting, PRESENT_MAX};
use crate::ui::kit::button;
use crate::ui::kit::check::check_box;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::giving::giving;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::heading;
use crate::ui::shared::paper;
use crate::ui::shared::print_button::print_button;
use crate::ui::shared::word_files::around;
use crate::words::fr::{self, papers};

/// The minutes.
pub fn minutes(state: State) -> View {
    let count = state.room.session.questionnaire.items().count();
    let head = el_class("header", "meeting__head")
        .child(el_class("p", "meeting__where").text(move || day(state)))
        .child(heading("Réunion et compte rendu"))
        .child(leaving());
    let number = el("p").text(move || fr::team::decided_of(state.room.decided(), count) + ".");
    View::all([
        head.view(),
        el_class("div", "meeting__minutes stack")
            .child(present(state))
            .child(buttons(state))
            .child(number)
            .dynamic(move || decided(state))
            .child(moving(state))
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
        .child(word(state))
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

/// What was decided, item by item; a sentence while nothing was.
fn decided(state: State) -> View {
    let table = table(state);
    if table.rows.is_empty() {
        return el_class("p", "hint")
            .child("Rien n’est encore retenu. Projetez un item, révélez les réponses, puis retenez celle de l’école.")
            .view();
    }
    paper::table(&table)
}

fn table(state: State) -> Table {
    let columns = [
        ("Item", 32),
        ("Réponse retenue", 24),
        ("Motif", 34),
        ("Durée", 10),
    ];
    let items = state.room.session.questionnaire.items();
    Table {
        caption: "Réponses retenues".to_owned(),
        columns: columns
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        rows: items.filter_map(|item| row(state, item)).collect(),
    }
}

/// An item that was looked at or decided.
fn row(state: State, item: &'static Item) -> Option<Vec<String>> {
    let decision = state
        .room
        .session
        .read(|dossier| dossier.decisions.get(item.id));
    let looked = state.meeting.with(|meeting| meeting.looked(item.id));
    if decision.on.is_none() && looked.seconds == 0 {
        return None;
    }
    let answer = match decision.on {
        Some(_) => state.room.answer_words(item),
        None => "À décider".to_owned(),
    };
    let reason = [Some(decision.reason), looked.hands.map(fr::team::hands)];
    let reason = reason.into_iter().flatten().filter(|text| !text.is_empty());
    let reason: Vec<_> = reason.collect();
    let time = (looked.seconds > 0).then(|| fr::team::duration(looked.seconds.into()));
    Some(vec![
        format!("{} {}", item.id, item.title),
        answer,
        reason.join(" "),
        time.unwrap_or_default(),
    ])
}

/// The minutes as a paper.
fn made(state: State) -> Paper {
    let session = state.room.session;
    let school = session.read(|dossier| fr::planning::identity(&dossier.identity));
    let present = state
        .meeting
        .with(|meeting| meeting.present.trim().to_owned());
    let present = (!present.is_empty()).then(|| ["Présents\u{a0}: ", &present].concat());
    let lines = [Some(school), Some(day(state)), present];
    Paper {
        title: "Réunion\u{a0}: réponses retenues".to_owned(),
        lines: lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect(),
        blocks: vec![Block::Table(table(state))],
        foot: fr::source(session.questionnaire),
    }
}

/// The button that gives the minutes for a word processor.
fn word(state: State) -> View {
    let label = "Télécharger pour Word (.docx)";
    giving(("", "word-meeting", label), papers::MAKING, move || {
        let own = state.room.session.own();
        let (made, around) = untrack(|| (made(state), around(own)));
        Box::pin(own.save_word("reunion", made, around))
    })
}

/// « Réunion du 27 novembre 2026 ».
fn day(state: State) -> String {
    let day = state.meeting.with(|meeting| meeting.on);
    let day = day.or(state.room.session.day());
    day.map(|day| format!("Réunion du {}", day.text()))
        .unwrap_or_default()
}
