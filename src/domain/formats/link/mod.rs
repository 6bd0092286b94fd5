//! The share code: what was ticked, as a text short enough for an address, a message or a QR code. No name and no note goes
//! into it. A folder for each version, here the choice between them.
//!
//! For ever, in every version: base64url; the first byte is the version, below 128 (from there on it is that of a whole
//! dossier's code, see `dossier_link.rs`), the last four the CRC-32 of the others.

pub(super) mod v1;

use super::base64url::{self, Base64Error};
use super::seal::{sealed, unsealed};
use crate::domain::checksum::crc_32;
use crate::domain::date::Day;
use crate::domain::school::answers::Answers;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::identity::SchoolYear;
use crate::domain::school::questionnaire::{Item, Questionnaire};

/// The version that is written.
pub const VERSION: u8 = v1::VERSION;
/// What stands before a code in an address.
pub const MARK: &str = "#/r/";
/// Longest code that is read, in characters: room for twenty times the official questionnaire.
pub const CODE_MAX: usize = 512;
/// [`fingerprint`] of the official questionnaire. It follows the wording where that is corrected: the
/// official one is not named by it in a code, so no code is lost.
const OFFICIAL: u32 = 0xfdad_3042;

/// What a link tells: a positioning, without names and notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedPositioning {
    /// What was answered. Notes, proofs, and answers to items that the questionnaire does not have are
    /// not written.
    pub answers: Answers,
    /// « Année scolaire ».
    pub school_year: Option<SchoolYear>,
    /// « Date du positionnement ».
    pub positioned_on: Option<Day>,
}

impl SharedPositioning {
    /// What a link tells of this dossier: nothing that was typed but the year and the date.
    pub fn of(dossier: &Dossier) -> Self {
        let Dossier {
            identity,
            answers,
            plan: _,
            contacts: _,
            decisions: _,
            handover: _,
            review: _,
            adaptation: _,
            edited_at: _,
            unknown_fields: _,
        } = dossier;
        Self {
            answers: answers.clone(),
            school_year: identity.school_year,
            positioned_on: identity.positioned_on,
        }
    }

    /// A dossier of its answers alone, to be shown.
    pub fn shown(&self) -> Dossier {
        Dossier {
            answers: self.answers.clone(),
            ..Dossier::default()
        }
    }

    /// A dossier with this positioning in the place of its own: answers, and the year and date if they
    /// are told. Notes, proofs and objectives stay.
    pub fn adopted_by(&self, own: &Dossier) -> Dossier {
        let mut adopted = own.clone();
        adopted.answers = own.answers.adopting(&self.answers);
        let identity = &mut adopted.identity;
        identity.school_year = self.school_year.or(identity.school_year);
        identity.positioned_on = self.positioned_on.or(identity.positioned_on);
        adopted
    }
}

/// Which questionnaire a code answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The official one.
    Official,
    /// An adapted one, by its [`fingerprint`].
    Adapted(u32),
}

impl Asked {
    /// How codes name this questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        match questionnaire
            .known_as
            .unwrap_or_else(|| fingerprint(questionnaire))
        {
            OFFICIAL => Self::Official,
            adapted => Self::Adapted(adapted),
        }
    }
}

/// Why a text is not a positioning that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is empty, too long, or has a character that no code has.
    #[error("not a share code")]
    NotACode,
    /// It was cut or changed on its way, or this app never wrote it.
    #[error("the code is cut or damaged")]
    Damaged,
    /// It was written by a newer version of the app.
    #[error("version {0} is newer than {VERSION}")]
    Newer(u8),
    /// It is whole, but answers another questionnaire than the one given.
    #[error("answers another questionnaire: {0:?}")]
    OtherQuestionnaire(Asked),
}

impl From<Base64Error> for LinkError {
    fn from(error: Base64Error) -> Self {
        match error {
            Base64Error::Alphabet => Self::NotACode,
            Base64Error::Length => Self::Damaged,
        }
    }
}

/// CRC-32 of what gives ticks their meaning: ids of items and sentences of conditions, in order, each
/// after its length in bytes. Titles, aims and resources do not count.
pub fn fingerprint(questionnaire: &Questionnaire) -> u32 {
    fingerprint_of(questionnaire.items())
}

/// The same questionnaire, whose number is counted once for many codes: each names it, and counting it takes longer than
/// reading the code.
pub fn numbered(questionnaire: &Questionnaire) -> Questionnaire {
    let number = questionnaire.known_as;
    Questionnaire {
        known_as: number.or_else(|| Some(fingerprint(questionnaire))),
        ..questionnaire.clone()
    }
}

/// The same of some items.
pub(super) fn fingerprint_of<'a>(items: impl Iterator<Item = &'a Item>) -> u32 {
    let mut bytes = Vec::new();
    let mut add = |text: &str| {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.bytes());
    };
    for item in items {
        add(&item.id.to_string());
        for statement in &item.statements {
            add(&statement.len().to_string());
            statement.sentences().for_each(&mut add);
        }
    }
    crc_32(&bytes)
}

/// The code of a positioning: 42 characters for the official questionnaire. One with some 3,000 conditions
/// and more would give a code longer than [`CODE_MAX`], which is not read.
pub fn write_link(shared: &SharedPositioning, questionnaire: &Questionnaire) -> String {
    sealed(v1::write(shared, questionnaire))
}

/// Reads a code that answers this questionnaire. A positioning has one code only: any other spelling of
/// it is refused.
pub fn read_link(
    code: &str,
    questionnaire: &Questionnaire,
) -> Result<SharedPositioning, LinkError> {
    if code.is_empty() || code.len() > CODE_MAX {
        return Err(LinkError::NotACode);
    }
    let bytes = base64url::decode(code)?;
    let body = unsealed(&bytes).ok_or(LinkError::Damaged)?;
    let shared = match body.first() {
        Some(&v1::VERSION) => v1::read(body, questionnaire)?,
        Some(newer) if *newer > VERSION => return Err(LinkError::Newer(*newer)),
        Some(_) | None => return Err(LinkError::Damaged),
    };
    if write_link(&shared, questionnaire) == code {
        Ok(shared)
    } else {
        Err(LinkError::Damaged)
    }
}
