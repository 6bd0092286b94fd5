//! What calendars were given before: a text that the page keeps on this device, so that what is deleted since can be cancelled
//! in the agendas that have it. Nothing else tells: an objective leaves the « Corbeille » after a month.

use super::events::Event;
use super::is_of;
use crate::domain::date::Day;
use crate::domain::json::{NotThis, list, listed, number, quoted, string};

/// Most events that are known: above any plan that is followed. The farthest days are forgotten beyond.
const KNOWN_MAX: usize = 2_000;

/// An event that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// [`Event::name`].
    pub name: String,
    /// Whose: the school that the calendar was made for.
    pub owner: u32,
    pub day: Day,
    pub lead: String,
    pub title: String,
    /// The number that it was given with.
    pub sequence: u64,
}

impl Exported {
    /// An event as it is given now.
    pub fn of(event: &Event, owner: u32, sequence: u64) -> Self {
        Self {
            name: event.name.clone(),
            owner,
            day: event.day,
            lead: event.lead.clone(),
            title: event.title.clone(),
            sequence,
        }
    }

    fn write(&self) -> String {
        let Self {
            name,
            owner,
            day,
            lead,
            title,
            sequence,
        } = self;
        listed([
            quoted(name),
            owner.to_string(),
            quoted(&day.to_string()),
            quoted(lead),
            quoted(title),
            sequence.to_string(),
        ])
    }

    fn read(raw: &str) -> Result<Self, NotThis> {
        let [name, owner, day, lead, title, sequence] =
            <[String; 6]>::try_from(list(raw)?).map_err(|_| NotThis)?;
        Ok(Self {
            name: string(&name)?,
            owner: u32::try_from(number(&owner)?).map_err(|_| NotThis)?,
            day: string(&day)?.parse().map_err(|_| NotThis)?,
            lead: string(&lead)?,
            title: string(&title)?,
            sequence: number(&sequence)?,
        })
    }
}

/// Everything that was given, for days to come.
#[derive(Default)]
pub struct Memory(Vec<Exported>);

impl Memory {
    /// From the text; what does not read says nothing.
    pub fn read(text: &str) -> Self {
        let lines = list(text).unwrap_or_default();
        Self(
            lines
                .iter()
                .filter_map(|raw| Exported::read(raw).ok())
                .collect(),
        )
    }

    /// As the text.
    pub fn write(&self) -> String {
        listed(self.0.iter().map(Exported::write))
    }

    /// What was given to the agendas that are asked for, and is no event of that lead any more. It stays known: whether an
    /// agenda took the cancellation is not told to anybody.
    pub fn gone(&self, owner: u32, all: &[Event], lead: Option<&str>) -> Vec<Exported> {
        let is_there = |one: &Exported| {
            let same = |event: &&Event| event.name == one.name && is_of(lead, &event.lead);
            all.iter().any(|event| same(&event))
        };
        let given = self
            .0
            .iter()
            .filter(|one| one.owner == owner && is_of(lead, &one.lead));
        let mut gone: Vec<Exported> = Vec::new();
        for one in given.filter(|one| !is_there(one)) {
            // Two leads may have had it one after the other.
            if gone.iter().all(|other| other.name != one.name) {
                gone.push(one.clone());
            }
        }
        gone
    }

    /// An event that is given now, in the place of what was known of it. What another lead was given stays known: that agenda
    /// has it until it is cancelled there.
    pub fn record(&mut self, one: Exported) {
        let key = |one: &Exported| (one.name.clone(), one.owner, one.lead.clone());
        self.0.retain(|other| key(other) != key(&one));
        self.0.push(one);
    }

    /// Past days are cancelled in no agenda.
    pub fn forget_before(&mut self, today: Day) {
        self.0.retain(|one| one.day >= today);
        if self.0.len() > KNOWN_MAX {
            self.0.sort_by_key(|one| one.day);
            self.0.truncate(KNOWN_MAX);
        }
    }
}
