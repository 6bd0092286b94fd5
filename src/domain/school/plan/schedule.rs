//! « Échéancier »: the objectives by field, in the order of the source, as a council reads them; or all together,
//! by date, lead, status or priority.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Objective, ObjectiveId, Plan};
use crate::domain::date::Day;
use crate::domain::school::questionnaire::{FieldId, Questionnaire};
use crate::domain::text::folded;

/// « Trier par »: by field, or one order across all of them. Ties go by due date, then in the order of writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// « Champ d'action »: a group for each, the soonest first in each.
    #[default]
    Field,
    /// « Échéance »: the soonest first, undated last.
    Due,
    /// « Pilote »: in the order of a French dictionary, without one last.
    Lead,
    /// « État »: to start, ongoing, done, abandoned.
    Status,
    /// « Priorité »: « prioritaires » first.
    Priority,
}

impl SortBy {
    /// The five, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Field,
        Self::Due,
        Self::Lead,
        Self::Status,
        Self::Priority,
    ];

    fn compare(self, one: &Objective, other: &Objective) -> Ordering {
        let by_due = || last_if_none(one.due).cmp(&last_if_none(other.due));
        match self {
            Self::Field | Self::Due => by_due(),
            Self::Lead => lead_key(one).cmp(&lead_key(other)).then_with(by_due),
            Self::Status => one.status.cmp(&other.status).then_with(by_due),
            Self::Priority => one.priority.cmp(&other.priority).then_with(by_due),
        }
    }
}

fn last_if_none(day: Option<Day>) -> (bool, Option<Day>) {
    (day.is_none(), day)
}

fn lead_key(objective: &Objective) -> (bool, String) {
    let name = folded(objective.lead.trim());
    (name.is_empty(), name)
}

/// « Échéancier ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// By field: every one of the questionnaire, be it empty, in its order, then those of objectives that it
    /// does not have. In any other order: one group.
    pub groups: Vec<Group>,
}

/// Objectives that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their field, where they stand together by it; one that the questionnaire does not have is shown by its id.
    pub field: Option<FieldId>,
    /// The objectives, sorted.
    pub rows: Vec<Row>,
}

/// One objective in the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub id: ObjectiveId,
    /// « En retard »: due before the day of reading, and neither done nor abandoned.
    pub is_late: bool,
}

impl Schedule {
    /// The schedule of a plan, as it stands on the day of reading.
    pub fn of(questionnaire: &Questionnaire, plan: &Plan, sort_by: SortBy, today: Day) -> Self {
        let fields = match sort_by {
            SortBy::Field => fields(questionnaire, plan),
            SortBy::Due | SortBy::Lead | SortBy::Status | SortBy::Priority => vec![None],
        };
        let groups = fields
            .into_iter()
            .map(|field| Group::of(field, plan, sort_by, today))
            .collect();
        Self { groups }
    }

    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.groups
            .iter()
            .flat_map(|group| group.rows.iter().copied())
    }

    /// How many objectives are late.
    pub fn late(&self) -> usize {
        self.rows().filter(|row| row.is_late).count()
    }
}

fn fields(questionnaire: &Questionnaire, plan: &Plan) -> Vec<Option<FieldId>> {
    let mut fields: Vec<_> = questionnaire.fields().map(|field| Some(field.id)).collect();
    // Collecting would sort, see below.
    let mut strangers = BTreeSet::new();
    let all = plan.iter().map(|(_, objective)| Some(objective.field));
    strangers.extend(all.filter(|field| !fields.contains(field)));
    fields.extend(strangers);
    fields
}

impl Group {
    fn of(field: Option<FieldId>, plan: &Plan, sort_by: SortBy, today: Day) -> Self {
        let mut objectives: Vec<(ObjectiveId, &Objective)> = Vec::new();
        let is_in = |one: &Objective| field.is_none_or(|field| one.field == field);
        // Each in its place, after its equals, as they come in the order of writing: a sort of the standard library weighs
        // 2 kB on the first load.
        for (id, objective) in plan.iter().filter(|(_, one)| is_in(one)) {
            let is_before =
                |(_, other): &(_, &Objective)| sort_by.compare(other, objective).is_le();
            let place = objectives.partition_point(is_before);
            objectives.insert(place, (id, objective));
        }
        let rows = objectives
            .into_iter()
            .map(|(id, objective)| Row {
                id,
                is_late: objective.is_late(today),
            })
            .collect();
        Self { field, rows }
    }
}
