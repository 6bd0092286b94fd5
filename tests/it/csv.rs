//! The table of answers that a French Excel opens by a double click.

use numea::documents::csv::write;
use numea::domain::school::answers::{Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::questionnaire::Stage;
use proptest::prelude::*;

use crate::support::{OFFICIAL, any_dossier, item};

/// The cells of each line, as a spreadsheet reads them.
fn read(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut lines, mut line, mut cell, mut is_quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "lines end as on Windows");
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            char => cell.push(char),
        }
    }
    assert!(cell.is_empty() && line.is_empty(), "the last line ends");
    lines
}

#[test]
fn the_table_says_what_was_answered_with_a_decimal_comma() {
    let mut dossier = Dossier::default();
    let ticks = Ticks::default()
        .with(Stage::One, 0, Tick::On)
        .with(Stage::Three, 0, Tick::On);
    let ticks = ticks.within(OFFICIAL.item(item("1.1.1")).unwrap());
    dossier.answers.set(
        item("1.1.1"),
        ItemAnswer {
            response: Response::Ticked(ticks),
            ..ItemAnswer::default()
        },
    );
    dossier.answers.set(
        item("1.1.2"),
        ItemAnswer {
            response: Response::Declared(Declared::NotApplicable),
            ..ItemAnswer::default()
        },
    );
    let lines = read(&write(&dossier, &OFFICIAL));
    assert_eq!(lines.len(), 64, "63 statements and the headings");
    let line = |key: &str| lines.iter().find(|line| line[0] == key).unwrap().clone();
    let of = usize::from(
        OFFICIAL
            .statement(item("1.1.1"), Stage::Three)
            .unwrap()
            .len(),
    );
    let third = line("1.1.1/3");
    assert_eq!(
        third[5..8],
        ["en partie".to_owned(), "1".into(), of.to_string()]
    );
    assert_eq!(third[8], format!("0,{:02}", (200 + of) / (2 * of)));
    assert_eq!(
        third[4],
        OFFICIAL
            .statement(item("1.1.1"), Stage::Three)
            .unwrap()
            .text()
    );
    assert_eq!(line("1.1.1/2")[5], "non");
    assert_eq!(line("1.1.2/1")[5], "Non concerné");
    assert_eq!(line("1.1.3/1")[5], "", "not answered");
}

#[test]
fn what_starts_as_a_formula_is_only_a_text() {
    for note in [
        "=1+1",
        "+33 6",
        "-2",
        "@SUM(A1)",
        "  =cmd|' /C calc'!A0",
        "\t=1",
    ] {
        let mut dossier = Dossier::default();
        dossier.answers.set(
            item("1.1.1"),
            ItemAnswer {
                note: note.into(),
                ..ItemAnswer::default()
            },
        );
        let lines = read(&write(&dossier, &OFFICIAL));
        assert_eq!(lines[1][9], format!("'{note}"));
    }
}

proptest! {
    // A whole dossier takes a while to make up.
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_dossier_gives_a_table_of_64_lines_and_11_columns_without_a_formula(dossier in any_dossier()) {
        let lines = read(&write(&dossier, &OFFICIAL));
        prop_assert_eq!(lines.len(), 64);
        for line in &lines {
            prop_assert_eq!(line.len(), 11);
            prop_assert!(line.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
        }
    }
}
