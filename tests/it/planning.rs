//! Whose positioning it is, and what the school sets itself.

use crate::support::{self, OFFICIAL, any_objective, any_plan, change, day, item, moment};
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Change, Dossier, Edit, Subject, apply, go_back};
use numea::domain::school::identity::{CentreKind, Identity, TEAM_MAX, TEXT_MAX};
use numea::domain::school::plan::{
    ANNEX, Binned, DESCRIPTION_MAX, Heading, LINE_MAX, MEANS_MAX, Month, OBJECTIVES_MAX, Objective,
    ObjectiveId, PROPOSALS, Priority, ROOM, Row, Schedule, SmartCriterion, SortBy, Standing,
    Status, check,
};
use numea::domain::school::questionnaire::{FieldId, Stage, StatementId};
use numea::domain::school::reading::{Missing, Reading};
use numea::domain::school::undo::{Before, Step, Way};
use numea::domain::text::folded as folded_letters;
use proptest::prelude::*;

/// One line a fact, tab separated: kind, letter, text.
const SMART: &str = include_str!("fixtures/smart.txt");

fn facts(kind: &str) -> Vec<(&'static str, &'static str)> {
    SMART
        .lines()
        .filter_map(|line| line.strip_prefix(kind)?.strip_prefix('\t'))
        .map(|rest| rest.split_once('\t').unwrap())
        .collect()
}

/// White space apart.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_wordings_of_the_five_criteria_are_the_source_s() {
    let named = |name: fn(SmartCriterion) -> &'static str| {
        SmartCriterion::ALL
            .map(|criterion| (criterion.letter().to_string(), folded(name(criterion))))
    };
    for (kind, ours) in [
        ("short", named(SmartCriterion::short_name)),
        ("long", named(SmartCriterion::long_name)),
        ("text", named(SmartCriterion::explanation)),
    ] {
        let source: Vec<_> = facts(kind)
            .into_iter()
            // The mark that parts a criterion from the next.
            .map(|(letter, text)| {
                (
                    letter.to_owned(),
                    text.trim_end_matches([' ', ';', '.']).to_owned(),
                )
            })
            .collect();
        assert_eq!(ours.to_vec(), source, "{kind}");
    }
    let source: Vec<_> = facts("annex").into_iter().map(|(_, text)| text).collect();
    assert_eq!(ANNEX.map(folded).to_vec(), source);
}

fn field(id: &str) -> FieldId {
    id.parse().unwrap()
}

fn id(number: u32) -> ObjectiveId {
    number.to_string().parse().unwrap()
}

fn added(dossier: &mut Dossier, objective: Objective) -> ObjectiveId {
    let step = change(dossier, Change::AddObjective(objective)).unwrap();
    let Subject::Objective(id) = step.subject() else {
        panic!("an objective was added")
    };
    id
}

fn set(dossier: &Dossier, id: ObjectiveId, edit: impl FnOnce(&mut Objective)) -> Change {
    let mut objective = dossier.plan.get(id).unwrap().clone();
    edit(&mut objective);
    Change::SetObjective { id, objective }
}

#[test]
fn the_one_page_has_room_for_eight_open_objectives_priority_first_then_the_soonest() {
    let mut dossier = Dossier::default();
    for (status, priority, due) in [
        (Status::Ongoing, Priority::Usual, None),
        (Status::Done, Priority::High, Some("2026-10-01")),
        (Status::ToStart, Priority::Usual, Some("2027-03-01")),
        (Status::Ongoing, Priority::High, Some("2027-06-01")),
        (Status::Ongoing, Priority::Usual, Some("2027-01-01")),
    ] {
        let due = due.map(day);
        let of_field = Objective::new(field("1.1"));
        added(
            &mut dossier,
            Objective {
                due,
                status,
                priority,
                ..of_field
            },
        );
    }
    let first = dossier.plan.first();
    let numbers: Vec<_> = first.ids.iter().map(|id| id.number()).collect();
    assert_eq!((numbers.as_slice(), first.of), (&[4, 5, 3, 1][..], 4));
    for _ in 0..20 {
        added(&mut dossier, Objective::new(field("1.2")));
    }
    let first = dossier.plan.first();
    assert_eq!((first.ids.len(), first.of), (ROOM, 24));
}

