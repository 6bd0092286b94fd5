//! Reading what somebody gathered: files of dossiers, texts with links and codes among other words. Nothing is repaired in
//! silence: what cannot be counted whole is refused with its reason.

use super::school::{NotCounted, School};
use crate::domain::escapes::percent_decoded;
use crate::domain::formats::adaptation::in_force;
use crate::domain::formats::document::{Restored, read_document, write_document};
use crate::domain::formats::file::{FileError, content};
use crate::domain::formats::link::{self, Asked, LinkError};
use crate::domain::formats::pasted::{self, Kind, find_link};
use crate::domain::formats::questionnaire::official;
use crate::domain::formats::seal::whole_start;
use crate::domain::formats::sender::read_sender;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::identity::Identity;
use crate::domain::school::import;
use crate::domain::school::questionnaire::{ItemId, Questionnaire};
use crate::domain::stored::read_backup;

/// Largest file that is read here, in bytes: forty times a usual dossier. A larger one would stop the page for a moment.
pub const SIZE_MAX: usize = 2_000_000;
/// Longest text that is looked at for links and codes, in bytes.
const TEXT_MAX: usize = 256 * 1024;
/// Over how many words a link may be spread.
const WRAPPED_MAX: usize = 12;
/// How many words are tried in all to put links together that are spread.
const WORK_MAX: usize = 2_000;
/// How much of a code tells where a school comes from.
const CODE_SHOWN: usize = 12;

/// Why something is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no file of a dossier that can be read.
    File(FileError),
    /// It is no link or code that can be read.
    Link(LinkError),
    /// Its file has more than [`SIZE_MAX`] bytes.
    TooLarge,
    /// Its answers are not to be counted with those of others.
    Answers(NotCounted),
    /// Some of its answers cannot be read.
    Partly,
    /// It is a workbook or a table.
    Table,
    /// It is what one person answered.
    Contribution,
    /// It is an invitation to answer.
    Invitation,
    /// The zip around it cannot be read.
    Zip(import::Refusal),
    /// A zip inside a zip.
    Nested,
    /// What unpacks it could not be fetched.
    NotLoaded,
    /// There is no room for it.
    Full,
}

impl Refusal {
    /// A number of its own for each kind, by which they are kept in order.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::File(error) => match error {
                FileError::Refused => 0,
                FileError::TooBig => 1,
                FileError::Empty => 2,
                FileError::NotText => 3,
                FileError::Code => 4,
                FileError::NotOurs => 5,
                FileError::Damaged => 6,
                FileError::Newer(_) => 7,
            },
            Self::Link(error) => match error {
                LinkError::NotACode => 10,
                LinkError::Damaged => 11,
                LinkError::Newer(_) => 12,
                LinkError::OtherQuestionnaire(_) => 13,
            },
            Self::TooLarge => 20,
            Self::Answers(NotCounted::OtherQuestionnaire) => 21,
            Self::Answers(NotCounted::NoAnswer) => 22,
            Self::Partly => 23,
            Self::Table => 24,
            Self::Contribution => 25,
            Self::Invitation => 26,
            Self::Zip(_) => 27,
            Self::Nested => 28,
            Self::NotLoaded => 29,
            Self::Full => 30,
        }
    }
}

impl From<NotCounted> for Refusal {
    fn from(why: NotCounted) -> Self {
        Self::Answers(why)
    }
}

/// A school, a code that is to be unpacked first, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A school.
    School(Box<School>),
    /// The code of a whole dossier: what it holds is for [`read_unpacked`].
    Packed(String),
    /// Nothing that is counted.
    Refused(Refusal),
}

impl From<Result<School, Refusal>> for Found {
    fn from(read: Result<School, Refusal>) -> Self {
        match read {
            Ok(school) => Self::School(Box::new(school)),
            Err(why) => Self::Refused(why),
        }
    }
}

/// What a file holds: a dossier; or links and codes, each with the start of its own.
pub fn read_file(text: &str, questionnaire: &Questionnaire) -> Vec<(String, Found)> {
    let alone = |found| vec![(String::new(), found)];
    match content(text) {
        Ok(_) => alone(read_dossier(text, questionnaire).into()),
        Err(error @ (FileError::Code | FileError::NotOurs)) => {
            let found = find_schools(text, questionnaire);
            if found.is_empty() {
                return alone(Found::Refused(Refusal::File(error)));
            }
            found
        }
        Err(error) => alone(Found::Refused(Refusal::File(error))),
    }
}

fn read_dossier(text: &str, questionnaire: &Questionnaire) -> Result<School, Refusal> {
    let (restored, _) = read_backup(text).map_err(Refusal::File)?;
    counted(&restored, questionnaire)
}

