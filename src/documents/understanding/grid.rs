//! A table that a school filled by hand, as the workbook of 2020 was: items as rows, known by their titles, and a column
//! for each stage, with a cross.

use super::said::{self, plain};
use crate::documents::reading::{Row, Sheet};
use crate::domain::school::import::{Claims, Mark, Said, Trouble, Why};
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire, Stage};

/// From how many columns each stage is read: its own, and those up to the next.
type Spans = [(u32, u32); 3];

/// Longest text that may be a title with a word mistyped, beyond which a row is no row of an item.
const TITLE_MAX: usize = 200;

/// Adds what the sheet says; whether it is such a table.
pub fn understand(sheet: &Sheet, questionnaire: &Questionnaire, claims: &mut Claims) -> bool {
    let mut spans: Option<Spans> = None;
    let mut is_found = false;
    for row in &sheet.rows {
        // Headings come again with each field.
        if let Some(new) = stages(row) {
            spans = Some(new);
        } else if let Some(spans) = &spans {
            is_found |= line(sheet, row, spans, questionnaire, claims);
        }
    }
    is_found
}

/// The columns of the stages, where this row is the one of their headings.
fn stages(row: &Row) -> Option<Spans> {
    let column = |stage: Stage| {
        let is_it = |text: &str| {
            let said = plain(text);
            let names = ["etape", "stage", "niveau"];
            let mut names = names.iter().map(|name| format!("{name} {stage}"));
            names.any(|name| said == name || said.starts_with(&[&name, " "].concat()))
        };
        let mut cells = row.cells.iter();
        cells
            .find(|(_, text)| is_it(text))
            .map(|(column, _)| *column)
    };
    let [one, two, three] = [
        column(Stage::One)?,
        column(Stage::Two)?,
        column(Stage::Three)?,
    ];
    let is_in_order = one < two && two < three;
    // The last is as wide as the one before.
    is_in_order.then(|| [(one, two), (two, three), (three, three + (three - two))])
}

/// Adds what a row says; whether it is one of an item.
fn line(
    sheet: &Sheet,
    row: &Row,
    spans: &Spans,
    questionnaire: &Questionnaire,
    claims: &mut Claims,
) -> bool {
    let [(first, _), ..] = spans;
    let before = row.cells.iter().filter(|(column, _)| column < first);
    let titles: Vec<_> = before
        .map(|(column, text)| (*column, text.trim()))
        .collect();
    let marks = Stage::ALL.map(|stage| mark(sheet, row, *stage.of(spans)));
    let found: Vec<ItemId> = titles
        .iter()
        .flat_map(|(_, text)| items(text, questionnaire))
        .collect();
    let trouble = |why| {
        let longest = titles.iter().max_by_key(|(_, text)| text.len());
        longest.map(|(column, text)| Trouble {
            at: sheet.place(row.number, *column),
            found: (*text).to_owned(),
            why,
        })
    };
    match found.as_slice() {
        [item, rest @ ..] if rest.iter().all(|other| other == item) => {
            let claim = claims.item(*item);
            let mut others = Vec::new();
            for (place, said) in claim.statements.iter_mut().zip(marks) {
                match (&*place, said) {
                    (None, said) => *place = said,
                    // A second row about the item that says something else: the first is taken.
                    (Some(first), Some(second)) if first.value != second.value => {
                        others.push(second.at);
                    }
                    (Some(_), _) => {}
                }
            }
            let found = titles.first().map(|(_, text)| (*text).to_owned());
            claims.troubles.extend(others.into_iter().map(|at| Trouble {
                at,
                found: found.clone().unwrap_or_default(),
                why: Why::SaidTwice,
            }));
            true
        }
        // A sum of crosses, a line of remarks.
        [] if !marks.iter().flatten().any(|said| said.value == Mark::Yes) => false,
        [] => {
            let trouble = trouble(Why::UnknownTitle);
            let is_title = |one: &Trouble| one.found.chars().count() <= TITLE_MAX;
            claims.troubles.extend(trouble.filter(is_title));
            false
        }
        _ => {
            claims.troubles.extend(trouble(Why::SeveralTitles));
            true
        }
    }
}

/// What a stage says in its columns: beside a cross the wording may stand.
fn mark(sheet: &Sheet, row: &Row, (first, end): (u32, u32)) -> Option<Said<Mark>> {
    let mut cells = row.cells.iter();
    cells.find_map(|(column, text)| {
        let is_within = (first..end).contains(column);
        let value = said::mark(text).filter(|_| is_within)?;
        Some(Said {
            value,
            at: sheet.place(row.number, *column),
        })
    })
}

/// The items that a text is the title of: by its code, or by the title in either of its spellings, with or without a number
/// before it.
fn items(text: &str, questionnaire: &Questionnaire) -> Vec<ItemId> {
    if let Some(id) = said::code::<ItemId>(text).filter(|id| questionnaire.item(*id).is_some()) {
        return vec![id];
    }
    let said = plain(text);
    let said = said.trim_start_matches(|char: char| char.is_ascii_digit() || char == ' ');
    if said.is_empty() {
        return Vec::new();
    }
    let is_it = |item: &&Item| {
        [&item.title, &item.source_title]
            .iter()
            .any(|title| squeezed(title) == squeezed(said))
    };
    questionnaire
        .items()
        .filter(is_it)
        .map(|item| item.id)
        .collect()
}

/// A title as its letters and digits only: spaces around an apostrophe or a stroke make no difference.
fn squeezed(text: &str) -> String {
    plain(text).replace(' ', "")
}
