//! The memory of [`super::keeper`]: what this page knows of the stores, and how each is written without
//! losing what it holds.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

use super::fence::Attempt;
use super::notice::{self, Notice};
use super::stores::Stores;
use crate::browser::clock;
use crate::browser::database::Database;
use crate::domain::date::Moment;
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::pen::Event;
use crate::domain::safekeeping::record::Record;
use crate::domain::safekeeping::save_state::SaveState;
use crate::domain::safekeeping::slots::{Aside, Fate};
use crate::domain::safekeeping::startup::Kept;
use crate::domain::stored::Seen;

/// What is kept, what is not yet, and what this page knows of the stores.
pub struct Writer {
    pub(super) stores: Stores,
    pub(super) seen: Seen,
    pub(super) revision: u64,
    /// When that revision was made.
    pub(super) made_at: Option<Moment>,
    /// What work without the database goes back to; none where there is a database.
    pub(super) base: Option<String>,
    /// What the records of the database say that they met.
    pub(super) met: Option<String>,
    /// The newest revision that localStorage is known to have.
    pub(super) in_local: Option<u64>,
    /// The newest revision that the database is known to have.
    pub(super) in_database: Option<u64>,
    /// The last erasure that this page knows of.
    pub(super) erasure: Erasure,
    /// How far the next revision is above the last one.
    pub(super) step: u64,
    /// What a write that came too late has to say to the pen.
    pub(super) too_late: Option<Event>,
    /// Grows whenever everything starts again: what was on its way before is no longer wanted.
    pub(super) epoch: u32,
    /// Whether the last edit is in neither store yet, nor a text: that is made once the edit is painted.
    pub(super) is_unwritten: bool,
    /// The newest document that is not in the database yet, with its revision.
    pub(super) waiting: Option<(u64, String)>,
    /// What the database must have before localStorage may be written over.
    pub(super) aside: Vec<Aside>,
    pub(super) is_writing: bool,
    /// The last record that was made, and its text: both stores get the same one.
    pub(super) record: RefCell<Option<(Record, String)>>,
    /// Whether another tab has the pen.
    pub(super) is_elsewhere: bool,
    pub(super) state: WriteSignal<SaveState>,
    /// What was said last.
    pub(super) said: SaveState,
    pub(super) notices: RwSignal<Vec<Notice>>,
    /// The texts that could not be read whole, for the person to save.
    pub(super) originals: Vec<Aside>,
    pub(super) pen: Option<Rc<dyn Fn(Event)>>,
    /// Looks at the stores again, once the browser has closed the database.
    pub(super) closed: Option<Rc<dyn Fn()>>,
    /// Writes the dossier as it is now.
    pub(super) document: Option<Rc<dyn Fn() -> String>>,
    /// Writes what can be undone and done again, as it is now, for this revision.
    pub(super) history: Option<Rc<dyn Fn(u64) -> String>>,
}

impl Writer {
    /// One that knows nothing yet.
    pub(super) fn new(
        stores: Stores,
        state: WriteSignal<SaveState>,
        notices: RwSignal<Vec<Notice>>,
    ) -> Self {
        Self {
            stores,
            seen: Seen::default(),
            revision: 0,
            made_at: None,
            base: None,
            met: None,
            erasure: Erasure::default(),
            step: 1,
            too_late: None,
            in_local: None,
            in_database: None,
            epoch: 0,
            is_unwritten: false,
            waiting: None,
            aside: Vec::new(),
            is_writing: false,
            record: RefCell::new(None),
            is_elsewhere: false,
            state,
            said: SaveState::Untouched,
            notices,
            originals: Vec::new(),
            pen: None,
            closed: None,
            document: None,
            history: None,
        }
    }

    pub(super) fn record_write(&mut self, attempt: Attempt) {
        self.record_asides(&attempt.aside);
        self.seen.wrote(&attempt.text, attempt.revision);
        self.revision = self.revision.max(attempt.revision);
        self.in_database = Some(attempt.revision);
        // Written without the database, it says so: now it is written as the database has it.
        if self.base.take().is_some() {
            self.in_local = None;
        }
    }

    /// Writes to this database from now on.
    pub(super) fn take_database(&mut self, database: Database) {
        if let Some(closed) = self.closed.clone() {
            database.on_close(move || closed());
        }
        self.stores.database = Some(database);
    }

    /// Whether what this page shows is kept nowhere.
    pub(super) fn is_unsafe(&self) -> bool {
        let newest = Some(self.revision);
        let is_nowhere = self.in_local != newest && self.in_database != newest;
        self.is_unwritten || self.revision > 0 && is_nowhere
    }

