//! Files that come in as tables: those of other programs, old ones, hostile ones. Read beside calamine, another reader.

use calamine::{Data, DataType, Ods, Reader, Xlsx, open_workbook_from_rs};
use numea::documents::reading::{CELLS_MAX, ENTRIES_MAX, INFLATED_MAX, PIECES_MAX, Tables, read};
use numea::documents::workbook;
use numea::domain::formats::file::{BYTES_MAX, is_table};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::import::Refusal;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{OFFICIAL, any_dossier, day};

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let options = if *name == "mimetype" {
            stored
        } else {
            deflated
        };
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const TOP: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-40C]d\ mmmm\ yyyy"/><numFmt numFmtId="171" formatCode="0&quot; jours&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"#;

/// A workbook of Excel with one sheet of these cells.
fn xlsx(cells: &str, strings: &str) -> Vec<u8> {
    xlsx_with(cells, strings, "", &[])
}

fn xlsx_with(cells: &str, strings: &str, properties: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let book = format!(
        r#"<x:workbook xmlns:x="m" xmlns:r="r">{properties}<x:sheets><x:sheet name="Feuille &amp; 1" r:id="r1"/></x:sheets></x:workbook>"#
    );
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let strings = format!("<sst>{strings}</sst>");
    let files = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", TOP.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    zipped(&[&files, more].concat())
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Feuille 1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The cells, as `A1=text`.
fn cells(tables: &Tables) -> Vec<String> {
    let mut cells = Vec::new();
    for sheet in &tables.sheets {
        for row in &sheet.rows {
            for (column, text) in &row.cells {
                cells.push(format!("{}={text}", sheet.place(row.number, *column).cell));
            }
        }
    }
    cells
}

fn read_cells(bytes: &[u8]) -> Vec<String> {
    cells(&read(bytes).unwrap())
}

fn said(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => day.as_f64().to_string(),
        _ => cell.as_string().unwrap_or_default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn our_workbook_is_read_as_another_library_reads_it(dossier in any_dossier()) {
        let bytes = workbook::write(&dossier, &OFFICIAL, day("2026-11-27")).unwrap();
        let tables = read(&bytes).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        for sheet in &tables.sheets {
            let range = book.worksheet_range(&sheet.name).unwrap();
            let other: usize = range.used_cells().filter(|(_, _, cell)| !said(cell).trim().is_empty()).count();
            let ours: usize = sheet.rows.iter().map(|row| row.cells.len()).sum();
            prop_assert_eq!(ours, other, "{}", &sheet.name);
            for row in &sheet.rows {
                for (column, text) in &row.cells {
                    let cell = range.get_value((row.number, *column)).unwrap();
                    match cell {
                        Data::DateTime(day) => prop_assert_eq!(
                            text.parse::<numea::domain::date::Day>().unwrap().number() - 693_594,
                            day.as_f64() as u32
                        ),
                        _ => prop_assert_eq!(text.trim().replace('\r', ""), said(cell).trim().to_owned()),
                    }
                }
            }
        }
        prop_assert_eq!(tables.sheets.len(), 4);
    }
}

#[test]
fn every_kind_of_cell_is_read_as_it_shows() {
    let strings = "<si><t>Clé</t></si><si><r><t>en </t></r><r><t>gras</t></r><rPh><t>non lu</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
    let cells = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
        <row><c t="b"><v>1</v></c><c t="inlineStr"><is><t>dedans &amp; &#233;t&#xE9;</t></is></c><c t="str"><f>A2&amp;"x"</f><v>Cléx</v></c><c t="e"><v>#REF!</v></c></row>
        <row r="9"><c r="A9"><v>2.0</v></c><c s="1"><v>46327</v></c><c s="2"><v>46327.75</v></c><c s="3"><v>12</v></c><c t="d"><v>2026-11-01T00:00:00</v></c><c s="1"><v>1</v></c></row>"#;
    assert_eq!(
        read_cells(&xlsx(cells, strings)),
        [
            "A2=Clé",
            "C2=en gras",
            "D2=a\rb_x0041_",
            "A3=TRUE",
            "B3=dedans & été",
            "C3=Cléx",
            "D3=#REF!",
            "A9=2",
            "B9=2026-11-01",
            "C9=2026-11-01",
            "D9=12",
            "E9=2026-11-01",
            "F9=1900-01-01",
        ]
    );
    let since_1904 = xlsx_with(
        r#"<row><c s="1"><v>44865</v></c></row>"#,
        "",
        r#"<x:workbookPr date1904="1"/>"#,
        &[],
    );
    assert_eq!(read_cells(&since_1904), ["A1=2026-11-01"]);
    assert_eq!(read(&since_1904).unwrap().sheets[0].name, "Feuille & 1");
}

#[test]
fn a_workbook_of_libreoffice_is_read_with_its_repeated_and_merged_cells() {
    let rows = r#"<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Clé<text:s text:c="2"/>A</text:p><text:p>deux</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row-group><table:table-row table:visibility="collapse" table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="2"><text:p>2,00</text:p></table:table-cell></table:table-row></table:table-row-group>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-11-01T10:00:00"><office:annotation><text:p>une remarque</text:p></office:annotation><text:p>01/11/26</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p><text:a><text:span>https://a.fr</text:span></text:a></text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let bytes = ods(rows);
    assert_eq!(
        read_cells(&bytes),
        [
            "A1=Clé  A\ndeux",
            "C5=2",
            "D5=2",
            "C6=2",
            "D6=2",
            "A7=2026-11-01",
            "C7=TRUE",
            "D7=https://a.fr"
        ]
    );
    let mut book: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Feuille 1").unwrap();
    assert_eq!(
        range.get_value((4, 2)).unwrap().as_f64(),
        Some(2.0),
        "as another library places them"
    );
    assert_eq!(
        range.get_value((6, 3)).unwrap().as_string().unwrap(),
        "https://a.fr"
    );
}

#[test]
fn a_text_is_read_whichever_program_saved_it() {
    let expected = [
        "A1=Clé",
        "B1=Réponse",
        "A2=1.1.3",
        "B2=l’« œuvre »; \"dite\"\nici",
    ];
    let text = "Clé;Réponse\n1.1.3;\"l’« œuvre »; \"\"dite\"\"\nici\"";
    let windows: Vec<u8> = text
        .chars()
        .map(|char| match char {
            '’' => 0x92,
            'œ' => 0x9c,
            char => u8::try_from(u32::from(char)).unwrap(),
        })
        .collect();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        ["\u{feff}", text, "\n\n"].concat().into_bytes(),
        text.replace("\n1", "\r\n1").into_bytes(),
        windows,
        [&[0xff, 0xfe], utf_16.as_slice()].concat(),
    ] {
        assert_eq!(read_cells(&bytes), expected);
    }
    for separator in [",", "\t"] {
        let text = format!("Clé{separator}Réponse\n'=1+1{separator}'bonjour\n");
        assert_eq!(
            read_cells(text.as_bytes()),
            ["A1=Clé", "B1=Réponse", "A2==1+1", "B2='bonjour"]
        );
    }
}

