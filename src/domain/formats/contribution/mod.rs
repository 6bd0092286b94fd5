//! The code of a contribution: what one person answered, alone. No name, no note and no proof goes into it. A folder for each
//! version, here the choice between them; [`found`] finds many in one text.
//!
//! For ever, in every version: base64url; the first byte is the version, from 0xE1 on; the last four the CRC-32 of the
//! others.

mod found;
mod keyboard;
mod v1;

pub use found::{Gathering, Piece, Refusal, TEXT_MAX, find_contributions};

use super::link::LinkError;
use super::respondents;
use super::seal::sealed;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Contribution;

/// What stands before such a code in an address.
pub const MARK: &str = "#/c/";
/// Longest code that is read, in characters.
pub const CODE_MAX: usize = respondents::CODE_MAX;
/// What versions are counted from, the one that is written, and the last that there can be.
const VERSIONS: [u8; 3] = [0xe0, v1::VERSION, 0xff];

/// The code of what somebody answered to this questionnaire: 55 characters for the whole official one.
pub fn write_contribution(contribution: &Contribution, questionnaire: &Questionnaire) -> String {
    sealed(v1::write(contribution, questionnaire))
}

/// Reads a code that answers this questionnaire. A contribution has one code only: any other spelling of it is refused.
///
/// # Errors
/// Where the text is no contribution, is damaged, comes from a newer version or answers another questionnaire.
pub fn read_contribution(
    code: &str,
    questionnaire: &Questionnaire,
) -> Result<Contribution, LinkError> {
    let contribution = v1::read(&respondents::body(code, CODE_MAX, VERSIONS)?, questionnaire)?;
    if write_contribution(&contribution, questionnaire) == code {
        Ok(contribution)
    } else {
        Err(LinkError::Damaged)
    }
}

/// Reads a code that answers what is asked now or what was asked `earlier`; of the latter what still has its place
/// ([`Contribution::fitting`]).
///
/// # Errors
/// As [`read_contribution`]; where none of them is what it answers, or nothing of it has a place any more.
pub fn read_earlier(
    code: &str,
    now: &Questionnaire,
    earlier: &[Questionnaire],
) -> Result<Contribution, LinkError> {
    let read = read_contribution(code, now);
    let Err(LinkError::OtherQuestionnaire(_)) = read else {
        return read;
    };
    let mut fitting = earlier.iter().filter_map(|before| {
        let contribution = read_contribution(code, before).ok()?;
        contribution.fitting(before, now, code)
    });
    fitting.next().map_or(read, Ok)
}

/// Whether a code starts as that of a contribution does, be it whole or not.
pub(super) fn starts_so(code: &str) -> bool {
    code.starts_with(|first| matches!(first, '4'..='9' | '-' | '_'))
}
