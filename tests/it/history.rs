//! The history that is kept beside the dossier: read for ever, and never in the way.

use crate::support::{self, change, item, moment};
use numea::domain::formats::document::read_document;
use numea::domain::formats::history::{History, read_history};
use numea::domain::school::answers::Declared;
use numea::domain::school::dossier::{Change, Dossier, Subject};
use numea::domain::school::plan::Standing;
use numea::domain::school::undo::Way;

const HISTORY: &str = include_str!("fixtures/history-1.json");

fn read(text: &str) -> History {
    read_history(text, 12, Some(moment()))
}

fn len(undo: &History) -> (usize, usize) {
    (undo.texts(Way::Back).len(), undo.texts(Way::Forth).len())
}

/// The dossier that the history of the fixture belongs to.
fn dossier() -> Dossier {
    read_document(include_str!("fixtures/dossier-1-plan.json"))
        .unwrap()
        .dossier
}

#[test]
fn the_history_of_format_1_is_read_for_ever() {
    let mut undo = read(HISTORY);
    assert_eq!(len(&undo), (6, 1));
    let mut dossier = dossier();
    let id = |id: &str| id.parse().unwrap();
    let subjects = [
        Subject::Item(item("1.1.3")),
        Subject::Objective(id("4")),
        Subject::Objective(id("3")),
        Subject::Contacts,
        Subject::Identity,
        Subject::Dossier,
    ];
    for (number, subject) in subjects.into_iter().enumerate() {
        assert_eq!(undo.next_subject(Way::Back), Some(subject));
        assert!(support::back(&mut undo, &mut dossier));
        match number {
            0 => assert_eq!(
                dossier.answers.response(item("1.1.3")).declared(),
                Some(Declared::Unknown)
            ),
            1 => assert_eq!(dossier.plan.get(id("4")).unwrap().lead, "Élu"),
            2 => assert!(matches!(
                dossier.plan.standing(id("3")),
                Standing::Binned(_)
            )),
            3 => assert!(!dossier.contacts.is_blank()),
            4 => assert_eq!(dossier.identity.school, "EPLEFPA"),
            _ => assert!(dossier.unknown_fields.get("later") == Some("[1]")),
        }
    }
    assert_eq!(dossier.plan.last_given(), 0);
    assert!(!support::back(&mut undo, &mut dossier));
    assert_eq!(len(&undo), (0, 7));
}

#[test]
fn a_history_of_another_revision_another_moment_or_another_format_is_not_used() {
    let none = History::default();
    assert_eq!(read_history(HISTORY, 11, Some(moment())), none);
    assert_eq!(read_history(HISTORY, 12, None), none);
    for (part, other) in [
        ("numea-history", "numea-dossier"),
        (
            "\"version\": 1,\n  \"revision\"",
            "\"version\": 2,\n  \"revision\"",
        ),
        ("{\n  \"format\"", "[\n  \"format\""),
    ] {
        assert!(HISTORY.contains(part));
        assert_eq!(read(&HISTORY.replacen(part, other, 1)), none, "{part}");
    }
    for text in ["", "null", "[]", "{}", "{\"undo\":[]}"] {
        assert_eq!(read(text), none);
    }
}

#[test]
fn a_step_that_makes_no_sense_is_left_out_with_everything_older() {
    for (part, other, left) in [
        ("\"state\": \"unknown\"", "\"state\": \"perhaps\"", (0, 1)),
        ("\"item\": \"1.1.3\"", "\"item\": \"1.1\"", (0, 1)),
        ("\"lead\": \"Élu\"", "\"lead\": 5", (1, 1)),
        (
            "\"deletedOn\": \"2026-11-01\"",
            "\"deletedOn\": \"hier\"",
            (2, 1),
        ),
        ("\"drtic\"", "\"later\"", (3, 1)),
        ("\"school\": \"EPLEFPA\"", "\"school\": null", (4, 1)),
        ("numea-dossier", "numea-rossier", (5, 1)),
        ("\"objective\": \"9\"", "\"objective\": \"0\"", (6, 0)),
    ] {
        assert!(HISTORY.contains(part), "{part}");
        assert_eq!(
            len(&read(&HISTORY.replacen(part, other, 1))),
            left,
            "{part}"
        );
    }
}

#[test]
fn steps_about_what_is_not_there_are_passed_over_and_change_nothing() {
    let mut undo = read(HISTORY);
    let mut blank = Dossier::default();
    assert!(
        !support::forth(&mut undo, &mut blank),
        "the id was never given"
    );
    let before = blank.clone();
    assert_eq!(change(&mut blank, Change::TakeOver(Box::default())), None);
    assert_eq!(blank, before);
}
