//! The charts of the « Positionnement » sheet. Every series has its colour written: LibreOffice shows none otherwise.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartFormat, ChartLine, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::SHEETS;
use super::look::stage_colour;
use super::positioning::FIELDS_ROW;
use crate::domain::school::questionnaire::Stage;

/// First column of the shares.
const SHARES: u16 = 5;

/// A radar and bars by field, of the table that ends on `last`, under it.
pub(super) fn insert(sheet: &mut Worksheet, last: u32, row: u32) -> Result<(), XlsxError> {
    let mut radar = chart(ChartType::RadarWithMarkers, last, |stage| {
        ChartFormat::new()
            .set_line(
                ChartLine::new()
                    .set_color(stage_colour(stage))
                    .set_width(2.25),
            )
            .clone()
    });
    shares(radar.y_axis());
    radar.set_width(620).set_height(460);
    radar
        .title()
        .set_name("Part des items atteints, par champ d’action");
    sheet.insert_chart(row, 0, &radar)?;
    let mut bars = chart(ChartType::Bar, last, |stage| {
        ChartFormat::new()
            .set_solid_fill(ChartSolidFill::new().set_color(stage_colour(stage)))
            .clone()
    });
    bars.set_width(560).set_height(460);
    bars.title().set_name("Les mêmes parts, en barres");
    // The library names the axes of bars by where they lie: fields along y, the first on top, as in the table.
    bars.y_axis().set_reverse();
    shares(bars.x_axis());
    sheet.insert_chart_with_offset(row, 3, &bars, 80, 0)?;
    Ok(())
}

/// From none to all.
fn shares(axis: &mut ChartAxis) {
    axis.set_min(0)
        .set_max(1)
        .set_major_unit(0.25)
        .set_num_format("0\\ %");
}

fn chart(kind: ChartType, last: u32, look: impl Fn(Stage) -> ChartFormat) -> Chart {
    let [_, _, positioning, _] = SHEETS;
    let mut chart = Chart::new(kind);
    for (column, stage) in (SHARES..).zip(Stage::ALL) {
        chart
            .add_series()
            .set_name((positioning, FIELDS_ROW - 1, column))
            .set_categories((positioning, FIELDS_ROW, 0, last, 0))
            .set_values((positioning, FIELDS_ROW, column, last, column))
            .set_format(&mut look(stage));
    }
    chart.set_alt_text("Part des items atteints pour chaque étape, dans chaque champ d’action : les chiffres sont dans le tableau au-dessus.");
    chart
}