#[test]
fn a_table_of_ours_that_became_a_workbook_loses_the_apostrophes_of_the_table_and_no_other_workbook_does()
 {
    let sheet = |heading: &str| {
        let cell = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
        let [first, second] =
            [[heading, "Note"], ["x", "'- à revoir"]].map(|row| row.map(cell).concat());
        xlsx(&format!("<row>{first}</row><row>{second}</row>"), "")
    };
    let note = |heading: &str| read_cells(&sheet(heading))[3].clone();
    assert_eq!(note("Part remplie"), "B2=- à revoir");
    assert_eq!(note("Clé"), "B2='- à revoir");
}

fn entries_of(count: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|number| format!("xl/{number}")).collect();
    let mut files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    files.push(("[Content_Types].xml", TYPES.as_bytes()));
    zipped(&files)
}

/// The same zip, whose directory says another size of every entry.
fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    let places: Vec<_> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"))
        .collect();
    for at in places {
        bytes[at + 24..at + 28].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

fn ole(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    [
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        vec![0; 504].as_slice(),
    ]
    .concat()
    .into_iter()
    .chain(name)
    .collect()
}

#[test]
fn a_file_that_is_no_table_or_is_hostile_is_refused_for_what_it_is() {
    let ours = workbook::write(&Dossier::default(), &OFFICIAL, day("2026-11-27")).unwrap();
    let zeros = vec![b' '; 80 << 20];
    let bomb = xlsx_with("", "", "", &[("xl/media/zeros.bin", &zeros)]);
    assert!(bomb.len() < 200_000, "a small file");
    let sheet_bomb = xlsx(&" ".repeat(1 << 20), "");
    let wide = format!(
        r#"<row r="1">{}</row>"#,
        "<c t=\"b\"><v>1</v></c>".repeat(16_000)
    )
    .repeat(CELLS_MAX / 16_000 + 2);
    let rows = r#"<row><c t="b"><v>1</v></c></row>"#.repeat(CELLS_MAX + 1);
    let repeated = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let long = format!("<si><t>{}</t></si>", "x".repeat(1 << 20));
    let shared = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(20);
    let empty = xlsx(&"<c/>".repeat(PIECES_MAX), "");
    let large = xlsx(&" ".repeat(INFLATED_MAX), "");
    let laughs = xlsx(
        r#"<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>"#,
        "",
    );
    let cut_table = ods("<table:table-row>").to_vec();
    let locked = zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
        ),
        ("content.xml", b"\xff\x00"),
    ]);
    for (what, bytes, refusal) in [
        ("nothing", Vec::new(), Refusal::Empty),
        ("blank", b"\xef\xbb\xbf \r\n".to_vec(), Refusal::Empty),
        ("too large", vec![b'x'; BYTES_MAX + 1], Refusal::TooLarge),
        ("80 MiB of blanks", bomb, Refusal::Bomb),
        (
            "says that it is small",
            lying(sheet_bomb.clone(), 100),
            Refusal::Damaged,
        ),
        (
            "says that it is large",
            lying(sheet_bomb, 1 << 30),
            Refusal::Bomb,
        ),
        ("many entries", entries_of(ENTRIES_MAX), Refusal::Bomb),
        ("too many columns", xlsx(&wide, ""), Refusal::TooLarge),
        ("too many rows", xlsx(&rows, ""), Refusal::TooLarge),
        ("a million empty cells", empty, Refusal::TooLarge),
        ("one large sheet", large, Refusal::TooLarge),
        ("one cell a million times", ods(repeated), Refusal::TooLarge),
        (
            "one text again and again",
            xlsx(&shared, &long),
            Refusal::TooLarge,
        ),
        ("a table that never ends", cut_table, Refusal::Damaged),
        ("a password", ole("EncryptedPackage"), Refusal::Password),
        ("a password of LibreOffice", locked, Refusal::Password),
        ("an old workbook", ole("Workbook"), Refusal::OldWorkbook),
        ("an old document", ole("WordDocument"), Refusal::NotATable),
        (
            "a binary workbook",
            zipped(&[("[Content_Types].xml", b"<a/>"), ("xl/workbook.bin", b"")]),
            Refusal::BinaryWorkbook,
        ),
        (
            "a text document",
            zipped(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"")]),
            Refusal::NotATable,
        ),
        (
            "an image",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".to_vec(),
            Refusal::NotATable,
        ),
        (
            "a page of the web",
            b"<table><tr><td>a;b</td></tr></table>".to_vec(),
            Refusal::NotATable,
        ),
        ("a PDF", b"%PDF-1.7\n1;2".to_vec(), Refusal::NotATable),
        ("a letter", b"Bonjour".to_vec(), Refusal::NotATable),
        ("cut", ours[..ours.len() / 2].to_vec(), Refusal::Damaged),
        (
            "cut at its end",
            ours[..ours.len() - 30].to_vec(),
            Refusal::Damaged,
        ),
    ] {
        assert_eq!(
            read(&bytes).map(|tables| cells(&tables)),
            Err(refusal),
            "{what}"
        );
    }
    assert_eq!(
        read_cells(&laughs),
        [""; 0],
        "entities of one's own are left out"
    );
}

