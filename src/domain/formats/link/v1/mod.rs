//! The share code, version 1.
//!
//! Version (8 bits) · questionnaire (8 bits: 0 official, 1 adapted, then its fingerprint on 32) · one bit a condition, in
//! the order of the source · 2 bits an item (0 ticked or unanswered, 1 none, 2 unknown, 3 not applicable) · school year's
//! first year (14, 0 for none) · date of the positioning (year 14, month 4, day 5; 0 for none) · zeros to the end of the
//! byte · CRC-32 of all that. A zero byte before the CRC keeps the length from being a multiple of 3: so the last character
//! is a letter or a digit, which no program takes for punctuation.

use super::{Asked, LinkError, SharedPositioning};
use crate::domain::date::Day;
use crate::domain::formats::bits::{BitReader, BitWriter};
use crate::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use crate::domain::school::identity::SchoolYear;
use crate::domain::school::questionnaire::{Item, Questionnaire, Stage};

/// The number of this version.
pub const VERSION: u8 = 1;

/// The bytes before the checksum.
pub fn write(shared: &SharedPositioning, questionnaire: &Questionnaire) -> Vec<u8> {
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
    bits.finish()
}

/// Reads the bytes before the checksum.
pub fn read(bytes: &[u8], questionnaire: &Questionnaire) -> Result<SharedPositioning, LinkError> {
    let mut bits = BitReader::new(bytes);
    let asked = match (byte(&mut bits), byte(&mut bits)) {
        (Some(VERSION), Some(0)) => Some(Asked::Official),
        (Some(VERSION), Some(1)) => bits.take(32).map(Asked::Adapted),
        (Some(_) | None, Some(_) | None) => None,
    };
    let asked = asked.ok_or(LinkError::Damaged)?;
    if asked != Asked::of(questionnaire) {
        return Err(LinkError::OtherQuestionnaire(asked));
    }
    read_positioning(&mut bits, questionnaire).ok_or(LinkError::Damaged)
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
            note: String::new(),
            proofs: Vec::new(),
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
pub(in crate::domain::formats) fn read_day(bits: &mut BitReader<'_>) -> Option<Option<Day>> {
    let year = u16::try_from(bits.take(14)?).ok()?;
    let month = u8::try_from(bits.take(4)?).ok()?;
    match (year, month, u8::try_from(bits.take(5)?).ok()?) {
        (0, 0, 0) => Some(None),
        (year, month, day) => Day::new(year, month, day).map(Some),
    }
}

/// Every condition of an item by its id, in the order of the sentences.
pub(in crate::domain::formats) fn conditions(item: &Item) -> impl Iterator<Item = (Stage, u8)> {
    Stage::ALL.into_iter().flat_map(|stage| {
        let ids = stage.of(&item.statements).ids();
        ids.map(move |condition| (stage, condition))
    })
}

pub(in crate::domain::formats) fn state(response: Response) -> u32 {
    match response {
        Response::Unanswered | Response::Ticked(_) => 0,
        Response::Declared(Declared::NoStage) => 1,
        Response::Declared(Declared::Unknown) => 2,
        Response::Declared(Declared::NotApplicable) => 3,
    }
}

/// The response of this state; `None` where there is no such state.
pub(in crate::domain::formats) fn response(state: u32, ticks: Ticks) -> Option<Response> {
    match state {
        0 => Some(Response::from_ticks(ticks)),
        1 => Some(Response::Declared(Declared::NoStage)),
        2 => Some(Response::Declared(Declared::Unknown)),
        3 => Some(Response::Declared(Declared::NotApplicable)),
        _ => None,
    }
}
