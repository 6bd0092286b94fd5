//! « Réseau »: what comes in a zip, and what goes out as a workbook and a table.

use crate::schools::school;
use crate::support::{OFFICIAL, day};
use numea::documents::archive::Archive;
use numea::documents::reading::{Row, Tables, read};
use numea::documents::sheets::{table, xlsx};
use numea::domain::network::{Filter, Found, Names, Network, SIZE_MAX, Source, read_file};
use numea::domain::school::import::Refusal;
use numea::domain::school::questionnaire::Stage;
use numea::domain::sheets::{Cell, Sheet, Sheets};
use numea::words::fr::network::{Looked, sheets};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const SEED: u64 = 7;

/// A zip of these files, deflated.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn network(many: usize) -> Network {
    let mut network = Network::default();
    for number in 0..many {
        let text = school(SEED, number).to_string();
        let (_, Found::School(school)) = read_file(&text, &OFFICIAL).remove(0) else {
            panic!("school {number} is not counted");
        };
        let source = Source {
            origin: format!("=HYPERLINK({number}).json"),
            label: "Bretagne".into(),
            school: *school,
        };
        assert!(network.add(source));
    }
    network
}

/// What is taken away of a network.
fn given(network: &Network, names: Names) -> Sheets {
    let filter = Filter::default();
    let figures = network.figures(&OFFICIAL, &filter, names).unwrap();
    sheets(Looked {
        questionnaire: &OFFICIAL,
        network,
        filter: &filter,
        names,
        figures: &figures,
    })
}

fn words(tables: &Tables) -> String {
    let cells = tables.sheets.iter().flat_map(|sheet| &sheet.rows);
    let cells = cells.flat_map(|row| &row.cells);
    cells.map(|(_, text)| format!("{text}\n")).collect()
}

#[test]
fn the_workbook_of_a_network_holds_the_figures_of_the_screen() {
    let network = network(120);
    let sheets = given(&network, Names::Shown);
    let bytes = xlsx(&sheets, "Réseau", day("2026-11-27")).unwrap();
    let tables = read(&bytes).unwrap();
    let names: Vec<_> = tables
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Ensemble",
            "Champs",
            "Items",
            "Ce qui manque",
            "Objectifs",
            "Établissements",
            "Ce qui a été lu"
        ]
    );
    let figures = network
        .figures(&OFFICIAL, &Filter::default(), Names::Shown)
        .unwrap();
    let items = tables
        .sheets
        .iter()
        .find(|sheet| sheet.name == "Items")
        .unwrap();
    assert_eq!(items.rows.len(), 1 + 63);
    for item in figures.items() {
        for stage in Stage::ALL {
            let key = format!("{}/{stage}", item.id);
            let has = |row: &Row, text: &str| row.cells.iter().any(|(_, cell)| &**cell == text);
            let row = items.rows.iter().find(|row| has(row, &key)).unwrap();
            let count = *stage.of(&item.stages);
            for number in [count.reached, count.of] {
                assert!(has(row, &number.to_string()), "{key}: {number} in {row:?}");
            }
        }
    }
    let schools = tables
        .sheets
        .iter()
        .find(|sheet| sheet.name == "Établissements")
        .unwrap();
    assert_eq!(schools.rows.len(), 1 + 120);
}

#[test]
fn without_names_neither_workbook_nor_table_holds_a_name() {
    let network = network(20);
    let named = given(&network, Names::Shown);
    let hidden = given(&network, Names::Hidden);
    let of = |sheets: &Sheets| {
        words(&read(&xlsx(sheets, "Réseau", day("2026-11-27")).unwrap()).unwrap())
    };
    for secret in ["EPLEFPA n°", "HYPERLINK", "Bretagne"] {
        assert!(of(&named).contains(secret), "{secret}");
        assert!(!of(&hidden).contains(secret), "{secret}");
    }
    for few in ["\n1\n", "\n2\n", "\n3\n", "\n4\n"] {
        let items = &hidden.0[2];
        let told = items.rows.iter().flat_map(|row| row.iter().skip(7));
        let told: Vec<_> = told.collect();
        let number = few.trim().parse().unwrap();
        assert!(
            !told.contains(&&Cell::Number(number)),
            "{number} schools are too few to be told of"
        );
    }
}

