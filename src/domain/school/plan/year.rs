//! « L'année scolaire en un coup d'œil »: from which month to which each objective runs, September to August; and, in
//! words, what is late and what comes next.

use super::schedule::by_due;
use super::{Filter, Objective, ObjectiveId, Plan};
use crate::domain::date::Day;
use crate::domain::school::identity::SchoolYear;

/// Months of a year.
pub const MONTHS: u16 = 12;
/// How many late objectives and coming days are told at most: more is no glance any more.
pub const TOLD: usize = 5;

/// A school year of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Which one.
    pub year: SchoolYear,
    /// The objectives that run in it, the soonest due first.
    pub bars: Vec<Bar>,
    /// How many have dates, all in other years.
    pub elsewhere: usize,
    /// How many have no date.
    pub undated: usize,
}

/// An objective in a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Which one.
    pub id: ObjectiveId,
    /// The month in which it starts, 0 for September; September where it started before.
    pub first: u16,
    /// The month in which it is due; August where it is due later.
    pub last: u16,
    /// « En retard ».
    pub is_late: bool,
}

impl Bar {
    /// Over how many months it runs, at least one.
    pub fn months(self) -> u16 {
        self.last - self.first + 1
    }
}

/// The months of an objective, counted from January of year 0; of one date, its month only. Dates that are upside down
/// are read the other way round.
fn run(objective: &Objective) -> Option<(u32, u32)> {
    let number = |day: Day| u32::from(day.year()) * 12 + u32::from(day.month()) - 1;
    let one = objective.start.or(objective.due).map(number)?;
    let other = objective.due.or(objective.start).map(number)?;
    Some((one.min(other), one.max(other)))
}

/// The number of the September of a school year.
fn september(year: SchoolYear) -> u32 {
    u32::from(year.start()) * 12 + 8
}

impl Year {
    /// The first day of each month of a school year.
    pub fn months(year: SchoolYear) -> impl Iterator<Item = Day> {
        let first = move |number: u16| {
            let month = u8::try_from((8 + number) % MONTHS + 1).ok()?;
            Day::new(year.start() + (8 + number) / MONTHS, month, 1)
        };
        (0..MONTHS).filter_map(first)
    }

    /// A school year of the objectives that a filter leaves, on the day of reading.
    pub fn of(plan: &Plan, filter: &Filter, year: SchoolYear, today: Day) -> Self {
        let from = september(year);
        let to = from + u32::from(MONTHS) - 1;
        let place = |month: u32| u16::try_from(month - from).unwrap_or(0);
        let mut found = Self {
            year,
            bars: Vec::new(),
            elsewhere: 0,
            undated: 0,
        };
        for (id, objective) in by_due(plan, filter, today) {
            match run(objective) {
                None => found.undated += 1,
                Some((first, last)) if last < from || first > to => found.elsewhere += 1,
                Some((first, last)) => found.bars.push(Bar {
                    id,
                    first: place(first.max(from)),
                    last: place(last.min(to)),
                    is_late: objective.is_late(today),
                }),
            }
        }
        found
    }

    /// The school years in which an objective runs that a filter leaves, in order.
    pub fn all(plan: &Plan, filter: &Filter, today: Day) -> Vec<SchoolYear> {
        let shown = plan.iter().filter(|(_, one)| filter.keeps(one, today));
        let runs: Vec<_> = shown.filter_map(|(_, one)| run(one)).collect();
        let years = (2000..2100).filter_map(SchoolYear::starting_in);
        let is_in = |year: &SchoolYear| {
            let from = september(*year);
            let to = from + u32::from(MONTHS) - 1;
            runs.iter()
                .any(|(first, last)| *last >= from && *first <= to)
        };
        years.filter(is_in).collect()
    }

    /// The one to show first of these: that of today, the next one, or the last.
    pub fn first_shown(years: &[SchoolYear], today: Day) -> Option<SchoolYear> {
        let now = SchoolYear::of(today);
        let mut coming = years.iter().filter(|year| now <= Some(**year));
        coming.next().or(years.last()).copied()
    }
}

/// What a council looks at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// « En retard »: the due dates that are past, the longest late first.
    pub late: Vec<(Day, ObjectiveId)>,
    /// The next day of each open objective, a milestone or its due date; the soonest first.
    pub next: Vec<(Day, ObjectiveId)>,
}

impl Coming {
    /// What is late and what comes next of the objectives that a filter leaves.
    pub fn of(plan: &Plan, filter: &Filter, today: Day) -> Self {
        let mut coming = Self {
            late: Vec::new(),
            next: Vec::new(),
        };
        for (id, objective) in by_due(plan, filter, today) {
            if let Some(due) = objective.due.filter(|_| objective.is_late(today)) {
                coming.late.push((due, id));
            } else if let Some(day) = objective.next_day(today) {
                let place = coming.next.partition_point(|(other, _)| *other <= day);
                coming.next.insert(place, (day, id));
            }
        }
        coming
    }
}
