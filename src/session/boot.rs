//! The start: asks for the pen, then both stores, takes the newest copy that verifies, and chooses the
//! screen. Nothing that is kept can stop it, and it writes nothing, but to delete what was erased.

use super::adapted::questionnaire_of;
use super::late::{self, NotFetched};
use super::{SCREEN_KEY, theme};
use crate::browser::database::{Opening, Slots};
use crate::browser::location;
use crate::browser::locks::{Manner, Request};
use crate::browser::page;
use crate::browser::storage::LocalStorage;
use crate::domain::formats::history::{History, read_history};
use crate::domain::route::Route;
use crate::domain::safekeeping::slots::SLOTS;
use crate::domain::safekeeping::startup::Kept;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::stored::{Start, choose};
use crate::keeper::history;
use crate::keeper::stores::{Found, Stores, clean, is_blank, look};

/// How many slots both stores have.
const SLOTS_IN_ALL: usize = 2 * SLOTS.len();

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
    /// What their slots hold.
    pub found: Found,
    /// The newest of it that verifies.
    pub start: Start,
    /// What of it can be undone and done again.
    pub history: History,
    /// What follows the `#`: the screen to show.
    pub hash: String,
}

/// Starts. The pen is asked for before anything is read, so that what is read is the newest; while its lock and the database
/// are on their way, localStorage is looked for.
///
/// # Errors
/// Where something is stored, and the part of the page that reads it cannot be fetched.
pub async fn boot(questionnaire: &'static Questionnaire) -> Result<Boot, NotFetched> {
    // After crashes, nothing of what is kept is touched before the person has chosen.
    let is_safe = page::is_safe_start();
    let asked = (!is_safe).then(|| (Request::new(Manner::IfFree), Opening::start()));
    let local = LocalStorage::probe().filter(|_| !is_safe);
    theme::restore(local);
    let (hold, database) = match asked {
        Some((request, opening)) => {
            let hold = hold(request.ok()).await;
            let database = match opening {
                Ok(opening) => opening.done().await.ok(),
                Err(_) => None,
            };
            (hold, database)
        }
        None => (Hold::NoLocks, None),
    };
    let mut stores = Stores { local, database };
    let slots = look(&stores).await;
    let (found, start, history, questionnaire) = if is_blank(&slots) {
        (
            Found::nothing(&slots),
            Start::of_nothing(SLOTS_IN_ALL),
            History::default(),
            questionnaire,
        )
    } else {
        late::read(stores.clone(), slots, questionnaire).await?
    };
    let is_usable = |slot| found.copies.get(slot) != Some(&Kept::NoStore);
    stores.local = local.filter(|_| is_usable(0) && is_usable(1));
    stores.database = stores.database.filter(|_| is_usable(2));
    Ok(Boot {
        questionnaire,
        hold,
        history,
        start,
        found,
        hash: first_hash(local),
        stores,
    })
}

async fn hold(request: Option<Request>) -> Hold {
    let Some(request) = request else {
        return Hold::NoLocks;
    };
    match request.was_free().await {
        Ok(true) => Hold::Held(request),
        Ok(false) => Hold::Busy,
        Err(_) => Hold::NoLocks,
    }
}

/// What a start is made of: what the stores hold, the newest of it, what of that can be undone, and what it answers.
pub(super) type Chosen = (Found, Start, History, &'static Questionnaire);

/// What starts from these slots: what they hold that was not erased, the newest of it, what of that can be undone, and the
/// questionnaire as the school adapted it.
pub(super) async fn choose_from(
    stores: Stores,
    slots: [Slots; 2],
    official: &'static Questionnaire,
) -> Chosen {
    let found = clean(&stores, slots).await;
    let start = choose(&found.copies);
    let history = undo(history::read(&stores).await, &start);
    let adaptation = &start.restored.dossier.adaptation;
    let adapted = (!adaptation.is_none()).then(|| questionnaire_of(adaptation));
    (found, start, history, adapted.flatten().unwrap_or(official))
}

/// What of this start can be undone and done again, from the history that was kept.
pub fn undo(kept: Option<String>, start: &Start) -> History {
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
