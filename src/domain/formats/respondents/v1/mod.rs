//! What invitations and contributions of version 1 write alike: which questionnaire, which of its fields, the role, and words.

use crate::domain::formats::bits::{BitReader, BitWriter};
use crate::domain::formats::link::{Asked, LinkError};
use crate::domain::school::questionnaire::{FieldId, Questionnaire};
use crate::domain::school::team::Role;

/// Bits of the length of a role in own words, in bytes: 40 characters of four bytes.
const ROLE_LENGTH: u32 = 8;
/// What stands for a role in own words.
const OWN: u32 = 5;
/// What stands for no role.
const NO_ROLE: u32 = 7;

/// The version (8 bits) and the questionnaire (8: 0 official, 1 adapted, then its fingerprint on 32).
pub fn write_head(bits: &mut BitWriter, version: u8, questionnaire: &Questionnaire) {
    bits.push(u32::from(version), 8);
    match Asked::of(questionnaire) {
        Asked::Official => bits.push(0, 8),
        Asked::Adapted(fingerprint) => {
            bits.push(1, 8);
            bits.push(fingerprint, 32);
        }
    }
}

/// Reads them; the version is known to be this one.
///
/// # Errors
/// Where another questionnaire is meant, or none.
pub fn read_head(bits: &mut BitReader<'_>, questionnaire: &Questionnaire) -> Result<(), LinkError> {
    match read_asked(bits) {
        Some(asked) if asked == Asked::of(questionnaire) => Ok(()),
        Some(other) => Err(LinkError::OtherQuestionnaire(other)),
        None => Err(LinkError::Damaged),
    }
}

/// Which questionnaire is meant; `None` where none is.
pub fn read_asked(bits: &mut BitReader<'_>) -> Option<Asked> {
    match (bits.take(8), bits.take(8)) {
        (Some(_), Some(0)) => Some(Asked::Official),
        (Some(_), Some(1)) => bits.take(32).map(Asked::Adapted),
        (Some(_) | None, Some(_) | None) => None,
    }
}

/// One bit a field of the questionnaire, in its order.
pub fn write_fields(bits: &mut BitWriter, fields: &[FieldId], questionnaire: &Questionnaire) {
    for field in questionnaire.fields() {
        bits.push(u32::from(fields.contains(&field.id)), 1);
    }
}

/// The fields that are named; `None` where there is none.
pub fn read_fields(
    bits: &mut BitReader<'_>,
    questionnaire: &Questionnaire,
) -> Option<Vec<FieldId>> {
    let mut fields = Vec::new();
    for field in questionnaire.fields() {
        if bits.take(1)? == 1 {
            fields.push(field.id);
        }
    }
    (!fields.is_empty()).then_some(fields)
}

/// The role (3 bits), and its words where they are own. Words that are none are written as no words, and not read.
pub fn write_role(bits: &mut BitWriter, role: Option<&Role>) {
    let number = match role {
        Some(Role::Teachers) => 0,
        Some(Role::SchoolLife) => 1,
        Some(Role::Administration) => 2,
        Some(Role::Pupils) => 3,
        Some(Role::Families) => 4,
        Some(Role::Own(_)) => OWN,
        None => NO_ROLE,
    };
    bits.push(number, 3);
    if let Some(Role::Own(words)) = role {
        let words = match Role::own(words) {
            Some(Role::Own(words)) => words,
            Some(_) | None => String::new(),
        };
        write_words(bits, &words, ROLE_LENGTH);
    }
}

/// `None` where it is no role; inside, where it is left open.
pub fn read_role(bits: &mut BitReader<'_>) -> Option<Option<Role>> {
    match bits.take(3)? {
        OWN => {
            let words = read_words(bits, ROLE_LENGTH)?;
            let role = Role::own(&words)?;
            (role == Role::Own(words)).then_some(Some(role))
        }
        NO_ROLE => Some(None),
        number => Role::NAMED.get(number as usize).cloned().map(Some),
    }
}

/// The length in bytes, on so many bits, and the words in UTF-8.
pub fn write_words(bits: &mut BitWriter, words: &str, width: u32) {
    bits.push(u32::try_from(words.len()).unwrap_or_default(), width);
    for byte in words.bytes() {
        bits.push(u32::from(byte), 8);
    }
}

/// `None` where it is no UTF-8, or shorter than it says.
pub fn read_words(bits: &mut BitReader<'_>, width: u32) -> Option<String> {
    let length = bits.take(width)?;
    let bytes: Option<Vec<u8>> = (0..length)
        .map(|_| u8::try_from(bits.take(8)?).ok())
        .collect();
    String::from_utf8(bytes?).ok()
}
