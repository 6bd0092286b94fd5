//! « Corbeille »: deleted objectives wait here, under their ids, before they are gone for good.

use super::{Objective, ObjectiveId, Plan};
use crate::domain::date::Day;

/// How many days a deleted objective waits.
pub const BIN_DAYS: u16 = 30;
/// Most deleted objectives that wait; beyond, those that were deleted first go.
pub const BIN_MAX: usize = 500;

/// An objective in the « Corbeille ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// The objective, as it was.
    pub objective: Objective,
    /// The day on which it was deleted.
    pub deleted_on: Day,
}

impl Binned {
    /// The first day on which it is not kept any more.
    pub fn gone_on(&self) -> Day {
        self.deleted_on.later(BIN_DAYS)
    }

    /// Whether an edit of this day takes it away for good. The edit before must be of an earlier day, past
    /// the term too, and no more than [`BIN_DAYS`] away: one day alone says nothing, as a clock may have
    /// jumped a year ahead since.
    pub fn is_due(&self, last_edit: Option<Day>, today: Day) -> bool {
        last_edit.is_some_and(|last| {
            self.gone_on() <= last
                && last < today
                && today.number() - last.number() <= u32::from(BIN_DAYS)
        })
    }
}

/// Where an objective stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nowhere: it was never written, or is gone for good.
    Absent,
    /// In the plan.
    Planned(Objective),
    /// In the « Corbeille ».
    Binned(Binned),
}

impl Plan {
    /// What waits in the « Corbeille », in the order of the ids.
    pub fn bin(&self) -> &[(ObjectiveId, Binned)] {
        &self.bin
    }

    /// The objective of this id in the « Corbeille ».
    pub fn binned(&self, id: ObjectiveId) -> Option<&Binned> {
        let (_, binned) = self.bin.iter().find(|(other, _)| *other == id)?;
        Some(binned)
    }

    /// The same with nothing in the « Corbeille »: what was deleted stays on the device. Ids that were given
    /// stay so.
    #[must_use]
    pub fn without_bin(&self) -> Self {
        let Self {
            objectives,
            bin: _,
            last_given,
        } = self;
        Self {
            objectives: objectives.clone(),
            bin: Vec::new(),
            last_given: *last_given,
        }
    }

    /// Where the objective of this id stands.
    pub fn standing(&self, id: ObjectiveId) -> Standing {
        match (self.get(id), self.binned(id)) {
            (Some(objective), _) => Standing::Planned(objective.clone()),
            (None, Some(binned)) => Standing::Binned(binned.clone()),
            (None, None) => Standing::Absent,
        }
    }

    /// Puts the objective of this id there, and nowhere else; the id counts as given.
    pub fn place(&mut self, id: ObjectiveId, standing: Standing) {
        self.remember_given(id.number());
        self.bin.retain(|(other, _)| *other != id);
        match standing {
            Standing::Planned(objective) => {
                self.objectives.insert(id, objective);
            }
            Standing::Binned(binned) => {
                self.objectives.remove(&id);
                let place = self.bin.iter().take_while(|(other, _)| *other < id).count();
                self.bin.insert(place, (id, binned));
            }
            Standing::Absent => {
                self.objectives.remove(&id);
            }
        }
    }

    /// Takes out what has waited long enough ([`Binned::is_due`]), and gives it: undoing the edit that did
    /// this puts it back.
    pub fn purge(&mut self, last_edit: Option<Day>, today: Day) -> Vec<(ObjectiveId, Binned)> {
        let all = std::mem::take(&mut self.bin).into_iter();
        let (mut gone, kept): (Vec<_>, Vec<_>) =
            all.partition(|(_, binned)| binned.is_due(last_edit, today));
        self.bin = kept;
        while self.bin.len() > BIN_MAX {
            let first = self.bin.iter().map(|(_, binned)| binned.deleted_on).min();
            let place = self
                .bin
                .iter()
                .position(|(_, b)| Some(b.deleted_on) == first);
            gone.push(self.bin.remove(place.unwrap_or(0)));
        }
        gone
    }

