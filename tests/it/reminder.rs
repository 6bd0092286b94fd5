//! When one is reminded of saving a file.

use numea::domain::date::{Day, Moment};
use numea::domain::formats::history::History;
use numea::domain::safekeeping::reminder::Unsaved;
use numea::domain::school::dossier::Dossier;
use numea::domain::school::identity::{Identity, IdentityEntry};
use numea::domain::school::undo::{Before, Step, Typing};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn one_is_reminded_after_twenty_edits_or_seven_days_and_never_of_nothing() {
    let (never, monday) = (None, Some("2026-11-23T10:00:00"));
    for (case, edits, last_file, first_edit, now, is_due) in [
        (
            "nothing done",
            0,
            never,
            never,
            "2026-11-23T10:00:00",
            false,
        ),
        (
            "all in the file, long ago",
            0,
            monday,
            monday,
            "2027-11-23T10:00:00",
            false,
        ),
        (
            "the first hour",
            19,
            never,
            monday,
            "2026-11-23T10:59:59",
            false,
        ),
        (
            "twenty edits in the first hour",
            20,
            never,
            monday,
            "2026-11-23T10:10:00",
            true,
        ),
        (
            "more than twenty",
            4_000_000,
            never,
            never,
            "2026-11-23T10:10:00",
            true,
        ),
        (
            "six days without a file",
            1,
            never,
            monday,
            "2026-11-29T23:59:59",
            false,
        ),
        (
            "seven days without a file",
            1,
            never,
            monday,
            "2026-11-30T00:00:00",
            true,
        ),
        (
            "six days after a file",
            19,
            monday,
            monday,
            "2026-11-29T10:00:00",
            false,
        ),
        (
            "seven days after a file",
            1,
            monday,
            never,
            "2026-11-30T10:00:00",
            true,
        ),
        (
            "twenty edits the day of the file",
            20,
            monday,
            monday,
            "2026-11-23T11:00:00",
            true,
        ),
        (
            "a file of today, a first edit of last year",
            3,
            monday,
            Some("2025-11-23T10:00:00"),
            "2026-11-23T11:00:00",
            false,
        ),
        (
            "a clock set back",
            5,
            monday,
            monday,
            "2020-01-01T00:00:00",
            false,
        ),
        (
            "nobody knows since when",
            19,
            never,
            never,
            "2026-11-23T10:00:00",
            false,
        ),
    ] {
        let unsaved = Unsaved {
            edits,
            last_file: last_file.map(moment),
            first_edit: first_edit.map(moment),
        };
        assert_eq!(unsaved.is_due(moment(now)), is_due, "{case}");
    }
}

#[test]
fn days_are_numbered_one_by_one_over_months_and_leap_years() {
    let mut day = Day::FIRST;
    let mut number;
    for year in [1, 4, 100, 400, 1900, 2000, 2026, 2028, 9999] {
        let start = Day::new(year, 1, 1).unwrap();
        assert!(start >= day);
        (day, number) = (start, start.number());
        for month in 1..=12 {
            for of_month in 1..=31 {
                if let Some(next) = Day::new(year, month, of_month).filter(|next| *next > day) {
                    assert_eq!(next.number(), number + 1, "{next}");
                    (day, number) = (next, next.number());
                }
            }
        }
    }
    let new_year = |year| Day::new(year, 1, 1).unwrap().number();
    assert_eq!(new_year(2027) - new_year(2026), 365);
    assert_eq!(new_year(2029) - new_year(2028), 366);
    assert_eq!(new_year(2101) - new_year(2100), 365);
    assert_eq!(new_year(1970), 719_163, "days since the first");
}

#[test]
fn typing_a_text_is_one_edit() {
    let step = |typing| Step::new(Before::Identity(Identity::default()), typing);
    let mut undo = History::default();
    let mut dossier = Dossier::default();
    dossier.identity.school = "Lycée".into();
    dossier.edited_at = Some(moment("2026-11-23T10:42:05"));
    let school = Some(Typing::Identity(IdentityEntry::School));
    assert!(undo.push(step(school), &dossier));
    assert!(!undo.push(step(school), &dossier));
    undo.end_typing();
    assert!(!undo.push(step(school), &dossier), "a step, no new edit");
    assert!(undo.push(step(None), &dossier));
    assert!(undo.push(step(None), &dossier));
}

#[test]
fn a_file_is_needed_while_it_would_hold_more_than_the_last_one() {
    let saved = Some(moment("2026-11-23T10:42:00"));
    for (edits, last_file, is_needed) in [
        (0, None, true),
        (3, None, true),
        (0, saved, false),
        (1, saved, true),
    ] {
        let unsaved = Unsaved {
            edits,
            last_file,
            first_edit: None,
        };
        assert_eq!(unsaved.is_needed(), is_needed, "{unsaved:?}");
    }
}
