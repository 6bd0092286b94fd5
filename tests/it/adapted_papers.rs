//! What is printed and drawn of an adapted questionnaire: the official figures and our own, side by side, each with its n.

use crate::support::{OFFICIAL, change, item};
use numea::domain::date::Day;
use numea::domain::minutes::Minutes;
use numea::domain::paper::{Block, Paper};
use numea::domain::school::adaptation::Adaptation;
use numea::domain::school::answers::Tick;
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::questionnaire::{Questionnaire, Stage};
use numea::words::fr;

/// Two items reached at stage 1, one of which is in words of the school's own; two items are not asked.
fn adapted() -> (Dossier, Questionnaire) {
    let mut dossier = Dossier::default();
    for id in ["1.1.2", "2.1.1"] {
        let (item, stage, tick) = (item(id), Stage::One, Tick::On);
        change(&mut dossier, Change::Statement { item, stage, tick });
    }
    let none = Adaptation::default();
    let hidden = none.hide(&OFFICIAL, item("2.3.1")).unwrap();
    let hidden = hidden.hide(&OFFICIAL, item("1.1.1")).unwrap();
    let official = OFFICIAL.item(item("2.1.1")).unwrap();
    let [one, two, _] = Stage::ALL.map(|stage| stage.of(&official.statements).text());
    let texts = [one.as_str(), &two, "À notre façon."];
    let ours = hidden.reword(&OFFICIAL, item("2.1.1"), &official.title, texts);
    (dossier, ours.unwrap().apply(&OFFICIAL))
}

fn tables(paper: &Paper) -> Vec<(String, Vec<Vec<String>>)> {
    let tables = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some((table.caption.clone(), table.rows.clone())),
        _ => None,
    });
    tables.collect()
}

fn texts(paper: &Paper) -> String {
    let texts = paper.blocks.iter().filter_map(|block| match block {
        Block::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_report_has_the_official_figures_and_our_own_side_by_side_each_with_its_n() {
    let (dossier, ours) = adapted();
    let paper = fr::report::report(&dossier, &ours, Day::new(2026, 11, 28));
    let tables = tables(&paper);
    assert_eq!(
        tables[0].1[0],
        [
            "Étape\u{a0}1",
            "1\u{a0}sur\u{a0}18\u{a0}(6\u{a0}%)",
            "2\u{a0}sur\u{a0}19\u{a0}(11\u{a0}%)"
        ]
    );
    let captions: Vec<_> = tables
        .iter()
        .take(3)
        .map(|(caption, _)| caption.as_str())
        .collect();
    assert_eq!(
        captions,
        [
            "Items atteints à chaque étape",
            "Items atteints par champ d’action – questionnaire officiel",
            "Items atteints par champ d’action – notre questionnaire",
        ]
    );
    let of = |table: usize| &tables[table].1[3][1];
    assert!(
        of(1).starts_with("0\u{a0}sur\u{a0}") && of(2).starts_with("1\u{a0}sur\u{a0}"),
        "{tables:?}"
    );
    assert!(texts(&paper).contains(fr::BOTH_COUNTS));
    assert!(texts(&paper).contains("Le graphique. Chiffres de notre questionnaire"));
    // Of the official one there is one count only.
    let plain = fr::report::report(&dossier, &OFFICIAL, None);
    assert!(!texts(&plain).contains("officiel, sur les seuls items"));
    assert_eq!(
        tables_of_stage(&plain),
        ["Étape\u{a0}1", "2\u{a0}sur\u{a0}21\u{a0}(10\u{a0}%)"]
    );
}

fn tables_of_stage(paper: &Paper) -> Vec<String> {
    tables(paper)[0].1[0].clone()
}

#[test]
fn the_minutes_and_the_picture_of_the_chart_say_the_official_figures_too() {
    let (dossier, ours) = adapted();
    let line = "Questionnaire officiel\u{a0}: étape\u{a0}1, 1 sur 18\u{202f}; étape\u{a0}2, 0 sur 18\u{202f}; étape\u{a0}3, 0 sur 18.";
    let paper = fr::minutes::paper(&Minutes::default(), &dossier, &ours, None);
    assert!(
        texts(&paper)
            .replace('\u{a0}', " ")
            .contains(&line.replace('\u{a0}', " ")),
        "{}",
        texts(&paper)
    );
    let (own, official) = (
        Positioning::of(&ours, &dossier.answers),
        Positioning::official(&ours, &dossier.answers),
    );
    let picture = fr::documents::picture(&dossier.identity, [&own, &official], &ours, None);
    let last = picture.lines.last().unwrap().replace('\u{a0}', " ");
    assert_eq!(last, line.replace('\u{a0}', " "));
    assert!(
        picture.stages[0]
            .replace('\u{a0}', " ")
            .contains("2 sur 19"),
        "{:?}",
        picture.stages
    );
}

#[test]
fn the_workbook_has_the_official_figures_beside_our_own_counted_by_what_each_item_says_of_its_words()
 {
    use calamine::{DataType, Reader, Xlsx, open_workbook_from_rs};
    let (dossier, ours) = adapted();
    let day = Day::new(2026, 11, 28).unwrap();
    let rows = |of: &Questionnaire| {
        let bytes = numea::documents::workbook::write(&dossier, of, day).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Positionnement").unwrap();
        let formulas = book.worksheet_formula("Positionnement").unwrap();
        let line: Vec<_> = (0..17)
            .map(|column| {
                let cell = sheet.get_value((11, column)).cloned().unwrap_or_default();
                cell.as_string().unwrap_or_default()
            })
            .collect();
        let first = formulas.get_value((5, 11)).cloned().unwrap_or_default();
        let words = sheet.rows().filter_map(|row| row.get(4)?.as_string());
        let texts = words.filter(|word| word == "reformulé").count();
        (line, first, texts)
    };
    let (line, formula, reworded) = rows(&ours);
    assert_eq!(line[..3], ["Ensemble", "19", "2"]);
    assert_eq!(line[9..12], ["Ensemble", "18", "1"]);
    assert!(
        formula.starts_with("COUNTIFS(") && formula.contains("\"officiel\""),
        "{formula}"
    );
    assert_eq!(reworded, 1);
    // Of the official one there is one table only.
    let (line, formula, _) = rows(&OFFICIAL);
    assert_eq!((line[9].as_str(), formula.as_str()), ("", ""));
}
