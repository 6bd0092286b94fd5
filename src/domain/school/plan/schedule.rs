//! « Échéancier »: the objectives by field, in the order of the source, as a council reads them; or across the fields,
//! by month, lead, status or priority.

use std::collections::BTreeSet;

use super::filter::lead_key;
use super::{Arrangement, Filter, Objective, ObjectiveId, Plan, Priority, Status};
use crate::domain::date::Day;
use crate::domain::school::questionnaire::{FieldId, Questionnaire};

/// « Présenter par »: what objectives stand together by. In each group the soonest comes first, undated last, then in the
/// order of writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// « Champ d'action »: a group for each, be it empty.
    #[default]
    Field,
    /// « Échéance »: month by month, undated last.
    Due,
    /// « Pilote »: in the order of a French dictionary, those without one last.
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

    fn heading(self, objective: &Objective) -> Heading {
        match self {
            Self::Field => Heading::Field(objective.field),
            Self::Due => Heading::Month(objective.due.map(Month::of)),
            Self::Lead => Heading::Lead(objective.lead.trim().to_owned()),
            Self::Status => Heading::Status(objective.status),
            Self::Priority => Heading::Priority(objective.priority),
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        let (year, month) = (day.year(), day.month());
        Self { year, month }
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::new(self.year, self.month, 1).unwrap_or(Day::FIRST)
    }
}

/// What the objectives of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Their field; one that the questionnaire does not have is shown by its id.
    Field(FieldId),
    /// The month in which they are due; none of the undated.
    Month(Option<Month>),
    /// Who leads them, as the first of them has it; an empty text for nobody.
    Lead(String),
    /// How far they are.
    Status(Status),
    /// Whether they come first.
    Priority(Priority),
}

/// By what groups are told apart, and the order in which they stand.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(FieldId),
    Month((bool, Option<Month>)),
    Lead((bool, String)),
    Status(Status),
    Priority(Priority),
}

impl Heading {
    fn key(&self) -> Key {
        match self {
            Self::Field(field) => Key::Field(*field),
            Self::Month(month) => Key::Month(last_if_none(*month)),
            Self::Lead(name) => Key::Lead(lead_key(name)),
            Self::Status(status) => Key::Status(*status),
            Self::Priority(priority) => Key::Priority(*priority),
        }
    }
}

pub(super) fn last_if_none<T>(value: Option<T>) -> (bool, Option<T>) {
    (value.is_none(), value)
}

/// « Échéancier ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// By field: every one of the questionnaire, be it empty, in its order, then those of objectives that it
    /// does not have. By anything else, or where a filter hides objectives: the groups that hold one.
    pub groups: Vec<Group>,
}

/// Objectives that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub heading: Heading,
    /// The objectives, the soonest due first.
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
    pub fn of(
        questionnaire: &Questionnaire,
        plan: &Plan,
        arrangement: &Arrangement,
        today: Day,
    ) -> Self {
        let Arrangement { sort_by, filter } = arrangement;
        let mut groups = match sort_by {
            SortBy::Field => fields(questionnaire, plan),
            SortBy::Due | SortBy::Lead | SortBy::Status | SortBy::Priority => Vec::new(),
        };
        for (id, objective) in by_due(plan, filter, today) {
            let is_late = objective.is_late(today);
            add(&mut groups, sort_by.heading(objective), Row { id, is_late });
        }
        let groups = groups.into_iter().map(|(_, group)| group);
        // « Aucun objectif » would be said of a field whose objectives are hidden.
        let groups = groups.filter(|group| filter.is_none() || !group.rows.is_empty());
        let groups = groups.collect();
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

/// The objectives that are shown, the soonest due first.
pub(super) fn by_due<'a>(
    plan: &'a Plan,
    filter: &Filter,
    today: Day,
) -> Vec<(ObjectiveId, &'a Objective)> {
    let mut sorted: Vec<(ObjectiveId, &Objective)> = Vec::new();
    // Each in its place, after its equals, as they come in the order of writing: a sort of the standard library weighs
    // 2 kB on the first load.
    for (id, objective) in plan.iter().filter(|(_, one)| filter.keeps(one, today)) {
        let due = last_if_none(objective.due);
        let place = sorted.partition_point(|(_, other)| last_if_none(other.due) <= due);
        sorted.insert(place, (id, objective));
    }
    sorted
}

/// A group for each field, in the order of the questionnaire, then for those that it does not have.
fn fields(questionnaire: &Questionnaire, plan: &Plan) -> Vec<(Key, Group)> {
    let mut fields: Vec<_> = questionnaire.fields().map(|field| field.id).collect();
    // Collecting would sort, see above.
    let mut strangers = BTreeSet::new();
    let all = plan.iter().map(|(_, objective)| objective.field);
    strangers.extend(all.filter(|field| !fields.contains(field)));
    fields.extend(strangers);
    fields
        .into_iter()
        .map(|field| Group::empty(Heading::Field(field)))
        .collect()
}

/// Adds a row to the group of this heading, which is made in its place where there is none yet.
fn add(groups: &mut Vec<(Key, Group)>, heading: Heading, row: Row) {
    let (key, mut group) = Group::empty(heading);
    if let Some((_, group)) = groups.iter_mut().find(|(other, _)| *other == key) {
        group.rows.push(row);
    } else {
        let place = groups.partition_point(|(other, _)| *other < key);
        group.rows.push(row);
        groups.insert(place, (key, group));
    }
}

impl Group {
    fn empty(heading: Heading) -> (Key, Self) {
        let rows = Vec::new();
        (heading.key(), Self { heading, rows })
    }
}
