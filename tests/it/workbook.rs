//! The workbook, read back by another library than the one that writes it.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use numea::documents::workbook::{SHEETS, write};
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Ticks};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::plan::{Objective, Priority, Status};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::questionnaire::Stage;
use proptest::prelude::*;
use std::io::{Cursor, Read};

use crate::support::{OFFICIAL, any_dossier, change, day, item};

type Book = Xlsx<Cursor<Vec<u8>>>;
type Rows = Vec<Vec<Data>>;

fn bytes(dossier: &Dossier) -> Vec<u8> {
    write(dossier, &OFFICIAL, day("2026-11-27")).unwrap()
}

fn book(dossier: &Dossier) -> Book {
    open_workbook_from_rs(Cursor::new(bytes(dossier))).unwrap()
}

fn rows(book: &mut Book, sheet: &str) -> Rows {
    let range = book.worksheet_range(sheet).unwrap();
    let (height, width) = range.end().unwrap();
    let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    (0..=height)
        .map(|row| (0..=width).map(|column| cell(row, column)).collect())
        .collect()
}

fn text(cell: &Data) -> String {
    cell.as_string().unwrap_or_default()
}

/// What the lines of the questionnaire say, whatever else is in the workbook.
fn answers(rows: &Rows) -> Answers {
    let word = |key: &str| {
        let line = rows.iter().find(|row| text(&row[0]) == key);
        text(&line.unwrap_or_else(|| panic!("{key} is there"))[3])
    };
    let mut answers = Answers::default();
    for one in OFFICIAL.items() {
        let state = word(&one.id.to_string());
        let declared = Declared::ALL
            .into_iter()
            .find(|declared| numea::documents::words::declared(*declared) == state);
        let mut bits = [0; 3];
        for stage in Stage::ALL {
            let key = format!("{}/{stage}", one.id);
            let statement = stage.of(&one.statements);
            let is_ticked = |number: u8| match statement.is_split() {
                true => word(&format!("{key}.{number}")) == "oui",
                false => word(&key) == "oui",
            };
            let ticked = (1..=statement.len()).filter(|number| is_ticked(*number));
            bits[stage.index()] = ticked.map(|number| 1 << (number - 1)).sum();
        }
        let line = rows
            .iter()
            .find(|row| text(&row[0]) == one.id.to_string())
            .unwrap();
        let response = declared.map_or(
            Response::from_ticks(Ticks::from_bits(bits)),
            Response::Declared,
        );
        let proofs = text(&line[5]);
        answers.set(
            one.id,
            ItemAnswer {
                response,
                note: text(&line[4]),
                proofs: proofs.lines().map(str::to_owned).collect(),
            },
        );
    }
    answers
}

fn filled() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.identity.school = "Lycée du Val".into();
    for (number, one) in OFFICIAL.items().enumerate() {
        let lens = [0, 1, 2].map(|stage| (1_u32 << one.statements[stage].len()) - 1);
        let response = match number % 5 {
            0 => Response::from_ticks(Ticks::from_bits(lens)),
            1 => Response::from_ticks(Ticks::from_bits([lens[0], 1, 0])),
            2 => Response::Declared(Declared::ALL[number % 3]),
            3 => Response::Declared(Declared::NotApplicable),
            _ => Response::Unanswered,
        };
        dossier.answers.set(
            one.id,
            ItemAnswer {
                response,
                ..ItemAnswer::default()
            },
        );
    }
    let objective = Objective {
        description: "=HYPERLINK(\"http://exemple.fr\")".into(),
        lead: "Proviseure".into(),
        start: Some(day("2026-09-01")),
        due: Some(day("2026-11-01")),
        status: Status::Ongoing,
        priority: Priority::High,
        item: Some(item("1.1.3")),
        ..Objective::new("1.1".parse().unwrap())
    };
    assert!(change(&mut dossier, Change::AddObjective(objective)).is_some());
    dossier
}

/// The files of the zip whose name starts so, as text.
fn parts(bytes: Vec<u8>, start: &str) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let wanted = names.into_iter().filter(|name| name.starts_with(start));
    wanted
        .map(|name| {
            let mut text = String::new();
            zip.by_name(&name)
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            (name, text)
        })
        .collect()
}

#[test]
fn the_workbook_has_four_sheets_and_every_statement_in_the_official_words() {
    let mut book = book(&Dossier::default());
    assert_eq!(book.sheet_names(), SHEETS);
    let rows = rows(&mut book, "Questionnaire");
    for one in OFFICIAL.items() {
        for stage in Stage::ALL {
            let statement = stage.of(&one.statements);
            let line =
                |key: String| text(&rows.iter().find(|row| text(&row[0]) == key).unwrap()[1]);
            assert_eq!(line(format!("{}/{stage}", one.id)), statement.text());
            for (number, condition) in (1..)
                .zip(&statement.conditions)
                .filter(|_| statement.is_split())
            {
                assert_eq!(line(format!("{}/{stage}.{number}", one.id)), condition.text);
            }
        }
    }
    assert!(
        rows.iter().skip(1).all(|row| text(&row[3]).is_empty()),
        "a blank workbook answers nothing"
    );
}

