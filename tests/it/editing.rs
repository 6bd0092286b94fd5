//! Changing the dossier, and changing it back.

use crate::support::{
    self, OFFICIAL, any_contacts, any_day, any_dossier, any_identity, any_objective, any_response,
    change, item, moment, stage,
};
use numea::domain::formats::document::write_document;
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::formats::link::SharedPositioning;
use numea::domain::school::answers::{Declared, NOTE_MAX, PROOFS_MAX, Response, Tick, Ticks};
use numea::domain::school::dossier::{Change, Dossier, Edit, Subject, apply, go_back};
use numea::domain::school::identity::SchoolYear;
use numea::domain::school::plan::Objective;
use numea::domain::school::questionnaire::{ItemId, Stage};
use numea::domain::school::team::Decision;
use numea::domain::school::undo::{PAUSE, SIZE_MAX, STEPS_MAX, Way};
use proptest::prelude::*;

fn statement(id: &str, number: u8, tick: Tick) -> Change {
    Change::Statement {
        item: item(id),
        stage: stage(number),
        tick,
    }
}

fn declare(id: &str, declared: Declared, tick: Tick) -> Change {
    Change::Declare {
        item: item(id),
        declared,
        tick,
    }
}

fn note(id: &str, text: &str) -> Change {
    Change::Note {
        item: item(id),
        text: text.into(),
    }
}

#[test]
fn ticking_a_statement_ticks_all_its_conditions_and_unticking_none() {
    let mut dossier = Dossier::default();
    change(&mut dossier, statement("1.1.1", 3, Tick::On));
    assert_eq!(
        dossier
            .answers
            .response(item("1.1.1"))
            .ticks()
            .count(Stage::Three),
        12
    );
    change(&mut dossier, statement("1.1.1", 3, Tick::Off));
    assert_eq!(
        dossier.answers.response(item("1.1.1")),
        Response::Unanswered
    );
}

#[test]
fn declared_answers_and_ticks_exclude_each_other() {
    let mut dossier = Dossier::default();
    let id = item("1.1.2");
    change(&mut dossier, statement("1.1.2", 1, Tick::On));
    for declared in Declared::ALL {
        change(&mut dossier, declare("1.1.2", declared, Tick::On));
        assert_eq!(dossier.answers.response(id), Response::Declared(declared));
    }
    change(&mut dossier, declare("1.1.2", Declared::NoStage, Tick::Off));
    assert_eq!(
        dossier.answers.response(id).declared(),
        Some(Declared::NotApplicable),
        "another box"
    );
    change(&mut dossier, statement("1.1.2", 2, Tick::On));
    assert_eq!(dossier.answers.response(id).ticks().count(Stage::Two), 1);
    change(&mut dossier, declare("1.1.2", Declared::Unknown, Tick::On));
    change(&mut dossier, declare("1.1.2", Declared::Unknown, Tick::Off));
    assert_eq!(dossier.answers.response(id), Response::Unanswered);
}

#[test]
fn what_the_questionnaire_does_not_have_changes_nothing() {
    let mut dossier = Dossier::default();
    for change_of_nothing in [
        statement("9.9.9", 1, Tick::On),
        Change::Condition {
            item: item("1.1.2"),
            stage: stage(1),
            condition: 1,
            tick: Tick::On,
        },
        Change::Condition {
            item: item("1.1.2"),
            stage: stage(1),
            condition: 200,
            tick: Tick::On,
        },
        note("1.9.1", "x"),
        statement("1.1.2", 1, Tick::Off),
    ] {
        assert_eq!(change(&mut dossier, change_of_nothing), None);
    }
    assert_eq!(dossier, Dossier::default());
}

#[test]
fn notes_and_proofs_are_capped_never_refused() {
    let mut dossier = Dossier::default();
    change(&mut dossier, note("1.1.1", &"é".repeat(NOTE_MAX + 1)));
    let links = vec!["https://exemple.fr".to_owned(); PROOFS_MAX + 5];
    change(
        &mut dossier,
        Change::Proofs {
            item: item("1.1.1"),
            links,
        },
    );
    let answer = dossier.answers.get(item("1.1.1"));
    assert_eq!(answer.note.chars().count(), NOTE_MAX);
    assert_eq!(answer.proofs.len(), PROOFS_MAX);
}

