//! What the tests share: the official questionnaire, short names for ids, any answers.

use numea::domain::date::{Day, Moment};
use numea::domain::formats::history::History;
use numea::domain::formats::questionnaire::official;
use numea::domain::formats::seal::whole_start;
use numea::domain::json::{Members, quoted};
use numea::domain::school::adaptation::AdaptationText;
use numea::domain::school::answers::{
    Answers, Declared, ItemAnswer, PROOFS_MAX, Response, Ticks, at_most,
};
use numea::domain::school::contacts::{ContactKind, Contacts};
use numea::domain::school::dossier::{Change, Dossier, Edit, apply};
use numea::domain::school::identity::{CentreKind, Identity, SchoolYear};
use numea::domain::school::plan::{
    Binned, FollowUp, Objective, Plan, Priority, REMARK_MAX, Rhythm, Standing, Status, VALUE_MAX,
};
use numea::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};
use numea::domain::school::team::{Decision, Decisions};
use numea::domain::school::timeline::Review;
use numea::domain::school::undo::{Step, Way};
use proptest::option;
use proptest::prelude::*;
use std::sync::LazyLock;

pub static OFFICIAL: LazyLock<Questionnaire> = LazyLock::new(|| official().unwrap());

/// Any text that may be kept.
const TEXT: &str = "[ -~àéœ’«»\u{202f}\u{1f69c}\"\\\\<>\n]{0,40}";

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

/// Applies a change and remembers it. Whether anything changed.
pub fn edit(undo: &mut History, dossier: &mut Dossier, edit: Change) -> bool {
    let step = change(dossier, edit);
    let is_changed = step.is_some();
    if let Some(step) = step {
        undo.push(step, dossier);
    }
    is_changed
}

/// Undoes one step. Whether there was one.
pub fn back(undo: &mut History, dossier: &mut Dossier) -> bool {
    undo.go(Way::Back, dossier, moment())
}

