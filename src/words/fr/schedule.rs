//! French sentences about the schedule: what its objectives have in common, and which are shown.

use super::planning;
use crate::domain::bidi::closed;
use crate::domain::school::plan::{Filter, Heading, Month, Priority, SortBy, State};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::text::{agree, plural};

/// Above the objectives that have this in common: « 1.1 Pilotage… », « Décembre 2026 », « Professeur TIM ».
pub fn heading(heading: &Heading, questionnaire: &Questionnaire) -> String {
    match heading {
        Heading::Field(id) => planning::field(*id, questionnaire),
        Heading::Month(month) => {
            let title = month.map(|month: Month| month.first_day().month_title());
            title.unwrap_or_else(|| "Sans échéance".to_owned())
        }
        Heading::Lead(name) => lead(name),
        Heading::Status(status) => status.text().to_owned(),
        Heading::Priority(priority) => priorities(*priority).to_owned(),
    }
}

/// Who leads objectives, be it nobody.
pub fn lead(name: &str) -> String {
    match name {
        "" => "Sans pilote".to_owned(),
        name => closed(name),
    }
}

/// What is or is not put first.
pub fn priorities(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "Prioritaires",
        Priority::Usual => "Non prioritaires",
    }
}

/// « En retard », or a status.
pub fn state(state: State) -> &'static str {
    match state {
        State::Late => "En retard",
        State::Of(status) => status.text(),
    }
}

/// « 4 objectifs sur 11 : pilote « Professeur TIM », en retard. »
pub fn filtered(shown: usize, of: usize, filter: &Filter) -> String {
    let lead = filter.lead.as_deref().map(|name| match name {
        "" => "sans pilote".to_owned(),
        name => format!("pilote «\u{a0}{}\u{a0}»", closed(name)),
    });
    let state = filter.state.map(|state| match state {
        State::Late => "en retard".to_owned(),
        State::Of(status) => planning::in_a_sentence(status, shown).to_owned(),
    });
    let priority = filter.priority.map(|priority| match priority {
        Priority::High => agree(shown, "prioritaire", "prioritaires").to_owned(),
        Priority::Usual => agree(shown, "non prioritaire", "non prioritaires").to_owned(),
    });
    let asked: Vec<_> = [lead, state, priority].into_iter().flatten().collect();
    let shown = match shown {
        0 => "Aucun objectif".to_owned(),
        shown => plural(shown, "objectif", "objectifs"),
    };
    format!("{shown} sur\u{a0}{of}\u{a0}: {}.", asked.join(", "))
}

/// By what the objectives of the schedule stand together.
pub fn sort_by(order: SortBy) -> &'static str {
    match order {
        SortBy::Field => "Champ d’action",
        SortBy::Due => "Mois d’échéance",
        SortBy::Lead => "Pilote",
        SortBy::Status => "État",
        SortBy::Priority => "Priorité",
    }
}
