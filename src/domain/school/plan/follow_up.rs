//! « Suivi »: what is noted of an objective between two councils, and how often that is to be done.

use super::Objective;
use crate::domain::date::Day;
use crate::domain::school::answers::at_most;

/// Most follow-up notes of one objective: two a month for a year.
pub const NOTES_MAX: usize = 24;
/// Most follow-up notes of a whole plan, so that the fullest file stays below its limit.
pub const PLAN_NOTES_MAX: usize = 2_000;
/// Longest value of an indicator in a note, in characters.
pub const VALUE_MAX: usize = 60;
/// Longest remark in a note, in characters.
pub const REMARK_MAX: usize = 200;

/// « Note de suivi »: « 12/03 : 6 classes sur 10 ».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// The day that it speaks of; none where it was emptied.
    pub on: Option<Day>,
    /// Value of the indicator on that day; at most [`VALUE_MAX`] characters.
    pub value: String,
    /// What was done or decided; at most [`REMARK_MAX`] characters.
    pub remark: String,
}

impl FollowUp {
    /// A note of this day, with nothing written yet.
    pub fn new(on: Day) -> Self {
        Self {
            on: Some(on),
            ..Self::default()
        }
    }

    /// Whether nothing but its day is written.
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty() && self.remark.trim().is_empty()
    }

    /// The same with each text cut to its longest.
    fn within_limits(&self) -> Self {
        Self {
            on: self.on,
            value: at_most(&self.value, VALUE_MAX),
            remark: at_most(&self.remark, REMARK_MAX),
        }
    }
}

/// The first [`NOTES_MAX`] notes, each with its texts cut to their longest.
pub(super) fn within_limits(notes: &[FollowUp]) -> Vec<FollowUp> {
    let notes = notes.iter().take(NOTES_MAX);
    notes.map(FollowUp::within_limits).collect()
}

/// « Points d'étape »: how often an objective is looked at before it is due. One objective has several, so that a
/// commission that meets twice a year is written once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// « Une fois par an ».
    Yearly,
    /// « Deux fois par an ».
    TwiceYearly,
    /// « Trois fois par an ».
    ThriceYearly,
    /// « Chaque mois ».
    Monthly,
}

impl Rhythm {
    /// The four, the rarest first.
    pub const ALL: [Self; 4] = [
        Self::Yearly,
        Self::TwiceYearly,
        Self::ThriceYearly,
        Self::Monthly,
    ];

    /// Months from one to the next.
    fn months(self) -> u16 {
        match self {
            Self::Yearly => 12,
            Self::TwiceYearly => 6,
            Self::ThriceYearly => 4,
            Self::Monthly => 1,
        }
    }
}

/// Most milestones of an objective that are counted: five years of months.
const MILESTONES_MAX: u16 = 60;

impl Objective {
    /// The last value that was noted, with its day; of one day, the one that was written last.
    pub fn current(&self) -> Option<&FollowUp> {
        let with_value = |note: &&FollowUp| !note.value.trim().is_empty();
        self.notes.iter().filter(with_value).max_by_key(|n| n.on)
    }

    /// « Points d'étape »: the days at its rhythm, counted back from its due date, which is the last and is not
    /// one of them; after its start or, where that is not said, within the year before.
    pub fn milestones(&self) -> Vec<Day> {
        let Some((rhythm, due)) = self.rhythm.zip(self.due) else {
            return Vec::new();
        };
        let after = self.start.unwrap_or_else(|| earlier(due, 12));
        let back = (1..=MILESTONES_MAX).map(|number| earlier(due, number * rhythm.months()));
        let mut days: Vec<_> = back.take_while(|day| *day > after).collect();
        days.reverse();
        days
    }

    /// The next day on which something is expected of it: a milestone or its due date; none where it is closed.
    pub fn next_day(&self, today: Day) -> Option<Day> {
        let days = self.milestones().into_iter().chain(self.due);
        let mut coming = days.filter(|day| *day >= today);
        coming.next().filter(|_| self.status.is_open())
    }

    /// Opens a note of this day for writing, after those that say something; where no more notes are kept, none.
    pub fn open_note(&mut self, on: Day) {
        self.notes.retain(|note| !note.is_blank());
        if self.notes.len() < NOTES_MAX {
            self.notes.push(FollowUp::new(on));
        }
    }

    /// Whether it is over, by its status or by its date: it can then be taken up again.
    pub fn is_over(&self, today: Day) -> bool {
        !self.status.is_open() || self.due.is_some_and(|due| due < today)
    }

    /// « Reprendre pour l'an prochain »: the same a year later, still to be done, with nothing followed up.
    #[must_use]
    pub fn for_next_year(&self) -> Self {
        let next = |day: Option<Day>| day.map(|day| later(day, 12));
        Self {
            start: next(self.start),
            due: next(self.due),
            status: super::Status::default(),
            is_attainable: false,
            notes: Vec::new(),
            ..self.clone()
        }
    }
}

/// The same day so many months earlier, or the last of that month; the first day there is before year 1.
fn earlier(day: Day, months: u16) -> Day {
    let number = months_until(day).checked_sub(u32::from(months));
    number.map_or(Day::FIRST, |number| in_month(day, number))
}

/// The same day so many months later, or the last of that month; the same day after year 9999.
fn later(day: Day, months: u16) -> Day {
    in_month(day, months_until(day) + u32::from(months))
}

/// Months since January of year 0.
fn months_until(day: Day) -> u32 {
    u32::from(day.year()) * 12 + u32::from(day.month()) - 1
}

fn in_month(day: Day, number: u32) -> Day {
    let year = u16::try_from(number / 12).unwrap_or(u16::MAX);
    let month = u8::try_from(number % 12 + 1).unwrap_or(1);
    // From the 31st back to the 28th, which every month has.
    let days = (1..=day.day_of_month()).rev().take(4);
    let mut found = days.filter_map(|of_month| Day::new(year, month, of_month));
    let before = if number / 12 == 0 { Day::FIRST } else { day };
    found.next().unwrap_or(before)
}