/// Does again one step. Whether there was one.
pub fn forth(undo: &mut History, dossier: &mut Dossier) -> bool {
    undo.go(Way::Forth, dossier, moment())
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
    (
        any_response(id),
        TEXT,
        prop::collection::vec(TEXT, 0..PROOFS_MAX),
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

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Any day of the years that a school plans.
pub fn any_day() -> impl Strategy<Value = Day> {
    (2020..2035_u16, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

/// Anything that may be said about a school.
pub fn any_identity() -> impl Strategy<Value = Identity> {
    let centre = option::of(prop::sample::select(CentreKind::ALL.to_vec()));
    let year = option::of((2000..2100_u16).prop_map(|year| SchoolYear::starting_in(year).unwrap()));
    let days = option::of(any_day());
    ((TEXT, TEXT, TEXT, TEXT), centre, year, days).prop_map(|(texts, centre, year, day)| {
        let (school, centre_name, body, team) = texts;
        Identity {
            school,
            centre,
            centre_name,
            school_year: year,
            positioned_on: day,
            body,
            team,
        }
    })
}

fn any_place() -> impl Strategy<Value = (FieldId, Option<ItemId>)> {
    let ids: Vec<ItemId> = OFFICIAL.items().map(|item| item.id).collect();
    (prop::sample::select(ids), any::<bool>())
        .prop_map(|(item, is_linked)| (item.field(), is_linked.then_some(item)))
}

/// Any follow-up of an objective.
fn any_follow_up() -> impl Strategy<Value = (bool, Option<Rhythm>, Vec<FollowUp>)> {
    let note = (option::of(any_day()), TEXT, TEXT).prop_map(|(on, value, remark)| FollowUp {
        on,
        value: at_most(&value, VALUE_MAX),
        remark: at_most(&remark, REMARK_MAX),
    });
    let rhythm = option::of(prop::sample::select(Rhythm::ALL.to_vec()));
    let notes = prop::collection::vec(note, 0..4);
    (any::<bool>(), rhythm, notes)
}

/// Any objective in the official questionnaire.
pub fn any_objective() -> impl Strategy<Value = Objective> {
    let choices = (
        option::of(prop::sample::select(Stage::ALL.to_vec())),
        prop::sample::select(Status::ALL.to_vec()),
        prop::sample::select(vec![Priority::Usual, Priority::High]),
    );
    let texts = (TEXT, TEXT, TEXT, TEXT, TEXT);
    let days = (option::of(any_day()), option::of(any_day()));
    let all = (any_place(), choices, texts, days, any_follow_up());
    all.prop_map(|(place, choices, texts, days, follow_up)| {
        let (field, item) = place;
        let (is_attainable, rhythm, notes) = follow_up;
        let (stage, status, priority) = choices;
        let (description, lead, indicator, target, means) = texts;
        let (start, due) = days;
        Objective {
            field,
            description,
            item,
            stage,
            lead,
            start,
            due,
            indicator,
            target,
            means,
            status,
            priority,
            is_attainable,
            rhythm,
            notes,
        }
    })
}

/// Any plan, with objectives that were deleted, and ids that were given and are no more.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    // In the plan, in the « Corbeille » since a day of the month of `moment`, or gone.
    let objectives = prop::collection::vec((any_objective(), 0..3_u8, 1..=23_u8), 0..14);
    objectives.prop_map(|objectives| {
        let mut plan = Plan::default();
        for (objective, place, day) in objectives {
            let id = plan.next_id().unwrap();
            let deleted_on = Day::new(2026, 11, day).unwrap();
            let standing = match place {
                0 => Standing::Planned(objective),
                1 => Standing::Binned(Binned {
                    objective,
                    deleted_on,
                }),
                _ => Standing::Absent,
            };
            plan.place(id, standing);
        }
        plan
    })
}

/// Any contacts that a school may note.
pub fn any_contacts() -> impl Strategy<Value = Contacts> {
    ContactKind::ALL.map(|_| TEXT).prop_map(|texts| {
        let mut contacts = Contacts::default();
        for (kind, text) in ContactKind::ALL.into_iter().zip(texts) {
            contacts.set(kind, &text);
        }
        contacts
    })
}

/// Any decisions about items of the official questionnaire.
pub fn any_decisions() -> impl Strategy<Value = Decisions> {
    let items: Vec<_> = OFFICIAL.items().map(|item| item.id).collect();
    let one = (prop::sample::select(items), option::of(any_day()), TEXT);
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let mut decisions = Decisions::default();
        for (item, on, reason) in all {
            decisions.set(item, Decision { on, reason });
        }
        decisions
    })
}

/// Any members that a later version may have added.
fn any_unknown_fields() -> impl Strategy<Value = Members> {
    let value = prop_oneof![
        Just("null".to_owned()),
        any::<i32>().prop_map(|number| number.to_string()),
        TEXT.prop_map(|text| quoted(&text)),
        TEXT.prop_map(|text| format!("{{\"a\":[{}],\"b\":{{}}}}", quoted(&text))),
    ];
    prop::collection::btree_map("later[a-zé\" ]{0,3}", value, 0..3).prop_map(|fields| {
        let mut members = Members::default();
        for (name, value) in fields {
            members.set(&name, value);
        }
        members
    })
}

/// Any review of the answers, or none.
pub fn any_review() -> impl Strategy<Value = Review> {
    let items: Vec<_> = OFFICIAL.items().map(|item| item.id).collect();
    let unchanged = prop::sample::subsequence(items, 0..=3);
    let begun = (any_answers(), unchanged).prop_map(|(answers, unchanged)| Review {
        unchanged,
        ..Review::begin(&answers, day("2026-11-23"))
    });
    prop_oneof![Just(Review::default()), begun]
}

/// Any dossier of a school that uses the official questionnaire.
pub fn any_dossier() -> impl Strategy<Value = Dossier> {
    let parts = (
        any_identity(),
        any_answers(),
        any_plan(),
        any_contacts(),
        any_decisions(),
        ".{0,40}",
        any_review(),
        any_unknown_fields(),
    );
    parts.prop_map(
        |(identity, answers, plan, contacts, decisions, handover, review, unknown_fields)| {
            Dossier {
                identity,
                answers,
                plan,
                contacts,
                decisions,
                handover,
                review,
                adaptation: AdaptationText::default(),
                edited_at: Some(moment()),
                unknown_fields,
            }
        },
    )
}

/// Whether a text is a code whose checksum is right, of this version or of any other.
pub fn is_whole(code: &str) -> bool {
    whole_start(code) == Some(code)
}
