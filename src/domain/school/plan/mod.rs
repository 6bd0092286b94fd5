//! « Plan d'action »: the SMART objectives that a school sets itself, and the ids that it gives them.

mod bin;
mod check;
mod filter;
mod follow_up;
mod objective;
mod proposal;
mod roadmap;
mod schedule;
mod smart;
mod together;
mod year;

pub use bin::{BIN_DAYS, BIN_MAX, Binned, Standing};
pub use check::{Advice, Verdict, WORDS_MAX, check};
pub use filter::{Arrangement, Filter, State};
pub use follow_up::{FollowUp, NOTES_MAX, PLAN_NOTES_MAX, REMARK_MAX, Rhythm, VALUE_MAX};
pub use objective::{
    DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, Objective, ObjectiveEntry, Priority, Status,
};
pub use proposal::PROPOSALS;
pub use roadmap::{First, ROOM};
pub use schedule::{Group, Heading, Month, Row, Schedule, SortBy};
pub use smart::{ANNEX, SmartCriterion};
pub use together::{Led, LedRow, by_lead};
pub use year::{Bar, Coming, MONTHS, TOLD, Year};

use litemap::LiteMap;
use std::fmt;
use std::str::FromStr;

/// Most objectives of a plan: far more than a school can follow, few enough to show at once.
pub const OBJECTIVES_MAX: usize = 500;

/// Id of an objective: a number from 1, given by the plan and never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectiveId(u32);

impl ObjectiveId {
    /// The number, from 1.
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for ObjectiveId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The text is not the id of an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of an objective: expected a number from 1")]
pub struct ObjectiveIdError;

impl FromStr for ObjectiveId {
    type Err = ObjectiveIdError;

    /// A number without sign or leading zero, so that an id has one spelling only.
    fn from_str(text: &str) -> Result<Self, ObjectiveIdError> {
        match text.parse::<u32>() {
            Ok(number) if number > 0 && number.to_string() == text => Ok(Self(number)),
            Ok(_) | Err(_) => Err(ObjectiveIdError),
        }
    }
}

/// « Plan d'action »: the objectives, in the order in which they were added, and those that were deleted
/// not long ago. An id is in one of the two at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    objectives: LiteMap<ObjectiveId, Objective>,
    /// « Corbeille », in the order of the ids.
    bin: Vec<(ObjectiveId, Binned)>,
    /// Number of the last id given, 0 for none; never less than that of an objective.
    last_given: u32,
}

impl Plan {
    /// The objective of this id.
    pub fn get(&self, id: ObjectiveId) -> Option<&Objective> {
        self.objectives.get(&id)
    }

    /// The objectives, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (ObjectiveId, &Objective)> {
        self.objectives
            .iter()
            .map(|(id, objective)| (*id, objective))
    }

    /// How many objectives, at most [`OBJECTIVES_MAX`].
    pub fn len(&self) -> usize {
        self.objectives.len()
    }

    /// Whether there is no objective.
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty()
    }

    /// The id that the next objective gets; `None` where the plan is full. Where a file says that the greatest
    /// number was given, the first that no objective has is given again: a plan with room takes an objective.
    pub fn next_id(&self) -> Option<ObjectiveId> {
        let is_free = |id: &ObjectiveId| self.get(*id).is_none() && self.binned(*id).is_none();
        let next = match self.last_given.checked_add(1) {
            Some(number) => Some(ObjectiveId(number)),
            None => (1..=u32::MAX).map(ObjectiveId).find(is_free),
        };
        next.filter(|_| self.has_room())
    }

    /// How many follow-up notes there are, of deleted objectives too; at most [`PLAN_NOTES_MAX`].
    pub fn notes(&self) -> usize {
        let binned = self.bin.iter().map(|(_, binned)| &binned.objective);
        let all = self.objectives.values().chain(binned);
        all.map(|objective| objective.notes.len()).sum()
    }

    /// Whether one more objective fits in.
    pub fn has_room(&self) -> bool {
        self.len() < OBJECTIVES_MAX
    }

    /// Everything that it holds, for what writes it: the objectives, the « Corbeille », and the last id given.
    pub fn parts(
        &self,
    ) -> (
        &LiteMap<ObjectiveId, Objective>,
        &[(ObjectiveId, Binned)],
        u32,
    ) {
        let Self {
            objectives,
            bin,
            last_given,
        } = self;
        (objectives, bin, *last_given)
    }

    /// Number of the last id given, 0 for none.
    pub fn last_given(&self) -> u32 {
        self.last_given
    }

    /// Whether this id was given, be its objective still there or not.
    pub fn has_given(&self, id: ObjectiveId) -> bool {
        id.0 <= self.last_given
    }

    /// Keeps an objective under this id, instead of the one that was there; the id counts as given.
    pub fn set(&mut self, id: ObjectiveId, objective: Objective) {
        self.place(id, Standing::Planned(objective));
    }

    /// Counts every id up to this number as given.
    pub fn remember_given(&mut self, number: u32) {
        self.last_given = self.last_given.max(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objective() -> Objective {
        Objective::new("1.1".parse().unwrap())
    }

    #[test]
    fn an_id_is_never_given_again() {
        let mut plan = Plan::default();
        let first = plan.next_id().unwrap();
        plan.set(first, objective());
        plan.place(first, Standing::Absent);
        assert!(plan.is_empty() && plan.has_given(first));
        assert_eq!(plan.next_id().map(ObjectiveId::number), Some(2));
    }

    #[test]
    fn a_full_plan_gives_no_id() {
        let mut plan = Plan::default();
        while let Some(id) = plan.next_id() {
            plan.set(id, objective());
        }
        assert_eq!(plan.len(), OBJECTIVES_MAX);
        plan.place("7".parse().unwrap(), Standing::Absent);
        assert!(plan.next_id().is_some());
    }

    #[test]
    fn a_plan_with_room_takes_an_objective_even_where_a_file_says_that_every_number_was_given() {
        let mut plan = Plan::default();
        plan.set(ObjectiveId(1), objective());
        plan.remember_given(u32::MAX);
        for number in 2..5 {
            let id = plan.next_id().unwrap();
            assert_eq!(id, ObjectiveId(number));
            plan.set(id, objective());
        }
    }

    #[test]
    fn an_id_has_one_spelling() {
        for text in ["", "0", "01", "+1", "-1", "1.1", "4294967296", " 1"] {
            assert_eq!(
                text.parse::<ObjectiveId>(),
                Err(ObjectiveIdError),
                "{text:?}"
            );
        }
        let greatest = u32::MAX.to_string();
        assert_eq!(
            greatest.parse::<ObjectiveId>().map(|id| id.to_string()),
            Ok(greatest)
        );
    }
}
