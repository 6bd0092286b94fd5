//! « Effacer de cet appareil »: everything that this origin keeps for the app, and nothing else. What was
//! erased stays in memory until the page is left, and can be put back.

use leptos::prelude::*;

use super::{Notice, Session};
use crate::browser::database::Database;
use crate::browser::storage::LocalStorage;
use crate::domain::dossier::{Change, Dossier};
use crate::domain::reminder::Unsaved;
use crate::domain::route::Route;
use crate::domain::undo::Undo;

/// What was erased, in memory.
#[derive(Clone, Debug)]
pub struct Erased {
    dossier: Dossier,
    revision: u64,
    unsaved: Unsaved,
    local: Vec<(String, String)>,
    database: Vec<(String, String)>,
}

impl Session {
    /// Erases the dossier, its copies, the settings and what was set aside. The stores are asked for anew:
    /// those that the start would not write are erased too.
    /// Where another tab has the pen nothing is erased: it would write again what it shows.
    pub async fn erase_device(self) {
        if self.is_refused() {
            return;
        }
        let local = LocalStorage::probe();
        let database = Database::open().await.ok();
        let erased = Erased {
            dossier: self.dossier.get_untracked(),
            revision: self.revision(),
            unsaved: self.unsaved(),
            local: local.map(in_local).unwrap_or_default(),
            database: in_database(database.as_ref()).await,
        };
        // Nothing is kept of this change, so it is no edit.
        self.dossier.set(Dossier::default());
        self.undo.set(Undo::default());
        self.restart(0);
        self.desk.update_value(|desk| {
            desk.erased = Some(erased);
            desk.unsaved = Unsaved::default();
            desk.opened = None;
            desk.copies = Vec::new();
        });
        self.copies.set(String::new());
        let is_local_empty = local.is_none_or(empty_local);
        let is_database_empty = match &database {
            Some(database) => database.clear().await.is_ok(),
            None => self.stores().database.is_none(),
        };
        // A record that was on its way was told as saved before this.
        if self.holds_nothing() {
            self.restart(0);
        }
        let is_whole = is_local_empty && is_database_empty;
        self.notices.set(vec![if is_whole {
            Notice::Erased
        } else {
            Notice::PartErased
        }]);
        self.go(Route::Home);
    }

    /// Puts back everything that was erased; undoing that brings back what was done since.
    pub async fn put_back_erased(self) {
        let erased = self.desk.try_update_value(|desk| desk.erased.take());
        let Some(erased) = erased.flatten() else {
            return;
        };
        // What a store refuses here is only lost for what is not the dossier, which is kept again below.
        if let Some(local) = LocalStorage::probe() {
            for (key, text) in &erased.local {
                let _ = local.write(key, text);
            }
        }
        if let Ok(database) = Database::open().await {
            for (key, text) in &erased.database {
                let _ = database.write(key, text).await;
            }
        }
        self.notices.set(Vec::new());
        let revision = self.revision().max(erased.revision);
        self.restart(revision);
        self.desk.update_value(|desk| desk.unsaved = erased.unsaved);
        self.apply(Change::TakeOver(Box::new(erased.dossier)));
    }

    /// Whether all was erased and nothing was done since: then the screen is not remembered either.
    pub(super) fn is_erased(&self) -> bool {
        self.desk(|desk| desk.erased.is_some()) && self.holds_nothing()
    }

    fn restart(&self, revision: u64) {
        self.autosave
            .with_value(|autosave| autosave.restart(revision));
    }
}

fn in_local(local: LocalStorage) -> Vec<(String, String)> {
    let text = |key: String| local.read(&key).ok()?.map(|text| (key, text));
    local.keys("").into_iter().filter_map(text).collect()
}

async fn in_database(database: Option<&Database>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Some(database) = database {
        for key in database.keys("").await.unwrap_or_default() {
            if let Ok(Some(text)) = database.read(&key).await {
                found.push((key, text));
            }
        }
    }
    found
}

/// Deletes everything of ours; whether nothing of it is left.
fn empty_local(local: LocalStorage) -> bool {
    for key in local.keys("") {
        // What could not be deleted is found again.
        let _ = local.delete(&key);
    }
    local.keys("").is_empty()
}