#[test]
fn typing_a_note_is_undone_in_one_step_and_a_tick_between_parts_it() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let mut edits = vec![
        note("1.1.1", "a"),
        note("1.1.1", "ab"),
        note("1.1.1", "abc"),
    ];
    edits.push(statement("1.1.1", 1, Tick::On));
    edits.push(note("1.1.1", "abcd"));
    for edit in edits {
        assert!(support::edit(&mut undo, &mut dossier, edit));
    }
    let note_after = |dossier: &Dossier| dossier.answers.get(item("1.1.1")).note;
    let mut back = |dossier: &mut Dossier| assert!(support::back(&mut undo, dossier));
    back(&mut dossier);
    assert_eq!(note_after(&dossier), "abc");
    back(&mut dossier);
    assert_eq!(
        dossier.answers.response(item("1.1.1")),
        Response::Unanswered
    );
    back(&mut dossier);
    assert_eq!(dossier.answers, Dossier::default().answers);
    assert_eq!(undo.next_subject(Way::Back), None);
}

#[test]
fn typing_a_text_back_to_where_it_was_leaves_no_step_and_typing_on_leaves_one() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    for text in ["a", "ab", "a", ""] {
        support::edit(&mut undo, &mut dossier, note("1.1.1", text));
    }
    assert_eq!(undo, History::default());
    for text in ["a", "", "a"] {
        support::edit(&mut undo, &mut dossier, note("1.1.1", text));
    }
    assert!(support::back(&mut undo, &mut dossier));
    assert_eq!(dossier.answers, Dossier::default().answers);
    assert!(!support::back(&mut undo, &mut dossier));
}

/// Applies a change at this time of the day of [`moment`], and remembers it.
fn edit_at(undo: &mut History, dossier: &mut Dossier, time: &str, change: Change) {
    let at = format!("2026-11-23T{time}").parse().unwrap();
    if let Some(step) = apply(dossier, &OFFICIAL, &Edit { at, change }) {
        undo.push(step, dossier);
    }
}

/// The note after each undoing, until there is nothing to undo.
fn notes_back(undo: &mut History, dossier: &mut Dossier) -> Vec<String> {
    let mut notes = Vec::new();
    while support::back(undo, dossier) {
        notes.push(dossier.answers.get(item("1.1.1")).note);
    }
    notes
}

#[test]
fn words_typed_at_nine_and_at_sixteen_are_two_steps() {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    for (time, text) in [
        ("09:00:00", "mat"),
        ("09:00:01", "matin"),
        ("16:00:00", "matin s"),
        ("16:00:02", "matin soir"),
    ] {
        edit_at(&mut undo, &mut dossier, time, note("1.1.1", text));
    }
    assert_eq!(notes_back(&mut undo, &mut dossier), ["matin", ""]);
}

#[test]
fn a_step_of_typing_lasts_while_keys_come_and_ends_with_a_pause_or_where_the_clock_goes_back() {
    assert_eq!(PAUSE, 3);
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    for (time, text) in [
        ("09:00:00", "a"),
        ("09:00:03", "ab"),
        ("09:00:06", "abc"),
        ("09:00:10", "abcd"),
        ("08:59:59", "abcde"),
    ] {
        edit_at(&mut undo, &mut dossier, time, note("1.1.1", text));
    }
    assert_eq!(notes_back(&mut undo, &mut dossier), ["abcd", "abc", ""]);
}

#[test]
fn leaving_the_field_ends_the_step_of_typing() {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    support::edit(&mut undo, &mut dossier, note("1.1.1", "a"));
    undo.end_typing();
    support::edit(&mut undo, &mut dossier, note("1.1.1", "ab"));
    undo.end_typing();
    support::edit(&mut undo, &mut dossier, note("1.1.1", "a"));
    assert_eq!(notes_back(&mut undo, &mut dossier), ["ab", "a", ""]);
}

/// A tick that was undone, after a letter typed about `item`.
fn tick_undone_then_typed(item: &str, typed: &[&str]) -> (Dossier, History) {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    support::edit(&mut undo, &mut dossier, statement("1.1.2", 1, Tick::On));
    assert!(support::back(&mut undo, &mut dossier));
    for text in typed {
        support::edit(&mut undo, &mut dossier, note(item, text));
    }
    (dossier, undo)
}

#[test]
fn one_letter_elsewhere_leaves_what_was_undone_to_be_done_again() {
    let (mut dossier, mut undo) = tick_undone_then_typed("1.1.1", &["x"]);
    assert!(support::forth(&mut undo, &mut dossier));
    let ticks = |dossier: &Dossier| dossier.answers.response(item("1.1.2")).ticks();
    assert_eq!(ticks(&dossier).count(Stage::One), 1);
    assert_eq!(notes_back(&mut undo, &mut dossier), ["x", ""]);
    assert!(ticks(&dossier).is_empty());
}

