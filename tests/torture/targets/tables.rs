//! Workbooks and tables that come in.

use super::OFFICIAL;
use numea::documents::preview::shown;
use numea::documents::reading::{CELLS_MAX, TEXT_MAX, read};
use numea::documents::understanding::understand;
use numea::domain::checksum::crc_32;
use numea::domain::school::dossier::Dossier;
use numea::domain::school::import::{compare, take};

/// Any bytes as a file. What is read is bounded; once all of it is taken, the same file changes nothing more.
pub fn table(data: &[u8]) {
    let Ok(tables) = read(data) else { return };
    let cells = tables
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flat_map(|row| &row.cells);
    let (mut number, mut bytes) = (0, 0);
    for (_, text) in cells {
        assert!(!text.trim().is_empty());
        (number, bytes) = (number + 1, bytes + text.len());
    }
    assert!(number <= CELLS_MAX && bytes <= TEXT_MAX);
    let Ok(claims) = understand(&tables, &OFFICIAL) else {
        return;
    };
    let blank = Dossier::default();
    let comparison = compare(&claims, &blank, &OFFICIAL);
    for line in &comparison.lines {
        let words = shown(line, &blank, &OFFICIAL);
        assert_ne!(words.before, words.after);
    }
    let taken = take(&blank, &comparison.lines);
    let again = compare(&claims, &taken, &OFFICIAL);
    let of_items = again.lines.iter().filter(|line| {
        !line
            .id()
            .starts_with(|char: char| char.is_ascii_digit() && !line.id().contains('.'))
    });
    assert_eq!(of_items.filter(|line| line.remark.is_none()).count(), 0);
}

/// Any text as a part of a workbook, with the right sums around it: the parts that cells come from.
pub fn table_sealed(data: &[u8]) {
    let (sheet, strings, styles): (&[u8], &[u8], &[u8]) = (
        br#"<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="2"><c t="s"><v>2</v></c><c s="1"><v>46327</v></c></row></sheetData></worksheet>"#,
        "<sst><si><t>Clé</t></si><si><t>Réponse</t></si><si><t>1.1.3/1</t></si></sst>".as_bytes(),
        br#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    );
    let workbook = br#"<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#;
    let parts = br#"<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/><Relationship Id="r2" Type="/sharedStrings" Target="t.xml"/><Relationship Id="r3" Type="/styles" Target="u.xml"/></Relationships>"#;
    for place in 0..5 {
        let of = |number: usize, part: &'static [u8]| {
            if number == place {
                data.to_vec()
            } else {
                part.to_vec()
            }
        };
        table(&stored(&[
            ("[Content_Types].xml", Vec::new()),
            ("xl/workbook.xml", of(0, workbook)),
            ("xl/_rels/workbook.xml.rels", of(1, parts)),
            ("xl/s.xml", of(2, sheet)),
            ("xl/t.xml", of(3, strings)),
            ("xl/u.xml", of(4, styles)),
        ]));
    }
    table(&stored(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", data.to_vec()),
    ]));
}

/// A zip of these files as they are.
fn stored(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = zip.len() as u32;
        let [len, name_len] = [content.len() as u32, name.len() as u32];
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(
            [crc_32(content), len, len, name_len]
                .map(u32::to_le_bytes)
                .concat(),
        );
        zip.extend([b"PK\x03\x04", head.as_slice(), name.as_bytes(), content].concat());
        let place = [&[0; 10], at.to_le_bytes().as_slice()].concat();
        directory.extend(
            [
                b"PK\x01\x02\x14\x00",
                head.as_slice(),
                &place,
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let [number, size, at] = [files.len(), directory.len(), zip.len()].map(|number| number as u32);
    let number = [number as u8, 0, number as u8, 0];
    let end = [
        &[0; 4],
        number.as_slice(),
        &size.to_le_bytes(),
        &at.to_le_bytes(),
        &[0; 2],
    ]
    .concat();
    [zip, directory, b"PK\x05\x06".to_vec(), end].concat()
}
