//! The answers as a table (.csv) that a French Excel opens by a double click: a byte order mark, `;` between cells, a
//! decimal comma, lines that end as on Windows.

use super::words;
use crate::domain::school::answers::{ItemAnswer, Response};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::positioning::{ItemPositioning, ItemState};
use crate::domain::school::questionnaire::{Item, Questionnaire, Stage};

/// A heading that no other table of ours has.
pub(super) const OWN_HEADING: &str = "Part remplie";
const HEADINGS: [&str; 11] = [
    "Clé",
    "Champ d’action",
    "Item",
    "Étape",
    "Énoncé",
    "Réponse",
    "Conditions remplies",
    "Conditions",
    OWN_HEADING,
    "Note",
    "Liens de preuve",
];

/// Formulas start with one of these, wherever a spreadsheet reads a table.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One line for each statement, with its answer; the note of an item is on the line of its first stage.
pub fn write(dossier: &Dossier, questionnaire: &Questionnaire) -> String {
    let mut csv = String::from("\u{feff}");
    add_line(&mut csv, &HEADINGS.map(str::to_owned));
    for field in questionnaire.fields() {
        let name = format!("{} {}", field.id, field.title);
        for item in &field.items {
            let answer = dossier.answers.get(item.id);
            for stage in Stage::ALL {
                add_line(&mut csv, &cells(&name, item, stage, &answer));
            }
        }
    }
    csv
}

fn cells(field: &str, item: &Item, stage: Stage, answer: &ItemAnswer) -> [String; 11] {
    let ItemAnswer {
        response,
        note,
        proofs,
    } = answer;
    let counted = ItemPositioning::of(item, *response);
    let statement = stage.of(&item.statements);
    let (ticked, of) = (response.ticks().within(item).count(stage), statement.len());
    let is_first = stage == Stage::One;
    let once = |text: String| if is_first { text } else { String::new() };
    [
        format!("{}/{stage}", item.id),
        text(field),
        text(&format!("{} {}", item.id, item.title)),
        stage.to_string(),
        text(&statement.text()),
        answered(&counted, *response, stage).to_owned(),
        ticked.to_string(),
        of.to_string(),
        share(ticked, of),
        once(text(note)),
        once(text(&proofs.join("\n"))),
    ]
}

/// The answer in words; empty where none was given.
fn answered(counted: &ItemPositioning, response: Response, stage: Stage) -> &'static str {
    match (response.declared(), counted.state) {
        (Some(declared), _) => words::declared(declared),
        (None, ItemState::Unanswered) => "",
        (None, _) => words::statement(*stage.of(&counted.statements)),
    }
}

/// « 0,67 »: a share in hundredths, as a number that French spreadsheets read.
fn share(ticked: u8, of: u8) -> String {
    let of = u32::from(of).max(1);
    let hundredths = (u32::from(ticked) * 200 + of) / (of * 2);
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

/// Whether a spreadsheet would compute this text, were it not for the apostrophes before it.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches([' ', '\'']).starts_with(FORMULA)
}

/// A cell without the apostrophe that kept it from being a formula.
pub(super) fn without_mark(cell: &str) -> &str {
    let without = cell.strip_prefix('\'');
    without.filter(|text| is_formula(text)).unwrap_or(cell)
}

/// A text as a cell that can be no formula: an apostrophe stands before what would start one. What was already such a text
/// gets another, so that reading the table again (`documents::reading`) takes away the one that was added.
pub(super) fn text(text: &str) -> String {
    let mark = if is_formula(text) { "'" } else { "" };
    let quoted = text.replace('"', "\"\"").replace('\r', "");
    ["\"", mark, &quoted, "\""].concat()
}

pub(super) fn add_line(csv: &mut String, cells: &[String]) {
    csv.push_str(&cells.join(";"));
    csv.push_str("\r\n");
}
