//! The due dates of the plan as a calendar (.ics, RFC 5545): an all-day event for each, which blocks nobody's day.

use super::words;
use crate::domain::checksum::crc_32;
use crate::domain::date::{Day, Moment};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{Objective, ObjectiveId, Priority, Status};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::text::folded;

/// Longest line, in bytes, its end apart.
const LINE_MAX: usize = 75;
/// Longest title of an event, in characters: agendas show no more.
const TITLE_MAX: usize = 80;
/// A reminder comes so many days before.
const REMINDER_DAYS: u8 = 7;
/// At 9 o'clock, seven days before the start of a day. Written as Apple's calendar reads it.
const TRIGGER: &str = "-P6DT15H";

/// What is wanted in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Only the objectives of this lead.
    pub lead: Option<String>,
    /// How one is reminded.
    pub reminders: Reminders,
    /// Now, in universal time.
    pub stamp: Moment,
}

/// How one is reminded of a due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminders {
    /// By the alarm of the event, which some calendars drop.
    Alarms,
    /// By an event of its own too, a week before.
    Events,
}

/// The calendar; `None` where no objective that is asked for has a due date.
pub fn write(dossier: &Dossier, questionnaire: &Questionnaire, asked: &Asked) -> Option<String> {
    let Dossier {
        identity,
        answers: _,
        plan,
        contacts: _,
        decisions: _,
        edited_at,
        unknown_fields: _,
    } = dossier;
    let whose = words::whose(identity);
    let mut calendar = Calendar {
        text: String::new(),
        questionnaire,
        owner: crc_32(folded(&whose).as_bytes()),
        stamp: digits(&asked.stamp.to_string()),
        sequence: sequence(*edited_at),
    };
    calendar.start(&whose);
    let mut is_empty = true;
    for (id, objective) in plan.iter() {
        let is_asked = |lead: &String| folded(lead.trim()) == folded(objective.lead.trim());
        let Some(due) = objective.due.filter(|_| asked.lead.iter().all(is_asked)) else {
            continue;
        };
        is_empty = false;
        calendar.add(id, objective, due, asked.reminders);
    }
    calendar.line("END", "VCALENDAR");
    (!is_empty).then_some(calendar.text)
}

/// A calendar that is being written.
struct Calendar<'a> {
    text: String,
    questionnaire: &'a Questionnaire,
    /// What tells the events of one school from those of another.
    owner: u32,
    stamp: String,
    sequence: u64,
}

