//! « Suivi »: dated notes, the current value, milestones, and the way to next year.

use crate::support::{OFFICIAL, back, change, day, edit, item};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::History;
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{
    FollowUp, NOTES_MAX, Objective, ObjectiveId, PLAN_NOTES_MAX, Rhythm, Status,
};
use numea::domain::school::questionnaire::{Stage, StatementId};
use numea::domain::school::reading::Aim;

fn objective() -> Objective {
    Objective::new("1.1".parse().unwrap())
}

fn note(on: &str, value: &str) -> FollowUp {
    FollowUp {
        value: value.into(),
        ..FollowUp::new(day(on))
    }
}

#[test]
fn the_current_value_is_that_of_the_latest_day_and_of_one_day_the_last_written() {
    let mut one = objective();
    assert_eq!(one.current(), None);
    one.notes = vec![
        note("2027-03-12", "6 classes sur 10"),
        note("2027-05-02", " "),
        note("2027-01-05", "4 classes sur 10"),
        note("2027-03-12", "7 classes sur 10"),
    ];
    assert_eq!(one.current().unwrap().value, "7 classes sur 10");
}

#[test]
fn a_note_that_says_nothing_goes_when_another_is_opened_and_a_full_history_opens_none() {
    let mut one = objective();
    one.open_note(day("2027-01-01"));
    one.open_note(day("2027-01-02"));
    assert_eq!(one.notes, [FollowUp::new(day("2027-01-02"))]);
    for _ in 0..NOTES_MAX + 3 {
        if let Some(last) = one.notes.last_mut() {
            last.remark = "Fait".into();
        }
        one.open_note(day("2027-02-01"));
    }
    assert_eq!(one.notes.len(), NOTES_MAX);
}

#[test]
fn milestones_are_counted_back_from_the_due_date_and_stay_after_the_start() {
    for (start, due, rhythm, days) in [
        (
            "2026-09-01",
            "2027-06-30",
            Rhythm::TwiceYearly,
            &["2026-12-30"][..],
        ),
        ("2026-09-01", "2027-06-30", Rhythm::Yearly, &[]),
        (
            "",
            "2027-06-30",
            Rhythm::ThriceYearly,
            &["2026-10-30", "2027-02-28"],
        ),
        (
            "2027-01-31",
            "2027-05-31",
            Rhythm::Monthly,
            &["2027-02-28", "2027-03-31", "2027-04-30"],
        ),
        ("2026-09-01", "", Rhythm::Monthly, &[]),
        ("2027-09-01", "2027-06-30", Rhythm::Monthly, &[]),
    ] {
        let one = Objective {
            start: start.parse().ok(),
            due: due.parse().ok(),
            rhythm: Some(rhythm),
            ..objective()
        };
        let found: Vec<_> = one.milestones().iter().map(ToString::to_string).collect();
        assert_eq!(found, days, "{start} {due} {rhythm:?}");
    }
}

#[test]
fn what_comes_next_is_a_milestone_or_the_due_date_of_an_open_objective() {
    let mut one = Objective {
        start: Some(day("2026-09-01")),
        due: Some(day("2027-06-30")),
        rhythm: Some(Rhythm::TwiceYearly),
        ..objective()
    };
    for (today, next) in [
        ("2026-11-24", Some("2026-12-30")),
        ("2026-12-30", Some("2026-12-30")),
        ("2026-12-31", Some("2027-06-30")),
        ("2027-07-01", None),
    ] {
        assert_eq!(one.next_day(day(today)), next.map(day), "{today}");
    }
    one.status = Status::Done;
    assert_eq!(one.next_day(day("2026-11-24")), None);
}

#[test]
fn for_next_year_it_is_to_start_again_with_nothing_followed_up() {
    let one = Objective {
        description: "Réunir la commission TIM".into(),
        start: Some(day("2028-02-29")),
        due: Some(day("2028-06-30")),
        status: Status::Done,
        is_attainable: true,
        rhythm: Some(Rhythm::TwiceYearly),
        notes: vec![note("2028-03-12", "1 sur 2")],
        ..objective()
    };
    let next = one.for_next_year();
    let expected = Objective {
        start: Some(day("2029-02-28")),
        due: Some(day("2029-06-30")),
        status: Status::ToStart,
        is_attainable: false,
        notes: Vec::new(),
        ..one.clone()
    };
    assert_eq!(next, expected);
    assert_eq!(
        (next.description, next.rhythm),
        (one.description, one.rhythm)
    );
}

#[test]
fn an_objective_is_over_by_its_status_or_by_its_date_and_its_copy_for_next_year_is_one_step() {
    let today = day("2027-07-01");
    for (due, status, is_over) in [
        (Some("2027-06-30"), Status::Ongoing, true),
        (Some("2027-07-01"), Status::Ongoing, false),
        (None, Status::ToStart, false),
        (None, Status::Done, true),
        (Some("2027-09-01"), Status::Abandoned, true),
    ] {
        let one = Objective {
            due: due.map(day),
            status,
            ..objective()
        };
        assert_eq!(one.is_over(today), is_over, "{due:?} {status:?}");
    }
    let mut dossier = Dossier::default();
    let done = Objective {
        description: "Réunir la commission TIM".into(),
        due: Some(day("2027-06-30")),
        status: Status::Done,
        ..objective()
    };
    change(&mut dossier, Change::AddObjective(done.clone())).unwrap();
    let before = dossier.plan.clone();
    let mut undo = History::default();
    let next = Change::AddObjective(done.for_next_year());
    assert!(edit(&mut undo, &mut dossier, next));
    assert_eq!(dossier.plan.len(), 2);
    assert!(back(&mut undo, &mut dossier));
    assert_eq!(dossier.plan.len(), 1);
    assert_eq!(dossier.plan.iter().next(), before.iter().next());
}

