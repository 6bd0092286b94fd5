//! « Effacer de cet appareil »: everything that this origin keeps for the app, and nothing else. Each store keeps a mark,
//! by which what a killed browser or a sleeping tab brings back is known to be erased. What was erased stays in memory
//! until the page is left, and can be put back.

use leptos::prelude::*;

use super::{Notice, Session, timeline};
use crate::browser::database::Database;
use crate::browser::storage::LocalStorage;
use crate::domain::formats::history::History;
use crate::domain::route::Route;
use crate::domain::safekeeping::erasure::{ERASED, Erasure};
use crate::domain::safekeeping::pen::Event;
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::safekeeping::slots::SLOTS;
use crate::domain::school::dossier::{Change, Dossier};
use crate::keeper::history;
use crate::keeper::stores::{self, Stores};
use crate::keeper::stores::{empty_local, highest, in_database, in_local};

/// What was erased, in memory.
#[derive(Clone, Debug)]
pub struct Erased {
    dossier: Dossier,
    unsaved: Unsaved,
    /// What had been erased before.
    before: Erasure,
    local: Vec<(String, String)>,
    database: Vec<(String, String)>,
}

impl Erased {
    /// The highest revision in it.
    fn highest(&self) -> u64 {
        highest(self.local.iter().chain(&self.database))
    }

    /// This, and what was found when it was erased once more.
    fn with(mut self, found: Self) -> Self {
        add(&mut self.local, found.local);
        add(&mut self.database, found.database);
        self
    }
}

fn add(texts: &mut Vec<(String, String)>, found: Vec<(String, String)>) {
    for (key, text) in found {
        if texts.iter().all(|(known, _)| *known != key) {
            texts.push((key, text));
        }
    }
}

/// Whether a text is kept beside the dossier: neither a slot of it nor its history, nor the mark of an erasure.
fn is_beside((key, _): &&(String, String)) -> bool {
    !SLOTS.contains(&key.as_str()) && key != history::KEY && key != ERASED
}

impl Session {
    /// Erases the dossier, its copies, the settings and what was set aside. The stores are asked for anew:
    /// those that the start would not write are erased too.
    /// Where another tab has the pen nothing is erased: it would write again what it shows. Nor is anything in a
    /// frame of another site.
    pub async fn erase_device(self) {
        let is_at_it = self.desk(|desk| desk.is_erasing);
        if is_at_it || self.is_refused() || self.is_in_foreign_frame() {
            return;
        }
        self.desk.update_value(|desk| desk.is_erasing = true);
        let local = LocalStorage::probe();
        let stores = Stores {
            local,
            database: Database::open().await.ok(),
        };
        let slots = stores::read(&stores).await;
        // What cannot be read could not be put back: it is not erased either, and that is said.
        let (database, texts) = match in_database(stores.database.as_ref()).await {
            Ok(texts) => (stores.database, texts),
            Err(_) => (None, Vec::new()),
        };
        let known = self.keeper().erasure();
        let mut found = Erased {
            before: slots.erasure.newest(known),
            dossier: self.dossier.get_untracked(),
            unsaved: self.unsaved.get_untracked(),
            local: local.map(in_local).unwrap_or_default(),
            database: texts,
        };
        // What would have been set aside by the next edit is put back so.
        let asides = self.keeper().asides(&slots.copies);
        match database {
            Some(_) => add(&mut found.database, asides),
            None => add(&mut found.local, asides),
        }
        // The pen may have been taken meanwhile.
        if self.is_refused() {
            return self.desk.update_value(|desk| desk.is_erasing = false);
        }
        let highest = found.highest().max(self.revision());
        let erasure = Erasure::of_all(highest.max(found.before.number));
        let before = self.desk.try_update_value(|desk| desk.erased.take());
        let erased = match before.flatten() {
            Some(before) if self.holds_nothing() => before.with(found),
            Some(_) | None => found,
        };
        self.show_nothing(erasure);
        self.desk.update_value(|desk| desk.erased = Some(erased));
        let is_local_empty = local.is_none_or(|local| empty_local(local, erasure));
        let is_database_empty = match &database {
            Some(database) => database.erase(erasure).await.is_ok(),
            None => self.stores().database.is_none() && !self.desk(|desk| desk.is_awaiting),
        };
        let is_whole = is_local_empty && is_database_empty;
        self.notices.set(vec![match (is_whole, local, &database) {
            (true, Some(_), None) => Notice::ErasedLate,
            (true, _, _) => Notice::Erased,
            (false, _, _) => Notice::PartErased,
        }]);
        self.keeper().pen(Event::Erased);
        self.desk.update_value(|desk| desk.is_erasing = false);
        self.go(Route::Home);
    }

    /// Restores everything that was erased; undoing that brings back what was done since. Where another tab
    /// has the pen nothing is put back: it may have written since.
    pub async fn restore_erased(self) {
        if self.is_refused() {
            return;
        }
        let erased = self.desk.try_update_value(|desk| desk.erased.take());
        let Some(erased) = erased.flatten() else {
            return;
        };
        let known = self.keeper().erasure();
        let undone = known.undone(erased.before);
        self.keeper().set_erasure(undone);
        let mark = (ERASED.to_owned(), undone.write());
        // The dossier is kept again below. What a store refuses here is only lost for the rest.
        let local = LocalStorage::probe();
        if let Some(local) = local.filter(|local| !local.mark().is_after(known)) {
            for (key, text) in erased.local.iter().filter(is_beside).chain([&mark]) {
                let _ = local.write(key, text);
            }
        }
        if let Ok(database) = Database::open().await {
            let texts = erased.database.iter().filter(is_beside).chain([&mark]);
            let _ = database.write(texts.cloned().collect(), known).await;
        }
        self.notices.set(Vec::new());
        self.unsaved.set(erased.unsaved);
        self.recall_team();
        self.desk.update_value(|desk| desk.is_forgotten = false);
        self.apply(Change::TakeOver(Box::new(erased.dossier)));
    }

    /// Another tab erased everything: here nothing of it is shown any more either, nor written again.
    pub(super) fn forget(&self, erasure: Erasure) {
        self.show_nothing(erasure);
        self.desk.update_value(|desk| desk.erased = None);
        self.notices.set(vec![Notice::ErasedElsewhere]);
        let route = self.route.get_untracked();
        // What a link shows is in the address, not on this device.
        if !matches!(route, Some(Route::Received | Route::Linked)) {
            self.go(Route::Home);
        }
    }

    /// Starts from a blank dossier. Nothing is kept of this change, so it is no edit.
    fn show_nothing(&self, erasure: Erasure) {
        self.dossier.set(Dossier::default());
        self.undo.set(History::default());
        self.keeper().restart(erasure);
        timeline::forget_all();
        self.unsaved.set(Unsaved::default());
        self.has_team.set(false);
        self.desk.update_value(|desk| {
            desk.is_forgotten = true;
            desk.opened = None;
            desk.copies = Vec::new();
            desk.minutes = String::new();
            desk.taken_up = None;
        });
        self.copies.set(String::new());
        // It shows what was there before.
        self.close_import();
    }

    /// Whether all was erased and nothing was done since: then the screen is not remembered either.
    pub(super) fn is_erased(&self) -> bool {
        self.desk(|desk| desk.is_forgotten) && self.holds_nothing()
    }
}
