//! « Centres »: the dossiers of one browser, as a list. Merging two lists is entry by entry, the newest wins: it does not matter
//! which store or which tab is asked first, nor how often.

mod entry;
mod kind;

pub use entry::{BIN_DAYS, Entry, Listed, NAME_MAX, State};
pub use kind::{KIND_MAX, Kind};

use crate::domain::date::Day;
use crate::domain::world::DossierId;

/// Most dossiers of one browser: more would fill its store.
pub const DOSSIERS_MAX: usize = 20;

/// The dossiers, by id. Empty for whoever never had a second one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library(Vec<Entry>);

impl Library {
    /// Takes an entry in, where it is newer than what is known of that dossier.
    pub fn merge(&mut self, entry: Entry) {
        match self.0.binary_search_by(|known| known.id.cmp(&entry.id)) {
            Ok(place) => {
                if let Some(known) = self.0.get_mut(place)
                    && *known < entry
                {
                    *known = entry;
                }
            }
            Err(place) => self.0.insert(place, entry),
        }
    }

    /// Everything that is known, also of what was erased.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }

    /// What is known of a dossier.
    pub fn get(&self, id: DossierId) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.id == id)
    }

    /// What the list says of a dossier that is not erased.
    pub fn listed(&self, id: DossierId) -> Option<&Listed> {
        self.get(id)?.listed()
    }

    /// The dossiers that are worked with, by name: the first one, then the others.
    pub fn in_use(&self) -> Vec<(DossierId, &Listed)> {
        self.sorted(|listed| listed.binned.is_none() && !listed.is_archived)
    }

    /// The dossier that is opened in place of this one, where this one leaves the list: the first of the others.
    pub fn beside(&self, id: DossierId) -> Option<(DossierId, &Listed)> {
        self.in_use().into_iter().find(|(other, _)| *other != id)
    }

    /// The dossiers that were put away.
    pub fn archived(&self) -> Vec<(DossierId, &Listed)> {
        self.sorted(|listed| listed.binned.is_none() && listed.is_archived)
    }

    /// The dossiers in « Corbeille ».
    pub fn binned(&self) -> Vec<(DossierId, &Listed)> {
        self.sorted(|listed| listed.binned.is_some())
    }

    /// The dossiers whose days in « Corbeille » are over.
    pub fn due(&self, today: Day) -> Vec<DossierId> {
        let is_due = |listed: &Listed| listed.binned.is_some_and(|day| entry::is_over(day, today));
        let due = self.sorted(is_due).into_iter();
        due.map(|(id, _)| id).collect()
    }

    /// Whether there is more than one dossier, wherever it stands in the list.
    pub fn has_several(&self) -> bool {
        self.sorted(|_| true).len() > 1
    }

    /// Whether another dossier can be made.
    pub fn is_full(&self) -> bool {
        self.sorted(|_| true).len() >= DOSSIERS_MAX
    }

    fn sorted(&self, wanted: impl Fn(&Listed) -> bool) -> Vec<(DossierId, &Listed)> {
        let mut sorted: Vec<(DossierId, &Listed)> = Vec::new();
        for entry in &self.0 {
            let Some(listed) = entry.listed().filter(|listed| wanted(listed)) else {
                continue;
            };
            let own = (entry.id != DossierId::FIRST, listed.order());
            let is_before =
                |id: DossierId, other: &Listed| (id != DossierId::FIRST, other.order()) <= own;
            let place = sorted.partition_point(|(id, other)| is_before(*id, other));
            sorted.insert(place, (entry.id, listed));
        }
        sorted
    }
}

impl FromIterator<Entry> for Library {
    fn from_iter<T: IntoIterator<Item = Entry>>(entries: T) -> Self {
        let mut library = Self::default();
        for entry in entries {
            library.merge(entry);
        }
        library
    }
}
