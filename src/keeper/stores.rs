//! The two stores: what their slots hold, and what else is in them.

use crate::browser::database::{Database, Refused, Slots};
use crate::browser::storage::LocalStorage;
use crate::domain::safekeeping::erasure::{ERASED, Erasure};
use crate::domain::safekeeping::record::Record;
use crate::domain::safekeeping::startup::Kept;

/// The stores that may be written.
#[derive(Clone, Debug, Default)]
pub struct Stores {
    /// The first, synchronous copy.
    pub local: Option<LocalStorage>,
    /// The durable copy.
    pub database: Option<Database>,
}

impl Stores {
    /// A fresh connection, where the database may be used: browsers close those that rest.
    pub async fn fresh(&self) -> Option<Database> {
        self.database.as_ref()?;
        Database::open().await.ok()
    }
}

/// What the slots of the two stores hold.
#[derive(Debug)]
pub struct Found {
    /// Those of localStorage, then those of the database.
    pub copies: Vec<Kept>,
    /// The last erasure that one of the stores knows of.
    pub erasure: Erasure,
    /// Whether each store is rid of what was erased: localStorage, then the database.
    pub is_clean: [bool; 2],
}

impl Found {
    /// Of stores that hold nothing yet.
    pub fn nothing([local, database]: &[Slots; 2]) -> Self {
        Self {
            copies: [local.0.clone(), database.0.clone()].concat(),
            erasure: Erasure::default(),
            is_clean: [true; 2],
        }
    }
}

/// What the slots of localStorage hold, then those of the database, each with the mark of the store's last erasure.
pub async fn look(stores: &Stores) -> [Slots; 2] {
    let nothing = || ([const { Kept::NoStore }; 2], Erasure::default());
    let local = stores.local.map(|local| (local.slots(), local.mark()));
    let database = match &stores.database {
        Some(database) => database.slots().await.ok(),
        None => None,
    };
    [local, database].map(|slots| slots.unwrap_or_else(nothing))
}

/// Whether there is no text, and nothing was ever erased.
pub fn is_blank(slots: &[Slots; 2]) -> bool {
    let is_blank = |(slots, mark): &Slots| {
        *mark == Erasure::default() && slots.iter().all(|kept| kept.text().is_none())
    };
    slots.iter().all(is_blank)
}

/// What the slots of both stores hold. What was erased is taken for absent, and deleted for good: a browser that was killed
/// may have brought it back.
pub async fn read(stores: &Stores) -> Found {
    clean(stores, look(stores).await).await
}

/// The same, of slots that were looked at already.
pub async fn clean(stores: &Stores, slots: [Slots; 2]) -> Found {
    let [mut local, mut database] = slots;
    let erasure = local.1.newest(database.1);
    let is_to_go = |(slots, mark): &mut Slots| {
        let is_hidden = erasure.hide(slots, *mark);
        is_hidden || mark.number < erasure.below
    };
    // What could not be deleted is hidden again next time.
    let is_local_clean = match stores.local {
        Some(local_storage) if is_to_go(&mut local) => erase_covered(local_storage, erasure),
        Some(_) | None => true,
    };
    let is_database_clean = match &stores.database {
        Some(open) if is_to_go(&mut database) => open.erase(erasure).await.is_ok(),
        Some(_) | None => true,
    };
    Found {
        copies: [local.0, database.0].concat(),
        erasure,
        is_clean: [is_local_clean, is_database_clean],
    }
}

/// Deletes what an erasure covers from localStorage, and leaves its mark; whether all of it could be deleted.
fn erase_covered(local: LocalStorage, erasure: Erasure) -> bool {
    let mark = local.mark();
    let mut is_clean = true;
    for key in local.keys("").iter().filter(|key| *key != ERASED) {
        if let Ok(Some(text)) = local.read(key)
            && erasure.covers(&text, mark)
        {
            is_clean &= local.delete(key).is_ok();
        }
    }
    // The mark would say of what is left that it was written later.
    if is_clean {
        let _ = local.write(ERASED, &erasure.newest(mark).write());
    }
    is_clean
}

/// The highest revision in these texts.
pub fn highest<'a>(texts: impl Iterator<Item = &'a (String, String)>) -> u64 {
    let records = texts.filter_map(|(_, text)| Record::read(text).ok());
    let highest = records.map(|record| record.revision).max();
    highest.unwrap_or_default()
}

/// Everything of ours in localStorage, with its keys.
pub fn in_local(local: LocalStorage) -> Vec<(String, String)> {
    let text = |key: String| local.read(&key).ok()?.map(|text| (key, text));
    local.keys("").into_iter().filter_map(text).collect()
}

/// Everything of ours in the database, with its keys, as it was at one moment.
///
/// # Errors
/// Where the browser refuses: what is in it is not known.
pub async fn in_database(database: Option<&Database>) -> Result<Vec<(String, String)>, Refused> {
    match database {
        Some(database) => database.texts("").await,
        None => Ok(Vec::new()),
    }
}

/// Deletes everything of ours, and leaves the mark of it; whether nothing else is left.
pub fn empty_local(local: LocalStorage, mark: Erasure) -> bool {
    for key in local.keys("") {
        // What could not be deleted is found again.
        let _ = local.delete(&key);
    }
    let is_empty = local.keys("").is_empty();
    // The mark would say of what is left that it was written later. Where it is refused, the database has it.
    if is_empty {
        let _ = local.write(ERASED, &mark.write());
    }
    is_empty
}
