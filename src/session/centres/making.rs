//! Making a dossier beside the others: blank, as another is, or from a file. It is written whole before the list names it, so that
//! a browser that is killed in between leaves nothing half made in sight.

use leptos::prelude::*;

use super::{listed_as, now};
use crate::browser::database::Database;
use crate::browser::{random, world};
use crate::domain::formats::document::write_document;
use crate::domain::formats::snapshot::write_snapshot;
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::frozen::SNAPSHOT;
use crate::domain::safekeeping::record::Record;
use crate::domain::safekeeping::slots::SLOTS;
use crate::domain::school::dossier::{Bin, Dossier};
use crate::domain::school::identity::Identity;
use crate::domain::school::library::{Entry, Library, Listed};
use crate::domain::school::timeline::Snapshot;
use crate::domain::world::{DossierId, World};
use crate::keeper::frozen::Texts;
use crate::session::Session;

/// Why no dossier was made, or the list was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMade {
    /// There are as many as a browser keeps.
    #[error("as many dossiers as there may be")]
    Full,
    /// No store takes it.
    #[error("no store takes it")]
    Refused,
}

impl Session {
    /// Makes a blank dossier of this kind and name, in the same school; gives its id, and the list.
    ///
    /// # Errors
    /// Where none was made.
    pub async fn make_dossier(self, listed: Listed) -> Result<(DossierId, Library), NotMade> {
        let school = self
            .dossier
            .with_untracked(|own| own.identity.school.clone());
        let identity = Identity {
            school,
            centre: listed.kind.as_ref().and_then(|kind| kind.centre()),
            centre_name: listed.name.clone(),
            ..Identity::default()
        };
        let dossier = Dossier {
            identity,
            edited_at: crate::browser::clock::now(),
            ..Dossier::default()
        };
        self.add_dossier(listed, &dossier, Vec::new()).await
    }

    /// Makes a dossier that holds what that one does, but for the answers that people gave one by one, its copies and what can
    /// be undone.
    ///
    /// # Errors
    /// Where none was made.
    pub async fn duplicate_dossier(
        self,
        id: DossierId,
        listed: Listed,
    ) -> Result<(DossierId, Library), NotMade> {
        let (dossier, taken) = self.whole_of(id).await;
        self.add_dossier(listed, &dossier, taken).await
    }

    /// Makes a dossier of what a file holds.
    ///
    /// # Errors
    /// Where none was made.
    pub async fn include_dossier(
        self,
        listed: Listed,
        dossier: &Dossier,
        taken: &[Snapshot],
    ) -> Result<(DossierId, Library), NotMade> {
        let texts = taken.iter().map(|one| {
            let key = [SNAPSHOT, &one.id.to_string()].concat();
            (key, write_snapshot(one))
        });
        let texts = texts.collect();
        self.add_dossier(listed, dossier, texts).await
    }

    async fn add_dossier(
        self,
        listed: Listed,
        dossier: &Dossier,
        taken: Texts,
    ) -> Result<(DossierId, Library), NotMade> {
        let library = self.library().await;
        if library.is_full() {
            return Err(NotMade::Full);
        }
        let id = free(&library).ok_or(NotMade::Refused)?;
        let document = write_document(&dossier.for_file(Bin::Given));
        let record = Record::new(1, document).write();
        if !self.write_world(World::of(id), record, taken).await {
            return Err(NotMade::Refused);
        }
        let mut entries = vec![Entry::new(id, listed, now())];
        if library.entries().next().is_none() {
            let own = self.dossier.with_untracked(listed_as);
            entries.push(Entry::new(world::present(), own, now()));
        }
        let Ok(library) = self.list(entries).await else {
            // A dossier that no list names would take the last room of a full store for ever.
            let _ = self.erase_dossier(id).await;
            return Err(NotMade::Refused);
        };
        Ok((id, library))
    }

    /// Writes a dossier that is in no store yet; whether one of them has it then.
    async fn write_world(self, world: World, record: String, taken: Texts) -> bool {
        let (stores, [slot, _]) = (self.stores(), SLOTS);
        let mut texts = taken;
        texts.push((slot.to_owned(), record.clone()));
        let is_in_database = match stores.database {
            Some(_) => match Database::of(world).await {
                Ok(open) => open.write(texts.clone(), Erasure::default()).await.is_ok(),
                Err(_) => false,
            },
            None => false,
        };
        let Some(local) = stores.local.map(|local| local.of(world)) else {
            return is_in_database;
        };
        if is_in_database {
            // The page that opens it brings the stores level.
            let _ = local.write(slot, &record);
            return true;
        }
        let mut all = texts.iter();
        let is_written = all.all(|(key, text)| local.write(key, text).is_ok());
        if !is_written {
            // Half a dossier that no list names would take the last room of a full store for ever.
            for (key, _) in &texts {
                let _ = local.delete(key);
            }
        }
        is_written
    }
}

/// An id that no dossier has or had.
fn free(library: &Library) -> Option<DossierId> {
    let mut ids = (0..9).filter_map(|_| {
        let number = random::number() >> 32;
        DossierId::read(&format!("{number:08x}"))
    });
    ids.find(|id| library.get(*id).is_none() && *id != DossierId::FIRST)
}