    /// Takes note that these texts are kept elsewhere, and tells those that were not told.
    pub(super) fn record_asides(&mut self, asides: &[Aside]) {
        for aside in asides {
            self.seen.record_aside(aside);
        }
        self.aside.retain(|aside| !asides.contains(aside));
        self.tell(asides);
    }

    pub(super) fn tell(&mut self, asides: &[Aside]) {
        for aside in asides.iter().filter(|aside| !aside.is_told) {
            if let Some(notice) = notice::about(aside, clock::now()) {
                notice::add(self.notices, notice);
            }
            self.originals.push(aside.clone());
        }
    }

    /// Writes to localStorage. What must be kept elsewhere before waits for the database, or, where
    /// `is_alone`, goes into localStorage too.
    pub(super) fn write_local(&mut self, document: &str, is_alone: bool) {
        let Some(local) = self.local() else {
            return;
        };
        let mut present = local.slots();
        if present.contains(&Kept::NoStore) {
            return;
        }
        self.erasure.hide(&mut present, local.mark());
        let plan = self.seen.plan(&present);
        match plan.fate(self.revision, self.erasure, local.mark()) {
            Fate::Written => {}
            // The database decides, where there is one.
            Fate::Copied if is_alone && self.stores.database.is_none() => {
                return self.copy_local(local, document);
            }
            Fate::Copied | Fate::Dropped => return,
        }
        self.revision = self.revision.max(plan.above.saturating_add(1));
        if !is_alone {
            let new = plan
                .aside
                .iter()
                .filter(|aside| !self.aside.contains(aside));
            let new: Vec<_> = new.cloned().collect();
            self.aside.extend(new);
            if !self.aside.is_empty() {
                return;
            }
        }
        let now = clock::now();
        for aside in &plan.aside {
            if local.write(&aside.key(now), &aside.text).is_err() {
                return;
            }
        }
        let record = Record {
            alone: self.base.clone(),
            met: self.met.clone().filter(|_| self.base.is_none()),
            ..Record::new(self.revision, document.to_owned())
        };
        let text = self.text_of(record);
        let is_written = local.write(plan.slot, &text).is_ok();
        self.record_asides(&plan.aside);
        if is_written {
            self.in_local = Some(self.revision);
            self.seen.wrote(&text, self.revision);
        }
    }

    /// The text of a record, made once.
    pub(super) fn text_of(&self, record: Record) -> String {
        let mut last = self.record.borrow_mut();
        match &*last {
            Some((same, text)) if *same == record => text.clone(),
            Some(_) | None => {
                let text = record.write();
                *last = Some((record, text.clone()));
                text
            }
        }
    }

    /// Says how the last attempt went: also where the pen is elsewhere, if it failed.
    pub(super) fn settle(&mut self) {
        match self.where_saved() {
            state @ (SaveState::Fragile | SaveState::Failed) => self.say(state),
            _ => self.rest(),
        }
    }

    /// Whether a store that may be written is not known to have the newest revision.
    pub(super) fn is_behind(&self) -> bool {
        let lacks_local = self.stores.local.is_some() && self.in_local != Some(self.revision);
        self.revision > 0 && !self.is_busy() && (lacks_local || self.lacks_database())
    }

    /// Whether the database is not known to have the newest revision.
    pub(super) fn lacks_database(&self) -> bool {
        let is_there = self.stores.database.is_some();
        is_there && self.revision > 0 && self.in_database != Some(self.revision)
    }

    pub(super) fn say(&mut self, state: SaveState) {
        self.said = state;
        self.state.set(state);
    }

    /// Whether something is on its way to the stores.
    pub(super) fn is_busy(&self) -> bool {
        self.is_unwritten || self.is_writing
    }

    pub(super) fn has_unsaved(&self) -> bool {
        self.is_busy() || self.said == SaveState::Failed
    }

    /// Says where the work is when nothing is on its way.
    pub(super) fn rest(&mut self) {
        let is_memory = self.stores.database.is_none() && self.stores.local.is_none();
        self.say(if self.is_elsewhere && !is_memory {
            SaveState::Elsewhere(self.made_at)
        } else {
            self.where_saved()
        });
    }

    /// Where the work of this page is.
    fn where_saved(&self) -> SaveState {
        let newest = Some(self.revision);
        match (&self.stores.database, self.stores.local) {
            (None, None) => SaveState::Memory,
            _ if self.is_unwritten => SaveState::Saving,
            _ if self.revision == 0 => SaveState::Untouched,
            (Some(_), _) if self.in_database == newest => SaveState::Saved(self.made_at),
            (_, Some(_)) if self.in_local == newest => SaveState::Fragile,
            (Some(_), _) | (_, Some(_)) => SaveState::Failed,
        }
    }
}
