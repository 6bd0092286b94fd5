//! A paper for a word processor (.docx): real titles, lists and tables, which Word and LibreOffice open and edit. Written by
//! hand: such a file is a zip of a few texts, and the crates that write one bring along decoders of pictures or another zip.

mod body;
mod parts;
mod xml;

use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::domain::date::Day;
use crate::domain::paper::Paper;

/// The file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the document could not be written")]
pub struct NotWritten;

impl From<ZipError> for NotWritten {
    fn from(_: ZipError) -> Self {
        Self
    }
}

impl From<std::io::Error> for NotWritten {
    fn from(_: std::io::Error) -> Self {
        Self
    }
}

/// The bytes of the file; `chart` is the picture (PNG) of its chart, without which its words stand there.
///
/// # Errors
/// Where the zip refuses: never, for a paper that fits in the memory of a page.
pub fn write(paper: &Paper, chart: Option<&[u8]>, today: Day) -> Result<Vec<u8>, NotWritten> {
    let size = chart.and_then(size);
    let picture = chart.filter(|_| size.is_some());
    let texts = [
        ("[Content_Types].xml", parts::TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::properties(&paper.title, today)),
        ("word/document.xml", body::document(paper, size)),
        ("word/styles.xml", parts::STYLES.to_owned()),
        ("word/numbering.xml", parts::NUMBERING.to_owned()),
        ("word/footer1.xml", parts::footer(&paper.foot)),
        (
            "word/_rels/document.xml.rels",
            parts::relations(picture.is_some()),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in texts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    if let Some(bytes) = picture {
        // It is deflated already.
        let stored = options.compression_method(CompressionMethod::Stored);
        archive.start_file("word/media/chart.png", stored)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Width and height of a picture in pixels, as the head of a PNG says; none of anything else.
fn size(png: &[u8]) -> Option<[u32; 2]> {
    let head = png.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| {
        let bytes = head.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    let (width, height) = (number(8)?, number(12)?);
    (width > 0 && height > 0).then_some([width, height])
}
