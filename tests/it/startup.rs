//! Starting from what is kept: the newest copy that verifies wins, and nothing stops the start.

use crate::support::{item, stage};
use numea::domain::formats::document::write_document;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::startup::{Kept, Verdict};
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::stored::choose;

/// A kept text of this revision, in which item 1.1.n has stage 1.
fn kept(revision: u64, number: u8) -> Kept {
    let mut dossier = Dossier::default();
    let item = item(&format!("1.1.{number}"));
    crate::support::change(
        &mut dossier,
        Change::Statement {
            item,
            stage: stage(1),
            tick: Tick::On,
        },
    );
    Kept::Text(Record::new(revision, write_document(&dossier)).write())
}

fn text(text: &str) -> Kept {
    Kept::Text(text.to_owned())
}

fn body(body: &str) -> Kept {
    Kept::Text(Record::new(9, body.to_owned()).write())
}

fn first_answered(copies: &[Kept]) -> Option<String> {
    let start = choose(copies);
    start
        .restored
        .dossier
        .answers
        .iter()
        .next()
        .map(|(item, _)| item.to_string())
}

#[test]
fn the_newest_copy_that_verifies_wins() {
    assert_eq!(
        first_answered(&[kept(3, 1), kept(4, 2)]).as_deref(),
        Some("1.1.2")
    );
    assert_eq!(
        first_answered(&[kept(4, 1), kept(3, 2)]).as_deref(),
        Some("1.1.1")
    );
    assert_eq!(
        first_answered(&[kept(4, 1), kept(4, 2)]).as_deref(),
        Some("1.1.1"),
        "the first of equals"
    );
    assert_eq!(
        first_answered(&[Kept::NoStore, kept(1, 2)]).as_deref(),
        Some("1.1.2")
    );
    assert_eq!(
        first_answered(&[kept(0, 1), Kept::Nothing]).as_deref(),
        Some("1.1.1"),
        "revision 0 too"
    );
    assert_eq!(first_answered(&[Kept::Nothing, Kept::NoStore]), None);
}

#[test]
fn a_copy_that_does_not_verify_never_wins_and_is_set_aside() {
    let Kept::Text(good) = kept(9, 1) else {
        unreachable!()
    };
    let damaged = good.replace("1.1.1", "1.1.5");
    let cut = good[..good.len() / 2].to_owned();
    for bad in [
        "",
        "null",
        "[true,true]",
        "{}",
        "undefined",
        "🚜",
        damaged.as_str(),
        cut.as_str(),
    ] {
        let start = choose(&[text(bad), kept(2, 3)]);
        assert_eq!(
            start.verdicts,
            [Verdict::Unreadable, Verdict::Good(2)],
            "{bad:?}"
        );
        assert_eq!(start.revision, 2);
        assert!(start.verdicts[0].wants_setting_aside());
    }
}

#[test]
fn data_of_a_newer_version_or_of_nobody_is_set_aside_and_the_start_is_empty() {
    let newer = body(r#"{"format":"numea-dossier","version":99}"#);
    let foreign = body(r#"{"format":"other","version":1}"#);
    let start = choose(&[newer, foreign]);
    assert_eq!(start.verdicts, [Verdict::Newer(9), Verdict::Unreadable]);
    assert_eq!(
        (start.revision, start.restored.dossier),
        (0, Dossier::default())
    );
}

#[test]
fn a_copy_with_members_left_out_is_used_and_its_original_set_aside() {
    let repaired =
        body(r#"{"format":"numea-dossier","version":1,"answers":{"1.1.1":{"note":"n"},"?":1}}"#);
    let start = choose(&[repaired]);
    assert_eq!(start.verdicts, [Verdict::Repaired(9)]);
    assert!(start.verdicts[0].wants_setting_aside());
    assert_eq!(start.restored.dossier.answers.get(item("1.1.1")).note, "n");
}
