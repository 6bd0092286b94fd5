//! Positionings taken at a date: what they hold, and what changed between two.

use numea::domain::formats::document::DocumentError;
use numea::domain::formats::handover::write_handover;
use numea::domain::formats::snapshot::{
    ENDS, head_of_ends, read_head, read_snapshot, write_snapshot,
};
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Bin, Change, Dossier, Edit, LeftOut, apply, go_back};
use numea::domain::school::plan::{Objective, Status};
use numea::domain::school::questionnaire::{Stage, StatementId};
use numea::domain::school::timeline::{Comparison, Look, Move, Review, Snapshot, SnapshotId};
use numea::domain::stored::read_backup;
use proptest::prelude::*;

use crate::support::{OFFICIAL, any_dossier, day, item, moment};

fn id() -> SnapshotId {
    SnapshotId::free(moment(), &[]).unwrap()
}

/// The beginning and the end of a text, as the database gives them.
fn ends(text: &str) -> [&str; 2] {
    let size = ENDS as usize;
    let places = || text.char_indices().map(|(place, _)| place);
    let [first, last] = [places().nth(size), places().rev().nth(size)];
    [
        &text[..first.unwrap_or(text.len())],
        &text[last.unwrap_or(0)..],
    ]
}

fn today() -> numea::domain::date::Day {
    day("2026-11-27")
}

fn compared(before: &Dossier, after: &Dossier) -> Comparison {
    Comparison::of(&OFFICIAL, before, after)
}

fn at_once(change: Change) -> Edit {
    Edit {
        at: moment(),
        change,
    }
}

