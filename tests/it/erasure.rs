//! What was erased stays erased, whatever a killed browser or a sleeping tab brings back; what came later, or from a page
//! of version 0.1.0, is work.

use crate::slots::record;
use numea::domain::checksum::checksum;
use numea::domain::safekeeping::erasure::Erasure;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::slots::{Fate, LEAP};
use numea::domain::safekeeping::startup::Kept;
use numea::domain::stored::{Seen, choose};

const NOTHING: Erasure = Erasure {
    number: 0,
    below: 0,
};

fn whole(revision: u64) -> String {
    record(revision, &revision.to_string())
}

/// A record as pages of version 0.1.0 write it.
fn first_version(revision: u64) -> String {
    let body = Record::read(&whole(revision)).unwrap().body;
    let crc = checksum(&body);
    serde_json::json!({ "revision": revision, "crc": crc, "body": body }).to_string()
}

fn text(text: &str) -> Kept {
    Kept::Text(text.to_owned())
}

#[test]
fn what_was_erased_and_comes_back_with_a_killed_browser_is_taken_for_absent() {
    let erasure = Erasure::of_all(9);
    let (old, older, first_version) = (whole(9), whole(8), first_version(7));
    for back in [
        &old,
        &older,
        &first_version,
        "[true,true]",
        "#/objectifs/3",
        "",
    ] {
        assert!(erasure.covers(back, NOTHING), "{back}");
    }
    let mut slots = [text(&old), text("[true,true]")];
    assert!(erasure.hide(&mut slots, NOTHING));
    assert_eq!(slots, [Kept::Nothing, Kept::Nothing]);
    assert_eq!(choose(&slots).revision, 0);
}

#[test]
fn what_a_sleeping_tab_writes_after_an_erasure_is_taken_for_absent_in_a_store_that_has_the_mark() {
    let erasure = Erasure::of_all(9);
    assert!(erasure.covers(&whole(12), erasure));
}

#[test]
fn a_dossier_that_is_begun_after_an_erasure_is_above_it_and_is_never_erased_by_it() {
    let erasure = Erasure::of_all(9);
    let new = whole(erasure.number + 1);
    for at in [NOTHING, erasure] {
        assert!(!erasure.covers(&new, at));
    }
    let again = Erasure::of_all(erasure.number + 1);
    assert!(again.is_after(erasure) && again.covers(&new, erasure));
    let last = Erasure::of_all(u64::MAX);
    assert!(!last.covers(&whole(u64::MAX), last));
}

#[test]
fn where_nothing_was_erased_nothing_is_taken_for_absent() {
    for kept in ["", "[true,true]", &first_version(0), &whole(1)] {
        assert!(!NOTHING.covers(kept, NOTHING), "{kept}");
    }
    for mark in ["", "1", "1 2 3", "x 1", "-1 1", "[true,true]", "🚜"] {
        assert_eq!(Erasure::read(Some(mark)), NOTHING, "{mark}");
    }
}

#[test]
fn a_page_of_the_first_version_that_works_on_after_an_erasure_loses_nothing() {
    let erasure = Erasure::of_all(9);
    assert!(!erasure.covers(&first_version(1), erasure));
    assert!(!erasure.covers("[true,true]", erasure));
}

#[test]
fn undoing_an_erasure_brings_back_what_it_covered_and_nothing_that_an_earlier_one_did() {
    let first = Erasure::of_all(9);
    let second = Erasure::of_all(first.number + 4);
    let (of_first, of_second) = (whole(9), whole(first.number + 4));
    let undone = second.undone(first);
    assert!(!undone.covers(&of_second, undone) && !undone.covers(&of_second, first));
    assert!(undone.covers(&of_first, undone));
    assert!(!undone.is_after(second) && undone.is_after(first));
    // Whichever of the two stores heard of it.
    assert_eq!(second.newest(undone), undone);
    assert_eq!(undone.newest(second), undone);
    assert_eq!(undone.newest(first), undone);
    // And a later one covers both again.
    let third = Erasure::of_all(undone.number);
    assert!(third.covers(&of_first, undone) && third.covers(&of_second, undone));
}

#[test]
fn a_mark_is_read_as_it_was_written() {
    for mark in [
        NOTHING,
        Erasure::of_all(7),
        Erasure::of_all(7).undone(NOTHING),
        Erasure::of_all(u64::MAX),
    ] {
        assert_eq!(Erasure::read(Some(&mark.write())), mark);
    }
    assert_eq!(Erasure::of_all(6).write(), "1000006 1000006");
}

#[test]
fn a_write_never_goes_above_a_revision_that_its_page_has_not_read() {
    let mine = whole(3);
    let mut seen = Seen::default();
    let read = [text(&mine), Kept::Nothing];
    seen.learn(&read, &choose(&read));
    let fate = |seen: &Seen, other: &str, revision| {
        let present = [text(&mine), text(other)];
        seen.plan(&present).fate(revision, NOTHING, NOTHING)
    };
    // Another tab has taken the pen, and goes on far above.
    let theirs = whole(3 + LEAP);
    assert_eq!(fate(&seen, &theirs, 4), Fate::Copied);
    assert_eq!(fate(&seen, &theirs, 3 + LEAP), Fate::Copied);
    // What the tab that had the pen wrote too late is a copy of that tab's: the one that took the pen goes on.
    assert_eq!(fate(&seen, &whole(5), 3 + LEAP), Fate::Written);
    // Pages of the first version know of no pen: what they wrote becomes a copy, whatever its revision.
    assert_eq!(fate(&seen, &first_version(50), 4), Fate::Written);
    // What was read is gone on from.
    let now = [text(&mine), text(&theirs)];
    seen.learn(&now, &choose(&now));
    assert_eq!(fate(&seen, &theirs, 4 + LEAP), Fate::Written);
    assert_eq!(
        seen.plan(&read).fate(4, NOTHING, Erasure::of_all(3)),
        Fate::Dropped
    );
}
