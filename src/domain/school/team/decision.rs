//! « Réponse retenue »: that the school decided the answer of an item, why and when. The answer itself is the dossier's.

use litemap::LiteMap;

use crate::domain::date::Day;
use crate::domain::school::answers::at_most;
use crate::domain::school::questionnaire::ItemId;

/// Longest reason, in characters.
pub const REASON_MAX: usize = 1_000;

/// What is kept of a decision about one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// On what day it was made; `None` as long as it is « à décider ».
    pub on: Option<Day>,
    /// « Motif », at most [`REASON_MAX`] characters.
    pub reason: String,
}

impl Decision {
    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The same, with a reason that is not too long.
    #[must_use]
    pub fn within_limits(&self) -> Self {
        let Self { on, reason } = self;
        Self {
            on: *on,
            reason: at_most(reason, REASON_MAX),
        }
    }
}

/// The decisions of a school, by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(LiteMap<ItemId, Decision>);

impl Decisions {
    /// What is kept about this item.
    pub fn get(&self, item: ItemId) -> Decision {
        self.0.get(&item).cloned().unwrap_or_default()
    }

    /// Replaces what is kept about this item; what is blank takes no room.
    pub fn set(&mut self, item: ItemId, decision: Decision) {
        if decision.is_blank() {
            self.0.remove(&item);
        } else {
            self.0.insert(item, decision);
        }
    }

    /// The items about which something is kept, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &Decision)> {
        self.0.iter().map(|(item, decision)| (*item, decision))
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
