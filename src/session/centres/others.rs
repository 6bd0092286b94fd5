//! Reading the other dossiers of this browser. Nothing of them is written, nor deleted: what was erased is only passed over.

use leptos::prelude::*;

use crate::browser::database::{Database, Refused};
use crate::browser::world;
use crate::domain::formats::document::Restored;
use crate::domain::safekeeping::frozen::SNAPSHOT;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::positioning::Positioning;
use crate::domain::stored::choose;
use crate::domain::world::{DossierId, World};
use crate::keeper::frozen::Texts;
use crate::keeper::stores::{self, Stores};
use crate::session::Session;

impl Session {
    /// What a dossier of this browser holds: that of this page as it is shown, another as it was last written; none where nothing
    /// is written.
    pub async fn dossier_of(self, id: DossierId) -> Option<Restored> {
        if id == world::present() {
            return Some(Restored {
                dossier: self.dossier.get_untracked(),
                left_out: Vec::new(),
            });
        }
        let (start, _) = self.peek(&self.stores_of(id).await).await;
        start
    }

    /// The figures of another dossier, by the questionnaire that it answers itself.
    pub fn figures_of(&self, dossier: &Dossier) -> Positioning {
        let questionnaire = self.questionnaire_for(&dossier.adaptation);
        Positioning::of(questionnaire, &dossier.answers)
    }

    /// What [`Session::dossier_of`] gives, blank where nothing is written, and the texts of its positionings, what was taken last first.
    pub(super) async fn whole_of(self, id: DossierId) -> (Dossier, Texts) {
        if id == world::present() {
            let mut texts = self.keeper().clean().await.texts(SNAPSHOT).await;
            texts.reverse();
            return (self.dossier.get_untracked(), texts);
        }
        let stores = self.stores_of(id).await;
        let (read, [is_local_clean, is_database_clean]) = self.peek(&stores).await;
        let mut texts = match &stores.database {
            Some(database) if is_database_clean => {
                database.texts(SNAPSHOT).await.unwrap_or_default()
            }
            Some(_) | None => Vec::new(),
        };
        if let Some(local) = stores.local.filter(|_| is_local_clean) {
            let text = |key: String| local.read(&key).ok()?.map(|text| (key, text));
            texts.extend(local.keys(SNAPSHOT).into_iter().filter_map(text));
        }
        texts.reverse();
        (read.map(|read| read.dossier).unwrap_or_default(), texts)
    }

    /// The stores of another dossier. None is made.
    ///
    /// # Errors
    /// Where its database cannot be opened: what is in it is not known.
    pub(super) async fn all_stores_of(&self, id: DossierId) -> Result<Stores, Refused> {
        let (world, own) = (World::of(id), self.stores());
        let database = match own.database {
            Some(_) => Database::existing(world).await?,
            // It has not answered yet.
            None if self.desk(|desk| desk.is_awaiting) => return Err(Refused),
            None => None,
        };
        Ok(Stores {
            local: own.local.map(|local| local.of(world)),
            database,
        })
    }

    /// The same, of those that can be opened.
    async fn stores_of(&self, id: DossierId) -> Stores {
        let local = self.stores().local.map(|local| local.of(World::of(id)));
        let database = None;
        let all = self.all_stores_of(id).await;
        all.unwrap_or(Stores { local, database })
    }

    /// The newest of what these stores hold, and whether each is rid of what was erased.
    async fn peek(self, stores: &Stores) -> (Option<Restored>, [bool; 2]) {
        let mut slots = stores::look(stores).await;
        let erasure = slots[0].1.newest(slots[1].1);
        let mut is_clean = [true; 2];
        for ((kept, mark), is_clean) in slots.iter_mut().zip(&mut is_clean) {
            erasure.hide(kept, *mark);
            *is_clean = mark.number >= erasure.below;
        }
        let [local, database] = slots;
        let start = choose(&[local.0, database.0].concat());
        ((start.revision > 0).then_some(start.restored), is_clean)
    }
}
