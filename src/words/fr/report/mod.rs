//! « Rapport complet »: every item with its statements, what is missing, its note; the figures and the objectives.

mod objectives;

use super::papers::{figures, foot, head, part, section};
use super::{planning, statement_cell, statement_state};
use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::paper::{Block, Paper, Table};
use crate::domain::school::answers::{ItemAnswer, Response};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::positioning::{ItemPositioning, ItemState, StatementState};
use crate::domain::school::questionnaire::{
    ActionField, Condition, Item, ItemId, Questionnaire, Stage,
};
use crate::domain::school::reading::{Gap, Missing, Reading};
use crate::domain::school::team::Decision;
use objectives::objectives;

/// The title.
pub const TITLE: &str = "Rapport complet";

/// What it is, above it on the screen.
pub const LEAD: &str = "Tout le dossier sur papier\u{a0}: les chiffres, chaque item avec ses énoncés, ce qui manque et les notes, les objectifs. Le fichier Word se \
    corrige et se complète.";

/// The report on a dossier; `drawn` is what its chart shows, in words.
pub fn report(dossier: &Dossier, questionnaire: &Questionnaire, today: Option<Day>) -> Paper {
    let Dossier {
        identity,
        answers,
        plan,
        contacts: _,
        decisions,
        edited_at: _,
        handover: _,
        review: _,
        adaptation: _,
        unknown_fields: _,
    } = dossier;
    let reading = Reading::of(questionnaire, answers);
    let mut blocks = vec![part("Positionnement")];
    blocks.extend(figures(questionnaire, answers));
    if !answers.is_empty() {
        let whose = super::whose_figures(questionnaire);
        blocks.extend(whose.map(|whose| Block::Text(format!("Le graphique. {whose}"))));
        blocks.push(Block::Chart(CHART.to_owned()));
    }
    blocks.extend(read(&reading, questionnaire));
    for field in questionnaire.fields() {
        blocks.extend(introduced(field));
        for item in &field.items {
            blocks.extend(about(item, &answers.get(item.id), &reading));
            blocks.extend(decided(decisions.get(item.id)));
        }
    }
    blocks.push(part("Objectifs"));
    blocks.extend(objectives(plan, questionnaire, today));
    Paper {
        title: TITLE.to_owned(),
        lines: head(identity, today),
        blocks,
        foot: foot(questionnaire),
    }
}

/// What the chart shows, for whoever does not see it.
const CHART: &str = "Graphique de positionnement\u{a0}: part des items atteints à chaque étape, par champ d’action. Le tableau par champ d’action donne les mêmes chiffres.";

/// Strengths, lines of progress, and what has no answer.
fn read(reading: &Reading, questionnaire: &Questionnaire) -> Vec<Block> {
    let named = |item: ItemId| name(item, questionnaire);
    let strengths = reading.strengths.iter();
    let strengths =
        strengths.map(|one| format!("{} – étape\u{a0}{} atteinte", named(one.item), one.reached));
    let progress = reading.progress.iter();
    let progress = progress.map(|one| {
        format!(
            "{} – {}",
            named(one.statement.item),
            planning::missing_at_stage(one)
        )
    });
    let all = |items: &[ItemId]| items.iter().map(|item| named(*item)).collect();
    let lists = [
        ("Points forts", strengths.collect()),
        (
            "Axes de progrès, les plus avancés d’abord",
            progress.collect(),
        ),
        (
            "À vérifier («\u{a0}ne sait pas\u{a0}»)",
            all(&reading.unknown),
        ),
        ("À renseigner", all(&reading.unanswered)),
    ];
    let said = lists
        .into_iter()
        .filter(|(_, lines): &(_, Vec<_>)| !lines.is_empty());
    said.flat_map(|(title, lines)| [section(title), Block::List(lines)])
        .collect()
}

fn name(item: ItemId, questionnaire: &Questionnaire) -> String {
    let asked = questionnaire.item(item);
    asked.map_or_else(|| item.to_string(), super::item_name)
}

