//! What keeper writes to IndexedDB, one transaction after the other, until nothing waits.

use std::cell::RefCell;
use std::rc::Rc;

use super::Keeper;
use crate::browser::database::{Database, Slots};
use crate::domain::safekeeping::pen::Event;

impl Keeper {
    /// Writes what waits to the database until nothing does: one transaction at a time, and only
    /// the newest revision.
    pub(super) async fn write_waiting(self) {
        loop {
            let waiting = self.0.borrow_mut().waiting.take();
            let Some((revision, document)) = waiting.or_else(|| self.next_document()) else {
                break;
            };
            let epoch = self.0.borrow().epoch;
            self.write(revision, &document).await;
            let mut writer = self.0.borrow_mut();
            // What was erased meanwhile is not written again.
            let is_over = writer.epoch != epoch || writer.too_late.is_some();
            if !is_over && writer.waiting.is_none() && !writer.is_unwritten {
                if writer.in_local != Some(writer.revision) {
                    writer.write_local(&document, true);
                }
                writer.settle();
            }
        }
        self.0.borrow_mut().is_writing = false;
        self.pen(Event::Flushed);
        self.say_too_late();
    }

    /// Writes to the database. A connection that the browser closed is opened again, once; then without the
    /// history, which may be what there is no room for.
    async fn write(&self, revision: u64, document: &str) {
        let (database, epoch) = {
            let writer = self.0.borrow();
            (writer.stores.database.clone(), writer.epoch)
        };
        let Some(database) = database else { return };
        if self.write_to(&database, revision, document, true).await {
            return;
        }
        let Ok(reopened) = Database::open().await else {
            return;
        };
        if self.0.borrow().epoch == epoch {
            self.write_to(&reopened, revision, document, false).await;
        }
        self.0.borrow_mut().take_database(reopened);
    }

    /// Whether it was written.
    async fn write_to(
        &self,
        database: &Database,
        revision: u64,
        document: &str,
        has_history: bool,
    ) -> bool {
        let epoch = self.0.borrow().epoch;
        let attempt = Rc::new(RefCell::new(None));
        let (writer, made, body) = (self.clone(), attempt.clone(), document.to_owned());
        let decide = Box::new(move |present: Slots| {
            let writer = writer.0.borrow();
            // Erased in this page since: there is nothing to write any more.
            if writer.epoch != epoch {
                return Vec::new();
            }
            let (puts, attempt) = writer.decide(present, revision, body, has_history);
            made.replace(Some(attempt));
            puts
        });
        let is_done = database.exchange(decide).await.is_ok();
        let attempt = attempt.take().filter(|_| is_done);
        let mut writer = self.0.borrow_mut();
        if let Some(attempt) = attempt.filter(|_| writer.epoch == epoch) {
            writer.record_outcome(attempt);
        }
        is_done
    }
}
