//! Dated copies of the dossier, kept on this device before another takes its place. In the database,
//! or in localStorage where there is none. None is ever deleted but by the person.

use leptos::prelude::*;

use super::Session;
use super::boot::Stores;
use crate::browser::clock;
use crate::browser::database::Database;
use crate::domain::date::Moment;
use crate::domain::wire::document::{Restored, read_document, write_document};
use crate::domain::wire::record::Record;

/// The keys of copies start so, and go on with the moment.
const START: &str = "copy:";
/// Length of a moment, such as `2026-11-23T10:42:05`.
const MOMENT_LEN: usize = 19;
/// Most copies kept within one second, which no person reaches.
const IN_A_SECOND: u8 = 9;

/// The copy could not be kept: no store, or no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the copy could not be kept")]
pub struct NotKept;

/// A copy that this device keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptCopy {
    /// Its key in the store.
    pub key: String,
    /// When it was kept.
    pub at: Moment,
    /// The dossier; `None` where it can no longer be read.
    pub restored: Option<Restored>,
}

impl KeptCopy {
    /// The copy that this text under this key is; `None` where the key is not that of a copy.
    fn read(key: String, text: &str) -> Option<Self> {
        let at = key.strip_prefix(START)?.get(..MOMENT_LEN)?.parse().ok()?;
        let record = Record::read(text).ok();
        let restored = record.and_then(|record| read_document(&record.body).ok());
        Some(Self { key, at, restored })
    }
}

impl Session {
    /// Looks for the copies that this device keeps, and puts them on the desk.
    pub async fn look_for_copies(self) {
        let stores = self.stores();
        let mut copies = Vec::new();
        if let Some(database) = database(&stores).await {
            for key in database.keys(START).await.unwrap_or_default() {
                if let Ok(Some(text)) = database.read(&key).await {
                    insert(&mut copies, KeptCopy::read(key, &text));
                }
            }
        }
        if let Some(local) = stores.local {
            for key in local.keys(START) {
                if let Ok(Some(text)) = local.read(&key) {
                    insert(&mut copies, KeptCopy::read(key, &text));
                }
            }
        }
        let keys: Vec<_> = copies.iter().map(|copy| copy.key.as_str()).collect();
        let keys = keys.join(" ");
        self.desk.update_value(|desk| desk.copies = copies);
        self.copies.set(keys);
    }

    /// Deletes a copy, because the person asked for it.
    pub async fn delete_copy(self, key: String) {
        let stores = self.stores();
        // One that could not be deleted is still there when they are looked for again.
        if let Some(database) = database(&stores).await {
            let _ = database.delete(&key).await;
        }
        if let Some(local) = stores.local {
            let _ = local.delete(&key);
        }
        self.look_for_copies().await;
    }

    /// Keeps the present dossier as a copy.
    pub(super) async fn keep_copy(&self) -> Result<(), NotKept> {
        let at = clock::now().ok_or(NotKept)?;
        let record = Record {
            revision: self.autosave.with_value(|autosave| autosave.revision()),
            body: self.dossier.with_untracked(write_document),
        };
        let text = record.write();
        let stores = self.stores();
        if let Some(database) = database(&stores).await
            && write(&database, at, &text).await.is_ok()
        {
            return Ok(());
        }
        let local = stores.local.ok_or(NotKept)?;
        let mut keys = (1..=IN_A_SECOND).map(|number| key(at, number));
        let free = keys.find(|key| local.read(key) == Ok(None));
        local
            .write(&free.ok_or(NotKept)?, &text)
            .map_err(|_| NotKept)
    }

    pub(super) fn stores(&self) -> Stores {
        self.autosave.with_value(|autosave| autosave.stores())
    }
}

/// A fresh connection, where the database may be used: browsers close those that rest.
async fn database(stores: &Stores) -> Option<Database> {
    stores.database.as_ref()?;
    Database::open().await.ok()
}

/// Writes under a key that no copy has.
async fn write(database: &Database, at: Moment, text: &str) -> Result<(), NotKept> {
    for number in 1..=IN_A_SECOND {
        let key = key(at, number);
        if database.read(&key).await == Ok(None) {
            return database.write(&key, text).await.map_err(|_| NotKept);
        }
    }
    Err(NotKept)
}

fn key(at: Moment, number: u8) -> String {
    let key = [START, &at.to_string()].concat();
    if number == 1 {
        key
    } else {
        [key.as_str(), ".", &number.to_string()].concat()
    }
}

/// Puts a copy in its place: the newest first.
fn insert(copies: &mut Vec<KeptCopy>, copy: Option<KeptCopy>) {
    if let Some(copy) = copy {
        let place = copies.iter().position(|other| other.key < copy.key);
        copies.insert(place.unwrap_or(copies.len()), copy);
    }
}