fn opposite(one: Move) -> Move {
    match one {
        Move::Gained => Move::Lost,
        Move::Lost => Move::Gained,
        Move::Unchanged => Move::Unchanged,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_positioning_taken_is_the_dossier_as_it_was_without_its_bin(dossier in any_dossier()) {
        let taken = Snapshot::of(id(), today(), "Conseil de juin", &dossier);
        let text = write_snapshot(&taken);
        let (read, left_out) = read_snapshot(&text).unwrap();
        prop_assert_eq!(&read.dossier, &dossier.for_file(Bin::LeftOut));
        prop_assert_eq!(&read, &taken);
        prop_assert!(left_out.is_empty());
        let head = read_head(&text).unwrap();
        prop_assert_eq!(head, taken.head());
    }

    #[test]
    fn the_two_ends_of_a_text_tell_its_head_and_what_they_do_not_tell_is_read_whole(dossier in any_dossier(), name in ".{0,90}") {
        let taken = Snapshot::of(id(), today(), &name, &dossier);
        let text = write_snapshot(&taken);
        prop_assert_eq!(head_of_ends(ends(&text)), Some(taken.head()));
        let other = text.replacen("{\"day\"", "{ \"day\"", 1);
        prop_assert_eq!(head_of_ends(ends(&other)), None);
        prop_assert_eq!(read_head(&other), Ok(taken.head()));
    }

    #[test]
    fn any_ends_are_read_or_tell_nothing(text in ".*", end in ".*") {
        let _ = head_of_ends([&text, &end]);
        let _ = head_of_ends([&["{\"day\":\"2026-06-30\",\"dossier\":{", &text].concat(), &["},\"format\":", &end].concat()]);
    }

    #[test]
    fn a_file_holds_the_dossier_and_its_positionings(dossier in any_dossier(), earlier in any_dossier()) {
        let taken = Snapshot::of(id(), today(), "", &earlier);
        let file = write_handover(&dossier, Bin::Given, &[write_snapshot(&taken)]);
        prop_assert_eq!(file.left_out, 0);
        let (restored, snapshots) = read_backup(&file.text).unwrap();
        prop_assert_eq!(restored.dossier, dossier);
        prop_assert_eq!(restored.left_out, Vec::<String>::new());
        prop_assert_eq!(snapshots, vec![taken]);
    }

    #[test]
    fn exchanging_two_positionings_exchanges_what_was_gained_and_lost(one in any_dossier(), other in any_dossier()) {
        let (there, back) = (compared(&one, &other), compared(&other, &one));
        for stage in Stage::ALL {
            prop_assert_eq!(there.gain(stage), -back.gain(stage));
        }
        for (there, back) in there.fields.iter().zip(&back.fields) {
            for stage in Stage::ALL {
                prop_assert_eq!(there.gain(stage), -back.gain(stage));
                let (gained, lost) = (there.moved(stage, Move::Gained).count(), there.moved(stage, Move::Lost).count());
                let net = i32::try_from(gained).unwrap() - i32::try_from(lost).unwrap();
                prop_assert_eq!(there.gain(stage), net, "the items tell what the figure tells");
            }
            for (there, back) in there.items.iter().zip(&back.items) {
                prop_assert_eq!(there.stages.map(opposite), back.stages);
                prop_assert_eq!((there.states[0], there.states[1]), (back.states[1], back.states[0]));
            }
        }
    }

    #[test]
    fn as_much_as_comparing_needs_of_a_positioning_compares_as_the_whole_of_it(one in any_dossier(), other in any_dossier()) {
        let taken = |dossier| Snapshot::of(id(), today(), "", dossier);
        let [before, after] = [&one, &other].map(|dossier| taken(dossier).to_compare().dossier);
        prop_assert_eq!(compared(&before, &after), compared(&one, &other));
        prop_assert_eq!(compared(&before, &other), compared(&one, &other));
        prop_assert_eq!(compared(&one, &after), compared(&one, &other));
        prop_assert_eq!(before.adaptation, one.adaptation);
    }

    #[test]
    fn nothing_changed_between_a_positioning_and_itself(dossier in any_dossier()) {
        let comparison = compared(&dossier, &dossier);
        prop_assert!(comparison.is_nothing());
        prop_assert_eq!(Stage::ALL.map(|stage| comparison.gain(stage)), [0; 3]);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        let _ = read_snapshot(&text);
    }
}

#[test]
fn a_positioning_of_a_newer_version_or_of_something_else_is_refused() {
    let text = write_snapshot(&Snapshot::of(id(), today(), "", &Dossier::default()));
    let newer = text.replace("\"version\":1,", "\"version\":2,").replacen(
        "\"version\":1}",
        "\"version\":2}",
        1,
    );
    assert!(read_snapshot(&newer).is_err(), "{newer}");
    let newest = text.replace(",\"version\":1}", ",\"version\":2}");
    assert_eq!(read_snapshot(&newest), Err(DocumentError::Newer(2)));
    for other in [
        "{}",
        "[]",
        "",
        "{\"format\":\"numea-dossier\",\"version\":1}",
    ] {
        assert!(read_snapshot(other).is_err(), "{other}");
    }
    for cut in 0..text.len() {
        assert!(read_snapshot(&text[..cut]).is_err());
    }
}

#[test]
fn positionings_too_many_for_a_file_stay_and_are_counted() {
    let mut dossier = Dossier::default();
    let note = "é".repeat(4_000);
    for asked in OFFICIAL.items() {
        let mut answer = dossier.answers.get(asked.id);
        answer.note.clone_from(&note);
        dossier.answers.set(asked.id, answer);
    }
    let text = write_snapshot(&Snapshot::of(id(), today(), "", &dossier));
    let texts = vec![text; 100];
    let file = write_handover(&dossier, Bin::Given, &texts);
    assert!(file.left_out > 0 && file.left_out < 100);
    let (_, snapshots) = read_backup(&file.text).unwrap();
    assert_eq!(snapshots.len() + file.left_out, 100);
    let damaged = write_handover(&dossier, Bin::Given, &["{".to_owned()]);
    assert_eq!(damaged.left_out, 1);
    assert!(read_backup(&damaged.text).is_ok());
}

#[test]
fn a_positioning_that_makes_no_sense_in_a_file_is_reported_and_the_rest_is_read() {
    let file = write_handover(&Dossier::default(), Bin::Given, &[]);
    for (member, path) in [("[1]", "positionings/1"), ("{}", "positionings")] {
        let text = file
            .text
            .replacen('{', &format!("{{\"positionings\": {member},"), 1);
        let (restored, snapshots) = read_backup(&text).unwrap();
        assert_eq!(
            (restored.left_out, snapshots.len()),
            (vec![path.to_owned()], 0)
        );
    }
}

#[test]
fn ids_are_given_once_and_read_as_they_are_written() {
    let mut taken = Vec::new();
    for _ in 0..9 {
        taken.push(SnapshotId::free(moment(), &taken).unwrap());
    }
    assert_eq!(SnapshotId::free(moment(), &taken), None);
    for id in taken {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    for wrong in [
        "",
        "x.1",
        "2026-11-23T10:42:05.0",
        "2026-11-23T10:42:05.10",
        "2026-11-23T10:42:05",
    ] {
        assert!(wrong.parse::<SnapshotId>().is_err(), "{wrong}");
    }
}

#[test]
fn an_objective_reached_in_between_is_named_beside_what_it_aimed_at() {
    let mut before = Dossier::default();
    let statement = StatementId {
        item: item("1.1.3"),
        stage: Stage::Two,
    };
    let mut objective = Objective::new(statement.item.field());
    objective.item = Some(statement.item);
    objective.stage = Some(Stage::Two);
    objective.description = "Publier la charte".into();
    let id = before.plan.next_id().unwrap();
    before.plan.set(id, objective.clone());
    let mut after = before.clone();
    objective.status = Status::Done;
    after.plan.set(id, objective);
    let there = compared(&before, &after);
    let named: Vec<_> = there
        .reached_for(statement)
        .map(|one| one.description.as_str())
        .collect();
    assert_eq!(named, ["Publier la charte"]);
    let other = StatementId {
        stage: Stage::One,
        ..statement
    };
    assert_eq!(there.reached_for(other).count(), 0);
    assert!(
        compared(&after, &before).reached.is_empty(),
        "nothing is reached backwards"
    );
}

#[test]
fn a_review_counts_what_was_changed_or_found_unchanged() {
    let one = item("1.1.2");
    let look = |dossier: &Dossier| dossier.review.look(one, dossier.answers.response(one));
    let mut dossier = Dossier::default();
    let ticked = |dossier: &mut Dossier| {
        let change = Change::Statement {
            item: one,
            stage: Stage::One,
            tick: Tick::On,
        };
        apply(dossier, &OFFICIAL, &at_once(change)).unwrap()
    };
    assert_eq!(look(&dossier), None, "there is no review");
    let begun = Review::begin(&dossier.answers, today());
    apply(
        &mut dossier,
        &OFFICIAL,
        &at_once(Change::Review(Box::new(begun))),
    )
    .unwrap();
    assert_eq!(
        dossier.review.pending(&OFFICIAL, &dossier.answers).count(),
        OFFICIAL.items().count()
    );
    let step = ticked(&mut dossier);
    assert_eq!(look(&dossier), Some(Look::Changed));
    go_back(&mut dossier, step, moment()).unwrap();
    assert_eq!(
        look(&dossier),
        Some(Look::Pending),
        "undone, it is to be looked at again"
    );
    let found = dossier.review.with_unchanged(one, true);
    let before = dossier.clone();
    let step = apply(
        &mut dossier,
        &OFFICIAL,
        &at_once(Change::Review(Box::new(found))),
    )
    .unwrap();
    assert_eq!(look(&dossier), Some(Look::Unchanged));
    go_back(&mut dossier, step, moment()).unwrap();
    assert_eq!(dossier.review, before.review);
    apply(
        &mut dossier,
        &OFFICIAL,
        &at_once(Change::Review(Box::default())),
    )
    .unwrap();
    assert!(dossier.review.is_none(), "ended");
}

#[test]
fn no_link_gives_the_word_for_a_successor() {
    let dossier = Dossier {
        handover: "Classeur vert".into(),
        ..Dossier::default()
    };
    let whole = dossier.without(LeftOut::default());
    assert_eq!(whole.handover, "", "whatever is ticked");
    assert_eq!(dossier.for_file(Bin::LeftOut).handover, "Classeur vert");
}
