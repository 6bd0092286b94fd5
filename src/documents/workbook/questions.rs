//! « Questionnaire »: a line for each item, statement and condition, found again by its key in the first column.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::guide::{List, Lists};
use super::look::{Look, fit, mark_answers};
use super::{SHEETS, Source, cell};
use crate::documents::words;
use crate::domain::school::answers::{ItemAnswer, Response};
use crate::domain::school::positioning::{ItemPositioning, ItemState};
use crate::domain::school::questionnaire::{Condition, Item, ItemId, Stage};

const HEADINGS: [(&str, f64); 6] = [
    ("Clé", 9.0),
    ("Énoncé", WORDS),
    ("Étape", 7.0),
    ("Réponse", 14.0),
    ("Note", NOTES),
    ("Liens de preuve", NOTES),
];
/// Widths of the columns that hold texts.
const WORDS: f64 = 90.0;
const NOTES: f64 = 40.0;
/// Column of the answers.
const ANSWER: u16 = 3;
const ANSWER_LETTER: char = 'D';

/// Where the answers about an item stand.
pub(super) struct Rows {
    pub item: ItemId,
    pub state: String,
    pub statements: [String; 3],
}

/// A sheet that is being written, from the top.
struct Writer<'a> {
    sheet: &'a mut Worksheet,
    lists: &'a Lists,
    look: &'a Look,
    row: u32,
}

pub(super) fn write(
    sheet: &mut Worksheet,
    source: Source<'_>,
    lists: &Lists,
    look: &Look,
) -> Result<Vec<Rows>, XlsxError> {
    for (column, (name, width)) in (0..).zip(HEADINGS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &look.heading)?;
    }
    sheet.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
    // The signs that unfold conditions stand on the line of their statement.
    sheet.group_symbols_above(true);
    let mut writer = Writer {
        sheet,
        lists,
        look,
        row: 1,
    };
    let mut rows = Vec::new();
    for field in source.questionnaire.fields() {
        writer.field(&field.id.to_string(), &field.title)?;
        for item in &field.items {
            rows.push(writer.item(item, &source.dossier.answers.get(item.id))?);
        }
    }
    let last = writer.row.saturating_sub(1);
    mark_answers(writer.sheet, (1, ANSWER), (last, ANSWER))?;
    Ok(rows)
}

impl Writer<'_> {
    fn field(&mut self, key: &str, title: &str) -> Result<(), XlsxError> {
        let (row, look) = (self.row, self.look);
        self.sheet
            .write_string_with_format(row, 0, key, &look.key)?;
        self.sheet
            .write_string_with_format(row, 1, title, &look.field)?;
        for column in 2..6 {
            self.sheet.write_blank(row, column, &look.field)?;
        }
        self.row += 1;
        Ok(())
    }

    fn item(&mut self, item: &Item, answer: &ItemAnswer) -> Result<Rows, XlsxError> {
        let ItemAnswer {
            response,
            note,
            proofs,
        } = answer;
        let (row, look) = (self.row, self.look);
        let title = format!("{} {}", item.id, item.title);
        self.line(&item.id.to_string(), (&title, &look.item), None)?;
        let state = response.declared().map(words::declared);
        self.choose(row, List::States, state.unwrap_or_default())?;
        self.sheet
            .write_string_with_format(row, 4, note, &look.text)?;
        let proofs = proofs.join("\n");
        self.sheet
            .write_string_with_format(row, 5, &proofs, &look.text)?;
        // A title is bold.
        let texts = [
            (title.as_str(), WORDS * 0.9),
            (note, NOTES),
            (&proofs, NOTES),
        ];
        fit(self.sheet, row, &texts)?;
        let mut places = Vec::new();
        for stage in Stage::ALL {
            places.push(self.statement(item, stage, *response)?);
        }
        let mut places = places.into_iter();
        Ok(Rows {
            item: item.id,
            state: self.place(row),
            statements: Stage::ALL.map(|_| places.next().unwrap_or_default()),
        })
    }

    /// A statement and, folded under it, its conditions where it has several. Returns where its answer stands.
    fn statement(
        &mut self,
        item: &Item,
        stage: Stage,
        response: Response,
    ) -> Result<String, XlsxError> {
        let (row, look) = (self.row, self.look);
        let statement = stage.of(&item.statements);
        let counted = ItemPositioning::of(item, response);
        let is_ticked = counted.state == ItemState::Answered && response.declared().is_none();
        let word = words::statement(*stage.of(&counted.statements));
        let word = if is_ticked { word } else { "" };
        let key = format!("{}/{stage}", item.id);
        self.line(&key, (&statement.text(), &look.text), Some(stage))?;
        if !statement.is_split() {
            self.choose(row, List::Answers, word)?;
            return Ok(self.place(row));
        }
        let ticks = response.ticks();
        for Condition { id, text } in &statement.conditions {
            let row = self.row;
            self.line(
                &format!("{key}.{}", id + 1),
                (text, &look.condition),
                Some(stage),
            )?;
            let word = match (is_ticked, ticks.is_ticked(stage, *id)) {
                (false, _) => "",
                (true, true) => words::YES,
                (true, false) => words::NO,
            };
            self.choose(row, List::Conditions, word)?;
        }
        let last = self.row - 1;
        self.sheet.group_rows_collapsed(row + 1, last)?;
        let formula = from_conditions(row + 1, last);
        let formula = Formula::new(formula).set_result(word);
        self.sheet
            .write_formula_with_format(row, ANSWER, formula, &look.entry)?;
        self.sheet.add_data_validation(
            row,
            ANSWER,
            row,
            ANSWER,
            &self.lists.rule(List::Answers)?,
        )?;
        Ok(self.place(row))
    }

    fn line(
        &mut self,
        key: &str,
        (text, format): (&str, &rust_xlsxwriter::Format),
        stage: Option<Stage>,
    ) -> Result<(), XlsxError> {
        let (row, look) = (self.row, self.look);
        self.sheet
            .write_string_with_format(row, 0, key, &look.key)?;
        self.sheet.write_string_with_format(row, 1, text, format)?;
        match stage {
            Some(stage) => {
                self.sheet
                    .write_number_with_format(row, 2, stage.number(), &look.number)?
            }
            None => self.sheet.write_blank(row, 2, &look.number)?,
        };
        // The sign before a condition takes room.
        fit(self.sheet, row, &[(text, WORDS - 4.0)])?;
        self.row += 1;
        Ok(())
    }

    fn choose(&mut self, row: u32, list: List, word: &str) -> Result<(), XlsxError> {
        if word.is_empty() {
            self.sheet.write_blank(row, ANSWER, &self.look.entry)?;
        } else {
            self.sheet
                .write_string_with_format(row, ANSWER, word, &self.look.entry)?;
        }
        self.sheet
            .add_data_validation(row, ANSWER, row, ANSWER, &self.lists.rule(list)?)?;
        Ok(())
    }

    fn place(&self, row: u32) -> String {
        let [_, questions, ..] = SHEETS;
        cell(questions, row, ANSWER_LETTER)
    }
}

/// The answer about a statement, from those about its conditions on these rows.
fn from_conditions(first: u32, last: u32) -> String {
    let range = format!("$D${}:$D${}", first + 1, last + 1);
    let of = last - first + 1;
    let yes = format!("COUNTIF({range},\"{}\")", words::YES);
    format!(
        "IF(COUNTA({range})=0,\"\",IF({yes}={of},\"{}\",IF({yes}=0,\"{}\",\"{}\")))",
        words::YES,
        words::NO,
        words::PARTLY
    )
}
