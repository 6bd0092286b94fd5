//! What tables that come in say, in the dossier's terms. Columns are found by their headings, lines by the key in one of
//! them; words and codes are both understood, in French and in English, whatever their case, accents and spaces.

mod grid;
mod headings;
mod objectives;
mod questions;
mod said;

use super::reading::Tables;
use crate::domain::school::import::{Claims, Refusal};
use crate::domain::school::questionnaire::Questionnaire;

/// What tables say.
///
/// # Errors
/// Where nothing in them is recognised.
pub fn understand(tables: &Tables, questionnaire: &Questionnaire) -> Result<Claims, Refusal> {
    let mut claims = Claims::default();
    let (mut is_found, mut has_questions) = (false, false);
    for sheet in &tables.sheets {
        if let Some(columns) = questions::columns(sheet) {
            questions::understand(sheet, &columns, questionnaire, &mut claims);
            (is_found, has_questions) = (true, true);
        } else if let Some(columns) = objectives::columns(sheet) {
            objectives::understand(sheet, &columns, questionnaire, &mut claims);
            is_found = true;
        }
    }
    // The figures of our own workbook look like a table of items and stages: only where there is no sheet with keys.
    if !has_questions {
        for sheet in &tables.sheets {
            is_found |= grid::understand(sheet, questionnaire, &mut claims);
        }
    }
    is_found.then_some(claims).ok_or(Refusal::NothingFound)
}
