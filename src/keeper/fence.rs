//! What a write asks in its own transaction: whether another tab has had the pen since, or erased all, while this page's
//! thread stood still. Then the text becomes a dated copy, or nothing at all.

use super::Keeper;
use super::history;
use super::notice::{self, Notice};
use super::stores::Found;
use super::writer::Writer;
use crate::browser::clock;
use crate::browser::database::Slots;
use crate::browser::storage::LocalStorage;
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::pen::Event;
use crate::domain::safekeeping::record::Record;
use crate::domain::safekeeping::slots::{Aside, Fate, LEAP};
use crate::domain::safekeeping::startup::{Kept, Verdict};
use crate::domain::stored::Start;

/// What a transaction is to keep: texts set aside, and the record.
pub struct Attempt {
    pub(super) fate: Fate,
    pub(super) aside: Vec<Aside>,
    pub(super) revision: u64,
    pub(super) text: String,
}

impl Writer {
    /// The next revision, of a document that was made now.
    pub(super) fn next_revision(&mut self) {
        let last = self.revision.max(self.erasure.number);
        let step = std::mem::replace(&mut self.step, 1);
        self.revision = last.saturating_add(step);
        self.made_at = clock::now();
    }

    /// What to put into a database that holds this now. The history goes with it only while it is that of
    /// this document: not once a newer one waits.
    pub(super) fn decide(
        &self,
        (mut present, mark): Slots,
        revision: u64,
        body: String,
        has_history: bool,
    ) -> (Vec<(String, String)>, Attempt) {
        self.erasure.hide(&mut present, mark);
        let plan = self.seen.plan(&present);
        let fate = plan.fate(revision, self.erasure, mark);
        let fate = fate.max(self.fate_in_local(revision));
        let above = match fate {
            Fate::Written => plan.above.saturating_add(1),
            Fate::Copied | Fate::Dropped => 0,
        };
        let revision = revision.max(above);
        let record = Record {
            met: self.met.clone(),
            ..Record::new(revision, body)
        };
        let text = self.text_of(record);
        let is_there = || present.iter().any(|kept| is_of(kept, &text));
        let mut aside = self.aside.clone();
        let mut puts = Vec::new();
        match fate {
            Fate::Written => {
                aside.extend(plan.aside);
                puts.push((plan.slot.to_owned(), text.clone()));
                // The history is that of the last edit: where one is not written yet, this document is older.
                let is_whole = has_history && self.waiting.is_none() && !self.is_unwritten;
                let history = self.history.as_ref().filter(|_| is_whole);
                puts.extend(history.map(|history| (history::KEY.to_owned(), history(revision))));
            }
            Fate::Copied if is_there() => {}
            Fate::Copied => aside.push(copy(&text, revision)),
            Fate::Dropped => aside.clear(),
        }
        let now = clock::now();
        let kept = aside.iter().map(|one| (one.key(now), one.text.clone()));
        puts.extend(kept);
        let attempt = Attempt {
            fate,
            aside,
            revision,
            text,
        };
        (puts, attempt)
    }

    /// What localStorage says of a write: another tab may have written there what the database does not have yet.
    fn fate_in_local(&self, revision: u64) -> Fate {
        let Some(local) = self.stores.local else {
            return Fate::Written;
        };
        let (mut present, mark) = (local.slots(), local.mark());
        self.erasure.hide(&mut present, mark);
        let plan = self.seen.plan(&present);
        plan.fate(revision, self.erasure, mark)
    }

    /// Takes note that a write was made, or came too late.
    pub(super) fn record_outcome(&mut self, attempt: Attempt) {
        match attempt.fate {
            Fate::Written => self.record_write(attempt),
            Fate::Copied => {
                let is_copied = attempt.aside.iter().any(|one| one.text == attempt.text);
                self.record_asides(&attempt.aside);
                // What another tab has written word for word needs no copy.
                self.give_way(if is_copied {
                    Event::Copied
                } else {
                    Event::Outdated
                });
            }
            Fate::Dropped => self.give_way(Event::Outdated),
        }
    }

    /// Another tab has the pen, or erased all: whatever is read now is newer than what this page shows.
    pub(super) fn give_way(&mut self, event: Event) {
        if event == Event::Copied {
            notice::add(self.notices, Notice::TooLate(clock::now()));
        }
        self.too_late = Some(event);
        self.revision = 0;
        self.in_local = None;
        self.in_database = None;
        self.rest();
    }

    /// localStorage, unless all was erased from there since: then nothing of this page is kept there any more.
    pub(super) fn local(&self) -> Option<LocalStorage> {
        let local = self.stores.local;
        local.filter(|local| !local.mark().is_after(self.erasure))
    }

    /// Keeps a document that came too late as a dated copy, where there is localStorage only.
    pub(super) fn copy_local(&mut self, local: LocalStorage, document: &str) {
        let text = Record::new(self.revision, document.to_owned()).write();
        let aside = copy(&text, self.revision);
        if local.write(&aside.key(clock::now()), &text).is_ok() {
            self.give_way(Event::Copied);
        }
    }
}

impl Keeper {
    /// Goes on from what the start found.
    pub fn start_from(&self, found: &Found, start: &Start) {
        self.go_on_from(&found.copies, start);
        self.set_erasure(found.erasure);
        // A tab that is asleep may have more to write than what was read.
        if start.revision > 0 {
            self.leap();
        }
    }

    /// Goes on far above what was read: the tab that had the pen before may still write.
    pub fn leap(&self) {
        self.0.borrow_mut().step = LEAP;
    }

    /// The last erasure that this page knows of.
    pub fn erasure(&self) -> Erasure {
        self.0.borrow().erasure
    }

    /// Takes note of an erasure.
    pub fn set_erasure(&self, erasure: Erasure) {
        self.0.borrow_mut().erasure = erasure;
    }

    /// localStorage, for what is kept beside the dossier.
    pub fn local(&self) -> Option<LocalStorage> {
        self.0.borrow().local()
    }

    /// This document, as it is shown, as a record.
    pub fn record(&self, document: String) -> Record {
        let writer = self.0.borrow();
        // One that was never kept has no number yet, and must not be below that of an erasure.
        Record::new(writer.revision.max(writer.erasure.number), document)
    }

    /// Tells the pen of a write that came too late, once nothing is on its way.
    pub(super) fn say_too_late(&self) {
        let too_late = self.0.borrow_mut().too_late.take();
        if let Some(event) = too_late {
            self.pen(event);
        }
    }
}

/// This text, as the copy that it becomes. Of this the person is told apart.
fn copy(text: &str, revision: u64) -> Aside {
    Aside {
        text: text.to_owned(),
        verdict: Verdict::Good(revision),
        is_told: true,
    }
}

/// Whether this record holds the very document of that one.
fn is_of(kept: &Kept, record: &str) -> bool {
    let body = |text| Record::read(text).ok().map(|record| record.body);
    let kept = kept.text().and_then(body);
    kept.is_some() && kept == body(record)
}
