//! What the tests share: the official questionnaire, short names for ids, any answers.

use numea::domain::answers::{Answers, Declared, ItemAnswer, PROOFS_MAX, Response, Ticks};
use numea::domain::date::Moment;
use numea::domain::dossier::{Change, Dossier, Edit, apply};
use numea::domain::questionnaire::{ItemId, Questionnaire, Stage};
use numea::domain::undo::Step;
use proptest::prelude::*;
use std::sync::LazyLock;

pub static OFFICIAL: LazyLock<Questionnaire> = LazyLock::new(|| Questionnaire::official().unwrap());

pub fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}

pub fn moment() -> Moment {
    "2026-11-23T10:42:05".parse().unwrap()
}

/// Applies a change to the official questionnaire.
pub fn change(dossier: &mut Dossier, change: Change) -> Option<Step> {
    apply(
        dossier,
        &OFFICIAL,
        &Edit {
            at: moment(),
            change,
        },
    )
}

pub fn stage(number: u8) -> Stage {
    Stage::ALL[usize::from(number) - 1]
}

/// Any response that the official questionnaire allows for this item.
pub fn any_response(id: ItemId) -> impl Strategy<Value = Response> {
    let lens = Stage::ALL.map(|stage| u32::from(OFFICIAL.statement(id, stage).unwrap().len()));
    let bits = lens.map(|len| 0..(1_u32 << len));
    prop_oneof![
        Just(Response::Unanswered),
        bits.prop_map(|bits| Response::from_ticks(Ticks::from_bits(bits))),
        prop::sample::select(Declared::ALL.to_vec()).prop_map(Response::Declared),
    ]
}

/// Anything that may be kept about this item.
pub fn any_answer(id: ItemId) -> impl Strategy<Value = ItemAnswer> {
    let text = "[ -~àéœ’«»\u{202f}\u{1f69c}\"\\\\<>\n]{0,40}";
    (
        any_response(id),
        text,
        prop::collection::vec(text, 0..PROOFS_MAX),
    )
        .prop_map(|(response, note, proofs)| ItemAnswer {
            response,
            note,
            proofs,
        })
}

/// Any answers to the official questionnaire.
pub fn any_answers() -> impl Strategy<Value = Answers> {
    let items: Vec<_> = OFFICIAL
        .items()
        .map(|item| (Just(item.id), any_answer(item.id)))
        .collect();
    items.prop_map(|items| {
        let mut answers = Answers::default();
        for (id, answer) in items {
            answers.set(id, answer);
        }
        answers
    })
}
