//! What a table that came in would change, in words, for the page to show.

use super::words;
use crate::domain::school::answers::Response;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::import::{Line, Offer, Part};
use crate::domain::school::plan::{Objective, Priority, Status};
use crate::domain::school::positioning::{ItemPositioning, StatementState};
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};

/// A line in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is about: « 1.1.3 La charte numérique ».
    pub about: String,
    /// Which part of that: « Réponse ».
    pub part: &'static str,
    /// What the dossier says now; empty for nothing.
    pub before: String,
    /// What it would say.
    pub after: String,
}

/// A line in words, beside what the dossier says.
pub fn shown(line: &Line, dossier: &Dossier, questionnaire: &Questionnaire) -> Shown {
    let of_item = |item: &ItemId| {
        let title = questionnaire.item(*item).map(|item| item.title.as_str());
        format!("{item} {}", title.unwrap_or_default())
    };
    let (about, part, before, after) = match &line.offer {
        Offer::Response(item, response) => {
            let before = dossier.answers.response(*item);
            let in_words = |response| answered(*item, response, questionnaire);
            (
                of_item(item),
                "Réponse",
                in_words(before),
                in_words(*response),
            )
        }
        Offer::Note(item, text) => {
            let before = dossier.answers.get(*item).note;
            (of_item(item), "Note", before, text.clone())
        }
        Offer::Proofs(item, links) => {
            let before = dossier.answers.get(*item).proofs.join("\n");
            (of_item(item), "Liens de preuve", before, links.join("\n"))
        }
        Offer::Part(id, part) => {
            let objective = dossier.plan.get(*id);
            let (name, after) = part_in_words(part, questionnaire);
            let before = objective.map(|one| before(one, part, questionnaire));
            let description = objective.map(|one| first_line(&one.description));
            let about = format!(
                "Objectif n°\u{a0}{id} – {}",
                description.unwrap_or_default()
            );
            (
                about.trim_end_matches([' ', '–']).to_owned(),
                name,
                before.unwrap_or_default(),
                after,
            )
        }
        Offer::New(objective) => {
            let after = new_objective(objective, questionnaire);
            ("Nouvel objectif".to_owned(), "", String::new(), after)
        }
    };
    Shown {
        about,
        part,
        before: before.trim().to_owned(),
        after,
    }
}

/// « Étape 1 : oui ; étape 2 : en partie (2 sur 3) ; étape 3 : non », or the answer for the whole item.
fn answered(item: ItemId, response: Response, questionnaire: &Questionnaire) -> String {
    if let Some(declared) = response.declared() {
        return words::declared(declared).to_owned();
    }
    let Some(item) = questionnaire.item(item) else {
        return String::new();
    };
    if response.ticks().within(item).is_empty() {
        return String::new();
    }
    let counted = ItemPositioning::of(item, response);
    let stages = Stage::ALL.map(|stage| {
        let state = *stage.of(&counted.statements);
        let word = words::statement(state);
        let of_which = match state {
            StatementState::Partial { ticked, of } => format!(" ({ticked} sur\u{a0}{of})"),
            StatementState::Reached | StatementState::NotReached => String::new(),
        };
        format!("étape\u{a0}{stage}\u{a0}: {word}{of_which}")
    });
    stages.join("\n")
}

fn part_in_words(part: &Part, questionnaire: &Questionnaire) -> (&'static str, String) {
    match part {
        Part::Aim(field, item) => ("Champ et item visés", aim(*field, *item, questionnaire)),
        Part::Stage(stage) => ("Étape visée", stage.to_string()),
        Part::Description(text) => ("Objectif", text.clone()),
        Part::Lead(text) => ("Pilote", text.clone()),
        Part::Start(day) => ("Début", day.text()),
        Part::Due(day) => ("Échéance", day.text()),
        Part::Indicator(text) => ("Indicateur", text.clone()),
        Part::Target(text) => ("Valeur cible", text.clone()),
        Part::Means(text) => ("Moyens", text.clone()),
        Part::Status(status) => ("État", status.text().to_owned()),
        Part::Priority(priority) => ("Priorité", priority_text(*priority).to_owned()),
    }
}

fn before(objective: &Objective, part: &Part, questionnaire: &Questionnaire) -> String {
    let day = |day: Option<crate::domain::date::Day>| day.map(|day| day.text());
    match part {
        Part::Aim(..) => aim(objective.field, objective.item, questionnaire),
        Part::Stage(_) => objective
            .stage
            .map(|stage| stage.to_string())
            .unwrap_or_default(),
        Part::Description(_) => objective.description.clone(),
        Part::Lead(_) => objective.lead.clone(),
        Part::Start(_) => day(objective.start).unwrap_or_default(),
        Part::Due(_) => day(objective.due).unwrap_or_default(),
        Part::Indicator(_) => objective.indicator.clone(),
        Part::Target(_) => objective.target.clone(),
        Part::Means(_) => objective.means.clone(),
        Part::Status(_) => objective.status.text().to_owned(),
        Part::Priority(_) => priority_text(objective.priority).to_owned(),
    }
}

fn aim(field: FieldId, item: Option<ItemId>, questionnaire: &Questionnaire) -> String {
    match item {
        Some(item) => {
            let title = questionnaire.item(item).map(|item| item.title.as_str());
            format!("{item} {}", title.unwrap_or_default())
        }
        None => {
            let title = questionnaire.field(field).map(|field| field.title.as_str());
            format!("{field} {}", title.unwrap_or_default())
        }
    }
}

fn priority_text(priority: Priority) -> &'static str {
    match priority {
        Priority::High => words::HIGH,
        Priority::Usual => "Habituelle",
    }
}

/// What a new objective says, a line for each part of it that is taken.
fn new_objective(objective: &Objective, questionnaire: &Questionnaire) -> String {
    let Objective {
        field,
        description,
        item,
        stage,
        lead,
        start,
        due,
        indicator,
        target,
        means,
        status,
        priority,
        // No column says them.
        is_attainable: _,
        rhythm: _,
        notes: _,
    } = objective;
    let text = |part: fn(String) -> Part, text: &String| {
        let text = text.trim();
        (!text.is_empty()).then(|| part(text.to_owned()))
    };
    let parts = [
        stage.map(Part::Stage),
        text(Part::Lead, lead),
        start.map(Part::Start),
        due.map(Part::Due),
        text(Part::Indicator, indicator),
        text(Part::Target, target),
        text(Part::Means, means),
        (*status != Status::default()).then_some(Part::Status(*status)),
        (*priority != Priority::default()).then_some(Part::Priority(*priority)),
    ];
    let parts = parts.iter().flatten().map(|part| {
        let (name, text) = part_in_words(part, questionnaire);
        format!("{name}\u{a0}: {text}")
    });
    let first = [
        description.trim().to_owned(),
        aim(*field, *item, questionnaire),
    ];
    let lines = first.into_iter().filter(|line| !line.is_empty());
    lines.chain(parts).collect::<Vec<_>>().join("\n")
}

/// The first line of a text.
fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}
