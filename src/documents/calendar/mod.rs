//! The due dates and milestones of the plan as a calendar (.ics, RFC 5545): an all-day event for each, which blocks nobody's
//! day. What the calendar before had and this one has no more is cancelled in it: agendas only add and change.

mod events;
mod exported;
mod text;

use super::words;
use crate::domain::checksum::crc_32;
use crate::domain::date::{Day, Moment};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::text::folded;
use events::{Event, events};
use exported::{Exported, Memory};
use text::Text;

/// At 9 o'clock, seven days before the start of a day. Written as Apple's calendar reads it.
const TRIGGER: &str = "-P6DT15H";

/// What is wanted in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Only the objectives of this lead.
    pub lead: Option<String>,
    /// How one is reminded.
    pub reminders: Reminders,
    /// « Prochain positionnement », where it is wanted.
    pub next_positioning: Option<Day>,
    /// Now, in universal time.
    pub stamp: Moment,
    /// What [`Made::exported`] was the last time; empty for none.
    pub exported: String,
}

/// How one is reminded of a due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminders {
    /// By the alarm of the event, which some calendars drop.
    Alarms,
    /// By an event of its own too, a week before.
    Events,
}

/// A calendar, and what is to be known of it at the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The calendar.
    pub text: String,
    /// The events to come that were ever given, as [`Asked::exported`].
    pub exported: String,
}

/// The calendar; `None` where nothing that is asked for has a date, and nothing is to be cancelled.
pub fn write(dossier: &Dossier, questionnaire: &Questionnaire, asked: &Asked) -> Option<Made> {
    let Dossier {
        identity,
        answers: _,
        plan,
        contacts: _,
        decisions: _,
        edited_at,
        handover: _,
        review: _,
        adaptation: _,
        unknown_fields: _,
    } = dossier;
    let whose = words::whose(identity);
    let owner = crc_32(folded(&whose).as_bytes());
    let sequence = sequence(*edited_at);
    // What stands in some calendar of this dossier: an event that is only not asked for now is not cancelled.
    let all = events(plan, questionnaire, asked.next_positioning);
    let is_asked = |event: &&Event| {
        let is_reminder_asked = !event.is_reminder || asked.reminders == Reminders::Events;
        is_reminder_asked && is_of(asked.lead.as_deref(), &event.lead)
    };
    let mut memory = Memory::read(&asked.exported);
    let gone = memory.gone(owner, &all, asked.lead.as_deref());
    let mut calendar = Calendar::new(&whose, owner, asked.stamp);
    let mut is_empty = gone.is_empty();
    for event in all.iter().filter(is_asked) {
        is_empty = false;
        calendar.add(event, sequence);
        memory.record(Exported::of(event, owner, sequence));
    }
    for one in gone {
        // Above the number that the event had, or agendas would keep that.
        calendar.cancel(&one, sequence.max(one.sequence + 1));
    }
    memory.forget_before(asked.stamp.day());
    (!is_empty).then(|| Made {
        text: calendar.ended(),
        exported: memory.write(),
    })
}

/// Whether an event of `lead` is one of those asked for.
fn is_of(asked: Option<&str>, lead: &str) -> bool {
    asked.is_none_or(|asked| folded(asked.trim()) == folded(lead.trim()))
}

/// Rises with each edit, in minutes since 2020: the same dossier always says the same.
fn sequence(edited_at: Option<Moment>) -> u64 {
    let start = Moment::new((2020, 1, 1), (0, 0, 0));
    let seconds = edited_at
        .zip(start)
        .and_then(|(at, start)| at.seconds_since(start));
    seconds.unwrap_or_default() / 60
}

/// A calendar that is being written.
struct Calendar {
    text: Text,
    /// What tells the events of one school from those of another.
    owner: u32,
    stamp: String,
}

impl Calendar {
    fn new(whose: &str, owner: u32, stamp: Moment) -> Self {
        let mut text = Text::default();
        text.line("BEGIN", "VCALENDAR");
        text.line("VERSION", "2.0");
        text.line("PRODID", "-//NumEA-Etablissement//Objectifs//FR");
        text.line("CALSCALE", "GREGORIAN");
        text.line("METHOD", "PUBLISH");
        let name = ["Objectifs NumEA", whose].join(" – ");
        text.words("X-WR-CALNAME", name.trim_end_matches(" – "));
        Self {
            text,
            owner,
            stamp: [&digits(&stamp.to_string()), "Z"].concat(),
        }
    }

    fn add(&mut self, event: &Event, sequence: u64) {
        self.begin(&event.name, event.day, sequence);
        self.text.words("SUMMARY", &event.title);
        self.text.words("DESCRIPTION", &event.description);
        self.text.line("STATUS", event.status);
        if event.is_first {
            self.text.line("PRIORITY", "1");
        }
        // Alarms come after every property, or some calendars refuse the whole file.
        if let Some(words) = &event.alarm {
            self.text.line("BEGIN", "VALARM");
            self.text.line("ACTION", "DISPLAY");
            self.text.line("TRIGGER", TRIGGER);
            self.text.words("DESCRIPTION", words);
            self.text.line("END", "VALARM");
        }
        self.text.line("END", "VEVENT");
    }

    fn cancel(&mut self, one: &Exported, sequence: u64) {
        self.begin(&one.name, one.day, sequence);
        let title = format!("Annulé\u{a0}: {}", one.title);
        self.text.words("SUMMARY", &title);
        self.text.line("STATUS", "CANCELLED");
        self.text.line("END", "VEVENT");
    }

    /// What every event starts with. The day after the last one ends an event of whole days.
    fn begin(&mut self, name: &str, day: Day, sequence: u64) {
        self.text.line("BEGIN", "VEVENT");
        let id = format!("{name}-{:08x}@numea-etablissement", self.owner);
        self.text.line("UID", &id);
        self.text.line("DTSTAMP", &self.stamp);
        self.text.line("SEQUENCE", &sequence.to_string());
        self.text
            .line("DTSTART;VALUE=DATE", &digits(&day.to_string()));
        let next = day.later(1);
        if next > day {
            self.text
                .line("DTEND;VALUE=DATE", &digits(&next.to_string()));
        }
        self.text.line("TRANSP", "TRANSPARENT");
        self.text.line("CATEGORIES", "NumEA");
    }

    fn ended(mut self) -> String {
        self.text.line("END", "VCALENDAR");
        self.text.ended()
    }
}

/// `2026-11-23T10:42:05` as `20261123T104205`.
fn digits(iso: &str) -> String {
    iso.replace(['-', ':'], "")
}