#[test]
fn only_a_done_objective_proposes_to_tick_what_it_aimed_at_and_ticking_it_is_one_step() {
    let statement = StatementId {
        item: item("1.1.3"),
        stage: Stage::Two,
    };
    let mut dossier = Dossier::default();
    let aim = |dossier: &Dossier| {
        let response = dossier.answers.response(statement.item);
        Aim::of(OFFICIAL.item(statement.item).unwrap(), response, Stage::Two)
    };
    for status in Status::ALL {
        let one = Objective {
            status,
            ..objective()
        };
        let expected = (status == Status::Done).then_some(statement);
        assert_eq!(one.to_tick(&aim(&dossier)), expected, "{status:?}");
    }
    let done = Objective {
        status: Status::Done,
        ..objective()
    };
    let StatementId { item, stage } = statement;
    let tick = Change::Statement {
        item,
        stage,
        tick: Tick::On,
    };
    let (before, mut undo) = (dossier.answers.clone(), History::default());
    assert!(edit(&mut undo, &mut dossier, tick));
    assert_eq!(aim(&dossier), Aim::Reached);
    assert_eq!(done.to_tick(&aim(&dossier)), None);
    assert_eq!(done.to_tick(&Aim::Passed(Stage::Three)), None);
    assert_eq!(done.to_tick(&Aim::NotConcerned), None);
    assert!(back(&mut undo, &mut dossier));
    assert_eq!(dossier.answers, before);
}

#[test]
fn typing_in_a_note_is_one_step_and_opening_or_removing_one_is_another() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    change(&mut dossier, Change::AddObjective(objective())).unwrap();
    let id: ObjectiveId = "1".parse().unwrap();
    let edits: [fn(&mut Objective); 4] = [
        |one| one.open_note(day("2027-03-12")),
        |one| one.notes[0].value = "6".into(),
        |one| one.notes[0].value = "6 sur 10".into(),
        |one| one.notes.clear(),
    ];
    for step in edits {
        let mut objective = dossier.plan.get(id).unwrap().clone();
        step(&mut objective);
        assert!(edit(
            &mut undo,
            &mut dossier,
            Change::SetObjective { id, objective }
        ));
    }
    let mut seen = Vec::new();
    while crate::support::back(&mut undo, &mut dossier) {
        let notes = &dossier.plan.get(id).unwrap().notes;
        seen.push(
            notes
                .iter()
                .map(|note| note.value.clone())
                .collect::<Vec<_>>(),
        );
    }
    assert_eq!(
        seen,
        [vec!["6 sur 10".to_owned()], vec![String::new()], vec![]]
    );
}

#[test]
fn a_plan_full_of_notes_takes_no_more_and_stays_as_it_is() {
    let mut dossier = Dossier::default();
    let full = Objective {
        notes: vec![note("2027-03-12", "1"); NOTES_MAX],
        ..objective()
    };
    for _ in 0..=PLAN_NOTES_MAX / NOTES_MAX {
        change(&mut dossier, Change::AddObjective(full.clone()));
    }
    assert!(dossier.plan.notes() <= PLAN_NOTES_MAX);
    let id = dossier.plan.next_id().unwrap();
    change(&mut dossier, Change::AddObjective(objective())).unwrap();
    let more = Change::SetObjective {
        id,
        objective: full,
    };
    assert!(change(&mut dossier, more).is_none());
}

/// A page of 0.1.0 keeps members of the top level that it does not know, and none inside an objective.
#[test]
fn the_follow_up_of_planned_objectives_stands_where_a_page_of_0_1_0_keeps_it() {
    let mut dossier = Dossier::default();
    let followed = Objective {
        is_attainable: true,
        notes: vec![note("2027-03-12", "6 classes sur 10")],
        ..objective()
    };
    change(&mut dossier, Change::AddObjective(followed)).unwrap();
    let text = write_document(&dossier);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        value["plan"]["objectives"]["1"],
        serde_json::json!({"field": "1.1", "status": "to-start"})
    );
    assert_eq!(
        value["followUp"]["1"],
        serde_json::json!({"attainable": true, "notes": [{"on": "2027-03-12", "value": "6 classes sur 10"}]})
    );
}

#[test]
fn a_follow_up_that_makes_no_sense_is_left_out_and_reported_and_that_of_an_objective_that_is_no_more_is_not()
 {
    let text = r#"{"format":"numea-dossier","version":1,
        "plan":{"lastId":4,"objectives":{"1":{"field":"1.1","status":"done"}}},
        "followUp":{"1":{"attainable":"yes","rhythm":"daily","notes":["x",{"on":"2027-03-12","remark":"Fait"}],"other":1},
            "3":{"attainable":true},"zero":{}}}"#;
    let restored = read_document(text).unwrap();
    let mut left_out = restored.left_out;
    left_out.sort();
    assert_eq!(
        left_out,
        [
            "followUp/1/attainable",
            "followUp/1/notes",
            "followUp/1/other",
            "followUp/1/rhythm",
            "followUp/zero"
        ]
    );
    let one = restored.dossier.plan.get("1".parse().unwrap()).unwrap();
    assert_eq!(one.notes.len(), 1);
    assert_eq!(one.notes[0].remark, "Fait");
    assert!(restored.dossier.unknown_fields.iter().next().is_none());
}
