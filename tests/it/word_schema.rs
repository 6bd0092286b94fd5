//! Files for a word processor against the rules of the format: the order of elements, which Word insists on, what each part is,
//! and where each relation leads. Read by other libraries than their writer.

use numea::documents::word;
use numea::domain::minutes::Minutes;
use numea::domain::paper::Paper;
use numea::domain::school::dossier::Dossier;
use numea::domain::school::plan::{Arrangement, Schedule};
use numea::words::fr;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

use crate::support::{OFFICIAL, any_dossier, day};

/// The children that an element may have, in the order of ISO/IEC 29500: of each sequence the part that is used here and what
/// stands around it.
const SEQUENCES: &[(&str, &str)] = &[
    ("w:document", "w:background w:body"),
    ("w:p", "w:pPr"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr",
    ),
    ("w:r", "w:rPr"),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:strike w:color w:spacing w:sz w:szCs w:highlight w:u w:shd w:vertAlign w:lang",
    ),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:bidiVisual w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription",
    ),
    (
        "w:tblBorders",
        "w:top w:left w:bottom w:right w:insideH w:insideV",
    ),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:tr", "w:tblPrEx w:trPr w:tc"),
    ("w:tc", "w:tcPr w:p"),
    (
        "w:tcPr",
        "w:cnfStyle w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:vAlign",
    ),
    (
        "w:sectPr",
        "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg",
    ),
    ("w:styles", "w:docDefaults w:latentStyles w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    (
        "w:style",
        "w:name w:aliases w:basedOn w:next w:link w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr",
    ),
    ("w:numbering", "w:abstractNum w:num"),
    (
        "w:abstractNum",
        "w:nsid w:multiLevelType w:tmpl w:name w:lvl",
    ),
    (
        "w:lvl",
        "w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlJc w:pPr w:rPr",
    ),
    (
        "wp:inline",
        "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
    ),
    ("pic:pic", "pic:nvPicPr pic:blipFill pic:spPr"),
    ("pic:blipFill", "a:blip a:srcRect a:stretch"),
    ("pic:spPr", "a:xfrm a:prstGeom a:ln"),
];
/// What may follow the properties of a paragraph and of a run, in any order.
const CONTENT: &[(&str, &str)] = &[
    ("w:p", "w:r w:fldSimple"),
    ("w:r", "w:t w:br w:tab w:drawing"),
];

/// Of a property of a table's look: its attribute, and its bit.
const LOOK: [(&str, u32); 6] = [
    ("w:firstRow", 0x20),
    ("w:lastRow", 0x40),
    ("w:firstColumn", 0x80),
    ("w:lastColumn", 0x100),
    ("w:noHBand", 0x200),
    ("w:noVBand", 0x400),
];

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).unwrap()?;
    Some(found.value.into_owned())
}

fn listed(table: &[(&str, &str)], parent: &str) -> Option<Vec<String>> {
    let found = table.iter().find(|(one, _)| *one == parent)?;
    Some(found.1.split(' ').map(str::to_owned).collect())
}

/// Where the child stands in its parent's sequence; `None` where the parent has none.
fn place(parent: &str, child: &str) -> Option<usize> {
    let sequence = listed(SEQUENCES, parent)?;
    let place = sequence.iter().position(|one| one == child);
    let content = listed(CONTENT, parent).unwrap_or_default();
    let is_content = content.iter().any(|one| one == child);
    let after = is_content.then_some(sequence.len());
    Some(
        place
            .or(after)
            .unwrap_or_else(|| panic!("{child} in {parent}")),
    )
}

