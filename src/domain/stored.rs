//! The dossier as the stores hold it: here, and nowhere else, the document's format and the rules of safekeeping meet. Neither
//! knows the other.

use super::formats::centres::{Included, is_centres, read_centres};
use super::formats::document::{DocumentError, Restored, members_of, read_document};
use super::formats::file::{FileError, content};
use super::formats::handover::read_handover;
use super::formats::library::read_entry;
use super::formats::snapshot::read_snapshot;
use super::json::{Members, string};
use super::safekeeping::slots::{self, SLOTS};
use super::safekeeping::startup::{self, Body, Content, Kept, Verdict};
use super::school::library::Library;
use super::school::timeline::Snapshot;
use super::world::DossierId;

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

/// The dossiers in a file that holds several: one that was saved so, or what the guard of the page gave after a crash where there
/// were several. None where the text is something else.
///
/// # Errors
/// Where it is a file with several that this version cannot read.
pub fn read_several(text: &str) -> Option<Result<Vec<Included>, FileError>> {
    if is_centres(text) {
        return Some(read_centres(text));
    }
    let rescue = rescue(content(text).ok()?)?;
    let others = Members::read(rescue.get("centres")?).ok()?;
    let library = rescue.get("library").map(texts_of).unwrap_or_default();
    let library: Library = library
        .iter()
        .filter_map(|(_, text)| read_entry(text).ok())
        .collect();
    let listed = |id: &str| {
        let id = DossierId::read(id).unwrap_or(DossierId::FIRST);
        library.listed(id).cloned().unwrap_or_default()
    };
    let own = newest(both(&rescue));
    let mut all = vec![(listed(&DossierId::FIRST.text()), own)];
    all.extend(others.iter().filter_map(|(id, raw)| {
        let stores = Members::read(raw).ok()?;
        Some((listed(id), newest(both(&stores))))
    }));
    let dossiers = all.into_iter().filter_map(|(listed, (newest, taken))| {
        let content = Ok((newest?, taken));
        Some(Included { listed, content })
    });
    Some(Ok(dossiers.collect()))
}

/// The newest dossier in what the guard of the page gives after a crash, all that both stores held, as it is, and the
/// positionings. Nothing where the text is something else; no dossier where no slot of it reads.
fn rescued(text: &str) -> Option<(Option<Restored>, Vec<Snapshot>)> {
    Some(newest(both(&rescue(text)?)))
}

fn rescue(text: &str) -> Option<Members> {
    let rescue = Members::read(text).ok()?;
    (rescue.get("format") == Some("\"numea-rescue\"")).then_some(rescue)
}

/// What both stores of one dossier held, each text with its key.
fn both(stores: &Members) -> Vec<(String, String)> {
    let texts = ["local", "database"].map(|store| {
        let members = stores.get(store).and_then(|raw| Members::read(raw).ok());
        members.map(|members| strings(&members)).unwrap_or_default()
    });
    texts.concat()
}

fn texts_of(raw: &str) -> Vec<(String, String)> {
    Members::read(raw)
        .map(|stores| both(&stores))
        .unwrap_or_default()
}

fn strings(members: &Members) -> Vec<(String, String)> {
    let all = members.iter();
    all.filter_map(|(key, raw)| Some((key.to_owned(), string(raw).ok()?)))
        .collect()
}

fn newest(texts: Vec<(String, String)>) -> (Option<Restored>, Vec<Snapshot>) {
    let (mut slots, mut snapshots) = (Vec::new(), Vec::<Snapshot>::new());
    for (key, text) in texts {
        if SLOTS.iter().any(|slot| key.ends_with(slot)) {
            slots.push(Kept::Text(text));
        } else if let Ok((snapshot, _)) = read_snapshot(&text)
            && snapshots.iter().all(|known| known.id != snapshot.id)
        {
            snapshots.push(snapshot);
        }
    }
    let start = choose(&slots);
    ((start.revision > 0).then_some(start.restored), snapshots)
}