/// A field: its aim, and what its stages are.
fn introduced(field: &ActionField) -> [Block; 3] {
    let heading = |stage: Stage| {
        format!(
            "{}\u{a0}: {}",
            super::stage(stage),
            stage.of(&field.headings)
        )
    };
    [
        part(format!("{} {}", field.id, field.title)),
        Block::Text(format!("Objectif\u{a0}: {}", field.aim)),
        Block::List(Stage::ALL.map(heading).into()),
    ]
}

/// An item: its statements with their state, what is missing, what was noted.
fn about(item: &Item, answer: &ItemAnswer, reading: &Reading) -> Vec<Block> {
    let ItemAnswer {
        response,
        note,
        proofs,
    } = answer;
    let mut blocks = vec![section(super::item_name(item))];
    if let Some(declared) = response.declared() {
        blocks.push(Block::Text(format!(
            "Réponse\u{a0}: {}.",
            super::declared(declared).to_lowercase()
        )));
    }
    blocks.push(Block::Table(statements(item, *response)));
    if let Some(gap) = reading.gaps.iter().find(|gap| gap.item == item.id) {
        blocks.extend(missing(gap));
    }
    if !note.trim().is_empty() {
        blocks.push(Block::Text(format!("Note\u{a0}: {}", closed(note.trim()))));
    }
    let proofs: Vec<_> = proofs.iter().map(|proof| closed(proof.trim())).collect();
    let proofs: Vec<_> = proofs
        .into_iter()
        .filter(|proof| !proof.is_empty())
        .collect();
    if !proofs.is_empty() {
        blocks.push(Block::Text("Liens de preuve\u{a0}:".to_owned()));
        blocks.push(Block::List(proofs));
    }
    blocks
}

/// That the school decided the answer, when and why; or why it has yet to.
fn decided(decision: Decision) -> Option<Block> {
    let Decision { on, reason } = decision;
    let reason = closed(reason.trim());
    let said = match on {
        Some(day) => format!("Réponse retenue le\u{a0}{}", day.text()),
        None if reason.is_empty() => return None,
        None => "À décider".to_owned(),
    };
    let text = match reason.as_str() {
        "" => format!("{said}."),
        reason => format!("{said}\u{a0}: {reason}"),
    };
    Some(Block::Text(text))
}

fn statements(item: &Item, response: Response) -> Table {
    let counted = ItemPositioning::of(item, response);
    let ticks = response.ticks();
    let mut table = Table::new(
        &format!("Énoncés de l’item\u{a0}{}", item.id),
        &[("Étape", 13), ("Énoncé", 65), ("État", 22)],
    );
    for stage in Stage::ALL {
        let statement = stage.of(&item.statements);
        let ticked = |one: &Condition| {
            let mark = if ticks.is_ticked(stage, one.id) {
                "☑"
            } else {
                "☐"
            };
            format!("{mark}\u{a0}{}", one.text)
        };
        let is_told = statement.is_split() && counted.state == ItemState::Answered;
        let wording: Vec<_> = if is_told {
            statement.conditions.iter().map(ticked).collect()
        } else {
            statement.sentences().map(str::to_owned).collect()
        };
        let state = match *stage.of(&counted.statements) {
            // « 4 conditions sur 6 »: there is room for the word.
            partial @ StatementState::Partial { .. } => statement_state(partial),
            whole @ (StatementState::Reached | StatementState::NotReached) => {
                statement_cell(counted.state, whole)
            }
        };
        table
            .rows
            .push(vec![super::stage(stage), wording.join("\n"), state]);
    }
    table
}

/// What is missing of the stages to come, and of those that were passed over.
fn missing(gap: &Gap) -> Vec<Block> {
    let said = |all: &[Missing]| {
        all.iter()
            .map(planning::missing_at_stage)
            .collect::<Vec<_>>()
    };
    let above = said(&gap.above);
    let below = said(&gap.below);
    let lines = [
        ("Ce qui manque", above),
        (
            "Étape sautée, un oubli ou un énoncé qui n’est plus vrai\u{202f}?",
            below,
        ),
    ];
    let lines = lines.into_iter().filter(|(_, all)| !all.is_empty());
    lines
        .map(|(title, all)| Block::Text(format!("{title} – {}.", all.join("\u{202f}; "))))
        .collect()
}
