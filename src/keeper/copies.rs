//! Dated copies of the dossier, kept on this device before another takes its place, and the texts that were
//! set aside because they could not be read whole. In the database, or in localStorage where there is none.
//! None is ever deleted but by the person.

use super::Keeper;
use super::stores;
use crate::browser::database::Database;
use crate::browser::storage::LocalStorage;
use crate::domain::checksum::checksum;
use crate::domain::date::Moment;
use crate::domain::formats::document::Restored;
use crate::domain::safekeeping::copies::{IN_A_SECOND, START, StoredCopy, insert, key};
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::slots::SET_ASIDE;
use crate::domain::safekeeping::startup::{Kept, Verdict};
use crate::domain::stored::judge;

/// The copy could not be kept: no store, or no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the copy could not be kept")]
pub struct NotCopied;

/// What a kept copy holds, once it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Its exact bytes.
    pub text: String,
    /// How much of it reads.
    pub verdict: Verdict,
    /// The dossier in it; `None` where it cannot be read.
    pub restored: Option<Restored>,
}

impl Keeper {
    /// The copies that this device keeps, and the texts that are set aside. None is read.
    pub async fn copies(&self) -> Vec<StoredCopy> {
        let stores = self.stores();
        let found = stores::read(&stores).await;
        let [is_local_clean, is_database_clean] = found.is_clean;
        let mut keys = match stores.fresh().await {
            Some(database) if is_database_clean => database.keys("").await.unwrap_or_default(),
            Some(_) | None => Vec::new(),
        };
        if let Some(local) = stores.local.filter(|_| is_local_clean) {
            keys.extend(
                [START, SET_ASIDE]
                    .into_iter()
                    .flat_map(|start| local.keys(start)),
            );
        }
        let mut copies = Vec::new();
        for copy in keys.into_iter().filter_map(StoredCopy::of) {
            insert(&mut copies, copy);
        }
        for (key, text) in self.kept_aside().await {
            // The keys of texts that were set aside end with their sums.
            let sum = checksum(&text);
            let is_listed = copies.iter().any(|copy| copy.key.ends_with(&sum));
            if let Some(found) = StoredCopy::of(key).filter(|_| !is_listed) {
                let is_apart = false;
                copies.push(StoredCopy { is_apart, ..found });
            }
        }
        copies
    }

    /// Reads a copy. None where no store gives it any more.
    pub async fn read_copy(&self, copy: &StoredCopy) -> Option<Held> {
        let text = if copy.is_apart {
            let stores = self.stores();
            let kept = match stores.fresh().await {
                Some(database) => database.read(&copy.key).await.ok().flatten(),
                None => None,
            };
            kept.or_else(|| stores.local?.read(&copy.key).ok()?)
        } else {
            let found = self.kept_aside().await.into_iter();
            let sum = copy.key.rsplit([':', '.']).next().unwrap_or_default();
            found
                .map(|(_, text)| text)
                .find(|text| checksum(text) == sum)
        };
        let kept = Kept::Text(text?);
        let (verdict, restored) = judge(&kept);
        Some(Held {
            text: kept.text().unwrap_or_default().to_owned(),
            verdict,
            restored,
        })
    }

    /// Deletes a copy of which this is the text, because the person asked for it. False where a store still
    /// has it.
    pub async fn delete_copy(&self, key: &str, text: &str) -> bool {
        let stores = self.stores();
        let is_gone = match stores.fresh().await {
            Some(database) => database.delete(key).await.is_ok(),
            None => stores.database.is_none(),
        };
        // Another text under the same key was not seen, and stays.
        let is_same = |local: LocalStorage| local.read(key) == Ok(Some(text.to_owned()));
        let local = stores.local.filter(|local| is_same(*local));
        is_gone && local.is_none_or(|local| local.delete(key).is_ok())
    }

    /// Restores a deleted copy. False where no store takes it.
    pub async fn restore_copy(&self, key: &str, text: &str) -> bool {
        let texts = vec![(key.to_owned(), text.to_owned())];
        let known = self.erasure();
        if let Some(database) = self.stores().fresh().await
            && database.write(texts, known).await.is_ok()
        {
            return true;
        }
        let local = self.local();
        local.is_some_and(|local| local.write(key, text).is_ok())
    }

    /// The texts that are still where they were found, and are set aside with the next edit.
    async fn kept_aside(&self) -> Vec<(String, String)> {
        let slots = stores::read(&self.stores()).await.copies;
        self.asides(&slots)
    }

    /// Saves this document as a dated copy.
    ///
    /// # Errors
    /// Where no store takes it.
    pub async fn save_dated_copy(&self, document: String, at: Moment) -> Result<(), NotCopied> {
        let record = self.record(document);
        let text = record.write();
        let known = self.erasure();
        if let Some(database) = self.stores().fresh().await
            && write(&database, at, &text, known).await.is_ok()
        {
            return Ok(());
        }
        let local = self.local();
        let local = local.ok_or(NotCopied)?;
        let mut keys = (1..=IN_A_SECOND).map(|number| key(at, number));
        let free = keys.find(|key| local.read(key) == Ok(None));
        local
            .write(&free.ok_or(NotCopied)?, &text)
            .map_err(|_| NotCopied)
    }
}

/// Writes under a key that no copy has.
async fn write(
    database: &Database,
    at: Moment,
    text: &str,
    known: Erasure,
) -> Result<(), NotCopied> {
    for number in 1..=IN_A_SECOND {
        let key = key(at, number);
        if database.read(&key).await == Ok(None) {
            let texts = vec![(key, text.to_owned())];
            return database.write(texts, known).await.map_err(|_| NotCopied);
        }
    }
    Err(NotCopied)
}
