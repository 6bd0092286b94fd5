//! Bringing the stores level: copies the newest revision into the store that lacks it, whenever that is found out.

use leptos::prelude::*;
use std::rc::Rc;

use super::Session;
use super::autosave::Autosave;
use super::boot::{self, Stores};
use super::late::{self, Task};
use crate::browser::database::Database;
use crate::browser::{page, task};
use crate::domain::route::Route;
use crate::domain::safekeeping::startup::Kept;
use crate::domain::stored::{Start, choose};

/// How long a browser may take to delete the data of a site, in milliseconds.
const SETTLING: i32 = 2_000;

impl Session {
    /// Brings the stores level where `is_needed`. A visit writes nothing to any storage, not even that.
    pub(super) fn level(&self, is_needed: fn(&Autosave) -> bool) {
        let is_visit = self.route.get_untracked().is_some_and(Route::is_visit);
        let may_write = !is_visit && !untrack(|| self.is_elsewhere());
        if may_write && self.autosave.with_value(is_needed) {
            self.save();
        }
    }

    /// Looks at the stores again when the browser closes the database, as it does where the person has the data
    /// of the site deleted: what is no longer there is not said to be saved.
    pub(super) fn watch_database(self) {
        let look = move || task::spawn(late::run(self, Task::TakeStock));
        let closed: Rc<dyn Fn()> = Rc::new(move || {
            look();
            // The browser deletes from localStorage apart from that, and tells nobody.
            page::after(SETTLING, look);
        });
        self.autosave
            .with_value(|autosave| autosave.tell_closed(closed));
    }

    pub(super) async fn take_stock(self) {
        let database = Database::open().await.ok();
        let stores = Stores {
            database,
            ..self.stores()
        };
        let copies = boot::read(&stores).await.copies;
        self.autosave
            .with_value(|autosave| autosave.take_stock(&copies, &choose(&copies)));
    }

    /// Where localStorage alone was there for the start, takes the database too once it answers: what it holds that
    /// this page never saw becomes a dated copy, or is shown where it is newer. What was erased meanwhile is erased
    /// there first.
    pub(super) fn await_database(self) {
        let stores = self.stores();
        if stores.database.is_some() || stores.local.is_none() {
            return;
        }
        self.desk.update_value(|desk| desk.is_awaiting = true);
        task::spawn(late::run(self, Task::AwaitDatabase));
    }

    pub(super) async fn take_late_database(self) {
        let opened = Database::open_late().await;
        // All was erased since the start.
        let is_other = self.autosave.with_value(Autosave::epoch) > 0;
        if let Ok(database) = &opened
            && is_other
            && !untrack(|| self.is_elsewhere())
        {
            // What could not be erased was said not to be.
            let erasure = self.autosave.with_value(Autosave::erasure);
            let _ = database.erase(erasure).await;
        }
        self.desk.update_value(|desk| desk.is_awaiting = false);
        // One that opens and does not answer is none.
        if let Ok(database) = opened
            && database.slots().await.is_ok()
        {
            self.autosave
                .with_value(|autosave| autosave.take_database(database));
            let found = boot::read(&self.stores()).await;
            self.autosave.with_value(|autosave| {
                // What this page shows is not learnt where it was erased: it is forgotten below.
                if !found.erasure.is_after(autosave.erasure()) {
                    autosave.learn(&found.copies, &choose(&found.copies));
                }
            });
            self.read_again(|| false).await;
            self.level(Autosave::is_behind);
        }
    }
}

impl Autosave {
    /// Whether a store that may be written is not known to have the newest revision.
    pub fn is_behind(&self) -> bool {
        self.0.borrow().is_behind()
    }

    /// Whether the newest revision is not known to be on the disk, and is not on its way there.
    pub fn is_undurable(&self) -> bool {
        let writer = self.0.borrow();
        !writer.is_busy() && writer.lacks_database()
    }

    /// Takes note of which stores still hold the newest revision.
    pub fn take_stock(&self, copies: &[Kept], start: &Start) {
        let mut writer = self.0.borrow_mut();
        if !writer.is_busy() && start.revision <= writer.revision {
            let is_in = |slots| start.is_in(slots).then_some(start.revision);
            writer.in_local = is_in(copies.get(0..2));
            writer.in_database = is_in(copies.get(2..4));
            // A tab that reads stays one.
            if writer.is_elsewhere {
                writer.rest();
            } else {
                writer.settle();
            }
        }
    }

    /// Takes note of what the stores hold where nothing of it is newer than what this page shows and keeps.
    pub fn learn(&self, copies: &[Kept], start: &Start) {
        if start.revision <= self.revision() && !self.has_unsaved() {
            self.go_on_from(copies, start);
        }
    }

    /// Writes to this database too from now on.
    pub fn take_database(&self, database: Database) {
        self.0.borrow_mut().take_database(database);
    }

    /// Grows whenever everything was erased.
    pub fn epoch(&self) -> u32 {
        self.0.borrow().epoch
    }

    /// Whether what this page shows is kept nowhere.
    pub fn is_unsafe(&self) -> bool {
        self.0.borrow().is_unsafe()
    }

    /// Has this done whenever the browser closes the database.
    pub fn tell_closed(&self, closed: Rc<dyn Fn()>) {
        let mut writer = self.0.borrow_mut();
        writer.closed = Some(closed);
        if let Some(database) = writer.stores.database.take() {
            writer.take_database(database);
        }
    }
}
