//! The code of an invitation, version 2: it brings along what of its questionnaire is asked and is not the official one, so
//! that any device can answer it.
//!
//! Version (8 bits, 0xC2) · questionnaire (8: 0 official words, 1 another one, then its fingerprint on 32) · fingerprint of
//! the items that are asked (32) · length in bytes of what comes next (16) · fields, role and school as in version 1, zeros to
//! the end of the byte · as raw deflate, the text of the adaptation of these fields ([`packed_text`]), or nothing where they
//! are the official ones · the seal of every code. One spelling only, but for the deflate.

use super::v1;
use crate::domain::formats::adaptation::{in_force, part_of};
use crate::domain::formats::bits::{BitReader, BitWriter};
use crate::domain::formats::link::{Asked, LinkError, fingerprint_of};
use crate::domain::formats::respondents::v1 as respondents;
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::questionnaire::{FieldId, Questionnaire};
use crate::domain::school::team::Invitation;

/// The number of this version.
pub const VERSION: u8 = 0xc2;

/// What such a code brings along, before it is deflated: what a dossier holds of its questionnaire, of these fields only.
/// Empty where they are the official ones.
pub fn packed_text(of: &AdaptationText, fields: &[FieldId]) -> String {
    part_of(of, fields).0
}

/// The bytes before the checksum; `None` where what is asked is longer than its length can say.
pub fn write(
    invitation: &Invitation,
    questionnaire: &Questionnaire,
    deflated: &[u8],
) -> Option<Vec<u8>> {
    let mut rest = BitWriter::default();
    v1::write_rest(&mut rest, invitation, questionnaire);
    let rest = rest.finish();
    let mut bits = BitWriter::default();
    respondents::write_head(&mut bits, VERSION, questionnaire);
    bits.push(part(questionnaire, &invitation.fields), 32);
    bits.push(u32::from(u16::try_from(rest.len()).ok()?), 16);
    Some([&bits.finish(), &rest[..], deflated].concat())
}

/// An invitation whose questionnaire is still deflated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    asked: Asked,
    part: u32,
    rest: Vec<u8>,
    /// What [`packed_text`] was deflated to; perhaps with a zero byte after its end.
    pub deflated: Vec<u8>,
}

impl Packed {
    /// Reads the bytes before the checksum; `None` where they make no sense.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bits = BitReader::new(bytes);
        let asked = respondents::read_asked(&mut bits)?;
        let part = bits.take(32)?;
        let length = usize::try_from(bits.take(16)?).ok()?;
        let start = match asked {
            Asked::Official => 8,
            Asked::Adapted(_) => 12,
        };
        let (rest, deflated) = bytes.get(start..)?.split_at_checked(length)?;
        Some(Self {
            asked,
            part,
            rest: rest.to_vec(),
            deflated: deflated.to_vec(),
        })
    }

    /// The questionnaire that it asks about.
    pub(super) fn asked(&self) -> Asked {
        self.asked
    }

    /// Whether nothing is deflated: what is asked is worded officially.
    pub fn is_bare(&self) -> bool {
        self.deflated.iter().all(|byte| *byte == 0)
    }

    /// The invitation, and what it asks, from the text that was deflated and the official questionnaire.
    ///
    /// # Errors
    /// Where they make no sense; or where the official words are others here than where the invitation was written.
    pub fn open(
        &self,
        text: String,
        official: &Questionnaire,
    ) -> Result<(Invitation, Questionnaire), LinkError> {
        let mut questionnaire = if text.is_empty() {
            official.clone()
        } else {
            in_force(&AdaptationText(text), official).ok_or(LinkError::Damaged)?
        };
        questionnaire.known_as = match self.asked {
            Asked::Official => None,
            Asked::Adapted(number) => Some(number),
        };
        let mut bits = BitReader::new(&self.rest);
        let invitation = v1::read_rest(&mut bits, &questionnaire).ok_or(LinkError::Damaged)?;
        let mut again = BitWriter::default();
        v1::write_rest(&mut again, &invitation, &questionnaire);
        if again.finish() != self.rest {
            return Err(LinkError::Damaged);
        }
        if part(&questionnaire, &invitation.fields) == self.part {
            Ok((invitation, questionnaire))
        } else {
            Err(LinkError::OtherQuestionnaire(self.asked))
        }
    }
}

/// The fingerprint of the items that are asked.
fn part(questionnaire: &Questionnaire, fields: &[FieldId]) -> u32 {
    let items = questionnaire.items();
    fingerprint_of(items.filter(|item| fields.contains(&item.id.field())))
}
