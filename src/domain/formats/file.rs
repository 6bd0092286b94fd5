//! The dossier as a file: the document laid out for people, under a name that any system takes; and
//! what may be wrong with a file that is opened.

use super::document::{DocumentError, write_document};
use super::pasted::find_link;
use crate::domain::date::Day;
use crate::domain::json::indented;
use crate::domain::school::dossier::{Bin, Dossier};
use crate::domain::text::folded;

/// Largest file that is read, in bytes: above the fullest dossier (500 objectives and every note and
/// proof at their longest: 2.4 million characters of 4 bytes at most), so that whatever was saved opens.
pub const BYTES_MAX: usize = 12_000_000;

/// Longest part of a file's name that says whose it is, in characters: the whole name has 60 at most.
const OWNER_MAX: usize = 38;

/// How the names of tables end.
const TABLES: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"];

/// What an old container of Microsoft starts with: a workbook before 2007, or one closed by a password.
pub const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Why a file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The browser could not read it: moved, deleted, or on a drive that is gone.
    #[error("the browser could not read the file")]
    Refused,
    /// More than [`BYTES_MAX`] bytes.
    #[error("larger than {BYTES_MAX} bytes")]
    TooBig,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Not UTF-8: a picture, a workbook, or a text that another program saved its own way.
    #[error("not a UTF-8 text")]
    NotText,
    /// A share link or code, which has its own way in.
    #[error("a share code, not a file")]
    Code,
    /// A text of something else.
    #[error("not a dossier")]
    NotOurs,
    /// It starts as a file of ours and is not JSON: cut on its way, or changed by hand.
    #[error("cut or damaged")]
    Damaged,
    /// Written by a newer version of the app.
    #[error("of the newer version {0}")]
    Newer(u64),
}

/// The text of the file: [`write_document`]'s, one member a line, with or without the « Corbeille ».
pub fn write_file(dossier: &Dossier, bin: Bin) -> String {
    let mut text = indented(&write_document(&dossier.for_file(bin)));
    text.push('\n');
    text
}

/// Whether a file is for the reader of tables: a workbook by its first bytes, or a table by its name.
pub fn is_table(name: &str, bytes: &[u8]) -> bool {
    let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&OLE);
    let ending = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    is_workbook || TABLES.contains(&ending.as_str())
}

/// The text of a file.
///
/// # Errors
/// Where it is no UTF-8.
pub fn text_of(bytes: Vec<u8>) -> Result<String, FileError> {
    String::from_utf8(bytes).map_err(|_| FileError::NotText)
}

/// What a file holds that may be a dossier. A byte order mark, which some programs add, is passed over.
///
/// # Errors
/// Where it is too large, empty, or surely something else.
pub fn content(text: &str) -> Result<&str, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    if text.len() > BYTES_MAX {
        return Err(FileError::TooBig);
    }
    if text.is_empty() {
        return Err(FileError::Empty);
    }
    if !text.starts_with('{') {
        let error = find_link(text).map_or(FileError::NotOurs, |_| FileError::Code);
        return Err(error);
    }
    Ok(text)
}

/// Why a file is not opened, from why its document is not read.
pub(super) fn refused(error: DocumentError) -> FileError {
    match error {
        DocumentError::Json(_) => FileError::Damaged,
        DocumentError::Format => FileError::NotOurs,
        DocumentError::Newer(version) => FileError::Newer(version),
    }
}

/// « numea-lycee-du-val-2026-11-23.json »: a name in lower-case ASCII, 60 characters at most, for the
/// dossier of this school as it was on this day.
pub fn file_name(school: &str, day: Option<Day>) -> String {
    name_of(school, day, "json")
}

/// The same with another ending, for a document of that dossier: « numea-lycee-du-val-2026-11-23.xlsx ».
pub fn name_of(school: &str, day: Option<Day>, ending: &str) -> String {
    let owner = owner(school);
    let owner = if owner.is_empty() {
        "etablissement"
    } else {
        owner.as_str()
    };
    let mut name = ["numea-", owner].concat();
    if let Some(day) = day {
        name.push('-');
        name.push_str(&day.to_string());
    }
    name.push('.');
    name.push_str(ending);
    name
}

/// The name of the school as letters and digits, with single hyphens for everything else.
fn owner(school: &str) -> String {
    let mut owner = String::new();
    for char in folded(school).chars() {
        match char {
            'a'..='z' | '0'..='9' => owner.push(char),
            _ if owner.is_empty() || owner.ends_with('-') => {}
            _ => owner.push('-'),
        }
    }
    owner.truncate(OWNER_MAX);
    owner.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::formats::handover::read_handover;

    #[test]
    fn a_file_is_named_after_the_school_and_the_day() {
        let day = Day::new(2026, 11, 23);
        for (school, name) in [
            ("", "numea-etablissement-2026-11-23.json"),
            (
                " \u{202e}/..\\:*?\"<>|\n ",
                "numea-etablissement-2026-11-23.json",
            ),
            (
                "EPLEFPA des Trois\u{a0}Rivières – L’Œuvre",
                "numea-eplefpa-des-trois-rivieres-l-oeuvre-2026-11-23.json",
            ),
            ("Lyce\u{301}e", "numea-lycee-2026-11-23.json"),
            ("日本", "numea-etablissement-2026-11-23.json"),
        ] {
            assert_eq!(file_name(school, day), name, "{school:?}");
        }
        let longest = file_name(&"é ".repeat(100), day);
        assert!(longest.len() <= 60 && longest.is_ascii(), "{longest}");
        assert_eq!(file_name("CFA", None), "numea-cfa.json");
    }

    #[test]
    fn what_is_no_file_of_ours_is_told_apart() {
        let ours = write_file(&Dossier::default(), Bin::Given);
        let newer = ours.replace("\"version\": 1", "\"version\": 2");
        let code = "https://exemple.fr/numea/#/r/AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";
        for (text, error) in [
            ("", FileError::Empty),
            ("\u{feff} \r\n", FileError::Empty),
            (code, FileError::Code),
            ("bonjour", FileError::NotOurs),
            ("[1, 2]", FileError::NotOurs),
            (
                "{\"format\": \"recette\", \"version\": 1}",
                FileError::NotOurs,
            ),
            ("{}", FileError::NotOurs),
            (&ours[..ours.len() - 3], FileError::Damaged),
            (&newer, FileError::Newer(2)),
            (&" ".repeat(BYTES_MAX + 1), FileError::Empty),
            (&"x".repeat(BYTES_MAX + 1), FileError::TooBig),
        ] {
            assert_eq!(read_handover(text).map(|_| ()), Err(error), "{:.40?}", text);
        }
        let with_mark = ["\u{feff}", &ours.replace('\n', "\r\n")].concat();
        assert_eq!(
            read_handover(&with_mark).map(|(restored, _)| restored.dossier),
            Ok(Dossier::default())
        );
    }
}
