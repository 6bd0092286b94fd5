//! The code of an invitation, version 1.
//!
//! Version (8 bits, 0xC1) · questionnaire (8: 0 official, 1 adapted, then its fingerprint on 32) · one bit a field, in the
//! order of the questionnaire, one of them set · role (3: 0 teachers, 1 school life, 2 administration, 3 pupils, 4 families,
//! 5 own words, 7 the respondent chooses) · own words (length in bytes on 8, UTF-8) · name of the school (length in bytes on
//! 9, UTF-8, one line) · zeros to the end of the byte · the seal of every code.

use crate::domain::formats::bits::{BitReader, BitWriter};
use crate::domain::formats::link::LinkError;
use crate::domain::formats::respondents::v1 as respondents;
use crate::domain::formats::sender::name_to_give;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Invitation;

/// The number of this version.
pub const VERSION: u8 = 0xc1;
/// Bits of the length of the name: 120 characters of four bytes.
const NAME_LENGTH: u32 = 9;

/// The bytes before the checksum.
pub fn write(invitation: &Invitation, questionnaire: &Questionnaire) -> Vec<u8> {
    let mut bits = BitWriter::default();
    respondents::write_head(&mut bits, VERSION, questionnaire);
    write_rest(&mut bits, invitation, questionnaire);
    bits.finish()
}

/// What is asked, of whom, and by whom.
pub fn write_rest(bits: &mut BitWriter, invitation: &Invitation, questionnaire: &Questionnaire) {
    let Invitation {
        fields,
        role,
        school,
    } = invitation;
    respondents::write_fields(bits, fields, questionnaire);
    respondents::write_role(bits, role.as_ref());
    respondents::write_words(bits, &name_to_give(school), NAME_LENGTH);
}

/// Reads the bytes before the checksum.
pub fn read(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Invitation, LinkError> {
    let mut bits = BitReader::new(bytes);
    respondents::read_head(&mut bits, questionnaire)?;
    read_rest(&mut bits, questionnaire).ok_or(LinkError::Damaged)
}

/// Reads them; `None` where they make no sense.
pub fn read_rest(bits: &mut BitReader<'_>, questionnaire: &Questionnaire) -> Option<Invitation> {
    Some(Invitation {
        fields: respondents::read_fields(bits, questionnaire)?,
        role: respondents::read_role(bits)?,
        school: respondents::read_words(bits, NAME_LENGTH)?,
    })
}
