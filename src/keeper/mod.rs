//! Keeping every change, once it is painted: in localStorage, then, same revision, in IndexedDB. « Enregistré »
//! is said only after the second, which alone survives a killed browser. What a store holds is looked at
//! before it is written: a version that this page never saw is first kept as a dated copy.

pub mod copies;
mod fence;
pub mod frozen;
pub mod history;
mod level;
pub mod notice;
pub mod stores;
mod to_database;
mod writer;

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

use notice::Notice;
use stores::Stores;
use writer::Writer;

use crate::browser::{clock, paint, task};
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::pen::Event;
use crate::domain::safekeeping::save_state::SaveState;
use crate::domain::safekeeping::slots::{SLOTS, met};
use crate::domain::safekeeping::startup::Kept;
use crate::domain::stored::{Seen, Start};

/// The writer of the two copies.
#[derive(Clone)]
pub struct Keeper(Rc<RefCell<Writer>>);

impl Keeper {
    /// A writer that goes on from what the start found.
    pub fn new(
        stores: Stores,
        state: WriteSignal<SaveState>,
        notices: RwSignal<Vec<Notice>>,
    ) -> Self {
        Self(Rc::new(RefCell::new(Writer::new(stores, state, notices))))
    }

    /// Goes on from this: what was read is what is shown now.
    pub fn go_on_from(&self, copies: &[Kept], start: &Start) {
        let mut writer = self.0.borrow_mut();
        let unread = writer.seen.learn(copies, start);
        writer.tell(&unread);
        writer.base = writer.stores.database.is_none().then(|| start.base(copies));
        writer.met = met(copies);
        writer.in_local = start.is_in(copies.get(0..2)).then_some(start.revision);
        writer.in_database = start.is_in(copies.get(2..4)).then_some(start.revision);
        writer.revision = start.revision;
        writer.made_at = start.restored.dossier.edited_at;
        writer.rest();
    }

    /// Tells this of the pen whenever everything is written.
    pub fn tell_pen(&self, pen: Rc<dyn Fn(Event)>) {
        self.0.borrow_mut().pen = Some(pen);
    }

    /// Registers the serialiser of the undo history.
    pub fn tell_history(&self, history: Rc<dyn Fn(u64) -> String>) {
        self.0.borrow_mut().history = Some(history);
    }

    /// The history as it is now, for the last revision.
    pub fn history(&self) -> Option<String> {
        let writer = self.0.borrow();
        let history = writer.history.as_ref()?;
        Some(history(writer.revision))
    }

    /// Tells the pen that something happened.
    pub fn pen(&self, event: Event) {
        let pen = self.0.borrow().pen.clone();
        if let Some(pen) = pen {
            pen(event);
        }
    }

    /// Takes note of where the pen is. Work that could not be kept stays to be kept, wherever it is.
    pub fn set_elsewhere(&self, is_elsewhere: bool) {
        let mut writer = self.0.borrow_mut();
        if writer.is_elsewhere != is_elsewhere {
            writer.is_elsewhere = is_elsewhere;
            if !writer.has_unsaved() || is_elsewhere && writer.is_busy() {
                writer.rest();
            }
        }
    }

    /// Whether this may be shown in place of what is: it is news, and all of this page is kept.
    pub fn is_news(&self, start: &Start) -> bool {
        let writer = self.0.borrow();
        writer.seen.is_news(start, writer.revision) && !writer.has_unsaved()
    }

    /// Whether something of this page is not kept yet.
    pub fn has_unsaved(&self) -> bool {
        self.0.borrow().has_unsaved()
    }

    /// The stores that may be written.
    pub fn stores(&self) -> Stores {
        self.0.borrow().stores.clone()
    }

    /// The texts that this notice is about, exactly as they were found, each with its key.
    pub fn originals(&self, notice: Notice) -> Vec<(String, String)> {
        let writer = self.0.borrow();
        let of_it = writer
            .originals
            .iter()
            .filter(|aside| notice::about(aside, None) == Some(notice));
        of_it
            .map(|aside| (aside.key(None), aside.text.clone()))
            .collect()
    }

