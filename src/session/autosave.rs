//! Keeping every change: at once in localStorage, then, same revision, in IndexedDB. « Enregistré »
//! is said only after the second, which alone survives a killed browser.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

use super::boot::Stores;
use crate::browser::clock;
use crate::browser::database::Database;
use crate::domain::date::Moment;
use crate::domain::wire::record::Record;

/// Key of the dossier in both stores.
pub const KEY: &str = "dossier";

/// Whether the work is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was changed yet, so there is nothing to keep.
    Untouched,
    /// On the disk since then.
    Saved(Option<Moment>),
    /// On its way to the disk.
    Saving,
    /// A copy is in localStorage, which may lose the last minute if the browser is killed.
    Fragile,
    /// The browser refused.
    Failed,
    /// The browser lets us keep nothing: the work is in this page only.
    Memory,
}

/// The writer of the two copies.
#[derive(Clone)]
pub struct Autosave(Rc<RefCell<Writer>>);

struct Writer {
    stores: Stores,
    revision: u64,
    /// The newest record that is not in the database yet.
    waiting: Option<String>,
    is_writing: bool,
    state: WriteSignal<SaveState>,
}

impl Autosave {
    /// A writer that goes on from this revision.
    pub fn new(stores: Stores, revision: u64, state: WriteSignal<SaveState>) -> Self {
        let (waiting, is_writing) = (None, false);
        Self(Rc::new(RefCell::new(Writer {
            stores,
            revision,
            waiting,
            is_writing,
            state,
        })))
    }

    /// Keeps this document as the next revision.
    pub fn keep(&self, document: String) {
        let mut writer = self.0.borrow_mut();
        writer.revision += 1;
        let text = Record {
            revision: writer.revision,
            body: document,
        }
        .write();
        let local = writer.stores.local.map(|local| local.write(KEY, &text));
        match (&writer.stores.database, local) {
            (Some(_), _) => {
                writer.state.set(SaveState::Saving);
                writer.waiting = Some(text);
                if !writer.is_writing {
                    writer.is_writing = true;
                    crate::browser::task::spawn(self.clone().write_waiting());
                }
            }
            (None, Some(Ok(()))) => writer.state.set(SaveState::Fragile),
            (None, Some(Err(_))) => writer.state.set(SaveState::Failed),
            (None, None) => writer.state.set(SaveState::Memory),
        }
    }

    /// The stores that may be written.
    pub fn stores(&self) -> Stores {
        self.0.borrow().stores.clone()
    }

    /// Number of the last revision.
    pub fn revision(&self) -> u64 {
        self.0.borrow().revision
    }

    /// Goes on from this revision, as if nothing had been written: what was on its way is dropped.
    pub fn restart(&self, revision: u64) {
        let mut writer = self.0.borrow_mut();
        writer.revision = revision;
        writer.waiting = None;
        let keeps_nothing = writer.stores.local.is_none() && writer.stores.database.is_none();
        writer.state.set(if keeps_nothing {
            SaveState::Memory
        } else {
            SaveState::Untouched
        });
    }

    /// Keeps a setting of this device. Losing one costs nothing, so nothing is said where it fails.
    pub fn keep_setting(&self, key: &str, value: &str) {
        if let Some(local) = self.0.borrow().stores.local {
            let _ = local.write(key, value);
        }
    }

    /// Writes what waits to the database until nothing does: one transaction at a time, and only
    /// the newest revision.
    async fn write_waiting(self) {
        loop {
            let waiting = self.0.borrow_mut().waiting.take();
            let Some(text) = waiting else { break };
            let is_written = self.write(&text).await;
            let writer = self.0.borrow();
            if writer.waiting.is_none() {
                let saved = SaveState::Saved(clock::now());
                writer
                    .state
                    .set(if is_written { saved } else { SaveState::Failed });
            }
        }
        self.0.borrow_mut().is_writing = false;
    }

    /// Writes to the database. A connection that the browser closed is opened again, once.
    async fn write(&self, text: &str) -> bool {
        let database = self.0.borrow().stores.database.clone();
        let Some(database) = database else {
            return false;
        };
        if database.write(KEY, text).await.is_ok() {
            return true;
        }
        let Ok(reopened) = Database::open().await else {
            return false;
        };
        let is_written = reopened.write(KEY, text).await.is_ok();
        self.0.borrow_mut().stores.database = Some(reopened);
        is_written
    }
}
