//! « Feuille de route » (user guide of NumEA-Établissement): the objectives that a page of A4 has room for.

use super::{Objective, ObjectiveId, Plan};

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
        let rank = |one: &Objective| (one.priority, one.due.is_none(), one.due);
        let mut open: Vec<(ObjectiveId, &Objective)> = Vec::new();
        for (id, objective) in self.iter().filter(|(_, one)| one.status.is_open()) {
            let place = open.partition_point(|(_, other)| rank(other) <= rank(objective));
            open.insert(place, (id, objective));
        }
        let ids = open.iter().take(ROOM).map(|(id, _)| *id).collect();
        let of = open.len();
        First { ids, of }
    }
}