/// What was unpacked from the code of a whole dossier.
pub fn read_unpacked(document: &str, questionnaire: &Questionnaire) -> Found {
    let read = read_document(document).map_err(|_| Refusal::Link(LinkError::Damaged));
    read.and_then(|restored| counted(&restored, questionnaire))
        .into()
}

/// The same content laid out in another way is the same: what was read is written again.
fn counted(restored: &Restored, questionnaire: &Questionnaire) -> Result<School, Refusal> {
    if restored.left_out.iter().any(|path| is_of_answers(path)) {
        return Err(Refusal::Partly);
    }
    if asks_otherwise(&restored.dossier, questionnaire) {
        return Err(NotCounted::OtherQuestionnaire.into());
    }
    let text = write_document(&restored.dossier);
    Ok(School::of(questionnaire, &restored.dossier, &text)?)
}

/// Whether the dossier answers a questionnaire that is adapted otherwise than the one whose answers are counted: the same
/// words in another order too, as its figures are those of other items.
fn asks_otherwise(dossier: &Dossier, questionnaire: &Questionnaire) -> bool {
    let is_adapted = !dossier.adaptation.is_none();
    let asked = is_adapted.then(official).flatten();
    let asked = asked.and_then(|base| in_force(&dossier.adaptation, &base));
    let asked = asked.map_or(Asked::Official, |asked| Asked::of(&asked));
    asked != Asked::of(questionnaire)
}

/// Whether what could not be read at this path says what was answered.
fn is_of_answers(path: &str) -> bool {
    let (name, part) = path.split_once('/').unwrap_or((path, ""));
    let is_item = name.parse::<ItemId>().is_ok();
    name == "answers" || is_item && matches!(part, "" | "ticked" | "state")
}

/// What the code of a positioning tells, with the name that stands after it.
pub fn read_link(code: &str, sender: &str, questionnaire: &Questionnaire) -> Found {
    let read = link::read_link(code, questionnaire).map_err(Refusal::Link);
    let school = read.and_then(|shared| {
        let dossier = Dossier {
            answers: shared.answers,
            identity: Identity {
                school: read_sender(sender).unwrap_or_default(),
                school_year: shared.school_year,
                positioned_on: shared.positioned_on,
                ..Identity::default()
            },
            ..Dossier::default()
        };
        Ok(School::of(questionnaire, &dossier, code)?)
    });
    school.into()
}

/// Every link and code in a text, in its order, each with the start of its code: bare, in sentences, several on a line,
/// or wrapped over lines.
pub fn find_schools(text: &str, questionnaire: &Questionnaire) -> Vec<(String, Found)> {
    let end = (0..=TEXT_MAX).rev().find(|end| text.is_char_boundary(*end));
    let text = text.get(..end.unwrap_or_default()).unwrap_or(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut found, mut at, mut work) = (Vec::new(), 0, 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (one, taken) = first(rest, &mut work);
        found.extend(one.map(|one| read(&one, questionnaire)));
        at += taken;
    }
    found
}

/// What starts at the first of these words, and over how many it is spread.
fn first(words: &[&str], work: &mut usize) -> (Option<pasted::Found>, usize) {
    let Some(word) = words.first() else {
        return (None, 1);
    };
    let alone = find_link(word);
    if alone.as_ref().is_none_or(is_whole) || !is_marked(word) {
        return (alone, 1);
    }
    let mut spread = String::new();
    for (place, next) in words.iter().enumerate().take(WRAPPED_MAX) {
        if place > 0 && is_marked(next) || *work > WORK_MAX {
            break;
        }
        *work += 1;
        spread.push_str(next);
        if let Some(found) = find_link(&spread).filter(is_whole) {
            return (Some(found), place + 1);
        }
    }
    (alone, 1)
}

fn is_whole(found: &pasted::Found) -> bool {
    whole_start(&found.code) == Some(found.code.as_str())
}

/// Whether the word holds the mark of a code, escaped or not.
fn is_marked(word: &str) -> bool {
    word.contains('#') || word.contains('%') && percent_decoded(word).contains('#')
}

fn read(found: &pasted::Found, questionnaire: &Questionnaire) -> (String, Found) {
    let start: String = found.code.chars().take(CODE_SHOWN).collect();
    let what = match found.kind {
        Kind::Positioning => read_link(&found.code, &found.sender, questionnaire),
        Kind::Dossier => Found::Packed(found.code.clone()),
        Kind::Invitation => Found::Refused(Refusal::Invitation),
        Kind::Contribution => Found::Refused(Refusal::Contribution),
    };
    (start + "…", what)
}
