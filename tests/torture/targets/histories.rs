//! What can be undone and done again, as it is kept beside the dossier.

use super::bytes::Bytes;
use super::documents::is_within_limits;
use super::tree::shaken;
use super::{seeds, text};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::{History, read_history, write_history};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::undo::{STEPS_MAX, Way};
use serde_json::Value;
use std::sync::LazyLock;

/// What is read is written and read back the same; going through it changes nothing for good, whatever
/// dossier it is read beside.
pub fn history(data: &[u8]) {
    static START: LazyLock<Dossier> = LazyLock::new(|| {
        let dossier = include_str!("../../it/fixtures/dossier-1-plan.json");
        read_document(dossier).unwrap().dossier
    });
    let edited_at = START.edited_at;
    let mut undo = read_history(&text(data), 12, edited_at);
    let count = |undo: &History, way| undo.texts(way).len();
    assert!(count(&undo, Way::Back) + count(&undo, Way::Forth) <= STEPS_MAX);
    let written = write_history(&undo, 12, edited_at);
    assert_eq!(read_history(&written, 12, edited_at), undo);

    let mut dossier = START.clone();
    let mut go = |way, dossier: &mut Dossier| {
        while undo.go(way, dossier, edited_at.unwrap()) {}
        is_within_limits(dossier);
        write_document(dossier)
    };
    let first = go(Way::Back, &mut dossier);
    let last = go(Way::Forth, &mut dossier);
    assert_eq!(go(Way::Back, &mut dossier), first);
    assert_eq!(go(Way::Forth, &mut dossier), last);
}

/// A history that is one, with some of its values changed.
pub fn history_tree(data: &[u8]) {
    static SEED: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(seeds::HISTORY).unwrap());
    let mut choices = Bytes::new(data);
    history(shaken(&SEED, &mut choices).to_string().as_bytes());
}
