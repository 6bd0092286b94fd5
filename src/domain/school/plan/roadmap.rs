//! « Feuille de route » (user guide of NumEA-Établissement): the objectives that a page of A4 has room for.

use super::schedule::by_due;
use super::{Filter, ObjectiveId, Plan, Priority};
use crate::domain::date::Day;

/// How many objectives fit on the page, beside the figures and the reading.
pub const ROOM: usize = 8;

/// The open objectives, the first of them, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// « Prioritaires » first, then the soonest, undated last, then as they were written; [`ROOM`] at most.
    pub ids: Vec<ObjectiveId>,
    /// How many are open in all.
    pub of: usize,
}

impl Plan {
    /// What the page has room for.
    pub fn first(&self) -> First {
        let mut ids = self.open_by_rank();
        let of = ids.len();
        ids.truncate(ROOM);
        First { ids, of }
    }

    /// The open objectives: « prioritaires » first, then the soonest, undated last, then as they were written.
    pub fn open_by_rank(&self) -> Vec<ObjectiveId> {
        // Without a filter nothing depends on the day.
        let mut open = by_due(self, &Filter::default(), Day::FIRST);
        open.retain(|(_, one)| one.status.is_open());
        let (high, usual): (Vec<_>, Vec<_>) = open
            .into_iter()
            .partition(|(_, one)| one.priority == Priority::High);
        let ids = high.into_iter().chain(usual).map(|(id, _)| id);
        ids.collect()
    }
}
