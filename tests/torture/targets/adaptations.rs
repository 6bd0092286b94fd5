//! What a school changed of the questionnaire, as its dossier holds it.

use super::bytes::Bytes;
use super::tree::shaken;
use super::{OFFICIAL, seeds, text};
use numea::domain::formats::adaptation::{read_adaptation, write_adaptation};
use numea::domain::school::adaptation::AdaptationText;
use numea::domain::school::answers::Answers;
use numea::domain::school::positioning::Positioning;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is read is written and read back the same, puts into force a questionnaire that can be answered, and taken away
/// leaves the official one.
pub fn adaptation(data: &[u8]) {
    let Some(adaptation) = read_adaptation(&AdaptationText(text(data))) else {
        return;
    };
    let written = write_adaptation(&adaptation);
    assert_eq!(read_adaptation(&written).as_ref(), Some(&adaptation));
    let adapted = adaptation.apply(&OFFICIAL);
    let ids: BTreeSet<_> = adapted.items().map(|item| item.id).collect();
    assert_eq!(ids.len(), adapted.items().count());
    assert!(adapted.fields().all(|field| !field.items.is_empty()));
    for statement in adapted.items().flat_map(|item| &item.statements) {
        assert_eq!(statement.bits().count_ones(), u32::from(statement.len()));
    }
    let counted = Positioning::of(&adapted, &Answers::default());
    assert_eq!(usize::from(counted.progress.items), ids.len());
    assert_eq!(adaptation.taken_away().apply(&OFFICIAL), *OFFICIAL);
}

/// An adaptation that is one, with some of its values changed.
pub fn adaptation_tree(data: &[u8]) {
    static SEED: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(seeds::ADAPTATION).unwrap());
    let mut choices = Bytes::new(data);
    adaptation(shaken(&SEED, &mut choices).to_string().as_bytes());
}
