//! Our workbook and our table in LibreOffice Calc: the formulas come to the page's figures, the charts are there, a table keeps
//! its answers; and what Calc saves in kinds that are not read is refused for what it is.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use numea::documents::csv;
use numea::documents::reading::read;
use numea::documents::reading::zip::Zip;
use numea::domain::school::dossier::Dossier;
use numea::domain::school::import::Refusal;
use numea::domain::school::positioning::{Count, Positioning};
use std::io::Cursor;

use super::{Office, compared, dossiers, workbook_of};
use crate::support::OFFICIAL;

/// First row of the table of fields on « Positionnement », from 0.
const FIELDS: usize = 5;

/// What the sheet « Positionnement » says: how many items, then per stage how many and which share; a line a field, then all.
fn figures(workbook: Vec<u8>) -> Vec<Vec<Option<f64>>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let sheet = book.worksheet_range("Positionnement").unwrap();
    let line = |row: usize| {
        (1..8)
            .map(|column| match sheet.get_value((row as u32, column)) {
                Some(Data::String(text)) if text.is_empty() => None,
                cell => Some(rounded(
                    cell.unwrap().as_f64().unwrap_or_else(|| panic!("{cell:?}")),
                )),
            })
            .collect()
    };
    (FIELDS..FIELDS + 7).map(line).collect()
}

/// Files have fifteen digits.
fn rounded(number: f64) -> f64 {
    (number * 1e12).round() / 1e12
}

fn expected(dossier: &Dossier) -> Vec<Vec<Option<f64>>> {
    let counted = Positioning::of(&OFFICIAL, &dossier.answers);
    let share = |count: &Count| {
        (count.of > 0).then(|| rounded(f64::from(count.reached) / f64::from(count.of)))
    };
    let fields = counted.fields.iter().map(|field| field.stages);
    fields
        .chain([counted.stages])
        .map(|stages| {
            let reached = stages.iter().map(|count| Some(f64::from(count.reached)));
            let first = [Some(f64::from(stages[0].of))];
            let shares = stages.iter().map(share);
            first.into_iter().chain(reached).chain(shares).collect()
        })
        .collect()
}

/// How many series each chart of a text document of LibreOffice has, by kind.
fn charts(ods: &[u8]) -> Vec<(String, usize)> {
    let zip = Zip::read(ods).unwrap();
    let names: Vec<_> = zip.names().map(str::to_owned).collect();
    let objects = names
        .iter()
        .filter(|name| name.starts_with("Object ") && name.ends_with("/content.xml"));
    let mut charts: Vec<_> = objects
        .map(|name| {
            let text = zip.text(name).unwrap().unwrap();
            let kind = text.split("chart:class=\"chart:").nth(1).unwrap();
            let kind = kind.split('"').next().unwrap().to_owned();
            (kind, text.matches("<chart:series ").count())
        })
        .collect();
    charts.sort();
    charts
}

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn the_formulas_that_calc_computes_anew_come_to_the_figures_of_the_page() {
    let Some(office) = Office::start("formulas") else {
        return;
    };
    office.install_macros();
    office.write("blank.xlsx", workbook_of(&Dossier::default()));
    let mut cells = 0;
    for dossier in dossiers(6) {
        office.write("given.xlsx", workbook_of(&dossier));
        office.call("Answer", &["blank.xlsx", "given.xlsx", "answered"]);
        let (found, counted) = (figures(office.read("answered.xlsx")), expected(&dossier));
        assert_eq!(found, counted);
        cells += found.iter().flatten().count();
        let two = [("bar".to_owned(), 3), ("radar".to_owned(), 3)];
        assert_eq!(charts(&office.read("answered.ods")), two);
    }
    println!(
        "\nfigure|figures of the workbook computed anew by LibreOffice|{cells}|each as in the page"
    );
}

/// A text in UTF-8, `;` between cells, `"` around them, French, as the choices of the dialog that Calc shows.
const FRENCH: &str = "--infilter=CSV:59,34,76,1,,1036,false,true";

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn a_table_that_calc_opened_with_french_settings_says_the_same() {
    let Some(office) = Office::start("tables") else {
        return;
    };
    let mut done = 0;
    for (number, dossier) in dossiers(4).iter().enumerate() {
        let name = format!("table-{number}.csv");
        office.write(&name, csv::write(dossier, &OFFICIAL));
        for kind in ["ods", "xlsx:Calc MS Excel 2007 XML"] {
            let comparison = compared(&office.convert(&name, kind, &[FRENCH]), dossier);
            assert_eq!(
                (comparison.lines, comparison.troubles),
                (Vec::new(), Vec::new()),
                "{kind}"
            );
            done += 1;
        }
    }
    println!(
        "\nfigure|tables (.csv) opened by LibreOffice and saved as workbooks|{done}|each read as it was answered"
    );
}

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn what_calc_saves_in_other_kinds_is_refused_for_what_it_is() {
    let Some(office) = Office::start("kinds") else {
        return;
    };
    office.install_macros();
    let dossier = &dossiers(1)[0];
    office.write("own.xlsx", workbook_of(dossier));
    office.call("SaveOdd", &["own.xlsx", "odd"]);
    let with_macros = compared(&office.read("odd.xlsm"), dossier);
    assert_eq!(
        (with_macros.lines, with_macros.troubles),
        (Vec::new(), Vec::new())
    );
    let kinds = [
        ("odd.xls", Refusal::OldWorkbook),
        ("odd-closed.ods", Refusal::Password),
        ("odd.fods", Refusal::NotATable),
        ("odd.html", Refusal::NotATable),
        ("odd.pdf", Refusal::NotATable),
    ];
    for (name, refusal) in kinds {
        assert_eq!(read(&office.read(name)).err(), Some(refusal), "{name}");
    }
    println!(
        "\nfigure|workbooks saved by LibreOffice in kinds that are not read|{}|each refused for what it is",
        kinds.len()
    );
}
