//! Which store has the newest revision, and what is found out about that.

use std::rc::Rc;

use super::Keeper;
use crate::browser::database::Database;
use crate::domain::safekeeping::startup::Kept;
use crate::domain::stored::Start;

impl Keeper {
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
