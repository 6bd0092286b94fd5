//! The dossier's document and the record around it.

use super::bytes::Bytes;
use super::tree::shaken;
use super::{OFFICIAL, seeds, text};
use numea::domain::formats::document::{Restored, read_document, write_document};
use numea::domain::formats::handover::write_handover;
use numea::domain::formats::link::{SharedPositioning, read_link, write_link};
use numea::domain::formats::snapshot::write_snapshot;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::startup::Kept;
use numea::domain::school::answers::{NOTE_MAX, PROOF_MAX, PROOFS_MAX};
use numea::domain::school::dossier::{Bin, Dossier};
use numea::domain::school::plan::{BIN_MAX, OBJECTIVES_MAX, Schedule, SortBy, check};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::reading::Reading;
use numea::domain::stored::{choose, read_backup, read_several};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is kept reads back the same, its checksum holds, and the start takes no copy older than a good
/// one.
pub fn record(data: &[u8]) {
    let text = text(data);
    if let Ok(record) = Record::read(&text) {
        assert_eq!(Record::read(&record.write()).as_ref(), Ok(&record));
        let file: Value = serde_json::from_str(&text).unwrap();
        let crc = format!("{:08x}", crc_32(record.body.as_bytes()));
        assert_eq!(file["crc"].as_str(), Some(crc.as_str()));
        assert_eq!(file["body"].as_str(), Some(record.body.as_str()));
    }
    let good = Record::new(5, write_document(&Dossier::default()));
    let start = choose(&[Kept::Text(text), Kept::Text(good.write())]);
    assert!(start.revision >= 5);
    assert!(!start.verdicts[1].wants_setting_aside());
}

/// A record of any text, with the right sums; then with one bit of what is kept changed: refused, or the same.
pub fn record_sealed(data: &[u8]) {
    let mut choices = Bytes::new(data);
    let revision = u64::MAX >> (choices.byte() % 64);
    let place = choices.below(1 << 16);
    let body = text(data);
    let written = Record::new(revision, body).write();
    let record = Record::read(&written).unwrap();
    assert_eq!((record.revision, &record.body), (revision, &text(data)));
    super::document(record.body.as_bytes());
    let mut bytes = written.into_bytes();
    let place = place % bytes.len();
    bytes[place] ^= 1 << (data.len() % 8);
    if let Some(changed) = String::from_utf8(bytes)
        .ok()
        .and_then(|text| Record::read(&text).ok())
    {
        assert_eq!(changed, record);
    }
}

/// CRC-32 bit by bit, as its standard says it.
fn crc_32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    })
}

/// What opens as a file is what the document and its positionings are, laid out or not, and is saved so that it opens whole.
pub fn file(data: &[u8]) {
    let text = text(data);
    let _ = read_several(&text);
    let Ok((restored, snapshots)) = read_backup(&text) else {
        return;
    };
    is_within_limits(&restored.dossier);
    let texts: Vec<_> = snapshots.iter().map(write_snapshot).collect();
    let saved = write_handover(&restored.dossier, Bin::Given, &texts);
    assert_eq!(saved.left_out, 0);
    let (opened, taken) = read_backup(&saved.text).unwrap();
    assert_eq!(opened.left_out, Vec::<String>::new());
    assert_eq!(opened.dossier, restored.dossier);
    assert_eq!(taken, snapshots);
    assert_eq!(write_handover(&opened.dossier, Bin::Given, &texts), saved);
}

/// What is read is within its limits, is written and read back the same, loses nothing in silence, and
/// can be counted, read and shared.
pub fn document(data: &[u8]) {
    let text = text(data);
    let Ok(restored) = read_document(&text) else {
        return;
    };
    let Restored { dossier, left_out } = &restored;
    assert!(left_out.iter().map(String::len).sum::<usize>() <= 8 * text.len() + 64);
    is_within_limits(dossier);
    let written = write_document(dossier);
    assert!(written.len() <= 4 * text.len() + 200);
    let again = read_document(&written).unwrap();
    assert_eq!(again.left_out, Vec::<String>::new());
    assert_eq!(&again.dossier, dossier);
    if left_out.is_empty() {
        nothing_is_lost(&text, &written);
    }
    // Its code takes ten times as long as all the rest.
    is_usable(dossier, text.len().is_multiple_of(16));
}