#[test]
fn typing_in_one_entry_of_an_objective_is_one_step_a_choice_or_another_entry_parts_it() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let one = added(&mut dossier, Objective::new(field("1.1")));
    let edits: [fn(&mut Objective); 6] = [
        |objective| objective.lead = "D".into(),
        |objective| objective.lead = "Di".into(),
        |objective| objective.due = "0202-06-30".parse().ok(),
        |objective| objective.due = "2027-06-30".parse().ok(),
        |objective| objective.status = Status::Ongoing,
        |objective| objective.status = Status::Done,
    ];
    for edit in edits {
        let edit = set(&dossier, one, edit);
        assert!(support::edit(&mut undo, &mut dossier, edit));
    }
    let mut seen = Vec::new();
    while undo.next_subject(Way::Back).is_some() {
        assert_eq!(undo.next_subject(Way::Back), Some(Subject::Objective(one)));
        assert!(support::back(&mut undo, &mut dossier));
        let now = dossier.plan.get(one).unwrap();
        seen.push((now.status, now.due.is_some(), now.lead.clone()));
    }
    assert_eq!(
        seen,
        [
            (Status::Ongoing, true, "Di".to_owned()),
            (Status::ToStart, true, "Di".to_owned()),
            (Status::ToStart, false, "Di".to_owned()),
            (Status::ToStart, false, String::new()),
        ]
    );
}

#[test]
fn typing_in_one_entry_of_the_identity_is_one_step() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let edits: [fn(&mut Identity); 4] = [
        |identity| identity.school = "E".into(),
        |identity| identity.school = "EP".into(),
        |identity| identity.centre = Some(CentreKind::Farm),
        |identity| identity.team = "Professeur TIM".into(),
    ];
    for edit in edits {
        let mut identity = dossier.identity.clone();
        edit(&mut identity);
        assert!(support::edit(
            &mut undo,
            &mut dossier,
            Change::Identify(identity)
        ));
    }
    assert_eq!(undo.next_subject(Way::Back), Some(Subject::Identity));
    let mut steps = 0;
    while support::back(&mut undo, &mut dossier) {
        steps += 1;
    }
    assert_eq!(steps, 3);
    assert!(dossier.is_blank());
}

#[test]
fn a_deleted_objective_comes_back_under_its_id_and_ids_are_not_given_twice() {
    let mut dossier = Dossier::default();
    let one = added(&mut dossier, Objective::new(field("1.1")));
    let deletion = change(&mut dossier, Change::DeleteObjective(one)).unwrap();
    let two = added(&mut dossier, Objective::new(field("1.2")));
    assert_eq!((one, two), (id(1), id(2)));
    go_back(&mut dossier, deletion, moment());
    assert_eq!(dossier.plan.get(one).unwrap().field, field("1.1"));
    assert_eq!(dossier.plan.len(), 2);
}

#[test]
fn a_deleted_objective_waits_in_the_bin_is_recovered_under_its_id_or_erased_and_each_is_undone() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    let one = added(&mut dossier, Objective::new(field("1.1")));
    let binned = Standing::Binned(Binned {
        objective: Objective::new(field("1.1")),
        deleted_on: moment().day(),
    });
    let planned = Standing::Planned(Objective::new(field("1.1")));
    let edits = [
        (Change::DeleteObjective(one), binned.clone()),
        (Change::RecoverObjective(one), planned.clone()),
        (Change::DeleteObjective(one), binned.clone()),
        (Change::EraseObjective(one), Standing::Absent),
    ];
    for (edit, standing) in edits.clone() {
        assert!(support::edit(&mut undo, &mut dossier, edit));
        assert_eq!(dossier.plan.standing(one), standing);
        assert!(!dossier.is_blank() || standing == Standing::Absent);
    }
    for standing in [&binned, &planned, &binned, &planned] {
        assert!(support::back(&mut undo, &mut dossier));
        assert_eq!(&dossier.plan.standing(one), standing);
    }
    for (_, standing) in edits {
        assert!(support::forth(&mut undo, &mut dossier));
        assert_eq!(dossier.plan.standing(one), standing);
    }
    assert_eq!(dossier.plan.last_given(), 1);
}