    /// The texts that must be kept elsewhere before what the stores hold now is written over or erased, each with the
    /// key that it would have.
    pub fn asides(&self, copies: &[Kept]) -> Vec<(String, String)> {
        let writer = self.0.borrow();
        let now = clock::now();
        let (local, database) = copies.split_at(copies.len().min(SLOTS.len()));
        let plans = [local, database].map(|slots| writer.seen.plan(slots).aside);
        let asides = plans.iter().flatten().chain(&writer.aside);
        asides
            .map(|aside| (aside.key(now), aside.text.clone()))
            .collect()
    }

    /// Registers the writer of the dossier as it is.
    pub fn tell_document(&self, document: Rc<dyn Fn() -> String>) {
        self.0.borrow_mut().document = Some(document);
    }

    /// Keeps the dossier as it is now, as the next revision: once the person sees what was changed. Where localStorage
    /// is alone it is kept at once.
    pub fn save(&self) {
        let mut writer = self.0.borrow_mut();
        if writer.stores.local.is_some() && writer.local().is_none() {
            writer.give_way(Event::Outdated);
            drop(writer);
            return self.say_too_late();
        }
        let is_waiting = std::mem::replace(&mut writer.is_unwritten, true);
        if writer.stores.database.is_none() {
            drop(writer);
            return self.write_now();
        }
        writer.say(SaveState::Saving);
        drop(writer);
        if !is_waiting {
            let keeper = self.clone();
            paint::after_paint(move || keeper.write_now());
        }
    }

    /// Writes at once what waits to be painted: the page may be closing. To localStorage while the caller waits.
    pub fn write_now(&self) {
        if let Some(next) = self.next_document() {
            let mut writer = self.0.borrow_mut();
            if writer.stores.database.is_some() {
                writer.waiting = Some(next);
                if !std::mem::replace(&mut writer.is_writing, true) {
                    task::spawn(self.clone().write_waiting());
                }
                return;
            }
            if writer.too_late.is_none() {
                writer.settle();
            }
            drop(writer);
            self.clone().save_history_locally();
            self.pen(Event::Flushed);
            self.say_too_late();
        }
    }

    /// The document of the last edit with its revision, where it is no text yet. It is in localStorage then, where that
    /// takes it.
    pub(super) fn next_document(&self) -> Option<(u64, String)> {
        let write = self.0.borrow().document.clone();
        let write = write.filter(|_| std::mem::take(&mut self.0.borrow_mut().is_unwritten))?;
        let document = write();
        let mut writer = self.0.borrow_mut();
        writer.next_revision();
        let is_alone = writer.stores.database.is_none();
        writer.write_local(&document, is_alone);
        Some((writer.revision, document))
    }

    /// Has what waits written, and says so to the pen once it is.
    pub fn flush(&self) {
        self.write_now();
        if !self.0.borrow().is_writing {
            self.pen(Event::Flushed);
        }
    }

    /// Number of the last revision.
    pub fn revision(&self) -> u64 {
        self.0.borrow().revision
    }

    /// Starts again after an erasure, as if nothing had been read or written: what was on its way is dropped.
    pub fn restart(&self, erasure: Erasure) {
        let mut writer = self.0.borrow_mut();
        writer.erasure = erasure;
        writer.seen = Seen::default();
        writer.revision = 0;
        writer.made_at = None;
        writer.is_unwritten = false;
        writer.record.take();
        writer.waiting = None;
        writer.in_local = None;
        writer.in_database = None;
        writer.base = writer.stores.database.is_none().then(String::new);
        writer.met = None;
        writer.epoch += 1;
        writer.aside.clear();
        writer.originals.clear();
        writer.rest();
    }

    /// Saves a setting of this device. Losing one costs nothing, so nothing is said where it fails.
    pub fn save_setting(&self, key: &str, value: &str) {
        if let Some(local) = self.0.borrow().local() {
            let _ = local.write(key, value);
        }
    }
}
