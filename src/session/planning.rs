//! What the school says of itself and sets itself: its identity, its objectives, their schedule.

use leptos::prelude::*;
use std::cell::Cell;

use super::{Notice, Session, Watched, late};
use crate::browser::task;
use crate::domain::route::Route;
use crate::domain::school::dossier::{Change, Subject};
use crate::domain::school::identity::Identity;
use crate::domain::school::plan::{Filter, Objective, ObjectiveId, SortBy};
use crate::domain::school::reading::Missing;
use crate::domain::school::undo::Way;

impl Session {
    /// Changes one thing of the identity.
    pub fn identify(&self, set: impl FnOnce(&mut Identity)) {
        let mut identity = untrack(|| self.read(|dossier| dossier.identity.clone()));
        set(&mut identity);
        self.apply(Change::Identify(identity));
    }

    /// An objective, for a screen whose effects run when it changes and at nothing else.
    pub fn watch_objective(&self, id: ObjectiveId) -> Watched {
        Watched::of(id, self.dossier, self.items.refusals())
    }

    /// Adds an objective. Gives its id, unless the plan is full, which is then said.
    pub fn add_objective(&self, objective: Objective) -> Option<ObjectiveId> {
        let next = untrack(|| self.read(|dossier| dossier.plan.next_id()));
        let Some(id) = next else {
            self.refuse(Notice::PlanFull);
            return None;
        };
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

    /// « En faire un objectif »: one that aims at what is missing; the open one about the item, where there is
    /// one already. Gives its id, unless the plan is full.
    pub fn aim_at(&self, missing: &Missing) -> Option<ObjectiveId> {
        let open = untrack(|| self.open_about(missing.statement.item));
        open.or_else(|| self.add_objective(Objective::from_missing(missing, self.questionnaire)))
    }

    /// « Reprendre pour l'an prochain »: adds the same objective a year later. Gives its id, unless the plan is full.
    pub fn take_up_next_year(&self, id: ObjectiveId) -> Option<ObjectiveId> {
        let next = untrack(|| self.objective(id, Objective::for_next_year))?;
        let next = self.add_objective(next)?;
        self.desk
            .update_value(|desk| desk.taken_up = Some((next, id)));
        Some(next)
    }

    /// The objective that this one was just taken up from.
    pub fn taken_up_from(&self, id: ObjectiveId) -> Option<ObjectiveId> {
        let taken_up = self.desk(|desk| desk.taken_up);
        taken_up
            .filter(|(next, _)| *next == id)
            .map(|(_, from)| from)
    }

    /// Who may lead this objective, as far as is known.
    pub fn known_leads(&self, id: ObjectiveId) -> Vec<String> {
        self.read(|dossier| dossier.plan.known_leads(&dossier.identity, id))
    }

    /// Which objective is being written on this screen, to be followed.
    pub(super) fn written_objective(&self) -> Cell<Option<ObjectiveId>> {
        Cell::new(objective_of(self.route.get_untracked()))
    }

    /// Notes which objective is being written, and leaves the one before it. A visit writes nothing: what was left
    /// for it is left once it ends.
    pub(super) fn follow_objective(&self, written: &Cell<Option<ObjectiveId>>) {
        let route = self.route.get_untracked();
        if route.is_some_and(Route::is_visit) {
            return;
        }
        let shown = objective_of(route);
        let before = written.replace(shown);
        if let Some(left) = before.filter(|before| Some(*before) != shown) {
            task::spawn(late::run(*self, late::Task::LeaveObjective(left)));
        }
    }

    /// The screen of an objective is left: one in which nothing was written or chosen disappears. Where its making
    /// was the last edit, that is taken back, and leaves no step to undo.
    pub(super) fn leave_objective(&self, id: ObjectiveId) {
        // Come back to meanwhile, it is being written.
        if objective_of(self.route.get_untracked()) == Some(id) {
            return;
        }
        let is_blank = untrack(|| self.objective(id, Objective::is_blank));
        if is_blank != Some(true) || untrack(|| self.is_elsewhere()) {
            return;
        }
        if self.undo.with_untracked(|undo| undo.has_just_made(id)) {
            self.take_back();
        } else {
            self.apply(Change::DiscardObjective(id));
        }
    }

    /// Whether what undoing would bring back is an objective that waits in the « Corbeille ».
    pub fn has_just_deleted(&self) -> bool {
        let Some(Subject::Objective(id)) = self.next_step(Way::Back) else {
            return false;
        };
        self.read(|dossier| dossier.plan.binned(id).is_some())
    }

    /// Shows the objectives of the schedule together by this.
    pub fn set_sort_by(&self, order: SortBy) {
        self.arrangement
            .update(|arrangement| arrangement.sort_by = order);
    }

    /// Shows the objectives of the schedule that this leaves.
    pub fn set_filter(&self, set: impl FnOnce(&mut Filter)) {
        let mut filter = untrack(|| self.filter());
        set(&mut filter);
        self.arrangement
            .update(|arrangement| arrangement.filter = filter);
    }
}

/// The objective whose form this route shows.
fn objective_of(route: Option<Route>) -> Option<ObjectiveId> {
    if let Some(Route::Objective(id)) = route {
        Some(id)
    } else {
        None
    }
}
