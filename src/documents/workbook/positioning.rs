//! « Positionnement »: figures that follow the « Questionnaire » sheet, by the app's own rule of counting.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Source;
use super::charts;
use super::look::{Look, fit, mark_answers};
use super::questions::Rows;
use crate::documents::words;
use crate::domain::school::answers::Declared;
use crate::domain::school::positioning::{
    Count, FieldPositioning, ItemPositioning, ItemState, Positioning,
};
use crate::domain::school::questionnaire::{Origin, Stage};

/// First row of the table of fields.
pub(super) const FIELDS_ROW: u32 = 5;
/// Rows that the charts cover, under the table of fields.
const CHARTS: u32 = 24;
const TO_ANSWER: &str = "à renseigner";
/// Width of the column of words.
const WORDS: f64 = 52.0;
/// Beside an item that has the official words.
const OFFICIAL: &str = "officiel";

pub(super) fn write(
    sheet: &mut Worksheet,
    source: Source<'_>,
    rows: &[Rows],
    look: &Look,
) -> Result<(), XlsxError> {
    let counted = Positioning::of(source.questionnaire, &source.dossier.answers);
    let total_row = FIELDS_ROW + u32::try_from(counted.fields.len()).unwrap_or_default();
    let charts_row = total_row + 2;
    let items_row = charts_row + CHARTS + 1;
    head(sheet, source, look)?;
    let own = Side::Own;
    write_fields(sheet, source, (&counted, own), items_row, look)?;
    write_total(sheet, (&counted, own), total_row, look)?;
    if source.questionnaire.adapted.is_some() {
        let official = Positioning::official(source.questionnaire, &source.dossier.answers);
        // Every item has its place in the list, whoever worded it.
        let beside = (&counted, Side::Official(&official));
        write_fields(sheet, source, beside, items_row, look)?;
        write_total(sheet, beside, total_row, look)?;
        name_sides(sheet, look)?;
        write_origins(sheet, source, (items_row, rows), look)?;
    }
    charts::insert(sheet, total_row - 1, charts_row)?;
    write_items(sheet, source, &counted, (items_row, rows), look)
}

/// One of two tables side by side: all that is asked, or of it what is officially worded.
#[derive(Clone, Copy)]
enum Side<'a> {
    Own,
    Official(&'a Positioning),
}

impl Side<'_> {
    /// Its first column.
    fn left(self) -> u16 {
        match self {
            Self::Own => 0,
            Self::Official(_) => 9,
        }
    }

    /// The figures of a field, where they are others than those `own` ones.
    fn stages(self, own: &FieldPositioning) -> [Count; 3] {
        let field = match self {
            Self::Own => Some(own),
            Self::Official(counted) => counted.field(own.id),
        };
        field.map(|field| field.stages).unwrap_or_default()
    }

    /// How many cells of this column say this word, from one line of the items to another.
    fn count(self, of: impl Fn(char) -> String, column: char, word: &str) -> String {
        let range = of(column);
        match self {
            Self::Own => format!("COUNTIF({range},\"{word}\")"),
            Self::Official(_) => {
                format!("COUNTIFS({range},\"{word}\",{},\"{OFFICIAL}\")", of('E'))
            }
        }
    }
}

/// The name of a column.
fn letter(column: u16) -> char {
    ('A'..='Z').nth(column.into()).unwrap_or('A')
}

/// Whose figures each table has.
fn name_sides(sheet: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
    sheet
        .set_column_width(9, 52)?
        .set_column_range_width(10, 16, 13)?;
    let [official, own] = words::COUNTS;
    sheet.write_string_with_format(FIELDS_ROW - 2, 0, own, &look.plain)?;
    sheet.write_string_with_format(FIELDS_ROW - 2, 9, official, &look.plain)?;
    headings(sheet, 9, look)
}

