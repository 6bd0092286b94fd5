//! What is written once, beside the slots: received answers. In the database with strict durability; in localStorage where
//! there is none; in memory where there is no store at all, as the dossier is then.

use std::cell::RefCell;

use super::Keeper;
use super::stores;
use crate::browser::database::Database;
use crate::browser::storage::LocalStorage;

/// Texts, each with its key.
pub type Texts = Vec<(String, String)>;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFrozen {
    /// Another tab has the pen: the message that says so has the focus.
    #[error("another tab has the pen")]
    Elsewhere,
    /// No store takes it.
    #[error("no store takes it")]
    Refused,
}

thread_local! {
    /// What is kept for this visit only, where there is no store.
    static IN_MEMORY: RefCell<Texts> = const { RefCell::new(Vec::new()) };
}

/// The stores that are rid of what was erased.
pub struct Clean {
    database: Option<Database>,
    local: Option<LocalStorage>,
}

impl Clean {
    /// The text under this key.
    pub async fn text(&self, key: &str) -> Option<String> {
        let in_database = match &self.database {
            Some(database) => database.read(key).await.ok().flatten(),
            None => None,
        };
        in_database.or_else(|| self.outside(key).pop().map(|(_, text)| text))
    }

    /// The keys that start so.
    pub async fn keys(&self, start: &str) -> Vec<String> {
        let mut keys = match &self.database {
            Some(database) => database.keys(start).await.unwrap_or_default(),
            None => Vec::new(),
        };
        keys.extend(self.outside(start).into_iter().map(|(key, _)| key));
        keys
    }

    /// The texts whose keys start so.
    pub async fn texts(&self, start: &str) -> Texts {
        let mut texts = match &self.database {
            Some(database) => database.texts(start).await.unwrap_or_default(),
            None => Vec::new(),
        };
        texts.extend(self.outside(start));
        texts
    }

    /// The beginning and the end of each of these texts, with its key.
    pub async fn ends(&self, start: &str, size: u32) -> Vec<(String, [String; 2])> {
        let mut ends = match &self.database {
            Some(database) => database.ends(start, size).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let whole = self.outside(start).into_iter();
        ends.extend(whole.map(|(key, text)| (key, [text.clone(), text])));
        ends
    }

    /// The texts whose keys start so that are in no database.
    fn outside(&self, start: &str) -> Texts {
        let mut texts = Texts::new();
        if let Some(local) = self.local {
            let text = |key: String| local.read(&key).ok()?.map(|text| (key, text));
            texts.extend(local.keys(start).into_iter().filter_map(text));
        }
        IN_MEMORY.with_borrow(|kept| {
            let of_it = kept.iter().filter(|(key, _)| key.starts_with(start));
            texts.extend(of_it.cloned());
        });
        texts
    }
}

impl Keeper {
    /// The stores that are rid of what was erased.
    pub async fn clean(&self) -> Clean {
        let stores = self.stores();
        let [is_local_clean, is_database_clean] = stores::read(&stores).await.is_clean;
        let database = stores.fresh().await.filter(|_| is_database_clean);
        let local = stores.local.filter(|_| is_local_clean);
        Clean { database, local }
    }

    /// Keeps texts, each under its key, and deletes those of other keys.
    ///
    /// # Errors
    /// Where no store takes it.
    pub async fn freeze(&self, texts: Texts, gone: Vec<String>) -> Result<(), NotFrozen> {
        let stores = self.stores();
        let known = self.erasure();
        let local = self.local();
        let is_in_database = match stores.fresh().await {
            Some(database) => {
                let written = database.replace(texts.clone(), gone.clone(), known).await;
                written.is_ok()
            }
            None => false,
        };
        // What localStorage took in place of the database goes from there too.
        let is_gone = local.is_none_or(|local| delete(local, &gone));
        forget(&gone);
        match (is_in_database, local, stores.database) {
            (true, _, _) if is_gone => Ok(()),
            // What is to go is still in a database that refuses.
            (false, Some(_), Some(_)) if texts.is_empty() => Err(NotFrozen::Refused),
            (false, Some(local), _) if is_gone && write(local, &texts) => Ok(()),
            (false, None, None) => {
                IN_MEMORY.with_borrow_mut(|kept| kept.extend(texts));
                Ok(())
            }
            (_, _, _) => Err(NotFrozen::Refused),
        }
    }
}

/// Whether all of them are written.
fn write(local: LocalStorage, texts: &Texts) -> bool {
    let mut texts = texts.iter();
    texts.all(|(key, text)| local.write(key, text).is_ok())
}

/// Whether none of them is left.
fn delete(local: LocalStorage, keys: &[String]) -> bool {
    let mut keys = keys.iter();
    keys.all(|key| local.read(key) == Ok(None) || local.delete(key).is_ok())
}

fn forget(keys: &[String]) {
    IN_MEMORY.with_borrow_mut(|kept| kept.retain(|(key, _)| !keys.contains(key)));
}
