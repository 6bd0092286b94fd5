//! What the list says of one dossier.

use super::kind::Kind;
use crate::domain::date::Day;
use crate::domain::text::{folded, one_line};
use crate::domain::world::DossierId;

/// Longest name of a dossier in the list, in characters.
pub const NAME_MAX: usize = 80;

/// How many days a deleted dossier stays in « Corbeille ».
pub const BIN_DAYS: u32 = 30;

/// One dossier of this browser. The greater of two entries of one dossier is in force: the newer, and of two that were made at the
/// same moment always the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// When it was made, in milliseconds since 1970: above that of the entry that it replaces, whatever the clock says.
    pub changed: u64,
    /// What is said.
    pub state: State,
    /// Of which dossier.
    pub id: DossierId,
}

/// What is known of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is in the list.
    Listed(Listed),
    /// It was erased, and is in no list. Its name was erased too.
    Gone,
}

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// What kind of centre it is of; none where nobody said so.
    pub kind: Option<Kind>,
    /// What it is called: one line of [`NAME_MAX`] characters at most.
    pub name: String,
    /// Whether it was put away.
    pub is_archived: bool,
    /// The day on which it was put into « Corbeille ».
    pub binned: Option<Day>,
}

impl Entry {
    /// The first entry of a dossier.
    pub fn new(id: DossierId, listed: Listed, now: u64) -> Self {
        Self {
            changed: now,
            state: State::Listed(listed),
            id,
        }
    }

    /// The entry that takes the place of this one.
    #[must_use]
    pub fn replaced(&self, state: State, now: u64) -> Self {
        Self {
            changed: now.max(self.changed.saturating_add(1)),
            state,
            id: self.id,
        }
    }

    /// What the list shows; none of a dossier that was erased.
    pub fn listed(&self) -> Option<&Listed> {
        match &self.state {
            State::Listed(listed) => Some(listed),
            State::Gone => None,
        }
    }
}

impl Listed {
    /// A dossier of this kind and name.
    pub fn named(kind: Option<Kind>, name: &str) -> Self {
        Self {
            kind,
            name: one_line(name, NAME_MAX),
            ..Self::default()
        }
    }

    /// What it is called, else what it is.
    pub fn title(&self) -> &str {
        let kind = self.kind.as_ref().map(Kind::text);
        match (self.name.as_str(), kind) {
            ("", Some(kind)) => kind,
            (name, _) => name,
        }
    }

    /// The day on which it is erased, once it is in « Corbeille ».
    pub fn erased_on(&self) -> Option<Day> {
        Day::from_number(self.binned?.number() + BIN_DAYS)
    }

    pub(super) fn order(&self) -> (Option<&Kind>, String) {
        (self.kind.as_ref(), folded(self.title()))
    }
}

/// Whether what was deleted on this day is to be erased today.
pub(super) fn is_over(binned: Day, today: Day) -> bool {
    today.number() >= binned.number() + BIN_DAYS
}
