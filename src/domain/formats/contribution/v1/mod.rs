//! The code of a contribution, version 1.
//!
//! Version (8 bits, 0xE1) · questionnaire (8: 0 official, 1 adapted, then its fingerprint on 32) · id (64) · revision (16,
//! from 1 on) · role (3: 0 teachers, 1 school life, 2 administration, 3 pupils, 4 families, 5 own words, then their length in
//! bytes on 8 and UTF-8) · day (year 14, month 4, day 5, 0 for none) · one bit a field, in the order of the questionnaire, one
//! of them set · for each item of these fields its state (2: 0 ticked or unanswered, 1 none, 2 unknown, 3 not applicable), and
//! after a 0 one bit a condition · zeros to the end of the byte · the seal of every code.

use crate::domain::formats::bits::{BitReader, BitWriter};
use crate::domain::formats::link::LinkError;
use crate::domain::formats::link::v1::{conditions, read_day, response, state};
use crate::domain::formats::respondents::v1 as respondents;
use crate::domain::school::answers::{Answers, ItemAnswer, Tick, Ticks};
use crate::domain::school::questionnaire::{FieldId, Item, Questionnaire};
use crate::domain::school::team::{Contribution, ContributionId};

/// The number of this version.
pub const VERSION: u8 = 0xe1;

/// The bytes before the checksum.
pub fn write(contribution: &Contribution, questionnaire: &Questionnaire) -> Vec<u8> {
    let Contribution {
        id: ContributionId(id),
        revision,
        role,
        answered_on,
        fields,
        answers,
        // Written as an answer to what is asked now.
        earlier: _,
    } = contribution;
    let mut bits = BitWriter::default();
    respondents::write_head(&mut bits, VERSION, questionnaire);
    bits.push((id >> 32) as u32, 32);
    bits.push(*id as u32, 32);
    bits.push(u32::from(*revision), 16);
    respondents::write_role(&mut bits, Some(role));
    bits.push(answered_on.map_or(0, |day| u32::from(day.year())), 14);
    bits.push(answered_on.map_or(0, |day| u32::from(day.month())), 4);
    bits.push(
        answered_on.map_or(0, |day| u32::from(day.day_of_month())),
        5,
    );
    respondents::write_fields(&mut bits, fields, questionnaire);
    for item in items_of(questionnaire, fields) {
        let given = answers.response(item.id);
        let state = state(given);
        bits.push(state, 2);
        if state == 0 {
            for (stage, condition) in conditions(item) {
                let is_ticked = given.ticks().is_ticked(stage, condition);
                bits.push(u32::from(is_ticked), 1);
            }
        }
    }
    bits.finish()
}

/// Reads the bytes before the checksum.
pub fn read(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Contribution, LinkError> {
    let mut bits = BitReader::new(bytes);
    respondents::read_head(&mut bits, questionnaire)?;
    read_rest(&mut bits, questionnaire).ok_or(LinkError::Damaged)
}

fn read_rest(bits: &mut BitReader<'_>, questionnaire: &Questionnaire) -> Option<Contribution> {
    let id = u64::from(bits.take(32)?) << 32 | u64::from(bits.take(32)?);
    let revision = u16::try_from(bits.take(16)?)
        .ok()
        .filter(|revision| *revision > 0)?;
    let role = respondents::read_role(bits)??;
    let answered_on = read_day(bits)?;
    let fields = respondents::read_fields(bits, questionnaire)?;
    let mut answers = Answers::default();
    for item in items_of(questionnaire, &fields) {
        let state = bits.take(2)?;
        let mut ticks = Ticks::default();
        if state == 0 {
            for (stage, condition) in conditions(item) {
                ticks = ticks.with(stage, condition, Tick::from(bits.take(1)? == 1));
            }
        }
        let answer = ItemAnswer {
            response: response(state, ticks)?,
            note: String::new(),
            proofs: Vec::new(),
        };
        answers.set(item.id, answer);
    }
    Some(Contribution {
        id: ContributionId(id),
        revision,
        role,
        answered_on,
        fields,
        answers,
        earlier: None,
    })
}

/// The items of these fields, in the order of the questionnaire.
fn items_of<'a>(
    questionnaire: &'a Questionnaire,
    fields: &[FieldId],
) -> impl Iterator<Item = &'a Item> {
    questionnaire
        .fields()
        .filter(|field| fields.contains(&field.id))
        .flat_map(|field| &field.items)
}
