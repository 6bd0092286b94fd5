//! The start: asks both stores, takes the newest copy that verifies, sets aside what cannot be read,
//! and chooses the screen. Nothing that is kept can stop it.

use super::autosave::{KEY, SaveState};
use super::{Notice, SCREEN_KEY, theme};
use crate::browser::database::Database;
use crate::browser::device::{self, Frame};
use crate::browser::location;
use crate::browser::page;
use crate::browser::storage::LocalStorage;
use crate::domain::dossier::Dossier;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::route::Route;
use crate::domain::startup::{Kept, Start, Verdict, choose};
use crate::domain::wire::record::checksum;

/// The stores that may be written.
#[derive(Clone, Debug, Default)]
pub struct Stores {
    /// The first, synchronous copy.
    pub local: Option<LocalStorage>,
    /// The durable copy.
    pub database: Option<Database>,
}

/// What the session starts from.
#[derive(Debug)]
pub struct Boot {
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    /// The newest kept dossier, or an empty one.
    pub dossier: Dossier,
    /// Its revision.
    pub revision: u64,
    /// The stores that may be written.
    pub stores: Stores,
    /// Whether a store lacks the newest revision.
    pub is_behind: bool,
    /// What follows the `#`: the screen to show.
    pub hash: String,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

impl Boot {
    /// Whether the work is safe at the start.
    pub fn save_state(&self) -> SaveState {
        match (&self.stores.database, self.stores.local) {
            (None, None) => SaveState::Memory,
            _ if self.revision == 0 => SaveState::Untouched,
            (Some(_), _) => SaveState::Saved(self.dossier.edited_at),
            (None, Some(_)) => SaveState::Fragile,
        }
    }
}

/// Starts.
pub async fn boot(questionnaire: &'static Questionnaire) -> Boot {
    let is_safe = page::is_safe_start();
    let local = LocalStorage::probe().filter(|_| !is_safe);
    theme::restore(local);
    let database = match is_safe {
        true => None,
        false => Database::open().await.ok(),
    };
    let copies = [read_local(local), read_database(database.as_ref()).await];
    let start = choose(&copies);
    let stores = Stores {
        local: local.filter(|local| set_aside_local(*local, &copies, &start)),
        database: set_aside_database(database, &copies, &start).await,
    };
    Boot {
        questionnaire,
        is_behind: is_behind(&start, &stores),
        notices: notices(&start, &stores),
        hash: first_hash(stores.local),
        dossier: start.restored.dossier,
        revision: start.revision,
        stores,
    }
}

fn read_local(local: Option<LocalStorage>) -> Kept {
    match local.map(|local| local.read(KEY)) {
        Some(Ok(Some(text))) => Kept::Text(text),
        Some(Ok(None)) => Kept::Nothing,
        Some(Err(_)) | None => Kept::NoStore,
    }
}

async fn read_database(database: Option<&Database>) -> Kept {
    let Some(database) = database else {
        return Kept::NoStore;
    };
    match database.read(KEY).await {
        Ok(Some(text)) => Kept::Text(text),
        Ok(None) => Kept::Nothing,
        Err(_) => Kept::NoStore,
    }
}

/// The text to set aside, with the key for it, if this store's copy did not read whole.
fn unread<'a>(copies: &'a [Kept], start: &Start, store: usize) -> Option<(String, &'a str)> {
    let verdict = start.verdicts.get(store)?;
    match copies.get(store)? {
        Kept::Text(text) if verdict.wants_setting_aside() => {
            Some((format!("set-aside:{}", checksum(text)), text))
        }
        Kept::Text(_) | Kept::Nothing | Kept::NoStore => None,
    }
}

/// Whether localStorage may be written: what it kept is readable, or now safe under another key.
fn set_aside_local(local: LocalStorage, copies: &[Kept], start: &Start) -> bool {
    if copies.first() == Some(&Kept::NoStore) {
        return false;
    }
    match unread(copies, start, 0) {
        Some((key, text)) => local.write(&key, text).is_ok(),
        None => true,
    }
}

async fn set_aside_database(
    database: Option<Database>,
    copies: &[Kept],
    start: &Start,
) -> Option<Database> {
    let database = database.filter(|_| copies.get(1) != Some(&Kept::NoStore))?;
    match unread(copies, start, 1) {
        Some((key, text)) => database.write(&key, text).await.is_ok().then_some(database),
        None => Some(database),
    }
}

fn is_behind(start: &Start, stores: &Stores) -> bool {
    let lacks = |store: usize| {
        start
            .verdicts
            .get(store)
            .and_then(|verdict| verdict.revision())
            != Some(start.revision)
    };
    start.revision > 0
        && ((stores.local.is_some() && lacks(0)) || (stores.database.is_some() && lacks(1)))
}

fn notices(start: &Start, stores: &Stores) -> Vec<Notice> {
    let mut notices = Vec::new();
    let keeps_nothing = stores.local.is_none() && stores.database.is_none();
    let notice = match device::frame() {
        _ if page::is_safe_start() => Some(Notice::SafeStart),
        Frame::None => keeps_nothing.then_some(Notice::NoStore),
        Frame::Same => keeps_nothing.then_some(Notice::Frame),
        Frame::Other | Frame::Sealed => Some(Notice::Frame),
    };
    notices.extend(notice);
    for verdict in &start.verdicts {
        let notice = match verdict {
            Verdict::Absent | Verdict::Good(_) => None,
            Verdict::Repaired(_) => Some(Notice::Repaired),
            Verdict::Unreadable => Some(Notice::SetAside),
            Verdict::Newer => Some(Notice::Newer),
        };
        notices.extend(notice.filter(|notice| !notices.contains(notice)));
    }
    notices
}

/// The address that was asked for; without one, that of the screen on which the person left.
fn first_hash(local: Option<LocalStorage>) -> String {
    let hash = location::hash();
    if !hash.is_empty() {
        return hash;
    }
    let kept = local.and_then(|local| local.read(SCREEN_KEY).ok().flatten());
    let kept =
        kept.filter(|screen| Route::from_hash(screen).is_some_and(|route| route != Route::Home));
    if let Some(screen) = &kept {
        location::replace(screen);
    }
    kept.unwrap_or_default()
}
