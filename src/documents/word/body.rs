//! What a paper says, as paragraphs and tables of a word processor.

use super::xml::Xml;
use crate::domain::paper::{Block, Level, Paper, Table};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>"#;

/// A4, with room for a hole punch; the foot on every page.
const SECTION: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

/// Width between the margins, in twentieths of a point.
const WIDTH: u32 = 9_638;
/// Width of the picture of the chart, 13 cm as on the printed page, so that it stands under the figures it shows. Drawings have
/// units of their own: 635 of them are a twentieth of a point.
const PICTURE_WIDTH: u64 = 7_371 * 635;

/// The text of `word/document.xml`; `chart` is how large the picture of the chart is, where there is one.
pub fn document(paper: &Paper, chart: Option<[u32; 2]>) -> String {
    let Paper {
        title,
        lines,
        blocks,
        foot: _,
    } = paper;
    let mut xml = Xml::default();
    xml.tags(HEAD);
    paragraph(&mut xml, "Title", title);
    for line in lines {
        paragraph(&mut xml, "Subtitle", line);
    }
    for block in blocks {
        self::block(&mut xml, block, chart);
    }
    xml.tags(SECTION);
    xml.ended()
}

fn block(xml: &mut Xml, block: &Block, chart: Option<[u32; 2]>) {
    match block {
        Block::Heading(Level::One, text) => paragraph(xml, "Heading1", text),
        Block::Heading(Level::Two, text) => paragraph(xml, "Heading2", text),
        Block::Text(text) => paragraph(xml, "BodyText", text),
        Block::List(lines) => {
            for line in lines {
                paragraph(xml, "ListBullet", line);
            }
        }
        Block::Table(table) => self::table(xml, table),
        Block::Chart(words) => match chart {
            Some(size) => picture(xml, words, size),
            None => paragraph(xml, "BodyText", words),
        },
    }
}

/// A paragraph of this style; the lines of a text stay one paragraph.
fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.tags("<w:p><w:pPr><w:pStyle w:val=\"")
        .tags(style)
        .tags("\"/></w:pPr>");
    run(xml, text);
    xml.tags("</w:p>");
}

fn run(xml: &mut Xml, text: &str) {
    xml.tags("<w:r>");
    for (number, line) in text.lines().enumerate() {
        xml.tags(if number > 0 { "<w:br/>" } else { "" })
            .tags("<w:t xml:space=\"preserve\">")
            .text(line)
            .tags("</w:t>");
    }
    xml.tags("</w:r>");
}

/// Its head comes again on each page, and no row is cut.
fn table(xml: &mut Xml, table: &Table) {
    let Table {
        caption,
        columns,
        rows,
    } = table;
    let widths: Vec<_> = columns
        .iter()
        .map(|(_, share)| (WIDTH * u32::from(*share) / 100).to_string())
        .collect();
    xml.tags("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>")
        .tags("<w:tblLook w:val=\"06A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>")
        .tags("<w:tblCaption w:val=\"")
        .text(caption)
        .tags("\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        xml.tags("<w:gridCol w:w=\"").tags(width).tags("\"/>");
    }
    xml.tags("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for ((name, _), width) in columns.iter().zip(&widths) {
        cell(xml, "TableHead", name, width);
    }
    xml.tags("</w:tr>");
    for row in rows {
        xml.tags("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (text, width) in row.iter().zip(&widths) {
            cell(xml, "TableText", text, width);
        }
        xml.tags("</w:tr>");
    }
    // Two tables in a row would be one; after the last, a document needs a paragraph.
    xml.tags("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"TableEnd\"/></w:pPr></w:p>");
}

/// A cell, each line of its text a paragraph.
fn cell(xml: &mut Xml, style: &str, text: &str, width: &str) {
    xml.tags("<w:tc><w:tcPr><w:tcW w:w=\"")
        .tags(width)
        .tags("\" w:type=\"dxa\"/></w:tcPr>");
    if text.is_empty() {
        paragraph(xml, style, "");
    }
    for line in text.lines() {
        paragraph(xml, style, line);
    }
    xml.tags("</w:tc>");
}

/// The picture of the chart, in the middle, with its words for whoever does not see it.
fn picture(xml: &mut Xml, words: &str, [width, height]: [u32; 2]) {
    let high = PICTURE_WIDTH * u64::from(height) / u64::from(width.max(1));
    let extent = format!("cx=\"{PICTURE_WIDTH}\" cy=\"{high}\"");
    xml.tags("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent ")
        .tags(&extent)
        .tags("/><wp:docPr id=\"1\" name=\"Graphique\" descr=\"")
        .text(words)
        .tags("\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"chart.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId4\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext ")
        .tags(&extent)
        .tags("/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
}