#[test]
fn a_letter_in_what_was_undone_or_a_tick_anywhere_leaves_nothing_to_do_again() {
    let (mut dossier, mut undo) = tick_undone_then_typed("1.1.2", &["x"]);
    assert!(!support::forth(&mut undo, &mut dossier));
    let (mut dossier, mut undo) = tick_undone_then_typed("1.1.1", &[]);
    support::edit(&mut undo, &mut dossier, statement("2.1.1", 1, Tick::On));
    assert!(!support::forth(&mut undo, &mut dossier));
}

#[test]
fn a_letter_typed_and_taken_away_leaves_what_was_undone_as_it_was() {
    let (mut dossier, mut undo) = tick_undone_then_typed("1.1.2", &["x", ""]);
    assert_eq!(undo.next_subject(Way::Back), None);
    assert!(support::forth(&mut undo, &mut dossier));
    assert!(!support::forth(&mut undo, &mut dossier));
}

#[test]
fn what_was_undone_is_done_again_until_something_else_is_done() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    for edit in [note("1.1.1", "a"), statement("1.1.2", 1, Tick::On)] {
        assert!(support::edit(&mut undo, &mut dossier, edit));
    }
    let done = dossier.clone();
    assert!(!support::forth(&mut undo, &mut dossier));
    while support::back(&mut undo, &mut dossier) {}
    assert_eq!(
        undo.next_subject(Way::Forth),
        Some(Subject::Item(item("1.1.1")))
    );
    while support::forth(&mut undo, &mut dossier) {}
    assert_eq!(dossier, done);
    support::back(&mut undo, &mut dossier);
    support::edit(&mut undo, &mut dossier, note("1.1.2", "b"));
    assert!(
        !support::forth(&mut undo, &mut dossier),
        "something else was done there"
    );
    support::edit(&mut undo, &mut dossier, note("1.1.1", "b"));
    support::back(&mut undo, &mut dossier);
    assert_eq!(
        dossier.answers.get(item("1.1.1")).note,
        "a",
        "not joined with what was undone"
    );
}

#[test]
fn two_hundred_steps_are_kept_and_a_megabyte_of_them_the_oldest_go() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let steps = |undo: &mut History, dossier: &mut Dossier| {
        let mut steps = 0;
        while support::back(undo, dossier) {
            steps += 1;
        }
        steps
    };
    for number in 0..STEPS_MAX + 50 {
        let tick = Tick::from(number % 2 == 0);
        assert!(support::edit(
            &mut undo,
            &mut dossier,
            statement("1.1.1", 1, tick)
        ));
    }
    assert_eq!(steps(&mut undo, &mut dossier), STEPS_MAX);
    assert_eq!(undo.texts(Way::Forth).len(), STEPS_MAX);

    let large = |number: usize| {
        let mut dossier = Dossier::default();
        dossier
            .unknown_fields
            .set("later", number.to_string().repeat(300_000));
        Change::TakeOver(Box::new(dossier))
    };
    for number in 1..6 {
        assert!(support::edit(&mut undo, &mut dossier, large(number)));
    }
    let size = undo.texts(Way::Back).concat().len();
    assert!(size <= SIZE_MAX && undo.texts(Way::Back).len() == 3);
    let mut huge = Dossier::default();
    huge.unknown_fields.set("later", "9".repeat(SIZE_MAX));
    support::edit(&mut undo, &mut dossier, Change::TakeOver(Box::new(huge)));
    support::edit(&mut undo, &mut dossier, Change::TakeOver(Box::default()));
    assert_eq!(
        steps(&mut undo, &mut dossier),
        1,
        "the last is kept, however large"
    );
}

/// Any change to the answer about an item.
fn any_answering() -> impl Strategy<Value = Change> {
    let ids: Vec<ItemId> = OFFICIAL.items().map(|item| item.id).collect();
    let tick = prop::bool::ANY.prop_map(Tick::from);
    let places = (
        prop::sample::select(ids),
        prop::sample::select(Stage::ALL.to_vec()),
        tick,
    );
    (
        places,
        0..4_u8,
        0..12_u8,
        prop::sample::select(Declared::ALL.to_vec()),
    )
        .prop_map(
            |((item, stage, tick), kind, condition, declared)| match kind {
                0 => Change::Statement { item, stage, tick },
                1 => Change::Condition {
                    item,
                    stage,
                    condition,
                    tick,
                },
                2 => Change::Declare {
                    item,
                    declared,
                    tick,
                },
                _ => Change::Note {
                    item,
                    text: condition.to_string(),
                },
            },
        )
}