pub(super) fn is_within_limits(dossier: &Dossier) {
    for (_, answer) in dossier.answers.iter() {
        assert!(answer.note.chars().count() <= NOTE_MAX);
        assert!(answer.proofs.len() <= PROOFS_MAX);
        assert!(answer.proofs.iter().all(|l| l.chars().count() <= PROOF_MAX));
    }
    assert_eq!(dossier.identity, dossier.identity.within_limits());
    assert!(dossier.plan.len() <= OBJECTIVES_MAX);
    for (id, objective) in dossier.plan.iter() {
        assert_eq!(objective, &objective.within_limits());
        assert!(dossier.plan.has_given(id));
    }
    assert!(dossier.plan.bin().len() <= BIN_MAX);
    for (id, binned) in dossier.plan.bin() {
        assert_eq!(binned.objective, binned.objective.within_limits());
        assert!(dossier.plan.has_given(*id) && dossier.plan.get(*id).is_none());
    }
}

/// Everything that the first text says, the second says too.
fn nothing_is_lost(before: &str, after: &str) {
    // serde_json refuses numbers and depths that a field unknown to this version may have.
    let Ok(before) = serde_json::from_str(before) else {
        return;
    };
    let after = serde_json::from_str(after).unwrap();
    let lost = &leaves(&before) - &leaves(&after);
    assert!(lost.is_empty(), "lost in silence: {lost:?}");
}

fn leaves(tree: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(tree, "", &mut found);
    found
}

/// Each value that says something, with its path; lists without order.
fn walk(tree: &Value, path: &str, found: &mut BTreeSet<String>) {
    match tree {
        Value::Array(values) => values.iter().for_each(|value| walk(value, path, found)),
        Value::Object(members) => {
            for (name, value) in members {
                walk(value, &format!("{path}/{name}"), found);
            }
        }
        Value::String(text) if text.is_empty() => {}
        // Only ever raised: to the greatest id.
        Value::Number(_) if path == "/plan/lastId" => {}
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            found.insert(format!("{path}={tree}"));
        }
    }
}

fn is_usable(dossier: &Dossier, is_shared: bool) {
    let positioning = Positioning::of(&OFFICIAL, &dossier.answers);
    assert!(
        positioning
            .stages
            .iter()
            .all(|count| count.reached <= count.of)
    );
    let reading = Reading::of(&OFFICIAL, &dossier.answers);
    assert!(reading.strengths.len() + reading.unanswered.len() <= 21);
    let today = "2026-11-23".parse().unwrap();
    for sort_by in SortBy::ALL {
        let schedule = Schedule::of(&OFFICIAL, &dossier.plan, &sort_by.into(), today);
        assert_eq!(schedule.rows().count(), dossier.plan.len());
    }
    for (_, objective) in dossier.plan.iter() {
        let _ = check(objective, numea::domain::date::Day::FIRST);
    }
    if is_shared {
        share(dossier, &positioning);
    }
}

fn share(dossier: &Dossier, positioning: &Positioning) {
    let shared = SharedPositioning {
        answers: dossier.answers.clone(),
        school_year: dossier.identity.school_year,
        positioned_on: dossier.identity.positioned_on,
    };
    let code = write_link(&shared, &OFFICIAL);
    let read = read_link(&code, &OFFICIAL).unwrap();
    assert_eq!(&Positioning::of(&OFFICIAL, &read.answers), positioning);
}

/// A document that is one, with some of its values changed.
pub fn document_tree(data: &[u8]) {
    static SEEDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let read = |text: &&str| serde_json::from_str(text).unwrap();
        seeds::DOCUMENTS.iter().map(read).collect()
    });
    let mut choices = Bytes::new(data);
    let seed = &SEEDS[choices.below(SEEDS.len())];
    document(shaken(seed, &mut choices).to_string().as_bytes());
}
