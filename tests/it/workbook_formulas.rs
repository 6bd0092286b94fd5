//! The formulas of the workbook, computed anew by a spreadsheet engine that is not ours: they come to the page's figures.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use ironcalc_base::Model;
use ironcalc_base::cell::CellValue;
use numea::documents::workbook::{SHEETS, write};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::positioning::Positioning;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::io::Cursor;

use crate::support::{OFFICIAL, any_dossier, day};

/// How many dossiers are tried.
const DOSSIERS: usize = 12;
/// Column of the answers on « Questionnaire », from 1.
const ANSWERS: i32 = 4;
/// First row of the table of fields on « Positionnement », from 1.
const FIELDS: i32 = 6;

struct Book {
    model: Model<'static>,
    questions: u32,
    figures: u32,
}

/// What is typed into a cell that holds this.
fn typed(cell: &Data) -> Option<String> {
    match cell {
        Data::Empty => None,
        Data::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

impl Book {
    /// The sheets of our workbook, typed into an empty one of the engine: values and formulas, not the results of formulas.
    fn of(dossier: &Dossier) -> Self {
        let bytes = write(dossier, &OFFICIAL, day("2026-11-27")).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let mut model = Model::new_empty("numea", "en", "UTC", "en").unwrap();
        let place = |name: &str| {
            let place = SHEETS.iter().position(|sheet| *sheet == name);
            u32::try_from(place.unwrap()).unwrap()
        };
        let first = model.workbook.worksheets[0].name.clone();
        model.rename_sheet(&first, SHEETS[0]).unwrap();
        for name in &SHEETS[1..] {
            model.add_sheet(name).unwrap();
        }
        for name in ["Questionnaire", "Positionnement"] {
            let values = book.worksheet_range(name).unwrap();
            let formulas = book.worksheet_formula(name).unwrap();
            let (top, left) = values.start().unwrap();
            for (row, column, cell) in values.cells() {
                let at = (top + row as u32, left + column as u32);
                let formula = formulas.get_value(at).filter(|text| !text.is_empty());
                let text = match formula {
                    Some(formula) => Some(format!("={formula}")),
                    None => typed(cell),
                };
                if let Some(text) = text {
                    let (row, column) = (at.0 as i32 + 1, at.1 as i32 + 1);
                    model
                        .set_user_input(place(name), row, column, text)
                        .unwrap();
                }
            }
        }
        Self {
            questions: place("Questionnaire"),
            figures: place("Positionnement"),
            model,
        }
    }

    fn figure(&self, row: i32, column: i32) -> CellValue {
        let value = self
            .model
            .get_cell_value_by_index(self.figures, row, column);
        value.unwrap()
    }

    /// Types the answers of another workbook into this one, as a person does: into each cell that no formula gives.
    fn answer_as(&mut self, other: &Self) -> usize {
        let mut typed = 0;
        for row in 2..400 {
            let formula = self.model.get_cell_formula(self.questions, row, ANSWERS);
            let value = other
                .model
                .get_cell_value_by_index(other.questions, row, ANSWERS);
            if let (Ok(None), Ok(CellValue::String(word))) = (formula, value)
                && !word.is_empty()
            {
                let set = self
                    .model
                    .set_user_input(self.questions, row, ANSWERS, word);
                set.unwrap();
                typed += 1;
            }
        }
        typed
    }

    fn shows(&self, counted: &Positioning, what: &str) {
        let fields = counted.fields.iter().map(|field| field.stages);
        for (row, stages) in (FIELDS..).zip(fields.chain([counted.stages])) {
            let number = |number: u16| CellValue::Number(f64::from(number));
            assert_eq!(
                self.figure(row, 2),
                number(stages[0].of),
                "{what}, row {row}"
            );
            for (column, count) in (3..).zip(stages) {
                assert_eq!(
                    self.figure(row, column),
                    number(count.reached),
                    "{what}, row {row}, column {column}"
                );
                let percent = match self.figure(row, column + 3) {
                    CellValue::Number(share) => Some((share * 100.0).round()),
                    other => {
                        assert_eq!(other, CellValue::String(String::new()), "{what}");
                        None
                    }
                };
                assert_eq!(percent, count.percent().map(f64::from), "{what}");
            }
        }
    }
}

#[test]
fn another_engine_computes_the_figures_of_the_page_from_the_formulas_of_the_workbook() {
    let mut runner = TestRunner::deterministic();
    let dossiers = (0..DOSSIERS).map(|_| any_dossier().new_tree(&mut runner).unwrap().current());
    let mut typed = 0;
    for (number, dossier) in dossiers.chain([Dossier::default()]).enumerate() {
        let counted = Positioning::of(&OFFICIAL, &dossier.answers);
        let mut given = Book::of(&dossier);
        given.model.evaluate();
        given.shows(&counted, &format!("dossier {number}"));
        let mut blank = Book::of(&Dossier::default());
        typed += blank.answer_as(&given);
        blank.model.evaluate();
        blank.shows(
            &counted,
            &format!("the blank workbook filled as dossier {number}"),
        );
    }
    assert!(typed > 30 * DOSSIERS, "{typed} answers were typed");
}