impl Calendar<'_> {
    fn start(&mut self, whose: &str) {
        self.line("BEGIN", "VCALENDAR");
        self.line("VERSION", "2.0");
        self.line("PRODID", "-//NumEA-Etablissement//Objectifs//FR");
        self.line("CALSCALE", "GREGORIAN");
        self.line("METHOD", "PUBLISH");
        let name = ["Objectifs NumEA", whose].join(" – ");
        let name = name.trim_end_matches(" – ").to_owned();
        self.text_line("X-WR-CALNAME", &name);
    }

    fn add(&mut self, id: ObjectiveId, objective: &Objective, due: Day, reminders: Reminders) {
        let title = self.title(objective);
        let is_open = objective.status.is_open();
        self.begin(&format!("objectif-{id}"), due);
        self.text_line("SUMMARY", &[prefix(objective.status), &title].concat());
        self.text_line("DESCRIPTION", &self.description(objective));
        let status = match objective.status {
            Status::ToStart | Status::Ongoing | Status::Done => "CONFIRMED",
            Status::Abandoned => "CANCELLED",
        };
        self.line("STATUS", status);
        if objective.priority == Priority::High {
            self.line("PRIORITY", "1");
        }
        // Alarms come after every property, or some calendars refuse the whole file.
        if is_open {
            self.alarm(&title);
        }
        self.line("END", "VEVENT");
        let reminded = before(due).filter(|_| is_open && reminders == Reminders::Events);
        if let Some(day) = reminded {
            self.begin(&format!("objectif-{id}-rappel"), day);
            let when = format!("Dans 7 jours\u{a0}: {title}");
            self.text_line("SUMMARY", &when);
            self.text_line("DESCRIPTION", &self.description(objective));
            self.line("STATUS", "CONFIRMED");
            self.line("END", "VEVENT");
        }
    }

    /// What every event starts with. The day after the last one ends an event of whole days.
    fn begin(&mut self, name: &str, day: Day) {
        self.line("BEGIN", "VEVENT");
        let id = format!("{name}-{:08x}@numea-etablissement", self.owner);
        self.line("UID", &id);
        let (stamp, sequence) = (self.stamp.clone(), self.sequence.to_string());
        self.line("DTSTAMP", &[&stamp, "Z"].concat());
        self.line("SEQUENCE", &sequence);
        self.line("DTSTART;VALUE=DATE", &digits(&day.to_string()));
        let next = day.later(1);
        if next > day {
            self.line("DTEND;VALUE=DATE", &digits(&next.to_string()));
        }
        self.line("TRANSP", "TRANSPARENT");
        self.line("CATEGORIES", "NumEA");
    }

    fn alarm(&mut self, title: &str) {
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", TRIGGER);
        self.text_line("DESCRIPTION", &format!("Dans 7 jours\u{a0}: {title}"));
        self.line("END", "VALARM");
    }

    /// The first line of the description, or the item or field that it is about.
    fn title(&self, objective: &Objective) -> String {
        let first = objective.description.lines().map(str::trim);
        let title = first
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .next()
            .unwrap_or_else(|| self.about(objective));
        match title.char_indices().nth(TITLE_MAX) {
            Some((end, _)) => [title.get(..end).unwrap_or_default().trim_end(), "…"].concat(),
            None => title,
        }
    }

    /// « Champ 1.1 – Pilotage… – item 1.1.3 – étape 2 ».
    fn about(&self, objective: &Objective) -> String {
        let field = self.questionnaire.field(objective.field);
        let title = field.map(|field| field.title.as_str()).unwrap_or_default();
        let item = objective.item.map(|item| {
            let title = self.questionnaire.item(item).map(|item| &item.title);
            let title = title.map(String::as_str).unwrap_or_default();
            format!(" – item\u{a0}{item} {title}")
        });
        let stage = objective
            .stage
            .map(|stage| format!(" – étape\u{a0}{stage}"));
        let (item, stage) = (item.unwrap_or_default(), stage.unwrap_or_default());
        format!("Champ\u{a0}{} {title}{item}{stage}", objective.field)
    }

    /// Follow-up notes stay in the dossier: an agenda is shared more widely.
    fn description(&self, objective: &Objective) -> String {
        let Objective {
            field: _,
            description,
            item: _,
            stage: _,
            lead,
            start: _,
            due: _,
            indicator,
            target,
            means,
            status,
            priority: _,
            is_attainable: _,
            rhythm: _,
            notes: _,
        } = objective;
        let measure = [indicator.trim(), target.trim()].join(" → ");
        let lines = [
            ("", description.trim()),
            ("", &self.about(objective)),
            ("Pilote\u{a0}: ", lead.trim()),
            (
                "Indicateur et valeur cible\u{a0}: ",
                measure.trim_matches([' ', '→']),
            ),
            ("Moyens\u{a0}: ", means.trim()),
            ("État\u{a0}: ", status.text()),
        ];
        let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
        let said: Vec<_> = said.map(|(name, text)| [name, text].concat()).collect();
        said.join("\n")
    }

    /// A property whose value is a text of people.
    fn text_line(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A property, folded: no line is longer than [`LINE_MAX`] bytes, and none is cut within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if width + char.len_utf8() > LINE_MAX {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(char);
            width += char.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn prefix(status: Status) -> &'static str {
    match status {
        Status::ToStart | Status::Ongoing => "Échéance\u{a0}: ",
        Status::Done => "Terminé\u{a0}: ",
        Status::Abandoned => "Abandonné\u{a0}: ",
    }
}

/// Strokes before what would mean something, ends of lines as `\n`, and nothing that no text may hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(char);
            }
            '\n' => escaped.push_str("\\n"),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}

/// `2026-11-23T10:42:05` as `20261123T104205`.
fn digits(iso: &str) -> String {
    iso.replace(['-', ':'], "")
}

/// Rises with each edit, in minutes since 2020: the same dossier always says the same.
fn sequence(edited_at: Option<Moment>) -> u64 {
    let start = Moment::new((2020, 1, 1), (0, 0, 0));
    let seconds = edited_at
        .zip(start)
        .and_then(|(at, start)| at.seconds_since(start));
    seconds.unwrap_or_default() / 60
}

/// The day a week before.
fn before(day: Day) -> Option<Day> {
    let (year, month, number) = (day.year(), day.month(), day.day_of_month());
    if let Some(earlier) = number.checked_sub(REMINDER_DAYS).filter(|day| *day > 0) {
        return Day::new(year, month, earlier);
    }
    let (year, month) = match month {
        1 => (year.checked_sub(1)?, 12),
        month => (year, month - 1),
    };
    let last = (28..=31)
        .rev()
        .find(|last| Day::new(year, month, *last).is_some())?;
    Day::new(year, month, last + number - REMINDER_DAYS)
}