/// Any decision about an item.
fn any_deciding() -> impl Strategy<Value = Change> {
    let items: Vec<_> = OFFICIAL.items().map(|item| item.id).collect();
    let item = prop::sample::select(items);
    let both = item.prop_flat_map(|id| {
        (
            Just(id),
            prop::option::of(any_response(id)),
            any_day(),
            0..3_u8,
        )
    });
    both.prop_map(|(item, response, day, reason)| Change::Decide {
        item,
        response,
        decision: Decision {
            on: (reason != 2).then_some(day),
            reason: "x".repeat(usize::from(reason)),
        },
    })
}

/// Any change to the identity, the contacts or the plan.
fn any_planning() -> impl Strategy<Value = Change> {
    let id = || (1..8_u32).prop_map(|number| number.to_string().parse().unwrap());
    prop_oneof![
        any_identity().prop_map(Change::Identify),
        any_contacts().prop_map(Change::SetContacts),
        any_deciding(),
        any_objective().prop_map(Change::AddObjective),
        (id(), any_objective()).prop_map(|(id, objective)| Change::SetObjective { id, objective }),
        id().prop_map(Change::DeleteObjective),
        id().prop_map(Change::RecoverObjective),
        id().prop_map(Change::EraseObjective),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![any_answering(), any_planning()]
}

proptest! {
    #[test]
    fn undoing_everything_gives_back_what_there_was(
        start in any_dossier(),
        changes in prop::collection::vec(any_change(), 0..60),
    ) {
        let mut dossier = start.clone();
        let mut undo = History::default();
        for change in changes {
            support::edit(&mut undo, &mut dossier, change);
        }
        // All but the ids: one that was given is never given again.
        let mut first = start;
        first.plan.remember_given(dossier.plan.last_given());
        let last = dossier.clone();
        while support::back(&mut undo, &mut dossier) {}
        prop_assert_eq!(write_document(&dossier), write_document(&first));
        while support::forth(&mut undo, &mut dossier) {}
        prop_assert_eq!(write_document(&dossier), write_document(&last));
    }

    #[test]
    fn however_undoing_doing_again_and_typing_follow_each_other_undoing_everything_gives_back_what_there_was(
        start in any_dossier(),
        deeds in prop::collection::vec((0..6_u8, 0..6_u64, any_change()), 0..60),
    ) {
        let mut dossier = start.clone();
        let mut undo = History::default();
        let mut second = 0;
        for (deed, pause, change) in deeds {
            second += pause;
            match deed {
                0 => { support::back(&mut undo, &mut dossier); }
                1 => { support::forth(&mut undo, &mut dossier); }
                2 => undo.end_typing(),
                _ => edit_at(&mut undo, &mut dossier, &format!("09:{:02}:{:02}", second / 60, second % 60), change),
            }
        }
        let mut first = start;
        first.plan.remember_given(dossier.plan.last_given());
        while support::back(&mut undo, &mut dossier) {}
        let text = |mut dossier: Dossier| {
            dossier.edited_at = None;
            write_document(&dossier)
        };
        prop_assert_eq!(text(dossier), text(first));
    }

    #[test]
    fn a_history_that_was_written_and_read_undoes_and_does_again_the_same(
        start in any_dossier(),
        taken in any_dossier(),
        changes in prop::collection::vec(any_change(), 0..40),
        undone in 0..20_usize,
    ) {
        let mut dossier = start.clone();
        let mut undo = History::default();
        let half = changes.len() / 2;
        for (number, change) in changes.into_iter().enumerate() {
            support::edit(&mut undo, &mut dossier, change);
            if number == half {
                support::edit(&mut undo, &mut dossier, Change::TakeOver(Box::new(taken.clone())));
            }
        }
        let last = dossier.clone();
        for _ in 0..undone {
            support::back(&mut undo, &mut dossier);
        }
        let text = write_history(&undo, 7, dossier.edited_at);
        let mut read = read_history(&text, 7, dossier.edited_at);
        prop_assert_eq!(write_history(&read, 7, dossier.edited_at), text);
        while support::forth(&mut read, &mut dossier) {}
        prop_assert_eq!(write_document(&dossier), write_document(&last));
        while support::back(&mut read, &mut dossier) {}
        let mut first = start;
        first.plan.remember_given(dossier.plan.last_given());
        prop_assert_eq!(write_document(&dossier), write_document(&first));
        while support::forth(&mut read, &mut dossier) {}
        prop_assert_eq!(write_document(&dossier), write_document(&last));
    }

    #[test]
    fn taking_over_replaces_the_whole_dossier_and_undoing_it_is_the_identity(
        start in any_dossier(),
        taken in any_dossier(),
        later in prop::collection::vec(any_change(), 0..20),
    ) {
        let mut dossier = start.clone();
        let mut undo = History::default();
        let edit = Edit { at: moment(), change: Change::TakeOver(Box::new(taken.clone())) };
        let step = apply(&mut dossier, &OFFICIAL, &edit);
        prop_assert_eq!(&dossier, &taken);
        prop_assert_eq!(apply(&mut dossier, &OFFICIAL, &edit), None, "it is the same already");
        prop_assume!(step.is_some());
        undo.push(step.unwrap(), &dossier);
        prop_assert_eq!(undo.next_subject(Way::Back), Some(Subject::Dossier));
        for change in later {
            support::edit(&mut undo, &mut dossier, change);
        }
        while support::back(&mut undo, &mut dossier) {}
        prop_assert_eq!(&dossier, &start);
    }

    #[test]
    fn no_edit_ever_ticks_a_condition_that_does_not_exist(changes in prop::collection::vec(any_change(), 0..60)) {
        let mut dossier = Dossier::default();
        for edit in changes {
            change(&mut dossier, edit);
        }
        for (id, answer) in dossier.answers.iter() {
            let ticks: Ticks = answer.response.ticks();
            prop_assert_eq!(ticks, ticks.within(OFFICIAL.item(id).unwrap()));
        }
    }
}

#[test]
fn adopting_a_positioning_takes_its_year_keeps_notes_and_proofs_and_is_undone_in_one_step() {
    let mut dossier = Dossier::default();
    change(&mut dossier, note("1.1.1", "à nous"));
    change(&mut dossier, statement("1.1.1", 1, Tick::On));
    change(&mut dossier, statement("1.1.2", 1, Tick::On));
    let own = dossier.answers.clone();
    let mut other = Dossier::default();
    change(&mut other, statement("1.1.1", 2, Tick::On));
    change(&mut other, declare("2.1.1", Declared::Unknown, Tick::On));

    let year = SchoolYear::starting_in(2026);
    let shared = SharedPositioning {
        answers: other.answers.clone(),
        school_year: year,
        positioned_on: None,
    };
    let adopt = |own: &Dossier| Change::TakeOver(Box::new(shared.adopted_by(own)));
    let adopted = adopt(&dossier);
    let step = change(&mut dossier, adopted).unwrap();
    assert_eq!(dossier.identity.school_year, year);
    let adopted = dossier.answers.get(item("1.1.1"));
    assert_eq!(adopted.note, "à nous");
    assert_eq!(adopted.response, other.answers.response(item("1.1.1")));
    assert_eq!(
        dossier.answers.response(item("1.1.2")),
        Response::Unanswered
    );
    assert_eq!(
        dossier.answers.response(item("2.1.1")).declared(),
        Some(Declared::Unknown)
    );
    let again = adopt(&dossier);
    assert_eq!(change(&mut dossier, again), None, "nothing more to adopt");

    go_back(&mut dossier, step, moment());
    assert_eq!(dossier.answers, own);
    assert_eq!(dossier.identity.school_year, None);
}

#[test]
fn ids_go_on_from_those_of_the_dossier_that_is_taken_over_and_older_steps_still_undo() {
    let objective = || Objective::new("1.1".parse().unwrap());
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    for _ in 0..3 {
        support::edit(&mut undo, &mut dossier, Change::AddObjective(objective()));
    }
    let third = "3".parse().unwrap();
    support::edit(&mut undo, &mut dossier, Change::DeleteObjective(third));

    let mut taken = Dossier::default();
    change(&mut taken, Change::AddObjective(objective()));
    support::edit(&mut undo, &mut dossier, Change::TakeOver(Box::new(taken)));
    assert_eq!(dossier.plan.next_id().map(|id| id.number()), Some(2));

    let mut back = |dossier: &mut Dossier| assert!(support::back(&mut undo, dossier));
    back(&mut dossier);
    assert_eq!(dossier.plan.last_given(), 3);
    back(&mut dossier);
    assert_eq!(dossier.plan.get(third), Some(&objective()));
}

#[test]
fn taking_over_the_same_work_of_another_day_changes_nothing() {
    let mut dossier = Dossier::default();
    change(&mut dossier, note("1.1.1", "à nous"));
    let older = Dossier {
        edited_at: "2025-01-01T08:00:00".parse().ok(),
        ..dossier.clone()
    };
    assert_eq!(
        change(&mut dossier, Change::TakeOver(Box::new(older))),
        None
    );
    assert_eq!(dossier.edited_at, Some(moment()));
}
