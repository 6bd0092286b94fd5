//! Which events a plan gives, and what they say.

use crate::domain::date::Day;
use crate::domain::school::plan::{Objective, ObjectiveId, Plan, Priority, Status};
use crate::domain::school::questionnaire::Questionnaire;

/// Longest title of an event, in characters: agendas show no more.
const TITLE_MAX: usize = 80;
/// A reminder comes so many days before.
const REMINDER_DAYS: u8 = 7;

/// An event of one whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What tells it from the others of the school, always the same.
    pub name: String,
    pub day: Day,
    /// Who leads the objective; nobody, of the whole school's.
    pub lead: String,
    pub title: String,
    pub description: String,
    /// `CONFIRMED`, `CANCELLED`.
    pub status: &'static str,
    /// Whether its objective comes first.
    pub is_first: bool,
    /// Whether it only reminds of another.
    pub is_reminder: bool,
    /// What its alarm says, where it has one.
    pub alarm: Option<String>,
}

/// Every event, reminders too: of each objective that is due its due date and, while it is open, its milestones; then the next
/// positioning.
pub fn events(plan: &Plan, questionnaire: &Questionnaire, next: Option<Day>) -> Vec<Event> {
    let mut events = Vec::new();
    for (id, objective) in plan.iter() {
        if let Some(due) = objective.due {
            add(&mut events, questionnaire, (id, objective), due);
        }
    }
    events.extend(next.map(next_positioning));
    events
}

fn next_positioning(day: Day) -> Event {
    let title = "Prochain positionnement NumEA-Établissement";
    Event {
        name: "positionnement".to_owned(),
        day,
        lead: String::new(),
        title: title.to_owned(),
        description: "Reprendre le questionnaire, et comparer avec le positionnement d’avant."
            .to_owned(),
        status: "CONFIRMED",
        is_first: false,
        is_reminder: false,
        alarm: Some(in_a_week(title)),
    }
}

fn add(
    events: &mut Vec<Event>,
    questionnaire: &Questionnaire,
    (id, objective): (ObjectiveId, &Objective),
    due: Day,
) {
    let title = title(objective, questionnaire);
    let is_open = objective.status.is_open();
    let event = |name: String, day: Day, title: String| Event {
        name,
        day,
        lead: objective.lead.trim().to_owned(),
        title,
        description: description(objective, questionnaire),
        status: "CONFIRMED",
        is_first: false,
        is_reminder: false,
        alarm: None,
    };
    let name = format!("objectif-{id}");
    let mut main = event(name, due, [prefix(objective.status), &title].concat());
    main.status = match objective.status {
        Status::ToStart | Status::Ongoing | Status::Done => "CONFIRMED",
        Status::Abandoned => "CANCELLED",
    };
    main.is_first = objective.priority == Priority::High;
    main.alarm = is_open.then(|| in_a_week(&title));
    events.push(main);
    if !is_open {
        return;
    }
    events.extend(before(due).map(|day| {
        let mut reminder = event(format!("objectif-{id}-rappel"), day, in_a_week(&title));
        reminder.is_reminder = true;
        reminder
    }));
    // Counted back from the due date, as its milestones are: a start that moves renames none.
    for (number, day) in (1..).zip(objective.milestones().into_iter().rev()) {
        let title = format!("Point d’étape\u{a0}: {title}");
        events.push(event(format!("objectif-{id}-etape-{number}"), day, title));
    }
}

fn in_a_week(title: &str) -> String {
    format!("Dans 7 jours\u{a0}: {title}")
}

fn prefix(status: Status) -> &'static str {
    match status {
        Status::ToStart | Status::Ongoing => "Échéance\u{a0}: ",
        Status::Done => "Terminé\u{a0}: ",
        Status::Abandoned => "Abandonné\u{a0}: ",
    }
}

/// The first line of the description, or the item or field that it is about.
fn title(objective: &Objective, questionnaire: &Questionnaire) -> String {
    let first = objective.description.lines().map(str::trim);
    let title = first
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .next()
        .unwrap_or_else(|| about(objective, questionnaire));
    match title.char_indices().nth(TITLE_MAX) {
        Some((end, _)) => [title.get(..end).unwrap_or_default().trim_end(), "…"].concat(),
        None => title,
    }
}

/// « Champ 1.1 – Pilotage… – item 1.1.3 – étape 2 ».
fn about(objective: &Objective, questionnaire: &Questionnaire) -> String {
    let field = questionnaire.field(objective.field);
    let title = field.map(|field| field.title.as_str()).unwrap_or_default();
    let item = objective.item.map(|item| {
        let title = questionnaire.item(item).map(|item| &item.title);
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
fn description(objective: &Objective, questionnaire: &Questionnaire) -> String {
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
        ("", &about(objective, questionnaire)),
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
