//! Four slots: whatever is damaged the newest that verifies wins, nothing unseen is written over, and
//! nothing is set aside twice.

use crate::support::{item, moment};
use numea::domain::checksum::checksum;
use numea::domain::formats::document::write_document;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::slots::{Aside, SLOTS, met};
use numea::domain::safekeeping::startup::{Kept, Verdict};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::stored::{Seen, choose};
use proptest::prelude::*;

/// A record of this revision, whose note says so.
pub fn record(revision: u64, note: &str) -> String {
    let mut dossier = Dossier::default();
    let change = Change::Note {
        item: item("1.1.1"),
        text: note.to_owned(),
    };
    crate::support::change(&mut dossier, change);
    let body = write_document(&dossier);
    Record::new(revision, body).write()
}

fn text(text: &str) -> Kept {
    Kept::Text(text.to_owned())
}

#[test]
fn the_slot_that_is_written_is_never_the_one_that_holds_the_newest() {
    let (old, new, newest) = (record(4, "a"), record(5, "b"), record(6, "c"));
    let cases = [
        ([Kept::Nothing, Kept::Nothing], SLOTS[0]),
        ([text(&new), Kept::Nothing], SLOTS[1]),
        ([Kept::Nothing, text(&new)], SLOTS[0]),
        ([text(&old), text(&new)], SLOTS[0]),
        ([text(&newest), text(&new)], SLOTS[1]),
        ([text("damaged"), text(&old)], SLOTS[0]),
        ([text(&old), text("damaged")], SLOTS[1]),
        ([text("damaged"), Kept::Nothing], SLOTS[0]),
    ];
    for (present, slot) in cases {
        assert_eq!(Seen::default().plan(&present).slot, slot, "{present:?}");
    }
}

#[test]
fn a_version_that_was_never_seen_becomes_a_dated_copy_once_and_the_next_is_above_it() {
    let (ours, theirs) = (record(4, "ours"), record(7, "theirs"));
    let mut seen = Seen::default();
    let copies = [text(&ours), Kept::Nothing];
    assert_eq!(seen.learn(&copies, &choose(&copies)), []);
    let plan = seen.plan(&[text(&ours), text(&theirs)]);
    assert_eq!((plan.above, plan.slot), (7, SLOTS[0]));
    let [aside] = plan.aside.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(aside.text, theirs);
    let key = aside.key(Some(moment()));
    assert!(key.starts_with("copy:2026-11-23T10:42:05."), "{key}");
    seen.record_aside(aside);
    assert_eq!(seen.plan(&[text(&ours), text(&theirs)]).aside, []);
}

#[test]
fn two_different_versions_of_one_revision_are_both_kept() {
    let (one, other) = (record(4, "one"), record(4, "other"));
    let copies = [text(&one), Kept::Nothing, text(&other), Kept::Nothing];
    let mut seen = Seen::default();
    seen.learn(&copies, &choose(&copies));
    assert_eq!(seen.plan(&copies[..2]).aside, []);
    assert_eq!(seen.plan(&copies[2..]).aside[0].text, other);
}

/// A record written while the database was out of reach, by work that goes back to this text.
fn record_alone(revision: u64, note: &str, base: &str) -> String {
    let record = Record::read(&record(revision, note)).unwrap();
    let alone = Some(checksum(base));
    Record { alone, ..record }.write()
}

#[test]
fn what_was_done_without_the_database_and_what_that_held_are_both_kept_unless_one_comes_from_the_other()
 {
    // The first visit was killed: localStorage had only its first edit. The second one had no database.
    let (first, third) = (record(1, "1"), record(3, "1 2 3"));
    let kept_as_copy = |local: [&str; 2], database: &str| {
        let copies = [
            text(local[0]),
            text(local[1]),
            text(database),
            Kept::Nothing,
        ];
        let start = choose(&copies);
        let mut seen = Seen::default();
        assert_eq!(seen.learn(&copies, &start), []);
        let mut asides = seen.plan(&copies[..2]).aside;
        asides.extend(seen.plan(&copies[2..]).aside);
        let asides = asides.into_iter().map(|aside| aside.text).collect();
        (start.revision, asides)
    };
    let none: Vec<String> = Vec::new();
    let one_edit = record_alone(2, "1 x", &first);
    assert_eq!(
        kept_as_copy([&first, &one_edit], &third),
        (3, vec![one_edit.clone()])
    );
    let many_edits = record_alone(7, "1 x y z", &first);
    assert_eq!(
        kept_as_copy([&many_edits, &one_edit], &third),
        (7, vec![third.clone()])
    );
    // Where localStorage had everything, the database holds what the work goes back to: no copy of it.
    let from_third = record_alone(4, "1 2 3 x", &third);
    assert_eq!(
        kept_as_copy([&third, &from_third], &third),
        (4, none.clone())
    );
    // And once both stores are level again, nothing is left of it.
    let fifth = record(5, "1 2 3 x y");
    assert_eq!(kept_as_copy([&fifth, &from_third], &fifth), (5, none));
}

