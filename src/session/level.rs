//! Bringing the stores level: copies the newest revision into the store that lacks it, whenever that is found out.

use leptos::prelude::*;
use std::rc::Rc;

use super::Session;
use super::late::{self, Task};
use crate::browser::database::Database;
use crate::browser::{page, task};
use crate::domain::route::Route;
use crate::domain::stored::choose;
use crate::keeper::Keeper;
use crate::keeper::stores::{self, Stores};

/// How long a browser may take to delete the data of a site, in milliseconds.
const SETTLING: i32 = 2_000;

impl Session {
    /// Brings the stores level where `is_needed`. A visit writes nothing to any storage, not even that.
    pub(super) fn level(&self, is_needed: fn(&Keeper) -> bool) {
        let is_visit = self.route.get_untracked().is_some_and(Route::is_visit);
        let may_write = !is_visit && !untrack(|| self.is_elsewhere());
        if may_write && self.keeper.with_value(is_needed) {
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
        self.keeper().tell_closed(closed);
    }

    pub(super) async fn take_stock(self) {
        let database = Database::open().await.ok();
        let stores = Stores {
            database,
            ..self.stores()
        };
        let copies = stores::read(&stores).await.copies;
        self.keeper().take_stock(&copies, &choose(&copies));
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
        let is_other = self.keeper().epoch() > 0;
        if let Ok(database) = &opened
            && is_other
            && !untrack(|| self.is_elsewhere())
        {
            // What could not be erased was said not to be.
            let erasure = self.keeper().erasure();
            let _ = database.erase(erasure).await;
        }
        self.desk.update_value(|desk| desk.is_awaiting = false);
        // One that opens and does not answer is none.
        if let Ok(database) = opened
            && database.slots().await.is_ok()
        {
            self.keeper().take_database(database);
            let found = stores::read(&self.stores()).await;
            self.keeper.with_value(|keeper| {
                // What this page shows is not learnt where it was erased: it is forgotten below.
                if !found.erasure.is_after(keeper.erasure()) {
                    keeper.learn(&found.copies, &choose(&found.copies));
                }
            });
            self.read_again(|| false).await;
            self.level(Keeper::is_behind);
        }
    }
}