#[test]
fn the_table_is_one_that_a_french_spreadsheet_opens_and_holds_no_formula() {
    let network = network(12);
    let sheets = given(&network, Names::Shown);
    let text = table(&sheets.0[2]);
    assert!(text.starts_with("\u{feff}\"Clé\";\"Item\""), "{text:.60}");
    assert_eq!(text.matches("\r\n").count(), 1 + 63);
    let read_again = read(text.as_bytes()).unwrap();
    assert_eq!(read_again.sheets[0].rows.len(), 1 + 63);
    let hostile = Sheet {
        name: "x".into(),
        columns: vec![("=1+1".into(), 9)],
        rows: vec![
            vec!["=cmd|' /C calc'!A0".into()],
            vec![Cell::Share(2, 3)],
            vec![Cell::Share(0, 0)],
        ],
    };
    assert_eq!(
        table(&hostile),
        "\u{feff}\"'=1+1\"\r\n\"'=cmd|' /C calc'!A0\"\r\n0,67\r\n\r\n"
    );
}

#[test]
fn the_files_of_a_zip_come_out_one_by_one_and_no_bomb_is_inflated() {
    let text = school(SEED, 1).to_string();
    let long = vec![b' '; SIZE_MAX + 1];
    let zip = zipped(&[
        ("Bretagne/école.json", text.as_bytes()),
        ("trop gros.json", &long),
    ]);
    let archive = Archive::open(zip.clone()).unwrap();
    let files: Vec<_> = archive.files().collect();
    assert_eq!(files[0], ("Bretagne/école.json", text.len()));
    assert_eq!(archive.read(0).as_deref(), Ok(text.as_bytes()));
    assert_eq!(archive.read(1), Err(Refusal::TooLarge));
    assert_eq!(archive.read(2), Err(Refusal::Damaged));
    // A directory that says less than there is: never more than it says is inflated.
    let at = zip
        .windows(4)
        .rposition(|four| four == b"PK\x01\x02")
        .unwrap();
    let mut lying = zip.clone();
    lying[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert_eq!(Archive::open(lying).unwrap().read(1), Err(Refusal::Damaged));
    // One that says more than a thousand dossiers hold.
    let mut huge = zip.clone();
    huge[at + 24..at + 28].copy_from_slice(&(300_u32 << 20).to_le_bytes());
    assert_eq!(Archive::open(huge).err(), Some(Refusal::Bomb));
    for len in (0..zip.len()).step_by(97) {
        assert!(
            Archive::open(zip[..len].to_vec()).is_err(),
            "cut after {len}"
        );
    }
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "[ -~àé\n\"\\\\]{0,12}".prop_map(Cell::Text),
        any::<u32>().prop_map(Cell::Number),
        any::<(u32, u32)>().prop_map(|(part, of)| Cell::Share(part, of)),
    ]
}

proptest! {
    #[test]
    fn sheets_are_read_back_as_they_were_written(
        sheets in prop::collection::vec(
            ("[ -~]{0,9}", prop::collection::vec(("[ -~]{0,9}", any::<u16>()), 0..4),
            prop::collection::vec(prop::collection::vec(any_cell(), 0..4), 0..4)), 0..3),
        cut in any::<prop::sample::Index>(),
    ) {
        let sheets = sheets.into_iter().map(|(name, columns, rows)| Sheet { name, columns, rows });
        let sheets = Sheets(sheets.collect());
        let text = sheets.write();
        prop_assert_eq!(Sheets::read(&text), Ok(sheets));
        let cut = cut.index(text.len());
        if text.is_char_boundary(cut) {
            prop_assert!(Sheets::read(&text[..cut]).is_err());
        }
    }

    #[test]
    fn any_bytes_as_a_zip_are_read_within_their_bounds_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let text = school(SEED, 2).to_string();
        let mut zip = zipped(&[("a.json", text.as_bytes()), ("b.txt", b"bonjour"), ("c", &bytes)]);
        let place = at.index(zip.len());
        zip[place] = byte;
        for candidate in [bytes, zip] {
            if let Ok(archive) = Archive::open(candidate) {
                for place in 0..archive.files().count() {
                    let size = archive.files().nth(place).unwrap().1;
                    if let Ok(read) = archive.read(place) {
                        prop_assert!(read.len() == size && size <= SIZE_MAX);
                    }
                }
            }
        }
    }
}
