//! « Centres »: the list of the dossiers of this browser, kept in localStorage and in a database of its own, entry by entry. A
//! store that lost it is filled from the other. Every dossier is a closed world (`domain/world.rs`): this page writes in its own,
//! reads the others, and makes or erases only those that no page is on.

mod erasing;
mod file;
mod making;
mod others;

pub use erasing::AllErased;
pub use file::SavedAll;
pub use making::NotMade;

use leptos::prelude::*;

use super::Session;
use crate::browser::database::Database;
use crate::browser::storage::LocalStorage;
use crate::browser::{clock, location, page, task, world};
use crate::domain::date::Day;
use crate::domain::formats::document::DocumentError;
use crate::domain::formats::library::{read_entry, write_entry};
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::library::{Entry, Kind, Library, Listed, State};
use crate::domain::world::{DossierId, World};
use crate::keeper::frozen::Texts;
use crate::keeper::stores::in_local;

/// How often, and how many times, it is asked whether everything is written before another dossier is opened: in milliseconds.
const WAITING: (i32, u16) = (50, 300);

/// Said in [`Session::centres`] of a list that was not read yet.
const UNREAD: &str = "?";

/// Why another dossier was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSwitched {
    /// What was done here is not written yet, and would be lost.
    #[error("something is not written yet")]
    Unwritten,
    /// No store takes the choice.
    #[error("no store takes the choice")]
    Refused,
}

impl Session {
    /// Whether there are several dossiers, once their list was read.
    pub fn has_several_dossiers(&self) -> bool {
        let known = self.centres.get();
        !known.is_empty() && known != UNREAD
    }

    /// Which dossier this page is on.
    pub fn present_dossier(&self) -> DossierId {
        world::present()
    }

    /// Looks whether there is a list of dossiers, without reading it: for most there is none.
    pub(super) async fn look_for_centres(self) {
        world::stay();
        let local = self.stores().local.map(|local| local.of(World::LIBRARY));
        let is_listed = world::here() != World::FIRST
            || local.is_some_and(|local| !local.keys("").is_empty())
            || match Database::existing(World::LIBRARY).await {
                Ok(Some(database)) => !database.keys("").await.unwrap_or_default().is_empty(),
                Ok(None) | Err(_) => false,
            };
        if is_listed && self.centres.get_untracked().is_empty() {
            self.centres.set(UNREAD.to_owned());
        }
    }

    /// The list of the dossiers, from both stores. On a visit nothing is written; else each store is given what only the other
    /// has, and a dossier that somebody works in and that no list names is put into it.
    pub async fn library(self) -> Library {
        let (mut library, texts) = self.read_lists().await;
        if library.entries().next().is_some() {
            for entry in self.missing(&library).await {
                library.merge(entry);
            }
        }
        let may_write = !self.route.get_untracked().is_some_and(Route::is_visit);
        if may_write {
            // What a store refuses it is given next time.
            let _ = self.level_lists(&library, texts).await;
        }
        let known = if library.has_several() {
            let changes = library.entries().map(|entry| entry.changed);
            changes.fold(0, u64::wrapping_add).to_string()
        } else {
            String::new()
        };
        if self.centres.get_untracked() != known {
            self.centres.set(known);
        }
        library
    }

    /// Says something else of a dossier.
    ///
    /// # Errors
    /// Where no store takes it.
    pub async fn relist(
        self,
        id: DossierId,
        change: impl FnOnce(&mut Listed),
    ) -> Result<Library, NotMade> {
        let library = self.library().await;
        let Some(entry) = library.get(id) else {
            return Ok(library);
        };
        let Some(mut listed) = entry.listed().cloned() else {
            return Ok(library);
        };
        change(&mut listed);
        let entry = entry.replaced(State::Listed(listed), now());
        self.list(vec![entry]).await
    }

    /// Takes these entries into the list, which is given then.
    pub(super) async fn list(self, entries: Vec<Entry>) -> Result<Library, NotMade> {
        let (mut library, texts) = self.read_lists().await;
        for entry in entries {
            library.merge(entry);
        }
        if !self.level_lists(&library, texts).await {
            return Err(NotMade::Refused);
        }
        Ok(self.library().await)
    }

    /// Opens another dossier: the page is loaded anew, once what was done in this one is written.
    ///
    /// # Errors
    /// Where it cannot be; then the page stays.
    pub async fn open_dossier(self, id: DossierId) -> Result<(), NotSwitched> {
        let shown = self.route.get_untracked().map(|route| match route {
            Route::Objective(_) => Route::Objectives,
            // One comes from there to work in it.
            Route::Centres(_) => Route::Home,
            other if other.is_visit() => Route::Home,
            other => other.screen(),
        });
        self.switch(id, shown.unwrap_or(Route::Home)).await
    }

    /// Says something else of the dossier that is open, and opens this other one in its place, on the list.
    ///
    /// # Errors
    /// Where it cannot be; then the page stays, and the list says what it did.
    pub async fn leave_dossier(
        self,
        next: DossierId,
        change: impl FnOnce(&mut Listed),
    ) -> Result<(), NotSwitched> {
        self.save_what_waits().await?;
        let own = world::present();
        let before = self.library().await.listed(own).cloned();
        let changed = self.relist(own, change).await;
        changed.map_err(|_| NotSwitched::Refused)?;
        let list = Route::Centres(CentresScreen::List);
        let switched = self.switch(next, list).await;
        if let (Err(_), Some(before)) = (switched, before) {
            // Nobody works in a dossier that is in « Corbeille ». Where this is refused too, the list says where it is.
            let _ = self.relist(own, |listed| *listed = before).await;
        }
        switched
    }

