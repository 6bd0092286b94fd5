//! « Échéancier » for a word processor: the same rows as on its screen.

use super::papers::{foot, head, part};
use super::planning::{self, dates, measure};
use super::schedule::heading;
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::paper::{Block, Paper, Table};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{Objective, Priority, Row, Schedule};
use crate::domain::school::questionnaire::Questionnaire;

/// The columns, with their share of the width.
const COLUMNS: [(&str, u8); 5] = [
    ("Objectif", 34),
    ("Pilote", 20),
    ("Indicateur et cible", 17),
    ("Échéance", 16),
    ("État", 13),
];

/// The schedule as it is arranged; `filtered` says which objectives it shows, where it does not show all.
pub fn schedule(
    dossier: &Dossier,
    questionnaire: &Questionnaire,
    schedule: &Schedule,
    filtered: Option<String>,
    today: Option<Day>,
) -> Paper {
    let plan = planning::plan(&dossier.plan, today.unwrap_or(Day::FIRST));
    let plan = if dossier.plan.is_empty() {
        "Aucun objectif n’est écrit pour le moment.".to_owned()
    } else {
        plan
    };
    let mut blocks: Vec<_> = [Some(plan), filtered]
        .into_iter()
        .flatten()
        .map(Block::Text)
        .collect();
    for group in &schedule.groups {
        let title = heading(&group.heading, questionnaire);
        let mut table = Table::new(&title, &COLUMNS);
        for one in &group.rows {
            let objective = dossier.plan.get(one.id);
            table
                .rows
                .extend(objective.map(|objective| row(*one, objective, questionnaire)));
        }
        blocks.push(part(title));
        blocks.push(if table.rows.is_empty() {
            Block::Text("Aucun objectif.".to_owned())
        } else {
            Block::Table(table)
        });
    }
    Paper {
        title: "Échéancier".to_owned(),
        lines: head(&dossier.identity, today),
        blocks,
        foot: foot(questionnaire),
    }
}

fn row(one: Row, objective: &Objective, questionnaire: &Questionnaire) -> Vec<String> {
    let aim = planning::aim(objective, questionnaire);
    let means = match objective.means.trim() {
        "" => String::new(),
        means => format!("Moyens\u{a0}: {}", closed(means)),
    };
    let lead = match objective.lead.trim() {
        "" => "–".to_owned(),
        lead => closed(lead),
    };
    let first = match objective.priority {
        Priority::High => "Prioritaire",
        Priority::Usual => "",
    };
    let late = if one.is_late { "En retard" } else { "" };
    let said = |lines: [&str; 3]| {
        let lines = lines.into_iter().filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    let name = planning::objective_name(objective, questionnaire);
    vec![
        said([&name, &aim, &means]),
        lead,
        measure(objective),
        dates(objective),
        said([objective.status.text(), late, first]),
    ]
}
