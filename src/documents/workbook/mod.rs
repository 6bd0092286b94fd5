//! The dossier as a workbook (.xlsx): the questionnaire to fill, figures that follow it, the objectives. Of a blank
//! dossier it is the « version Excel » that the source promises.
//!
//! Formulas are in English with commas, and each has its result beside it: LibreOffice shows that, and does not count
//! again by itself.

mod charts;
mod guide;
mod look;
mod objectives;
mod positioning;
mod questions;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::words;
use crate::domain::date::Day;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::questionnaire::Questionnaire;
use guide::Lists;
use look::Look;

/// Names of the four sheets, in their order.
pub const SHEETS: [&str; 4] = [
    "Mode d’emploi",
    "Questionnaire",
    "Positionnement",
    "Objectifs",
];

/// The number of A4 among the sizes of paper.
const A4: u8 = 9;

/// The workbook could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the workbook could not be written")]
pub struct NotWritten;

impl From<XlsxError> for NotWritten {
    fn from(_: XlsxError) -> Self {
        Self
    }
}

/// What the sheets are made of.
#[derive(Clone, Copy)]
struct Source<'a> {
    dossier: &'a Dossier,
    questionnaire: &'a Questionnaire,
    today: Day,
}

/// The bytes of the workbook.
///
/// # Errors
/// Where the library refuses: never, for a dossier within the limits of its texts.
pub fn write(
    dossier: &Dossier,
    questionnaire: &Questionnaire,
    today: Day,
) -> Result<Vec<u8>, NotWritten> {
    let source = Source {
        dossier,
        questionnaire,
        today,
    };
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title("NumEA-Établissement")
        .set_subject("Questionnaire, positionnement et objectifs")
        .set_company(words::whose(&dossier.identity))
        .set_creation_datetime(&excel_day(today)?);
    workbook.set_properties(&properties);
    let look = Look::new();
    for name in SHEETS {
        let sheet = workbook.add_worksheet();
        sheet
            .set_name(name)?
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(1, 0)
            .set_footer("&L&A&RPage &P sur &N")
            // A result that is empty would be written as 0.
            .set_formula_result_default("");
    }
    let [guide, questions, positioning, objectives] = SHEETS;
    let lists = Lists::of(questionnaire);
    guide::write(workbook.worksheet_from_name(guide)?, source, &lists, &look)?;
    let rows = questions::write(
        workbook.worksheet_from_name(questions)?,
        source,
        &lists,
        &look,
    )?;
    positioning::write(
        workbook.worksheet_from_name(positioning)?,
        source,
        &rows,
        &look,
    )?;
    objectives::write(
        workbook.worksheet_from_name(objectives)?,
        source,
        &lists,
        &look,
    )?;
    workbook.worksheet_from_name(questions)?.set_active(true);
    Ok(workbook.save_to_buffer()?)
}

fn excel_day(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year(), day.month(), day.day_of_month())
}

/// A sheet, a column and a row as a formula names them, fixed: `Questionnaire!$D$12`.
fn cell(sheet: &str, row: u32, column: char) -> String {
    format!("{}!${column}${}", quoted(sheet), row + 1)
}

/// A sheet's name as a formula wants it.
fn quoted(sheet: &str) -> String {
    ["'", sheet, "'"].concat()
}
