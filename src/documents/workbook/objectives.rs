//! « Objectifs »: a line for each, with days that are days, filters, and room for more.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::guide::{List, Lists};
use super::look::{Look, fit};
use super::{Source, excel_day};
use crate::documents::words;
use crate::domain::date::Day;
use crate::domain::school::plan::{Objective, ObjectiveId, Priority, Status};

const HEADINGS: [(&str, f64); 14] = [
    ("N°", 6.0),
    ("Champ d’action", 24.0),
    ("Item visé", 24.0),
    ("Étape visée", 8.0),
    ("Objectif", 60.0),
    ("Pilote", 22.0),
    ("Début", 12.0),
    ("Échéance", 12.0),
    ("Indicateur", 24.0),
    ("Valeur cible", 16.0),
    ("Moyens", 30.0),
    ("État", 12.0),
    ("Priorité", 12.0),
    ("À noter", 12.0),
];
/// Lines left for objectives to come.
const FREE: u32 = 40;
const LATE: &str = "en retard";
const LAST: u16 = 13;

pub(super) fn write(
    sheet: &mut Worksheet,
    source: Source<'_>,
    lists: &Lists,
    look: &Look,
) -> Result<(), XlsxError> {
    for (column, (name, width)) in (0..).zip(HEADINGS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &look.heading)?;
    }
    sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?;
    let mut row = 1;
    for (id, objective) in source.dossier.plan.iter() {
        line(sheet, row, (id, objective), source, look)?;
        row += 1;
    }
    let last = row + FREE - 1;
    for row in row..=last {
        for column in 0..LAST {
            let format = if matches!(column, 6 | 7) {
                &look.day
            } else {
                &look.text
            };
            sheet.write_blank(row, column, format)?;
        }
        write_late(sheet, row, None, source.today, look)?;
    }
    let chosen = [
        (1, List::Fields),
        (2, List::Items),
        (3, List::Stages),
        (11, List::Statuses),
        (12, List::Priorities),
    ];
    for (column, list) in chosen {
        sheet.add_data_validation(1, column, last, column, &lists.rule(list)?)?;
    }
    sheet.autofilter(0, 0, last, LAST)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    (id, objective): (ObjectiveId, &Objective),
    source: Source<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    // Follow-up notes have no column: they stay in the dossier.
    let Objective {
        field,
        description,
        item,
        stage,
        lead,
        start,
        due,
        indicator,
        target,
        means,
        status,
        priority,
        is_attainable: _,
        rhythm: _,
        notes: _,
    } = objective;
    let questionnaire = source.questionnaire;
    let title = questionnaire.field(*field).map(|one| one.title.as_str());
    let item = item.map(|id| {
        let title = questionnaire.item(id).map(|item| item.title.as_str());
        format!("{id} {}", title.unwrap_or_default())
    });
    let priority = match priority {
        Priority::High => words::HIGH,
        Priority::Usual => "",
    };
    sheet.write_number_with_format(row, 0, id.number(), &look.number)?;
    let texts = [
        (1, format!("{field} {}", title.unwrap_or_default())),
        (2, item.unwrap_or_default()),
        (4, description.clone()),
        (5, lead.clone()),
        (8, indicator.clone()),
        (9, target.clone()),
        (10, means.clone()),
        (11, status.text().to_owned()),
        (12, priority.to_owned()),
    ];
    for (column, text) in &texts {
        sheet.write_string_with_format(row, *column, text, &look.text)?;
    }
    let width = |column: u16| HEADINGS.get(usize::from(column)).map_or(1.0, |one| one.1);
    let texts = texts.each_ref();
    fit(
        sheet,
        row,
        &texts.map(|(column, text)| (text.as_str(), width(*column))),
    )?;
    match stage {
        Some(stage) => sheet.write_number_with_format(row, 3, stage.number(), &look.number)?,
        None => sheet.write_blank(row, 3, &look.number)?,
    };
    write_day(sheet, (row, 6), *start, look)?;
    write_day(sheet, (row, 7), *due, look)?;
    write_late(sheet, row, Some(objective), source.today, look)
}

/// A day; as words where Excel has no such day, which starts in 1900.
fn write_day(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: Option<Day>,
    look: &Look,
) -> Result<(), XlsxError> {
    match day.map(|day| (day, excel_day(day))) {
        None => sheet.write_blank(row, column, &look.day)?,
        Some((_, Ok(excel))) => sheet.write_datetime_with_format(row, column, &excel, &look.day)?,
        Some((day, Err(_))) => {
            sheet.write_string_with_format(row, column, day.text(), &look.day)?
        }
    };
    Ok(())
}

/// Says what is late, on the day on which the workbook is read.
fn write_late(
    sheet: &mut Worksheet,
    row: u32,
    objective: Option<&Objective>,
    today: Day,
    look: &Look,
) -> Result<(), XlsxError> {
    let line = row + 1;
    let [done, abandoned] = [Status::Done, Status::Abandoned].map(Status::text);
    let is_late = objective.is_some_and(|objective| objective.is_late(today));
    let formula = format!(
        "IF(AND(ISNUMBER(H{line}),H{line}<TODAY(),L{line}<>\"{done}\",L{line}<>\"{abandoned}\"),\"{LATE}\",\"\")"
    );
    let formula = Formula::new(formula).set_result(if is_late { LATE } else { "" });
    sheet.write_formula_with_format(row, LAST, formula, &look.entry)?;
    Ok(())
}