#[test]
fn what_this_page_did_without_the_database_is_a_copy_once_that_answers_with_something_newer() {
    let (first, third) = (record(1, "1"), record(3, "1 2 3"));
    let mut seen = Seen::default();
    let before = [text(&first), Kept::Nothing, Kept::NoStore, Kept::NoStore];
    assert_eq!(seen.learn(&before, &choose(&before)), []);
    let alone = record_alone(2, "1 x", &first);
    seen.wrote(&alone, 2);
    let now = [text(&first), text(&alone), text(&third), Kept::Nothing];
    assert_eq!(seen.learn(&now, &choose(&now)), []);
    let asides = seen.plan(&now[..2]).aside;
    assert_eq!(
        asides.iter().map(|aside| &aside.text).collect::<Vec<_>>(),
        [&alone]
    );
}

#[test]
fn work_without_the_database_goes_back_to_what_localstorage_had() {
    let (second, third) = (record(2, "1 2"), record(3, "1 2 3"));
    let base = |local: [&str; 2]| {
        let copies = [text(local[0]), text(local[1]), Kept::NoStore, Kept::NoStore];
        choose(&copies).base(&copies)
    };
    let both = format!("{} {}", checksum(&third), checksum(&second));
    assert_eq!(base([&third, &second]), both);
    let alone = record_alone(4, "x", &third);
    assert_eq!(base([&alone, &third]), checksum(&third));
    let nothing = [const { Kept::Nothing }; 4];
    assert_eq!(choose(&nothing).base(&nothing), "");
}

#[test]
fn what_was_done_without_the_database_is_met_once_and_no_copy_again() {
    let first = record(1, "1");
    let alone = record_alone(2, "1 x", &first);
    let now = [text(&alone), text(&first), text(&first), Kept::Nothing];
    assert_eq!(met(&now), Some(checksum(&alone)));
    // Written with both at hand from then on, while localStorage takes nothing any more.
    let fourth = Record {
        met: met(&now),
        ..Record::read(&record(4, "1 x y")).unwrap()
    };
    let fourth = fourth.write();
    let later = [text(&alone), text(&first), text(&fourth), Kept::Nothing];
    let mut seen = Seen::default();
    seen.learn(&later, &choose(&later));
    assert_eq!(seen.plan(&later[..2]).aside, []);
    let whole = [text(&first), Kept::Nothing, text(&alone), Kept::Nothing];
    assert_eq!(met(&whole), None);
}

#[test]
fn a_newer_version_of_the_app_is_kept_aside_and_the_next_revision_is_above_its_own() {
    let body = r#"{"format":"numea-dossier","version":99}"#.to_owned();
    let newer = Record::new(70, body).write();
    let plan = Seen::default().plan(&[text(&record(3, "a")), text(&newer)]);
    assert_eq!((plan.above, plan.slot), (70, SLOTS[1]));
    let newer = plan.aside.iter().find(|aside| aside.text == newer).unwrap();
    assert_eq!(newer.verdict, Verdict::Newer(70));
    assert!(newer.key(Some(moment())).starts_with("set-aside:"));
}

/// One of the ways in which a text is damaged.
fn damaged(text: &str, how: u8, place: usize) -> Option<String> {
    let place = place % text.len();
    let place = (place..text.len())
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0);
    match how {
        0 => None,
        1 => Some(text[..place].to_owned()),
        2 => Some(String::new()),
        3 => Some([&text[..place], "\u{0}", &text[place..]].concat()),
        _ => Some("[true,true]".to_owned()),
    }
}

proptest! {
    #[test]
    fn whatever_becomes_of_three_of_the_four_slots_the_newest_valid_wins_and_nothing_is_lost(
        good in 0..4_usize,
        revisions in prop::array::uniform4(1..9_u64),
        damage in prop::array::uniform4((0..6_u8, any::<prop::sample::Index>())),
    ) {
        let slots: Vec<Kept> = (0..4).map(|slot| {
            let whole = record(revisions[slot], &slot.to_string());
            let (how, place) = damage[slot];
            if slot == good || how == 5 {
                return text(&whole);
            }
            damaged(&whole, how, place.index(1_000_000)).map_or(Kept::Nothing, Kept::Text)
        }).collect();
        let start = choose(&slots);
        let newest = start.verdicts.iter().filter_map(|verdict| verdict.revision()).max();
        prop_assert_eq!(Some(start.revision), newest);
        prop_assert!(start.revision >= revisions[good]);

        // Every store is written twice: nothing that was there is lost, and nothing is set aside twice.
        let mut seen = Seen::default();
        let unread = seen.learn(&slots, &start);
        prop_assert!(unread.iter().all(|aside| !matches!(aside.verdict, Verdict::Good(_))));
        let mut kept: Vec<Aside> = Vec::new();
        for store in [0, 2] {
            let mut present = slots[store..store + 2].to_vec();
            for number in 1..=2 {
                let plan = seen.plan(&present);
                for aside in plan.aside {
                    prop_assert!(!kept.contains(&aside), "set aside twice");
                    seen.record_aside(&aside);
                    kept.push(aside);
                }
                let revision = start.revision.max(plan.above) + number;
                let written = record(revision, "next");
                seen.wrote(&written, revision);
                present[SLOTS.iter().position(|slot| *slot == plan.slot).unwrap()] = text(&written);
                let Kept::Text(newest) = &slots[good] else { unreachable!() };
                let survives = present.iter().any(|kept| kept.text() == Some(newest));
                prop_assert!(number == 2 || store / 2 != good / 2 || survives || plan.above > revisions[good]
                    || revisions[good] == plan.above, "the newest of a store outlives one writing");
            }
        }
        for aside in unread {
            prop_assert!(kept.iter().any(|kept| kept.text == aside.text), "raw bytes kept");
        }
    }
}
