//! How the cells look: quiet lines, the colours of the stages, nothing that only colour says.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, Worksheet,
    XlsxError,
};

use crate::documents::words;
use crate::domain::school::questionnaire::Stage;

/// The colour of a stage, on white: that of the page.
pub(super) fn stage_colour(stage: Stage) -> u32 {
    match stage {
        Stage::One => 0x00B9_7A18,
        Stage::Two => 0x001F_6399,
        Stage::Three => 0x0043_204F,
    }
}

const LINE: u32 = 0x00D9_D3C4;
const FILL: u32 = 0x00F1_EDE2;

/// The formats of the cells.
pub(super) struct Look {
    /// Name of a sheet.
    pub title: Format,
    /// Plain words on a sheet.
    pub plain: Format,
    /// Heading of a column.
    pub heading: Format,
    /// Name of a field.
    pub field: Format,
    /// Title of an item.
    pub item: Format,
    /// Words of a cell.
    pub text: Format,
    /// Words of a condition.
    pub condition: Format,
    /// A key, for the machine.
    pub key: Format,
    /// A cell to fill in.
    pub entry: Format,
    /// A number.
    pub number: Format,
    /// A share.
    pub percent: Format,
    /// A day.
    pub day: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE)
                .set_align(FormatAlign::Top)
        };
        let wrapped = || cell().set_text_wrap();
        let centred = || cell().set_align(FormatAlign::Center);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            plain: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            heading: wrapped().set_bold().set_background_color(FILL),
            field: wrapped()
                .set_bold()
                .set_font_size(13)
                .set_background_color(FILL),
            item: wrapped().set_bold(),
            text: wrapped(),
            condition: wrapped().set_indent(2),
            key: cell().set_font_size(8).set_font_color(0x006B_6657),
            entry: centred().set_text_wrap(),
            number: centred(),
            percent: centred().set_num_format("0\\ %"),
            day: centred().set_num_format("dd/mm/yyyy"),
        }
    }
}

/// Height of a line of text, in points.
const LINE_HEIGHT: u32 = 15;
/// Most lines that a row is made high for: a spreadsheet takes no row above 409 points.
const LINES_MAX: u32 = 27;

/// Makes a row high enough for its texts, each in a column of this width. LibreOffice leaves a row without a height one line high,
/// whatever stands in it; Excel sees to it alone, and lets such a row grow with what is typed: so one line is left as it is.
pub(super) fn fit(sheet: &mut Worksheet, row: u32, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
    let of = |(text, width): &(&str, f64)| text.lines().map(|line| lines(line, *width)).sum();
    let most: u32 = texts.iter().map(of).max().unwrap_or_default();
    if most > 1 {
        sheet.set_row_height(row, LINE_HEIGHT * most.min(LINES_MAX))?;
    }
    Ok(())
}

/// How many lines words take. A width is a number of digits: of letters, which are narrower, a tenth more stand in it.
fn lines(text: &str, width: f64) -> u32 {
    let (width, mut lines, mut used) = (width * 1.1, 1, 0.0);
    for word in text.split(' ') {
        let long = word.chars().fold(0.0, |long, _| long + 1.0);
        if used > 0.0 && used + 1.0 + long > width {
            lines += 1;
            used = 0.0;
        } else if used > 0.0 {
            used += 1.0;
        }
        used += long;
        while used > width {
            lines += 1;
            used -= width;
        }
    }
    lines
}

/// Answers stand out by more than their word, without hiding it.
pub(super) fn mark_answers(
    sheet: &mut Worksheet,
    (first_row, first_column): (u32, u16),
    (last_row, last_column): (u32, u16),
) -> Result<(), XlsxError> {
    let marked = [
        (
            words::YES,
            Format::new().set_bold().set_background_color(0x00CF_E3D6),
        ),
        (
            words::PARTLY,
            Format::new().set_background_color(0x00F3_E7C4),
        ),
    ];
    for (word, format) in marked {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(format);
        sheet.add_conditional_format(first_row, first_column, last_row, last_column, &rule)?;
    }
    Ok(())
}