/// A note about an item, written at this moment.
fn write_note(undo: &mut History, dossier: &mut Dossier, at: &str, text: &str) {
    let change = Change::Note {
        item: item("1.1.1"),
        text: text.into(),
    };
    let at = at.parse().unwrap();
    let step = apply(dossier, &OFFICIAL, &Edit { at, change }).unwrap();
    undo.push(step, dossier);
}

#[test]
fn what_the_bin_lets_go_comes_back_with_the_edit_that_did_it_even_after_a_reload() {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    let one = added(&mut dossier, Objective::new(field("1.1")));
    let deletion = change(&mut dossier, Change::DeleteObjective(one)).unwrap();
    let binned = dossier.plan.standing(one);
    let mut len = Vec::new();
    for (at, text) in [
        ("2026-12-22T23:59:59", "a"),
        ("2026-12-23T00:00:00", "ab"),
        ("2026-12-23T23:59:59", "abc"),
        ("2026-12-24T00:00:00", "abcd"),
        ("2026-12-24T00:00:01", "abcde"),
    ] {
        write_note(&mut undo, &mut dossier, at, text);
        len.push(dossier.plan.bin().len());
    }
    assert_eq!(len, [1, 1, 1, 0, 0]);
    let kept = write_history(&undo, 7, dossier.edited_at);
    undo = read_history(&kept, 7, dossier.edited_at);
    let at = "2027-06-01T10:00:00".parse().unwrap();
    let mut is_back = false;
    while undo.go(Way::Back, &mut dossier, at) {
        is_back |= dossier.plan.standing(one) == binned;
    }
    assert!(is_back && dossier.plan.standing(one) == binned);
    assert!(dossier.answers.is_empty());
    go_back(&mut dossier, deletion, moment());
    assert_eq!(dossier.plan.len(), 1);
}

#[test]
fn a_clock_that_is_a_year_ahead_empties_no_bin_nor_that_of_a_dossier_taken_over() {
    let (mut dossier, mut undo) = (Dossier::default(), History::default());
    let one = added(&mut dossier, Objective::new(field("1.1")));
    change(&mut dossier, Change::DeleteObjective(one));
    for at in [
        "2027-11-23T10:00:00",
        "2027-11-23T18:00:00",
        "2026-11-24T08:00:00",
    ] {
        write_note(&mut undo, &mut dossier, at, at);
        assert_eq!(dossier.plan.bin().len(), 1, "{at}");
    }
    let mut own = Dossier::default();
    write_note(&mut undo, &mut own, "2027-12-01T10:00:00", "Le mien");
    let at = "2027-12-02T10:00:00".parse().unwrap();
    let taken = Change::TakeOver(Box::new(dossier));
    apply(&mut own, &OFFICIAL, &Edit { at, change: taken }).unwrap();
    assert_eq!(own.plan.bin().len(), 1);
}

#[test]
fn a_full_plan_takes_nothing_out_of_the_bin() {
    let mut dossier = Dossier::default();
    let one = added(&mut dossier, Objective::new(field("1.1")));
    change(&mut dossier, Change::DeleteObjective(one));
    while let Some(id) = dossier.plan.next_id() {
        dossier.plan.set(id, Objective::new(field("1.1")));
    }
    assert_eq!(change(&mut dossier, Change::RecoverObjective(one)), None);
    change(&mut dossier, Change::DeleteObjective(id(9)));
    assert!(change(&mut dossier, Change::RecoverObjective(one)).is_some());
}

