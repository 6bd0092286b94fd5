//! Tables as files that a spreadsheet opens: a workbook of several sheets, or one table of texts.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::csv;
use super::workbook::NotWritten;
use crate::domain::date::Day;
use crate::domain::sheets::{Cell, Sheet, Sheets};

/// The number of A4 among the sizes of paper.
const A4: u8 = 9;

/// The bytes of a workbook (.xlsx) under this title, as made on this day.
///
/// # Errors
/// Where the library refuses: never, for names of sheets as they are here.
pub fn xlsx(sheets: &Sheets, title: &str, today: Day) -> Result<Vec<u8>, NotWritten> {
    let Sheets(sheets) = sheets;
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(today.year(), today.month(), today.day_of_month())?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let Sheet {
        name,
        columns,
        rows,
    } = sheet;
    let heading = Format::new().set_bold().set_text_wrap();
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let share = Format::new()
        .set_num_format("0\\ %")
        .set_align(FormatAlign::Top);
    worksheet
        .set_name(name)?
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_freeze_panes(1, 0)?
        .set_repeat_rows(0, 0)?
        .set_footer("&L&A&RPage &P sur &N");
    for (column, (name, width)) in (0..).zip(columns) {
        worksheet.set_column_width(column, *width)?;
        worksheet.write_string_with_format(0, column, name, &heading)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(words) => {
                    worksheet.write_string_with_format(row, column, words, &text)?
                }
                Cell::Number(value) => {
                    worksheet.write_number_with_format(row, column, *value, &number)?
                }
                Cell::Share(_, 0) => worksheet.write_blank(row, column, &text)?,
                Cell::Share(part, of) => {
                    let value = f64::from(*part) / f64::from(*of);
                    worksheet.write_number_with_format(row, column, value, &share)?
                }
            };
        }
    }
    let last = (u32::try_from(rows.len()), u16::try_from(columns.len()));
    if let (Ok(row @ 1..), Ok(column @ 1..)) = last {
        worksheet.autofilter(0, 0, row, column - 1)?;
    }
    Ok(())
}

/// One table of texts (.csv), as a French spreadsheet opens it by a double click.
pub fn table(sheet: &Sheet) -> String {
    let Sheet {
        name: _,
        columns,
        rows,
    } = sheet;
    let mut text = String::from("\u{feff}");
    let headings: Vec<_> = columns.iter().map(|(name, _)| csv::text(name)).collect();
    csv::add_line(&mut text, &headings);
    for row in rows {
        let cells: Vec<_> = row.iter().map(cell).collect();
        csv::add_line(&mut text, &cells);
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => csv::text(words),
        Cell::Number(number) => number.to_string(),
        Cell::Share(_, 0) => String::new(),
        Cell::Share(part, of) => {
            let hundredths = (u64::from(*part) * 200 + u64::from(*of)) / (u64::from(*of) * 2);
            format!("{},{:02}", hundredths / 100, hundredths % 100)
        }
    }
}
