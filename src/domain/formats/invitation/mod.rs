//! The code of an invitation: what somebody is asked to answer alone. It carries no name of a person, and names the
//! questionnaire, so that a later one is not answered in its place; where that is not the official one, it brings along what
//! of it is asked. A folder for each version, here the choice between them.
//!
//! For ever, in every version: base64url; the first byte is the version, from 0xC1 to 0xDF; the last four the CRC-32 of the
//! others.

mod file;
mod v1;
mod v2;

pub use file::{invitation_file_name, read_invitation_file, write_invitation_file};
pub use v2::{Packed, packed_text};

use super::link::{Asked, LinkError};
use super::respondents;
use super::seal::sealed;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Invitation;

/// What stands before such a code in an address.
pub const MARK: &str = "#/i/";
/// Longest code that is read, in characters: a file may hold more than a link.
pub const CODE_MAX: usize = 30_000;
/// Longest text that a code brings along, in bytes: no more is ever inflated.
pub const TEXT_MAX: usize = 256 * 1024;
/// What versions are counted from, the newest, and the last that there can be.
const VERSIONS: [u8; 3] = [0xc0, v2::VERSION, 0xdf];

/// The code of an invitation to answer this questionnaire, which whoever opens it has.
pub fn write_invitation(invitation: &Invitation, questionnaire: &Questionnaire) -> String {
    sealed(v1::write(invitation, questionnaire))
}

/// The code of an invitation that brings its questionnaire along: [`packed_text`] as raw deflate. `None` where it is longer
/// than a code that is read.
pub fn write_packed(
    invitation: &Invitation,
    questionnaire: &Questionnaire,
    deflated: &[u8],
) -> Option<String> {
    let code = sealed(v2::write(invitation, questionnaire, deflated)?);
    (code.len() <= CODE_MAX).then_some(code)
}

/// Whether an invitation of this questionnaire has to bring it along. `text` is [`packed_text`].
pub fn is_to_pack(questionnaire: &Questionnaire, text: &str) -> bool {
    !text.is_empty() || Asked::of(questionnaire) != Asked::Official
}

/// Reads a code that asks for this questionnaire. An invitation has one code only: any other spelling of it is refused.
///
/// # Errors
/// Where the text is no invitation, is damaged, comes from a newer version, asks for another questionnaire or brings its own
/// along: see [`read_packed`].
pub fn read_invitation(code: &str, questionnaire: &Questionnaire) -> Result<Invitation, LinkError> {
    let body = body(code)?;
    if body.first() == Some(&v2::VERSION) {
        let packed = Packed::read(&body).ok_or(LinkError::Damaged)?;
        return Err(LinkError::OtherQuestionnaire(packed.asked()));
    }
    let invitation = v1::read(&body, questionnaire)?;
    if write_invitation(&invitation, questionnaire) == code {
        Ok(invitation)
    } else {
        Err(LinkError::Damaged)
    }
}

/// What a code brings along; `None` where it is of the version that brings nothing, or none at all.
pub fn read_packed(code: &str) -> Option<Packed> {
    let body = body(code).ok()?;
    let is_packed = body.first() == Some(&v2::VERSION);
    is_packed.then(|| Packed::read(&body))?
}

fn body(code: &str) -> Result<Vec<u8>, LinkError> {
    let body = respondents::body(code, CODE_MAX, VERSIONS)?;
    // What brings nothing along has no reason to be long.
    if body.first() == Some(&v1::VERSION) && code.len() > respondents::CODE_MAX {
        return Err(LinkError::NotACode);
    }
    Ok(body)
}

/// Whether a code starts as that of an invitation does, be it whole or not.
pub(super) fn starts_so(code: &str) -> bool {
    code.starts_with(|first| matches!(first, 'w'..='z' | '0'..='3'))
}