/// Beside each item whose words it has: the official table counts by that.
fn write_origins(
    sheet: &mut Worksheet,
    source: Source<'_>,
    (top, rows): (u32, &[Rows]),
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(top, 4, "Texte", &look.heading)?;
    for (row, places) in (top + 1..).zip(rows) {
        let item = source.questionnaire.item(places.item);
        let word = match item.map(|item| item.origin) {
            Some(Origin::Added) => "ajouté",
            Some(Origin::Reworded) => "reformulé",
            Some(Origin::Own) | None => OFFICIAL,
        };
        sheet.write_string_with_format(row, 4, word, &look.text)?;
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, source: Source<'_>, look: &Look) -> Result<(), XlsxError> {
    sheet
        .set_column_width(0, WORDS)?
        .set_column_range_width(1, 7, 13)?;
    let whose = words::whose(&source.dossier.identity);
    let title = ["Positionnement", &whose].join(" – ");
    sheet.write_string_with_format(0, 0, title.trim_end_matches(" – "), &look.title)?;
    sheet.write_string(1, 0, "Un item compte pour une étape quand son énoncé est rempli en entier. Chaque étape se compte à part.")?;
    sheet.write_string(2, 0, "Les items non concernés ne sont pas comptés. Cette feuille suit la feuille «\u{a0}Questionnaire\u{a0}»\u{a0}: rien n’est à y saisir.")?;
    headings(sheet, 0, look)
}

fn headings(sheet: &mut Worksheet, left: u16, look: &Look) -> Result<(), XlsxError> {
    let headings = ["Champ d’action", "Items concernés"].map(str::to_owned);
    let reached = Stage::ALL.map(|stage| format!("Étape {stage}, items atteints"));
    let shares = Stage::ALL.map(|stage| format!("Étape {stage}"));
    let all = headings.into_iter().chain(reached).chain(shares);
    fit(sheet, FIELDS_ROW - 1, &[("Étape 1, items atteints", 13.0)])?;
    for (column, heading) in (left..).zip(all) {
        sheet.write_string_with_format(FIELDS_ROW - 1, column, heading, &look.heading)?;
    }
    Ok(())
}

fn write_fields(
    sheet: &mut Worksheet,
    source: Source<'_>,
    (counted, side): (&Positioning, Side<'_>),
    items_row: u32,
    look: &Look,
) -> Result<(), XlsxError> {
    let left = side.left();
    let mut first = items_row + 1;
    for (row, field) in (FIELDS_ROW..).zip(&counted.fields) {
        let last = first + u32::try_from(field.items.len()).unwrap_or_default() - 1;
        let title = source
            .questionnaire
            .field(field.id)
            .map(|field| &field.title);
        let title = title.map(String::as_str).unwrap_or_default();
        sheet.write_string_with_format(row, left, format!("{} {title}", field.id), &look.text)?;
        let of = |column: char| format!("${column}${}:${column}${}", first + 1, last + 1);
        let declared = words::declared(Declared::NotApplicable).to_lowercase();
        let all = match side {
            Side::Own => format!("ROWS({})", of('B')),
            Side::Official(_) => format!("COUNTIF({},\"{OFFICIAL}\")", of('E')),
        };
        let concerned = format!("{all}-{}", side.count(of, 'B', &declared));
        let stages = side.stages(field);
        let [count, ..] = stages;
        write_number(sheet, (row, left + 1), &concerned, count.of, look)?;
        for (column, (letter, count)) in (left + 2..).zip(('B'..='D').zip(stages)) {
            let reached = side.count(of, letter, words::YES);
            write_number(sheet, (row, column), &reached, count.reached, look)?;
            write_share(sheet, (row, column), (count, left), look)?;
        }
        first = last + 1;
    }
    Ok(())
}

fn write_total(
    sheet: &mut Worksheet,
    (own, side): (&Positioning, Side<'_>),
    row: u32,
    look: &Look,
) -> Result<(), XlsxError> {
    let left = side.left();
    let stages = match side {
        Side::Own => own.stages,
        Side::Official(official) => official.stages,
    };
    sheet.write_string_with_format(row, left, "Ensemble", &look.heading)?;
    let sum = |column: u16| {
        let column = letter(column);
        format!("SUM({column}{}:{column}{row})", FIELDS_ROW + 1)
    };
    let [count, ..] = stages;
    write_number(sheet, (row, left + 1), &sum(left + 1), count.of, look)?;
    for (column, count) in (left + 2..).zip(stages) {
        write_number(sheet, (row, column), &sum(column), count.reached, look)?;
        write_share(sheet, (row, column), (count, left), look)?;
    }
    Ok(())
}

/// A count, as a formula with its result.
fn write_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    result: u16,
    look: &Look,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(result.to_string());
    sheet.write_formula_with_format(row, column, formula, &look.number)?;
    Ok(())
}

/// The share of the items concerned, three columns after their number; nothing where no item is concerned.
fn write_share(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (Count { reached, of }, left): (Count, u16),
    look: &Look,
) -> Result<(), XlsxError> {
    let (letter, concerned) = (letter(column), letter(left + 1));
    let line = row + 1;
    let share = match of {
        0 => String::new(),
        of => (f64::from(reached) / f64::from(of)).to_string(),
    };
    let formula = format!("IF(${concerned}{line}=0,\"\",{letter}{line}/${concerned}{line})");
    let formula = Formula::new(formula).set_result(share);
    sheet.write_formula_with_format(row, column + 3, formula, &look.percent)?;
    Ok(())
}

/// The items and their three stages in words, from which everything above is counted.
fn write_items(
    sheet: &mut Worksheet,
    source: Source<'_>,
    counted: &Positioning,
    (top, rows): (u32, &[Rows]),
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(top, 0, "Item", &look.heading)?;
    for (column, stage) in (1..).zip(Stage::ALL) {
        sheet.write_string_with_format(top, column, format!("Étape {stage}"), &look.heading)?;
    }
    let mut last = top;
    for (row, places) in (top + 1..).zip(rows) {
        let title = source
            .questionnaire
            .item(places.item)
            .map(|item| &item.title);
        let title = title.map(String::as_str).unwrap_or_default();
        let title = format!("{} {title}", places.item);
        fit(sheet, row, &[(&title, WORDS)])?;
        sheet.write_string_with_format(row, 0, title, &look.text)?;
        let Some(item) = counted.item(places.item) else {
            continue;
        };
        for (column, stage) in (1..).zip(Stage::ALL) {
            let formula = Formula::new(in_words(places, stage)).set_result(word(item, stage));
            sheet.write_formula_with_format(row, column, formula, &look.entry)?;
        }
        last = row;
    }
    mark_answers(sheet, (top + 1, 1), (last, 3))
}

/// What a stage of an item comes to: its state first, then the answer about its statement.
fn in_words(places: &Rows, stage: Stage) -> String {
    let (state, place) = (&places.state, stage.of(&places.statements));
    let [one, two, three] = &places.statements;
    let [no_stage, unknown, not_applicable] = Declared::ALL.map(words::declared);
    let (unknown_word, not_applicable_word) =
        (unknown.to_lowercase(), not_applicable.to_lowercase());
    let no = words::NO;
    format!(
        "IF({state}=\"{not_applicable}\",\"{not_applicable_word}\",IF({state}=\"{unknown}\",\"{unknown_word}\",\
         IF({state}=\"{no_stage}\",\"{no}\",IF(AND({one}=\"\",{two}=\"\",{three}=\"\"),\"{TO_ANSWER}\",\
         IF({place}=\"\",\"{no}\",{place})))))"
    )
}

fn word(item: &ItemPositioning, stage: Stage) -> String {
    match item.state {
        ItemState::Unanswered => TO_ANSWER.to_owned(),
        ItemState::Answered => words::statement(*stage.of(&item.statements)).to_owned(),
        ItemState::Unknown => words::declared(Declared::Unknown).to_lowercase(),
        ItemState::NotApplicable => words::declared(Declared::NotApplicable).to_lowercase(),
    }
}
