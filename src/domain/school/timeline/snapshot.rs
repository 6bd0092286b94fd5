//! « Positionnement daté »: the dossier as it was when it was taken. It is written once and never edited.

use std::fmt;
use std::str::FromStr;

use crate::domain::date::{Day, Moment};
use crate::domain::school::dossier::{Bin, Dossier};
use crate::domain::school::plan::{Objective, Plan, Status};
use crate::domain::text::one_line;

/// Longest name of a positioning, in characters.
pub const NAME_MAX: usize = 80;

/// When a positioning was taken, and which one of that second: what it is known by. Never given twice on a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SnapshotId {
    taken_at: Moment,
    number: u8,
}

impl SnapshotId {
    /// The first id of this moment that is not taken; `None` where all of that second are, which no person reaches.
    pub fn free(taken_at: Moment, taken: &[Self]) -> Option<Self> {
        let mut ids = (1..=9).map(|number| Self { taken_at, number });
        ids.find(|id| !taken.contains(id))
    }

    /// When it was taken, which may be years after the day that it is of.
    pub fn taken_at(self) -> Moment {
        self.taken_at
    }
}

impl fmt::Display for SnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.taken_at, self.number)
    }
}

/// The text is no id of a positioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a positioning")]
pub struct NotAnId;

impl FromStr for SnapshotId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (moment, number) = text.rsplit_once('.').ok_or(NotAnId)?;
        let number: u8 = number.parse().map_err(|_| NotAnId)?;
        let taken_at = moment.parse().map_err(|_| NotAnId)?;
        let id = Self { taken_at, number };
        let is_written_so = (1..=9).contains(&number) && id.to_string() == text;
        is_written_so.then_some(id).ok_or(NotAnId)
    }
}

/// What a list shows of a positioning: it is read without the dossier in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is known by.
    pub id: SnapshotId,
    /// The day that it is of: today, or an earlier one, for what was on paper.
    pub day: Day,
    /// What it is called: one line of [`NAME_MAX`] characters at most; empty where the day says enough.
    pub name: String,
}

/// « Positionnement daté » of a school.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// What it is known by.
    pub id: SnapshotId,
    /// The day that it is of: today, or an earlier one, for what was on paper.
    pub day: Day,
    /// What it is called: one line of [`NAME_MAX`] characters at most; empty where the day says enough.
    pub name: String,
    /// The dossier as it was, without its « Corbeille ».
    pub dossier: Dossier,
}

impl Snapshot {
    /// Takes the dossier as it is now.
    pub fn of(id: SnapshotId, day: Day, name: &str, dossier: &Dossier) -> Self {
        Self {
            id,
            day,
            name: one_line(name, NAME_MAX),
            dossier: dossier.for_file(Bin::LeftOut),
        }
    }

    /// As much of it as comparing needs: what was answered, by which questionnaire, and the objectives that were reached. Thirty
    /// of them take no room.
    pub fn to_compare(&self) -> Self {
        let mut plan = Plan::default();
        let done = |one: &Objective| one.status == Status::Done;
        for (id, objective) in self.dossier.plan.iter().filter(|(_, one)| done(one)) {
            plan.set(id, objective.clone());
        }
        let dossier = Dossier {
            answers: self.dossier.answers.responses_only(),
            adaptation: self.dossier.adaptation.clone(),
            plan,
            ..Dossier::default()
        };
        Self {
            id: self.id,
            day: self.day,
            name: self.name.clone(),
            dossier,
        }
    }

    /// What a list shows of it.
    pub fn head(&self) -> Head {
        Head {
            id: self.id,
            day: self.day,
            name: self.name.clone(),
        }
    }
}

/// The latest day first; of one day, what was taken last.
pub fn in_order(heads: impl IntoIterator<Item = Head>) -> Vec<Head> {
    let mut sorted: Vec<Head> = Vec::new();
    for one in heads {
        let place = sorted
            .iter()
            .position(|other| (other.day, other.id) < (one.day, one.id));
        sorted.insert(place.unwrap_or(sorted.len()), one);
    }
    sorted
}
