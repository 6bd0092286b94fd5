//! The dossier as the stores hold it: here, and nowhere else, the document's format and the rules of safekeeping meet. Neither
//! knows the other.

use super::formats::document::{DocumentError, Restored, members_of, read_document};
use super::formats::file::{FileError, content};
use super::formats::handover::read_handover;
use super::formats::snapshot::read_snapshot;
use super::json::{Members, string};
use super::safekeeping::slots::{self, SLOTS};
use super::safekeeping::startup::{self, Body, Content, Kept, Verdict};
use super::school::timeline::Snapshot;

/// What to start from.
pub type Start = startup::Start<Restored>;
/// The texts that this page knows.
pub type Seen = slots::Seen<Restored>;

impl Content for Restored {
    fn read(body: &str) -> Body<Self> {
        match read_document(body) {
            Ok(restored) if restored.left_out.is_empty() => Body::Whole(restored),
            Ok(restored) => Body::Repaired(restored),
            Err(error) => unread(error),
        }
    }

    fn glance(body: &str) -> Body<()> {
        match members_of(body) {
            Ok(_) => Body::Whole(()),
            Err(error) => unread(error),
        }
    }
}

fn unread<T>(error: DocumentError) -> Body<T> {
    match error {
        DocumentError::Newer(_) => Body::Newer,
        DocumentError::Json(_) | DocumentError::Format => Body::Unreadable,
    }
}

/// Chooses among the copies of both stores.
pub fn choose(copies: &[Kept]) -> Start {
    startup::choose(copies)
}

/// What a text of a store is, and the dossier in it.
pub fn judge(kept: &Kept) -> (Verdict, Option<Restored>) {
    startup::judge(kept)
}

/// Reads a file that a person opens: a backup with the positionings in it, or what the guard of the page gave after a crash.
///
/// # Errors
/// Where there is no dossier in it that this version can read.
pub fn read_backup(text: &str) -> Result<(Restored, Vec<Snapshot>), FileError> {
    match rescued(content(text)?) {
        Some((Some(newest), snapshots)) => Ok((newest, snapshots)),
        Some((None, _)) => Err(FileError::Empty),
        None => read_handover(text),
    }
}

/// The newest dossier in what the guard of the page gives after a crash, all that both stores held, as it is, and the
/// positionings. Nothing where the text is something else; no dossier where no slot of it reads.
fn rescued(text: &str) -> Option<(Option<Restored>, Vec<Snapshot>)> {
    let rescue = Members::read(text).ok()?;
    if rescue.get("format") != Some("\"numea-rescue\"") {
        return None;
    }
    let stores = ["local", "database"].into_iter();
    let stores = stores.filter_map(|store| Members::read(rescue.get(store)?).ok());
    let (mut slots, mut snapshots) = (Vec::new(), Vec::<Snapshot>::new());
    for store in stores {
        for (key, raw) in store.iter() {
            let Ok(text) = string(raw) else { continue };
            if SLOTS.iter().any(|slot| key.ends_with(slot)) {
                slots.push(Kept::Text(text));
            } else if let Ok((snapshot, _)) = read_snapshot(&text)
                && snapshots.iter().all(|known| known.id != snapshot.id)
            {
                snapshots.push(snapshot);
            }
        }
    }
    let start = choose(&slots);
    Some(((start.revision > 0).then_some(start.restored), snapshots))
}