    async fn switch(self, id: DossierId, shown: Route) -> Result<(), NotSwitched> {
        self.save_what_waits().await?;
        if !world::choose(id) {
            return Err(NotSwitched::Refused);
        }
        location::replace(&shown.to_string());
        page::reload();
        Ok(())
    }

    async fn save_what_waits(self) -> Result<(), NotSwitched> {
        let is_waiting = || self.keeper.with_value(super::Keeper::has_unsaved);
        self.keeper.with_value(super::Keeper::write_now);
        let (pause, times) = WAITING;
        for _ in 0..times {
            if !is_waiting() {
                break;
            }
            task::pause(pause).await;
        }
        let is_unsafe = self.keeper.with_value(super::Keeper::is_unsafe);
        if is_waiting() || is_unsafe && !self.holds_nothing() {
            return Err(NotSwitched::Unwritten);
        }
        Ok(())
    }

    /// What both stores list, and the texts of each: localStorage, then the database.
    async fn read_lists(&self) -> (Library, [Texts; 2]) {
        let stores = self.stores();
        let local = stores.local.map(|local| in_local(local.of(World::LIBRARY)));
        let database = match stores.database {
            Some(_) => Database::existing(World::LIBRARY).await.ok().flatten(),
            None => None,
        };
        let database = match database {
            Some(database) => database.texts("").await.unwrap_or_default(),
            None => Vec::new(),
        };
        let texts = [local.unwrap_or_default(), database];
        let all = texts.iter().flatten();
        let library = all.filter_map(|(_, text)| read_entry(text).ok()).collect();
        (library, texts)
    }

    /// Gives each store what it lacks; whether one of them has everything then.
    async fn level_lists(&self, library: &Library, [local, database]: [Texts; 2]) -> bool {
        let stores = self.stores();
        let lacking = |known: &Texts| -> Texts {
            let written = library
                .entries()
                .map(|entry| (entry.id.text(), write_entry(entry)));
            written.filter(|one| !known.contains(one)).collect()
        };
        let (for_local, for_database) = (lacking(&local), lacking(&database));
        let in_local = stores.local.map(|local| local.of(World::LIBRARY));
        let is_in_local = in_local.is_some_and(|local| settle(local, &for_local));
        let is_in_database = match stores.database {
            Some(_) if for_database.is_empty() => true,
            Some(_) => match Database::of(World::LIBRARY).await {
                Ok(open) => open.settle(for_database, is_newer).await.is_ok(),
                Err(_) => false,
            },
            None => false,
        };
        is_in_local || is_in_database
    }

    /// The dossiers that somebody works in, and that the list does not name.
    async fn missing(self, library: &Library) -> Vec<Entry> {
        let mut missing = Vec::new();
        let present = world::present();
        if library.listed(present).is_none() && !self.holds_nothing() {
            let own = self.dossier.with_untracked(listed_as);
            missing.push(match library.get(present) {
                Some(gone) => gone.replaced(State::Listed(own), now()),
                None => Entry::new(present, own, now()),
            });
        }
        let first = DossierId::FIRST;
        if present != first
            && library.get(first).is_none()
            && let Some(read) = self.dossier_of(first).await
        {
            missing.push(Entry::new(first, listed_as(&read.dossier), now()));
        }
        missing
    }

    /// Today, for « Corbeille »; the first day there is where the clock says nothing sensible, so that nothing is erased.
    pub(super) fn bin_day(&self) -> Day {
        self.day.get_untracked().unwrap_or(Day::FIRST)
    }
}

/// What the list says of a dossier that was alone so far: what its identity says.
fn listed_as(dossier: &Dossier) -> Listed {
    let identity = &dossier.identity;
    let name = match identity.centre_name.trim() {
        "" => identity.school.trim(),
        centre => centre,
    };
    Listed::named(identity.centre.map(Kind::Named), name)
}

/// Milliseconds since 1970.
fn now() -> u64 {
    // A clock before 1970 counts as that.
    clock::milliseconds().max(0.0) as u64
}

/// Writes those that are newer than what is there; whether none was refused.
fn settle(local: LocalStorage, texts: &Texts) -> bool {
    let mut texts = texts.iter();
    texts.all(|(key, text)| match local.read(key) {
        Ok(Some(kept)) if !is_newer(&kept, text) => true,
        Ok(_) => local.write(key, text).is_ok(),
        Err(_) => false,
    })
}

/// Whether an entry takes the place of the one that is kept. One that a newer version wrote stays.
fn is_newer(kept: &str, other: &str) -> bool {
    match (read_entry(kept), read_entry(other)) {
        (Ok(kept), Ok(other)) => other > kept,
        (Err(DocumentError::Newer(_)), _) | (_, Err(_)) => false,
        (Err(_), Ok(_)) => true,
    }
}