#[test]
fn what_the_questionnaire_or_the_plan_does_not_have_changes_nothing() {
    let mut dossier = Dossier::default();
    let one = added(&mut dossier, Objective::new(field("1.1")));
    let before = dossier.clone();
    let no_item = Objective {
        item: Some(item("1.1.9")),
        ..Objective::new(field("1.1"))
    };
    for change_of_nothing in [
        Change::AddObjective(Objective::new(field("3.1"))),
        Change::AddObjective(no_item),
        set(&dossier, one, |objective| objective.field = field("9.9")),
        set(&dossier, one, |_| {}),
        Change::SetObjective {
            id: id(2),
            objective: Objective::new(field("1.1")),
        },
        Change::DeleteObjective(id(2)),
        Change::DiscardObjective(id(2)),
        Change::RecoverObjective(one),
        Change::EraseObjective(one),
        Change::Identify(Identity::default()),
    ] {
        assert_eq!(change(&mut dossier, change_of_nothing), None);
    }
    let standing = Standing::Planned(Objective::new(field("1.1")));
    let never_given = Step::new(
        Before::Objective {
            id: id(2),
            standing,
        },
        None,
    );
    assert_eq!(go_back(&mut dossier, never_given, moment()), None);
    assert_eq!(dossier, before);
}

#[test]
fn only_an_objective_in_which_nothing_was_written_is_discarded_and_undoing_brings_it_back() {
    let mut dossier = Dossier::default();
    let (blank, written) = (Objective::new(field("1.1")), Objective::new(field("1.1")));
    let blank = added(&mut dossier, blank);
    let written = added(
        &mut dossier,
        Objective {
            lead: "Proviseure".into(),
            ..written
        },
    );
    assert_eq!(
        change(&mut dossier, Change::DiscardObjective(written)),
        None
    );
    let step = change(&mut dossier, Change::DiscardObjective(blank)).unwrap();
    assert_eq!(dossier.plan.standing(blank), Standing::Absent);
    go_back(&mut dossier, step, moment()).unwrap();
    assert!(dossier.plan.get(blank).is_some());
}

#[test]
fn an_objective_of_a_field_that_the_questionnaire_lacks_is_shown_and_edited_where_it_is() {
    let mut dossier = Dossier::default();
    dossier.plan.set(id(1), Objective::new(field("9.1")));
    let edit = set(&dossier, id(1), |objective| {
        objective.lead = "Directrice".into()
    });
    assert!(change(&mut dossier, edit).is_some());
    let schedule = Schedule::of(
        &OFFICIAL,
        &dossier.plan,
        &SortBy::Field.into(),
        day("2027-01-01"),
    );
    let last = schedule.groups.last().unwrap();
    assert_eq!(schedule.groups.len(), 7);
    assert_eq!(last.heading, Heading::Field(field("9.1")));
    assert_eq!(last.rows.len(), 1);
}

#[test]
fn texts_are_capped_never_refused_and_an_item_of_another_field_is_dropped() {
    let long = "é".repeat(5_000);
    let mut dossier = Dossier::default();
    let one = added(
        &mut dossier,
        Objective {
            description: long.clone(),
            item: Some(item("1.2.1")),
            lead: long.clone(),
            indicator: long.clone(),
            target: long.clone(),
            means: long.clone(),
            ..Objective::new(field("1.1"))
        },
    );
    let kept = dossier.plan.get(one).unwrap();
    let lengths = [
        &kept.description,
        &kept.lead,
        &kept.indicator,
        &kept.target,
        &kept.means,
    ]
    .map(|text| text.chars().count());
    assert_eq!(
        lengths,
        [DESCRIPTION_MAX, LINE_MAX, LINE_MAX, LINE_MAX, MEANS_MAX]
    );
    assert_eq!(kept.item, None);
    let identity = Identity {
        school: long.clone(),
        centre_name: long.clone(),
        body: long.clone(),
        team: long,
        ..Identity::default()
    };
    change(&mut dossier, Change::Identify(identity));
    let Identity {
        school,
        centre_name,
        body,
        team,
        ..
    } = &dossier.identity;
    let lengths = [school, centre_name, body, team].map(|text| text.chars().count());
    assert_eq!(lengths, [TEXT_MAX, TEXT_MAX, TEXT_MAX, TEAM_MAX]);
}

