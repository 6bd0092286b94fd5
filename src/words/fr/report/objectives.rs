//! The objectives in the report, each whole.

use super::super::papers::{section, short};
use super::super::{follow_up, planning};
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::paper::Block;
use crate::domain::school::plan::{Objective, ObjectiveId, Plan, Priority};
use crate::domain::school::questionnaire::Questionnaire;

/// Longest title of an objective, in characters; its description follows whole.
const NAME_MAX: usize = 110;

/// Every objective, after what is said of all of them.
pub fn objectives(plan: &Plan, questionnaire: &Questionnaire, today: Option<Day>) -> Vec<Block> {
    if plan.is_empty() {
        return vec![Block::Text(
            "Aucun objectif n’est écrit pour le moment.".to_owned(),
        )];
    }
    let mut blocks = vec![Block::Text(planning::plan(
        plan,
        today.unwrap_or(Day::FIRST),
    ))];
    for (id, objective) in plan.iter() {
        blocks.extend(told(id, objective, questionnaire, today));
    }
    blocks
}

/// Everything that was written of an objective.
fn told(
    id: ObjectiveId,
    objective: &Objective,
    questionnaire: &Questionnaire,
    today: Option<Day>,
) -> [Block; 2] {
    let Objective {
        field,
        description,
        item: _,
        stage: _,
        lead,
        start: _,
        due: _,
        indicator: _,
        target: _,
        means,
        status,
        priority,
        is_attainable: _,
        rhythm,
        notes: _,
    } = objective;
    let full = planning::objective_name(objective, questionnaire);
    let name = short(&full, NAME_MAX);
    let description = if name.ends_with('…') {
        closed(description.trim())
    } else {
        String::new()
    };
    let is_late = today.is_some_and(|today| objective.is_late(today));
    let priority = match priority {
        Priority::High => ", prioritaire",
        Priority::Usual => "",
    };
    let late = if is_late { ", en retard" } else { "" };
    let rhythm = rhythm.map(follow_up::rhythm).unwrap_or_default();
    let milestones = objective
        .milestones()
        .into_iter()
        .map(Day::text)
        .collect::<Vec<_>>();
    let said = |text: String| if text == "–" { String::new() } else { text };
    let lines = [
        ("Description", description),
        ("Champ d’action", planning::field(*field, questionnaire)),
        ("Vise", planning::aim(objective, questionnaire)),
        ("État", [status.text(), priority, late].concat()),
        ("Pilote", closed(lead.trim())),
        ("Dates", said(planning::dates(objective))),
        (
            "Indicateur et valeur cible",
            said(planning::measure(objective)),
        ),
        ("Moyens", closed(means.trim())),
        (
            "Points d’étape",
            planning::joined([rhythm.to_owned(), milestones.join(", ")]),
        ),
        ("Suivi", follow_up::history(objective)),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = lines.map(|(about, text)| format!("{about}\u{a0}: {text}"));
    [
        section(format!("Objectif\u{a0}{id} – {name}")),
        Block::List(lines.collect()),
    ]
}