    /// Puts back into the « Corbeille » what an edit took out, as far as there is room. An id that stands
    /// somewhere by now stays where it is.
    pub fn put_back(&mut self, gone: Vec<(ObjectiveId, Binned)>) {
        for (id, binned) in gone {
            if self.bin.len() < BIN_MAX && self.standing(id) == Standing::Absent {
                self.place(id, Standing::Binned(binned));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binned(deleted_on: &str) -> Standing {
        Standing::Binned(Binned {
            objective: Objective::new("1.1".parse().unwrap()),
            deleted_on: deleted_on.parse().unwrap(),
        })
    }

    fn ids(plan: &Plan) -> Vec<u32> {
        plan.bin().iter().map(|(id, _)| id.number()).collect()
    }

    #[test]
    fn a_deleted_objective_waits_thirty_days_then_for_two_edits_on_days_that_follow_each_other() {
        let mut plan = Plan::default();
        plan.place("2".parse().unwrap(), binned("2026-11-25"));
        plan.place("1".parse().unwrap(), binned("2026-11-24"));
        for (last_edit, today, left) in [
            ("2026-11-25", "2026-12-23", &[1, 2][..]),
            ("2026-12-23", "2026-12-24", &[1, 2]),
            ("2026-12-24", "2026-12-24", &[1, 2]),
            ("2026-12-24", "2026-12-25", &[2]),
            ("2026-12-25", "2026-12-31", &[]),
        ] {
            let day = |text: &str| text.parse().unwrap();
            plan.purge(Some(day(last_edit)), day(today));
            assert_eq!(ids(&plan), left, "{today}");
        }
        assert_eq!(plan.last_given(), 2);
    }

    #[test]
    fn a_clock_that_jumps_empties_nothing() {
        let mut plan = Plan::default();
        plan.place("1".parse().unwrap(), binned("2026-11-24"));
        for (last_edit, today) in [
            // A year ahead, still the same day, ahead once more, and back.
            ("2026-11-27", "2027-11-27"),
            ("2027-11-27", "2027-11-27"),
            ("2027-11-27", "2028-11-27"),
            ("2028-11-27", "2026-11-28"),
            ("2026-11-28", "9999-12-31"),
        ] {
            let day = |text: &str| text.parse().unwrap();
            assert!(plan.purge(Some(day(last_edit)), day(today)).is_empty());
            assert!(plan.purge(None, day(today)).is_empty());
        }
    }

    #[test]
    fn beyond_its_most_those_deleted_first_go() {
        let mut plan = Plan::default();
        for number in 1..=BIN_MAX + 2 {
            let day = if number == 7 || number == 9 {
                "2026-11-01"
            } else {
                "2026-11-02"
            };
            plan.place(number.to_string().parse().unwrap(), binned(day));
        }
        let gone = plan.purge(None, "2026-11-03".parse().unwrap());
        assert_eq!(plan.bin().len(), BIN_MAX);
        assert!(!ids(&plan).contains(&7) && !ids(&plan).contains(&9));
        plan.place("1".parse().unwrap(), Standing::Absent);
        plan.put_back(gone);
        assert_eq!(plan.bin().len(), BIN_MAX, "as far as there is room");
        assert!(ids(&plan).contains(&7));
    }

    #[test]
    fn an_objective_stands_in_one_place() {
        let mut plan = Plan::default();
        let id = "3".parse().unwrap();
        let planned = Standing::Planned(Objective::new("1.1".parse().unwrap()));
        for standing in [
            planned.clone(),
            binned("2026-11-24"),
            planned,
            Standing::Absent,
        ] {
            plan.place(id, standing.clone());
            assert_eq!(plan.standing(id), standing);
            assert!(plan.len() + plan.bin().len() <= 1);
        }
        assert!(plan.has_given(id));
    }
}
