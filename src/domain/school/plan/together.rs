//! « Échéancier » of several plans: the objectives of all centres, by lead.

use super::filter::lead_key;
use super::schedule::{by_due, last_if_none};
use super::{Filter, Objective, ObjectiveId, Plan};
use crate::domain::date::Day;

/// The objectives of several plans that one person leads, whatever the capitals and accents of the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Led<'a, T> {
    /// Who leads them, as the first of them has it; an empty text for nobody.
    pub lead: &'a str,
    /// The objectives, the soonest due first, each with whose plan it is of.
    pub rows: Vec<LedRow<'a, T>>,
}

/// One objective of one of the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedRow<'a, T> {
    /// Whose plan it is of.
    pub whose: T,
    /// Which one.
    pub id: ObjectiveId,
    /// The objective.
    pub objective: &'a Objective,
    /// « En retard ».
    pub is_late: bool,
}

/// The objectives of these plans, by lead in the order of a French dictionary, those without one last.
pub fn by_lead<'a, T: Copy>(
    plans: impl IntoIterator<Item = (T, &'a Plan)>,
    today: Day,
) -> Vec<Led<'a, T>> {
    let mut groups: Vec<((bool, String), Led<'a, T>)> = Vec::new();
    for (whose, plan) in plans {
        for (id, objective) in by_due(plan, &Filter::default(), today) {
            let key = lead_key(&objective.lead);
            let place = groups.partition_point(|(other, _)| *other < key);
            if groups.get(place).is_none_or(|(other, _)| *other != key) {
                let lead = objective.lead.trim();
                let rows = Vec::new();
                groups.insert(place, (key, Led { lead, rows }));
            }
            let row = LedRow {
                whose,
                id,
                objective,
                is_late: objective.is_late(today),
            };
            if let Some((_, group)) = groups.get_mut(place) {
                group.add(row);
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

impl<'a, T> Led<'a, T> {
    fn add(&mut self, row: LedRow<'a, T>) {
        let due = last_if_none(row.objective.due);
        let place = self
            .rows
            .partition_point(|other| last_if_none(other.objective.due) <= due);
        self.rows.insert(place, row);
    }
}