/// Checks every element of a part.
fn is_in_order(name: &str, text: &str) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let child = tag.name().as_ref().to_owned();
                if let Some((parent, last)) = open.last_mut()
                    && let Some(place) = place(parent, &child)
                {
                    assert!(place >= *last, "{name}: {child} comes too late in {parent}");
                    *last = place;
                }
                if child == "w:tblLook" {
                    let bits = LOOK.map(|(name, bit)| match attribute(&tag, name).as_deref() {
                        Some("1") => bit,
                        _ => 0,
                    });
                    let value = attribute(&tag, "w:val").unwrap();
                    let value = u32::from_str_radix(&value, 16).unwrap();
                    assert_eq!(
                        value,
                        bits.iter().sum::<u32>(),
                        "{name}: what w:tblLook says twice"
                    );
                }
                open.push((child, 0));
            }
            Event::End(_) => {
                let (element, last) = open.pop().unwrap();
                let is_cell_ended = element != "w:tc" || last == 1;
                assert!(is_cell_ended, "{name}: a cell ends with a paragraph");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, [], "{name}");
}

/// The values of this attribute in a part.
fn values(text: &str, attribute: &str) -> Vec<String> {
    let mark = format!(" {attribute}=\"");
    let mut found = text.split(mark.as_str()).skip(1);
    let value = |rest: &str| rest.split('"').next().unwrap().to_owned();
    found.by_ref().map(value).collect()
}

fn checks(paper: &Paper, chart: Option<&[u8]>) {
    let bytes = word::write(paper, chart, day("2026-11-27")).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        zip.by_index(0).unwrap().name().unwrap(),
        "[Content_Types].xml",
        "first, as Word writes it"
    );
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let types = text("[Content_Types].xml");
    for part in values(&types, "PartName") {
        assert!(
            names.iter().any(|name| format!("/{name}") == part),
            "{part} is there"
        );
    }
    for name in names.iter().filter(|name| *name != "[Content_Types].xml") {
        let extension = name.rsplit('.').next().unwrap();
        let is_typed = types.contains(&format!("Extension=\"{extension}\""));
        assert!(is_typed, "what {name} is is said");
    }
    for (folder, relations) in [
        ("", "_rels/.rels"),
        ("word/", "word/_rels/document.xml.rels"),
    ] {
        for target in values(&text(relations), "Target") {
            let path = format!("{folder}{target}");
            assert!(names.contains(&path), "{path} is there");
        }
    }
    let relations = values(&text("word/_rels/document.xml.rels"), "Id");
    let document = text("word/document.xml");
    for id in values(&document, "r:id")
        .into_iter()
        .chain(values(&document, "r:embed"))
    {
        assert!(relations.contains(&id), "{id} leads somewhere");
    }
    let styles = text("word/styles.xml");
    let known = values(&styles, "w:styleId");
    let footer = text("word/footer1.xml");
    for part in [&document, &footer] {
        for mark in ["<w:pStyle w:val=\"", "<w:tblStyle w:val=\""] {
            for style in part.split(mark).skip(1) {
                let style = style.split('"').next().unwrap().to_owned();
                assert!(known.contains(&style), "the style {style} is there");
            }
        }
    }
    let numbering = text("word/numbering.xml");
    for (name, part) in [
        ("document", &document),
        ("styles", &styles),
        ("footer", &footer),
        ("numbering", &numbering),
    ] {
        is_in_order(name, part);
    }
}

#[test]
fn every_paper_for_a_word_processor_keeps_the_order_of_the_format_and_leads_nowhere_wrong() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(1440_u32.to_be_bytes());
    png.extend(960_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    let today = Some(day("2026-11-27"));
    let mut runner = TestRunner::deterministic();
    let dossiers = (0..6).map(|_| any_dossier().new_tree(&mut runner).unwrap().current());
    for dossier in dossiers.chain([Dossier::default()]) {
        checks(&fr::report::report(&dossier, &OFFICIAL, today), Some(&png));
        checks(
            &fr::minutes::paper(&Minutes::default(), &dossier, &OFFICIAL, today),
            None,
        );
        let arrangement = Arrangement::default();
        let schedule = Schedule::of(&OFFICIAL, &dossier.plan, &arrangement, day("2026-11-27"));
        checks(
            &fr::schedule_paper::schedule(&dossier, &OFFICIAL, &schedule, None, today),
            None,
        );
    }
}
