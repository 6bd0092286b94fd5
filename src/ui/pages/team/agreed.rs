//! « Réponse retenue » of an item: the dossier's own answer, with its reason and its date.

use leptos::prelude::*;
use std::rc::Rc;

use super::room::Room;
use crate::domain::school::answers::{Declared, ItemAnswer, Response};
use crate::domain::school::dossier::Change;
use crate::domain::school::positioning::StatementState;
use crate::domain::school::questionnaire::{Item, Stage};
use crate::domain::school::team::{Decision, Majority, REASON_MAX, majority};
use crate::ui::kit::button;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::item_card::declared_pill;
use crate::ui::shared::stage_option::statement_box;
use crate::words::fr;

/// The answer that the school keeps, its reason, and the buttons that decide it. « Reprendre la majorité » is there where
/// `shows_majority`, which follows signals, says so, and never first.
pub fn agreed(
    room: Room,
    item: &'static Item,
    shows_majority: impl Fn() -> bool + Send + Sync + 'static,
) -> View {
    let decision = room.decision(item.id);
    let legend = el_class("legend", "form-field__label")
        .child(el_class("span", "visually-hidden").child(format!("Item {}, ", item.id)))
        .child("Réponse retenue")
        .child(" ")
        .child(el("span").text(move || decision.with(fr::team::decided)));
    el_class("fieldset", "agree__answer")
        .attr("data-agreed", &item.id.to_string())
        .attr_fn("data-decided", move || {
            decision.with(|one| one.on.is_some().then(String::new))
        })
        .child(legend)
        .child(
            el_class("div", "btn-row agree__stages")
                .children(Stage::ALL.map(|stage| stage_pill(room, item, stage))),
        )
        .child(
            el_class("div", "btn-row agree__else")
                .children(Declared::ALL.map(|one| declared_pill(room.session, item, one))),
        )
        .child(reason(room, item, decision))
        .child(deciding(room, item, decision, shows_majority))
        .view()
}

fn stage_pill(room: Room, item: &'static Item, stage: Stage) -> View {
    let counted = move || *stage.of(&room.session.counted(item).statements);
    let about = el_class("span", "visually-hidden").child(format!(", item {}", item.id));
    let conditions = stage.of(&item.statements).len();
    el_class("label", "pill")
        .attr("data-stage", &stage.to_string())
        .child(statement_box(room.session, item, stage))
        .child(el("span").child(fr::stage(stage)).child(about))
        .child(el_class("span", "small").text(move || match counted() {
            StatementState::Partial { ticked, .. } => {
                format!("{ticked}\u{a0}sur\u{a0}{conditions}")
            }
            StatementState::Reached | StatementState::NotReached => String::new(),
        }))
        .view()
}

/// « Motif ».
pub fn reason(room: Room, item: &'static Item, decision: Memo<Decision>) -> View {
    let id = format!("reason-{}", item.id);
    let set = move |text: String| {
        let on = decision.with_untracked(|one| one.on);
        decide(room, item, None, Decision { on, reason: text });
    };
    let bound = Bound {
        get: Rc::new(move || decision.with(|one| one.reason.clone())),
        set: Rc::new(set),
    };
    let area = el_class("textarea", "input agree__reason")
        .attr("id", &id)
        .attr("rows", "2")
        .attr("placeholder", "Ce qui a permis de trancher");
    let (area, sentence) = entry::text(area, (&id, ""), (Lines::Several, REASON_MAX), &bound);
    let label = el_class("label", "form-field__label")
        .attr("for", &id)
        .child("Motif ")
        .child(el("span").child("(facultatif)"));
    el_class("div", "form-field")
        .child(label)
        .child(area)
        .child(sentence)
        .view()
}

fn deciding(
    room: Room,
    item: &'static Item,
    decision: Memo<Decision>,
    shows_majority: impl Fn() -> bool + Send + Sync + 'static,
) -> View {
    let said = RwSignal::new(String::new());
    let is_decided = Memo::new(move |_| decision.with(|one| one.on.is_some()));
    let main = move || {
        if is_decided.get() {
            reopening(room, item, decision).view()
        } else {
            keeping(room, item, said).view()
        }
    };
    let shows_majority = Memo::new(move |_| shows_majority());
    let majority = move || {
        let shown = shows_majority.get();
        shown
            .then(|| taking_majority(room, item, decision, said).view())
            .into()
    };
    el_class("div", "btn-row")
        .dynamic(main)
        .dynamic(majority)
        .child(button::outcome(said))
        .view()
}

/// A button of an item, which says which one to whoever does not see it.
fn button_of(item: &Item, label: &str) -> Element {
    button::plain()
        .child(label)
        .child(el_class("span", "visually-hidden").child(format!(" (item {})", item.id)))
}

/// The button that keeps the answer as it is ticked.
fn keeping(room: Room, item: &'static Item, said: RwSignal<String>) -> Element {
    button_of(item, "Retenir cette réponse")
        .attr("data-kind", "primary")
        .on("click", move |_| {
            let sentence = match keep_answered(room, item) {
                true => "",
                false => "Cochez d’abord la réponse que l’école retient.",
            };
            said.set(sentence.to_owned());
        })
}

/// Keeps the answer as it is ticked, today; whether there is one.
pub fn keep_answered(room: Room, item: &'static Item) -> bool {
    let is_answered = |answer: &ItemAnswer| answer.response != Response::Unanswered;
    let is_answered = untrack(|| room.session.answer(item.id, is_answered));
    if is_answered {
        let decision = untrack(|| room.session.read(|dossier| dossier.decisions.get(item.id)));
        let on = untrack(|| room.session.day());
        let reason = decision.reason;
        decide(room, item, None, Decision { on, reason });
    }
    is_answered
}

fn reopening(room: Room, item: &'static Item, decision: Memo<Decision>) -> Element {
    button_of(item, "Remettre à décider")
        .attr("data-kind", "quiet")
        .on("click", move |_| {
            let reason = decision.with_untracked(|one| one.reason.clone());
            decide(room, item, None, Decision { on: None, reason });
        })
}

/// The button that takes what most ticked.
pub fn taking_majority(
    room: Room,
    item: &'static Item,
    decision: Memo<Decision>,
    said: RwSignal<String>,
) -> Element {
    button_of(item, "Reprendre la majorité").on("click", move |_| {
        let present = untrack(|| room.session.answer(item.id, |answer| answer.response));
        let found = room
            .gathered
            .with_untracked(|gathered| majority(item, gathered, present));
        let Some(Majority { response, ties }) = found else {
            return said.set("Personne n’a répondu à cet item.".to_owned());
        };
        let before = decision.get_untracked();
        let on = if ties == 0 {
            untrack(|| room.session.day())
        } else {
            before.on
        };
        let reason = before.reason;
        decide(room, item, Some(response), Decision { on, reason });
        said.set(fr::team::ties(ties));
    })
}

fn decide(room: Room, item: &'static Item, response: Option<Response>, decision: Decision) {
    room.session.apply(Change::Decide {
        item: item.id,
        response,
        decision,
    });
}
