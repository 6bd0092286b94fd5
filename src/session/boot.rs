//! The start: asks for the pen, then both stores, takes the newest copy that verifies, and chooses the
//! screen. Nothing that is kept can stop it, and it writes nothing.

use super::{SCREEN_KEY, history, theme};
use crate::browser::database::Database;
use crate::browser::location;
use crate::browser::locks::{Manner, Request};
use crate::browser::page;
use crate::browser::storage::LocalStorage;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::route::Route;
use crate::domain::startup::{Kept, Start, choose};
use crate::domain::undo::Undo;
use crate::domain::wire::history::read_history;

/// The stores that may be written.
#[derive(Clone, Debug, Default)]
pub struct Stores {
    /// The first, synchronous copy.
    pub local: Option<LocalStorage>,
    /// The durable copy.
    pub database: Option<Database>,
}

/// What became of asking for the pen's lock.
#[derive(Debug)]
pub enum Hold {
    /// It is this tab's.
    Held(Request),
    /// It is another's.
    Busy,
    /// There are no locks.
    NoLocks,
}

/// What the session starts from.
#[derive(Debug)]
pub struct Boot {
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    /// Who has the pen.
    pub hold: Hold,
    /// The stores that may be written.
    pub stores: Stores,
    /// What their slots hold: those of localStorage, then those of the database.
    pub copies: Vec<Kept>,
    /// The newest of it that verifies.
    pub start: Start,
    /// What of it can be undone and done again.
    pub history: Undo,
    /// What follows the `#`: the screen to show.
    pub hash: String,
}

/// Starts. The pen is asked for before anything is read, so that what is read is the newest.
pub async fn boot(questionnaire: &'static Questionnaire) -> Boot {
    let is_safe = page::is_safe_start();
    let local = LocalStorage::probe().filter(|_| !is_safe);
    theme::restore(local);
    // After crashes, nothing of what is kept is touched before the person has chosen.
    let is_safe = page::is_safe_start();
    let local = local.filter(|_| !is_safe);
    let hold = if is_safe { Hold::NoLocks } else { hold().await };
    let database = match is_safe {
        true => None,
        false => Database::open().await.ok(),
    };
    let mut stores = Stores { local, database };
    let copies = read(&stores).await;
    let is_usable = |slot| copies.get(slot) != Some(&Kept::NoStore);
    stores.local = local.filter(|_| is_usable(0) && is_usable(1));
    stores.database = stores.database.filter(|_| is_usable(2));
    let start = choose(&copies);
    Boot {
        questionnaire,
        hold,
        history: undo(history::kept(&stores).await, &start),
        start,
        copies,
        hash: first_hash(local),
        stores,
    }
}

async fn hold() -> Hold {
    let Ok(request) = Request::new(Manner::IfFree) else {
        return Hold::NoLocks;
    };
    match request.was_free().await {
        Ok(true) => Hold::Held(request),
        Ok(false) => Hold::Busy,
        Err(_) => Hold::NoLocks,
    }
}

/// What the slots of both stores hold.
pub async fn read(stores: &Stores) -> Vec<Kept> {
    let nothing = [const { Kept::NoStore }; 2];
    let local = stores.local.map(LocalStorage::slots);
    let database = match &stores.database {
        Some(database) => database.slots().await.ok(),
        None => None,
    };
    let slots = [local, database].map(|slots| slots.unwrap_or_else(|| nothing.clone()));
    slots.concat()
}

/// What of this start can be undone and done again, from the history that was kept.
pub fn undo(kept: Option<String>, start: &Start) -> Undo {
    let edited_at = start.restored.dossier.edited_at;
    let kept = kept.unwrap_or_default();
    read_history(&kept, start.revision, edited_at)
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