#[test]
fn every_official_statement_fits_in_a_description() {
    let longest = OFFICIAL
        .items()
        .flat_map(|item| &item.statements)
        .map(|statement| statement.text().chars().count())
        .max();
    assert!(longest.unwrap() < DESCRIPTION_MAX);
}

#[test]
fn a_full_plan_takes_no_more() {
    let mut dossier = Dossier::default();
    for _ in 0..OBJECTIVES_MAX {
        added(&mut dossier, Objective::new(field("1.1")));
    }
    let one_more = Change::AddObjective(Objective::new(field("1.1")));
    assert_eq!(change(&mut dossier, one_more), None);
}

#[test]
fn late_is_due_before_today_and_neither_done_nor_abandoned() {
    let objective = |due: Option<&str>, status| Objective {
        due: due.map(day),
        status,
        ..Objective::new(field("1.1"))
    };
    let today = day("2027-03-31");
    for (due, status, is_late) in [
        (Some("2027-03-30"), Status::ToStart, true),
        (Some("2027-03-30"), Status::Ongoing, true),
        (Some("2027-03-30"), Status::Done, false),
        (Some("2027-03-30"), Status::Abandoned, false),
        (Some("2027-03-31"), Status::Ongoing, false),
        (None, Status::Ongoing, false),
    ] {
        assert_eq!(
            objective(due, status).is_late(today),
            is_late,
            "{due:?} {status:?}"
        );
    }
}

#[test]
fn the_schedule_is_grouped_as_asked_and_in_each_group_the_soonest_comes_first_then_by_order_of_writing()
 {
    let mut dossier = Dossier::default();
    for (lead, due, status, priority) in [
        ("Zoé", Some("2027-05-01"), Status::Done, Priority::Usual),
        ("élu", None, Status::ToStart, Priority::High),
        ("", Some("2027-04-01"), Status::Ongoing, Priority::Usual),
        (
            "Directrice",
            Some("2027-05-01"),
            Status::ToStart,
            Priority::Usual,
        ),
        (
            "DIRECTRICE",
            Some("2027-01-01"),
            Status::Abandoned,
            Priority::High,
        ),
    ] {
        let objective = Objective {
            lead: lead.into(),
            due: due.map(day),
            status,
            priority,
            ..Objective::new(field("1.2"))
        };
        added(&mut dossier, objective);
    }
    let elsewhere = Objective {
        lead: "Directeur".into(),
        due: Some(day("2027-04-20")),
        ..Objective::new(field("1.1"))
    };
    added(&mut dossier, elsewhere);
    let order = |sort_by: SortBy| {
        let schedule = Schedule::of(&OFFICIAL, &dossier.plan, &sort_by.into(), day("2027-04-15"));
        assert_eq!(schedule.late(), 1, "the third only");
        let ids = |rows: Vec<Row>| rows.iter().map(|row| row.id.number()).collect::<Vec<_>>();
        let groups = schedule.groups.into_iter();
        groups
            .map(|group| (group.heading, ids(group.rows)))
            .collect::<Vec<_>>()
    };
    let by_field = order(SortBy::Field);
    let fields: Vec<_> = by_field.iter().map(|(field, _)| field.clone()).collect();
    let every = OFFICIAL.fields().map(|field| Heading::Field(field.id));
    assert_eq!(fields, every.collect::<Vec<_>>());
    assert_eq!(by_field[0].1, [6]);
    assert_eq!(by_field[1].1, [5, 3, 1, 4, 2]);
    let month = |of: &str| Heading::Month(Some(Month::of(day(of))));
    assert_eq!(
        order(SortBy::Due),
        [
            (month("2027-01-01"), vec![5]),
            (month("2027-04-01"), vec![3, 6]),
            (month("2027-05-31"), vec![1, 4]),
            (Heading::Month(None), vec![2]),
        ]
    );
    let lead = |name: &str| Heading::Lead(name.into());
    assert_eq!(
        order(SortBy::Lead),
        [
            (lead("Directeur"), vec![6]),
            (lead("DIRECTRICE"), vec![5, 4]),
            (lead("élu"), vec![2]),
            (lead("Zoé"), vec![1]),
            (lead(""), vec![3]),
        ]
    );
    assert_eq!(
        order(SortBy::Status),
        [
            (Heading::Status(Status::ToStart), vec![6, 4, 2]),
            (Heading::Status(Status::Ongoing), vec![3]),
            (Heading::Status(Status::Done), vec![1]),
            (Heading::Status(Status::Abandoned), vec![5]),
        ]
    );
    assert_eq!(
        order(SortBy::Priority),
        [
            (Heading::Priority(Priority::High), vec![5, 2]),
            (Heading::Priority(Priority::Usual), vec![3, 6, 1, 4]),
        ]
    );
}

