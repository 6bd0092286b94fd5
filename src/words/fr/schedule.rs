//! French sentences about the schedule: what its objectives have in common, and which are shown.

use super::planning;
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::identity::SchoolYear;
use crate::domain::school::plan::{
    Filter, Heading, Month, Objective, Priority, SortBy, State, Year,
};
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

/// « Échéance le 13 novembre 2026 – Professeur TIM », or a milestone on this day.
pub fn expected(objective: &Objective, day: Day) -> String {
    let what = if objective.due == Some(day) {
        "Échéance"
    } else {
        "Point d’étape"
    };
    let lead = match objective.lead.trim() {
        "" => String::new(),
        name => format!(" – {}", closed(name)),
    };
    format!("{what} le\u{a0}{}{lead}", day.text())
}

/// « et 3 autres », beside those that are told.
pub fn more(number: usize) -> Option<String> {
    let others = plural(number, "autre", "autres");
    (number > 0).then(|| format!("et {others}"))
}

/// « du 7 sept. 2026 au 13 nov. 2026, terminé »: what the bar of an objective shows.
pub fn run(objective: &Objective) -> String {
    let status = planning::in_a_sentence(objective.status, 1);
    format!("{}, {status}", planning::dates(objective))
}

/// What the bars look like.
pub const BARS: &str = "Barre pleine\u{a0}: objectif à lancer ou en cours. Barre vide\u{a0}: objectif terminé ou abandonné.";

/// What the table of months is.
pub fn year_caption(year: SchoolYear) -> String {
    format!(
        "Objectifs mois par mois, de septembre\u{a0}{} à août\u{a0}{}",
        year.start(),
        year.start() + 1
    )
}

/// « 2 objectifs sans date et 1 objectif d’une autre année ne figurent pas dans ce tableau. »
pub fn beside(year: &Year) -> Option<String> {
    let undated = plural(year.undated, "objectif sans date", "objectifs sans date");
    let elsewhere = plural(
        year.elsewhere,
        "objectif d’une autre année",
        "objectifs d’une autre année",
    );
    let who = match (year.undated, year.elsewhere) {
        (0, 0) => return None,
        (_, 0) => undated,
        (0, _) => elsewhere,
        (_, _) => format!("{undated} et {elsewhere}"),
    };
    let verb = agree(year.undated + year.elsewhere, "figure", "figurent");
    Some(format!("{who} ne {verb} pas dans ce tableau."))
}