#[test]
fn the_figures_are_formulas_whose_results_are_those_of_the_page() {
    for dossier in [filled(), Dossier::default()] {
        let counted = Positioning::of(&OFFICIAL, &dossier.answers);
        let mut book = book(&dossier);
        let rows = rows(&mut book, "Positionnement");
        let formulas = book.worksheet_formula("Positionnement").unwrap();
        let lines = counted
            .fields
            .iter()
            .map(|field| field.stages)
            .chain([counted.stages]);
        for (row, stages) in (5..).zip(lines) {
            assert_eq!(rows[row][1].as_f64(), Some(f64::from(stages[0].of)));
            for (column, count) in (2..).zip(stages) {
                assert_eq!(rows[row][column].as_f64(), Some(f64::from(count.reached)));
                let percent = rows[row][column + 3]
                    .as_f64()
                    .map(|share| (share * 100.0).round());
                assert_eq!(percent, count.percent().map(f64::from));
                for column in [1, column, column + 3] {
                    let formula = formulas.get_value((row as u32, column as u32)).unwrap();
                    assert!(!formula.is_empty() && !formula.contains(';'), "{formula}");
                }
            }
        }
    }
}

#[test]
fn objectives_have_real_days_no_formula_of_people_and_say_what_is_late() {
    let mut book = book(&filled());
    let rows = rows(&mut book, "Objectifs");
    assert_eq!(text(&rows[1][1]), "1.1 Pilotage, impulsion et organisation");
    assert_eq!(text(&rows[1][4]), "=HYPERLINK(\"http://exemple.fr\")");
    let due = match &rows[1][7] {
        Data::DateTime(day) => Some(day.as_f64()),
        _ => None,
    };
    assert_eq!(due, Some(46327.0), "1 November 2026, as Excel counts days");
    assert_eq!(
        [11, 12, 13].map(|column| text(&rows[1][column])),
        ["En cours", "Prioritaire", "en retard"]
    );
    let formulas = book.worksheet_formula("Objectifs").unwrap();
    assert!(
        formulas
            .used_cells()
            .all(|(_, column, _)| column == formulas.width() - 1),
        "only « À noter »"
    );
}

#[test]
fn conditions_are_folded_choices_come_from_ranges_and_no_sheet_is_protected() {
    for (name, sheet) in parts(bytes(&filled()), "xl/worksheets/sheet") {
        assert!(!sheet.contains("<sheetProtection"), "{name}");
        for list in sheet.split("<formula1>").skip(1) {
            let list = list.split("</formula1>").next().unwrap();
            assert!(list.starts_with("'Mode d’emploi'!$"), "{name}: {list}");
        }
        if name.ends_with("sheet2.xml") {
            let conditions: usize = OFFICIAL
                .items()
                .flat_map(|one| &one.statements)
                .filter(|one| one.is_split())
                .map(|one| one.conditions.len())
                .sum();
            let rows = sheet.split("<row ").skip(1);
            let rows = rows.map(|row| row.split('>').next().unwrap());
            let folded = rows
                .filter(|row| row.contains("hidden=\"1\"") && row.contains("outlineLevel=\"1\""));
            assert_eq!(folded.count(), conditions);
        }
    }
}

#[test]
fn a_row_of_several_lines_has_its_height_written_and_one_of_a_single_line_grows_with_what_is_typed()
{
    let sheets = parts(bytes(&Dossier::default()), "xl/worksheets/sheet2");
    let written = sheets[0].1.split("<row ").skip(1);
    let heights: Vec<_> = written
        .map(|row| row.split('>').next().unwrap().contains(" ht="))
        .collect();
    let mut book = book(&Dossier::default());
    for (row, has_height) in rows(&mut book, "Questionnaire").iter().zip(heights) {
        // The column is 90 digits wide.
        match text(&row[1]).chars().count() {
            120.. => assert!(has_height, "{}", text(&row[0])),
            ..70 => assert!(!has_height, "{}", text(&row[0])),
            70..120 => {}
        }
    }
}

#[test]
fn the_radar_and_the_bars_show_each_stage_in_a_colour_of_its_own() {
    let charts = parts(bytes(&filled()), "xl/charts/chart");
    assert_eq!(charts.len(), 2);
    assert!(
        charts
            .iter()
            .any(|(_, chart)| chart.contains("<c:radarChart>"))
    );
    assert!(
        charts
            .iter()
            .any(|(_, chart)| chart.contains("<c:barChart>"))
    );
    for (name, chart) in &charts {
        // The axis of the shares, however the chart lies: from none on, and to all.
        let values = chart.split("<c:valAx>").nth(1).unwrap();
        for part in [
            "<c:orientation val=\"minMax\"/>",
            "<c:max val=\"1\"/>",
            "0\\ %",
        ] {
            assert!(values.contains(part), "{name}: {part} in {values}");
        }
        for colour in ["B97A18", "1F6399", "43204F"] {
            assert!(chart.contains(colour), "{name}: {colour}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_dossier_is_found_again_in_its_workbook(dossier in any_dossier()) {
        let mut book = book(&dossier);
        let rows = rows(&mut book, "Questionnaire");
        let found = answers(&rows);
        for one in OFFICIAL.items() {
            let (found, kept) = (found.get(one.id), dossier.answers.get(one.id));
            prop_assert_eq!(found.response, kept.response);
            prop_assert_eq!(found.note.trim(), kept.note.trim());
        }
        let rows = self::rows(&mut book, "Objectifs");
        for (row, (id, objective)) in (1..).zip(dossier.plan.iter()) {
            prop_assert_eq!(rows[row][0].as_f64(), Some(f64::from(id.number())));
            let (description, lead) = (text(&rows[row][4]), text(&rows[row][5]));
            prop_assert_eq!(description.trim(), objective.description.trim());
            prop_assert_eq!(lead.trim(), objective.lead.trim());
        }
    }
}