proptest! {
    #[test]
    fn every_objective_is_once_in_the_schedule_under_what_it_has_in_common(plan in any_plan()) {
        for sort_by in SortBy::ALL {
            let schedule = Schedule::of(&OFFICIAL, &plan, &sort_by.into(), day("2027-01-01"));
            for group in &schedule.groups {
                for objective in group.rows.iter().filter_map(|row| plan.get(row.id)) {
                    let (lead, due) = (objective.lead.trim(), objective.due.map(Month::of));
                    let is_its_own = match &group.heading {
                        Heading::Field(field) => *field == objective.field,
                        Heading::Month(month) => *month == due,
                        Heading::Lead(name) => folded_letters(name) == folded_letters(lead),
                        Heading::Status(status) => *status == objective.status,
                        Heading::Priority(priority) => *priority == objective.priority,
                    };
                    prop_assert!(is_its_own, "{:?}: {:?}", group.heading, objective);
                }
            }
            let mut ids: Vec<_> = schedule.rows().map(|row| row.id).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, plan.iter().map(|(id, _)| id).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_five_verdicts_come_in_the_order_of_the_word(objective in any_objective()) {
        let word: String = check(&objective, day("2026-11-24")).iter().map(|verdict| verdict.criterion.letter()).collect();
        prop_assert_eq!(word, "SMART");
    }
}

#[test]
fn a_stage_alone_is_aimed_at_for_the_whole_field() {
    let objective = Objective {
        stage: Some(Stage::Three),
        ..Objective::new(field("2.3"))
    };
    let mut dossier = Dossier::default();
    let one = added(&mut dossier, objective);
    assert_eq!(dossier.plan.get(one).unwrap().stage, Some(Stage::Three));
}

/// These conditions of stage 2 of 1.1.3.
fn missing(conditions: &[u8]) -> Missing {
    Missing {
        statement: StatementId {
            item: item("1.1.3"),
            stage: Stage::Two,
        },
        conditions: conditions.to_vec(),
        of: 2,
    }
}

#[test]
fn what_is_missing_makes_an_objective_in_its_own_words_and_every_statement_fits() {
    let objective = Objective::from_missing(&missing(&[1]), &OFFICIAL);
    assert_eq!(
        objective.description,
        "Elle constitue un support éducatif à part entière."
    );
    assert_eq!(
        (objective.field, objective.item, objective.stage),
        (field("1.1"), Some(item("1.1.3")), Some(Stage::Two))
    );
    assert!(!objective.is_blank() && Objective::new(field("2.1")).is_blank());
    for item in OFFICIAL.items() {
        for stage in Stage::ALL {
            let statement = stage.of(&item.statements);
            let whole = Missing {
                statement: StatementId {
                    item: item.id,
                    stage,
                },
                conditions: (0..statement.len()).collect(),
                of: statement.len(),
            };
            let objective = Objective::from_missing(&whole, &OFFICIAL);
            assert_eq!(objective, objective.within_limits());
            assert_eq!(folded(&objective.description), folded(&statement.text()));
        }
    }
}

#[test]
fn three_objectives_are_proposed_from_what_is_nearest_and_none_about_an_item_that_has_an_open_one()
{
    let mut dossier = Dossier::default();
    for number in ["1.1.2", "1.1.3", "1.2.3", "1.3.2"] {
        let tick = Change::Statement {
            item: item(number),
            stage: Stage::One,
            tick: Tick::On,
        };
        change(&mut dossier, tick);
    }
    let proposed = |dossier: &Dossier| {
        let reading = Reading::of(&OFFICIAL, &dossier.answers);
        let proposals = dossier.plan.proposals(&reading).into_iter();
        proposals
            .map(|missing| missing.statement.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(proposed(&Dossier::default()), [""; 0]);
    assert_eq!(proposed(&dossier), ["1.1.2/2", "1.1.3/2", "1.2.3/2"]);
    let made = Objective::from_missing(&missing(&[0, 1]), &OFFICIAL);
    let id = added(&mut dossier, made);
    assert_eq!(dossier.plan.open_about(item("1.1.3")), Some(id));
    assert_eq!(proposed(&dossier), ["1.1.2/2", "1.2.3/2", "1.3.2/2"]);
    let done = set(&dossier, id, |one| one.status = Status::Done);
    change(&mut dossier, done);
    assert_eq!(dossier.plan.open_about(item("1.1.3")), None);
    assert_eq!(proposed(&dossier), ["1.1.2/2", "1.1.3/2", "1.2.3/2"]);
    for _ in 1..PROPOSALS {
        added(&mut dossier, Objective::new(field("2.1")));
    }
    assert_eq!(proposed(&dossier), [""; 0]);
}

#[test]
fn leads_to_choose_from_are_the_team_then_those_of_other_objectives_each_once() {
    let mut dossier = Dossier::default();
    dossier.identity.team = "Directeur adjoint
Professeur TIM"
        .into();
    let led_by = |lead: &str| Objective {
        lead: lead.into(),
        ..Objective::new(field("1.1"))
    };
    for lead in ["CPE", "Professeur TIM ", " ", "CPE", "TFR IBA"] {
        added(&mut dossier, led_by(lead));
    }
    let known = dossier.plan.known_leads(&dossier.identity, id(5));
    assert_eq!(known, ["Directeur adjoint", "Professeur TIM", "CPE"]);
}

#[test]
fn an_objective_just_made_is_taken_back_and_leaves_no_step() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    support::edit(
        &mut undo,
        &mut dossier,
        Change::AddObjective(Objective::new(field("1.1"))),
    );
    let written = set(&dossier, id(1), |one| one.lead = "CPE".into());
    support::edit(&mut undo, &mut dossier, written);
    let before = dossier.clone();
    support::edit(
        &mut undo,
        &mut dossier,
        Change::AddObjective(Objective::new(field("2.1"))),
    );
    assert!(!undo.has_just_made(id(1)) && undo.has_just_made(id(2)));
    assert!(undo.take_back(&mut dossier, moment()));
    assert!(dossier.plan.iter().eq(before.plan.iter()));
    assert_eq!(undo.next_subject(Way::Forth), None, "nothing to do again");
    assert!(support::back(&mut undo, &mut dossier), "the lead");
    assert_eq!(
        dossier.plan.get(id(1)).map(|one| one.lead.as_str()),
        Some("")
    );
    assert!(undo.has_just_made(id(1)));
}