#[test]
fn few_cells_far_apart_take_no_room_and_what_comes_along_is_told() {
    let far = r#"<row r="1048576"><c r="XFD1048576" t="b"><v>1</v></c><c r="XFE1048576" t="b"><v>1</v></c></row>"#;
    assert_eq!(
        read_cells(&xlsx(far, "")),
        ["XFD1048576=TRUE"],
        "none beyond the last column"
    );
    let more: [(&str, &[u8]); 2] = [
        ("xl/vbaProject.bin", b"x"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>"),
    ];
    let tables = read(&xlsx_with(far, "", "", &more)).unwrap();
    assert!(tables.has_macros && tables.has_links);
    let tables = read(&xlsx(far, "")).unwrap();
    assert!(!tables.has_macros && !tables.has_links);
}

#[test]
fn a_table_is_known_by_its_bytes_whatever_its_name_says() {
    assert_eq!(read_cells(b"Cl\xe9;R\xe9ponse\n"), ["A1=Clé", "B1=Réponse"]);
    let zip = b"PK\x03\x04".as_slice();
    for (name, bytes, is_it) in [
        ("dossier.json", b"{}".as_slice(), false),
        ("dossier.xlsx", b"{}", true),
        ("DOSSIER.ODS", b"", true),
        ("tableau.csv", b"a;b", true),
        ("tableau", zip, true),
        ("dossier.json", zip, true),
        ("ancien", &ole("Workbook"), true),
        ("image.png", b"\x89PNG", false),
        ("note.txt", b"bonjour", false),
    ] {
        assert_eq!(is_table(name, bytes), is_it, "{name}");
    }
}
