//! The questionnaire's file format: the official wording is embedded in it, and schools exchange adapted questionnaires in
//! it. A folder for each version, here the choice between them.

mod official;
mod place;
mod v1;

pub use official::{official, words_of};
pub use place::{Fault, Trouble, Wrong};

use crate::domain::json::{self, Members, NotThis, quoted};
use crate::domain::school::questionnaire::{Questionnaire, Words};
use v1::{CONDITIONS_MAX, VERSION};

const FORMAT: &str = "numea-questionnaire";

/// Why a text is not a questionnaire.
#[derive(Debug, thiserror::Error)]
pub enum QuestionnaireError {
    /// The text is not JSON.
    #[error("not JSON")]
    Json(#[from] NotThis),
    /// It is JSON, of something else.
    #[error("not a {FORMAT} of version {VERSION}")]
    Format,
    /// A member is missing or is not what it should be.
    #[error("member {0:?} is missing or of the wrong kind")]
    Member(&'static str),
    /// It holds nothing.
    #[error("member {0:?} holds nothing")]
    Empty(&'static str),
    /// An id is not one, or does not match its place.
    #[error("{0:?} is not the id expected here")]
    Id(String),
    /// A statement must have 1 to 32 conditions.
    #[error("a statement must have 1 to {CONDITIONS_MAX} conditions")]
    Conditions,
}

type Read<T> = Result<T, Trouble>;

/// Reads a questionnaire, with the words that explain it.
pub fn read_questionnaire(text: &str) -> Read<Questionnaire> {
    let mut questionnaire = read_questions(text)?;
    questionnaire.words = Some(read_words(text)?);
    Ok(questionnaire)
}

/// Reads a questionnaire that a person gives: one that has something to ask everywhere. What is wrong is told by its line.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read_file(text: &str) -> Result<Questionnaire, Fault> {
    let read = read_questionnaire(text).and_then(|read| v1::is_filled(&read).map(|()| read));
    read.map_err(|trouble| trouble.fault(text))
}

/// Reads what a questionnaire asks, without the words that explain it.
pub fn read_questions(text: &str) -> Read<Questionnaire> {
    let file = Members::read(text)?;
    let is_ours = file.get("format") == Some(quoted(FORMAT).as_str());
    match file.get("version").map(json::number) {
        Some(Ok(VERSION)) if is_ours => v1::read_questions(&file),
        Some(_) | None => Err(QuestionnaireError::Format.into()),
    }
}

/// Writes a questionnaire, with the words that explain it: what schools exchange.
pub fn write_questionnaire(questionnaire: &Questionnaire) -> String {
    v1::write(questionnaire)
}

/// Reads the words and links of a questionnaire alone; those of the official one stand in a text of their own, without a
/// version.
pub fn read_words(text: &str) -> Read<Words> {
    v1::read_words(&Members::read(text)?)
}
