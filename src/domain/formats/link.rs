//! The share code, format 1: what was ticked, as a text short enough for an address, a message or a
//! QR code. No name and no note goes into it.
//!
//! base64url of: version (8 bits) · questionnaire (8 bits: 0 official, 1 adapted, then its fingerprint
//! on 32) · one bit a condition, in the order of the source · 2 bits an item (0 ticked or unanswered,
//! 1 none, 2 unknown, 3 not applicable) · school year's first year (14, 0 for none) · date of the
//! positioning (year 14, month 4, day 5; 0 for none) · zeros to the end of the byte · CRC-32 of all that.
//! A zero byte before the CRC keeps the length from being a multiple of 3: so the last character is a
//! letter or a digit, which no program takes for punctuation.
//!
//! For ever, in every version: the first byte is the version, below 128 (from there on it is that of a whole
//! dossier's code, see `dossier_link.rs`), the last four the CRC-32 of the others.

use super::base64url::{self, Base64Error};
use super::bits::{BitReader, BitWriter};
use super::seal::{sealed, unsealed};
use crate::domain::checksum::crc_32;
use crate::domain::date::Day;
use crate::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::identity::SchoolYear;
use crate::domain::school::questionnaire::{Item, Questionnaire, Stage};

/// The version that is written.
pub const VERSION: u8 = 1;
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
            edited_at: _,
            unknown_fields: _,
        } = dossier;
        Self {
            answers: answers.clone(),
            school_year: identity.school_year,
            positioned_on: identity.positioned_on,
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
        match fingerprint(questionnaire) {
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
    let mut bytes = Vec::new();
    let mut add = |text: &str| {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.bytes());
    };
    for item in questionnaire.items() {
        add(&item.id.to_string());
        for statement in &item.statements {
            add(&statement.len().to_string());
            statement.conditions.iter().for_each(|text| add(text));
        }
    }
    crc_32(&bytes)
}

/// The code of a positioning: 42 characters for the official questionnaire. One with some 3,000 conditions
/// and more would give a code longer than [`CODE_MAX`], which is not read.
pub fn write_link(shared: &SharedPositioning, questionnaire: &Questionnaire) -> String {
    let SharedPositioning {
        answers,
        school_year,
        positioned_on,
    } = shared;
    let mut bits = BitWriter::default();
    bits.push(u32::from(VERSION), 8);
    match Asked::of(questionnaire) {
        Asked::Official => bits.push(0, 8),
        Asked::Adapted(fingerprint) => {
            bits.push(1, 8);
            bits.push(fingerprint, 32);
        }
    }
    for item in questionnaire.items() {
        let ticks = answers.response(item.id).ticks();
        for (stage, condition) in conditions(item) {
            bits.push(u32::from(ticks.is_ticked(stage, condition)), 1);
        }
    }
    for item in questionnaire.items() {
        bits.push(state(answers.response(item.id)), 2);
    }
    let year = school_year.map_or(0, SchoolYear::start);
    bits.push(u32::from(year), 14);
    let date = *positioned_on;
    bits.push(date.map_or(0, |day| u32::from(day.year())), 14);
    bits.push(date.map_or(0, |day| u32::from(day.month())), 4);
    bits.push(date.map_or(0, |day| u32::from(day.day_of_month())), 5);
    sealed(bits.finish())
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
    let mut bits = BitReader::new(unsealed(&bytes).ok_or(LinkError::Damaged)?);
    match byte(&mut bits) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(LinkError::Newer(newer)),
        Some(_) | None => return Err(LinkError::Damaged),
    }
    let asked = match byte(&mut bits) {
        Some(0) => Some(Asked::Official),
        Some(1) => bits.take(32).map(Asked::Adapted),
        Some(_) | None => None,
    };
    let asked = asked.ok_or(LinkError::Damaged)?;
    if asked != Asked::of(questionnaire) {
        return Err(LinkError::OtherQuestionnaire(asked));
    }
    read_positioning(&mut bits, questionnaire)
        .filter(|shared| write_link(shared, questionnaire) == code)
        .ok_or(LinkError::Damaged)
}

fn byte(bits: &mut BitReader<'_>) -> Option<u8> {
    u8::try_from(bits.take(8)?).ok()
}

fn read_positioning(
    bits: &mut BitReader<'_>,
    questionnaire: &Questionnaire,
) -> Option<SharedPositioning> {
    let mut ticked = Vec::new();
    for item in questionnaire.items() {
        let mut ticks = Ticks::default();
        for (stage, condition) in conditions(item) {
            ticks = ticks.with(stage, condition, Tick::from(bits.take(1)? == 1));
        }
        ticked.push((item.id, ticks));
    }
    let mut answers = Answers::default();
    for (item, ticks) in ticked {
        let answer = ItemAnswer {
            response: response(bits.take(2)?, ticks)?,
            ..ItemAnswer::default()
        };
        answers.set(item, answer);
    }
    Some(SharedPositioning {
        answers,
        school_year: read_school_year(bits)?,
        positioned_on: read_day(bits)?,
    })
}

/// `None` where the year is no school year.
fn read_school_year(bits: &mut BitReader<'_>) -> Option<Option<SchoolYear>> {
    match u16::try_from(bits.take(14)?).ok()? {
        0 => Some(None),
        year => SchoolYear::starting_in(year).map(Some),
    }
}

/// `None` where the date does not exist.
fn read_day(bits: &mut BitReader<'_>) -> Option<Option<Day>> {
    let year = u16::try_from(bits.take(14)?).ok()?;
    let month = u8::try_from(bits.take(4)?).ok()?;
    match (year, month, u8::try_from(bits.take(5)?).ok()?) {
        (0, 0, 0) => Some(None),
        (year, month, day) => Day::new(year, month, day).map(Some),
    }
}

/// Every condition of an item, in the order of the source.
fn conditions(item: &Item) -> impl Iterator<Item = (Stage, u8)> {
    Stage::ALL.into_iter().flat_map(|stage| {
        let len = stage.of(&item.statements).len();
        (0..len).map(move |condition| (stage, condition))
    })
}

fn state(response: Response) -> u32 {
    match response {
        Response::Unanswered | Response::Ticked(_) => 0,
        Response::Declared(Declared::NoStage) => 1,
        Response::Declared(Declared::Unknown) => 2,
        Response::Declared(Declared::NotApplicable) => 3,
    }
}

/// The response of this state; `None` where there is no such state.
fn response(state: u32, ticks: Ticks) -> Option<Response> {
    match state {
        0 => Some(Response::from_ticks(ticks)),
        1 => Some(Response::Declared(Declared::NoStage)),
        2 => Some(Response::Declared(Declared::Unknown)),
        3 => Some(Response::Declared(Declared::NotApplicable)),
        _ => None,
    }
}
