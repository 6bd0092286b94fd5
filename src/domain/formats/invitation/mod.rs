//! The code of an invitation: what somebody is asked to answer alone. It carries no name of a person, and names the
//! questionnaire, so that a later one is not answered in its place. A folder for each version, here the choice between them.
//!
//! For ever, in every version: base64url; the first byte is the version, from 0xC1 to 0xDF; the last four the CRC-32 of the
//! others.

mod v1;

use super::link::LinkError;
use super::respondents;
use super::seal::sealed;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Invitation;

/// What stands before such a code in an address.
pub const MARK: &str = "#/i/";
/// Longest code that is read, in characters.
pub const CODE_MAX: usize = respondents::CODE_MAX;
/// What versions are counted from, the one that is written, and the last that there can be.
const VERSIONS: [u8; 3] = [0xc0, v1::VERSION, 0xdf];

/// The code of an invitation to answer this questionnaire.
pub fn write_invitation(invitation: &Invitation, questionnaire: &Questionnaire) -> String {
    sealed(v1::write(invitation, questionnaire))
}

/// Reads a code that asks for this questionnaire. An invitation has one code only: any other spelling of it is refused.
///
/// # Errors
/// Where the text is no invitation, is damaged, comes from a newer version or asks for another questionnaire.
pub fn read_invitation(code: &str, questionnaire: &Questionnaire) -> Result<Invitation, LinkError> {
    let invitation = v1::read(&respondents::body(code, VERSIONS)?, questionnaire)?;
    if write_invitation(&invitation, questionnaire) == code {
        Ok(invitation)
    } else {
        Err(LinkError::Damaged)
    }
}

/// Whether a code starts as that of an invitation does, be it whole or not.
pub(super) fn starts_so(code: &str) -> bool {
    code.starts_with(|first| matches!(first, 'w'..='z' | '0'..='3'))
}
