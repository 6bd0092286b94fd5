//! What the school says of itself and sets itself: its identity, its objectives, their schedule.

use leptos::prelude::*;

use super::Session;
use crate::browser::clock;
use crate::domain::date::Day;
use crate::domain::dossier::{Change, Subject};
use crate::domain::identity::Identity;
use crate::domain::plan::{Objective, ObjectiveId, Schedule, SortBy};
use crate::domain::undo::Way;

impl Session {
    /// Changes one thing of the identity.
    pub fn identify(&self, set: impl FnOnce(&mut Identity)) {
        let mut identity = untrack(|| self.read(|dossier| dossier.identity.clone()));
        set(&mut identity);
        self.apply(Change::Identify(identity));
    }

    /// What `read` finds in an objective, if there is one of this id.
    pub fn objective<T>(&self, id: ObjectiveId, read: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.read(|dossier| dossier.plan.get(id).map(read))
    }

    /// Adds an objective. Gives its id, unless the plan is full.
    pub fn add_objective(&self, objective: Objective) -> Option<ObjectiveId> {
        let id = untrack(|| self.read(|dossier| dossier.plan.next_id()))?;
        self.apply(Change::AddObjective(objective));
        untrack(|| self.objective(id, |_| id))
    }

    /// Changes one thing of an objective.
    pub fn set_objective(&self, id: ObjectiveId, set: impl FnOnce(&mut Objective)) {
        let Some(mut objective) = untrack(|| self.objective(id, Objective::clone)) else {
            return;
        };
        set(&mut objective);
        self.apply(Change::SetObjective { id, objective });
    }

    /// Whether what undoing would bring back is an objective that waits in the « Corbeille ».
    pub fn has_just_deleted(&self) -> bool {
        let Some(Subject::Objective(id)) = self.next_step(Way::Back) else {
            return false;
        };
        self.read(|dossier| dossier.plan.binned(id).is_some())
    }

    /// The schedule as it stands today.
    pub fn schedule(&self) -> Schedule {
        let sort_by = self.sort_by.get();
        self.read(|dossier| Schedule::of(self.questionnaire, &dossier.plan, sort_by, today()))
    }

    /// The order of the schedule.
    pub fn sort_by(&self) -> SortBy {
        self.sort_by.get()
    }

    /// Sorts the schedule.
    pub fn set_sort_by(&self, order: SortBy) {
        self.sort_by.set(order);
    }
}

/// Today; the first day there is where the clock says nothing sensible, so that nothing looks late.
pub fn today() -> Day {
    clock::now().map_or(Day::FIRST, |now| now.day())
}
