//! The code of a whole dossier, format 1: its document, deflated, as a text for an address. What the
//! person did not want to give along is not in it ([`Dossier::without`](crate::domain::school::dossier::Dossier::without)).
//!
//! base64url of: version (0x81) · what was left out (bits 0 names, 1 notes and proofs, 2 objectives) · the
//! compact document ([`super::document`]) as raw deflate (RFC 1951), after the words that everybody has
//! (`src/documents/words-1.txt`) · a zero byte where the length would else be a multiple of 3 · CRC-32 of
//! all that. The version of a positioning's code ([`super::link`]) is below 128, that of a dossier's above.
//!
//! Deflating is the module of documents' (`src/documents/dossier_link.rs`): here are the bytes around it.

use super::base64url;
use super::link::LinkError;
use super::seal::{sealed, unsealed};
use crate::domain::school::dossier::LeftOut;

/// What stands before such a code in an address.
pub const MARK: &str = "#/d/";
/// Longest code that is read, in characters: eight times the longest that is given.
pub const CODE_MAX: usize = 16 * 1024;
/// Longest document in a code, in bytes: no more is ever inflated.
pub const TEXT_MAX: usize = 64 * 1024;
/// The longest link that any mail or chat program leaves whole, in characters.
const SAFE_MAX: usize = 1_000;
/// The longest link that is given, in characters.
const GIVEN_MAX: usize = 2_000;
/// From here on the first byte is the version of a dossier's code.
const FIRST: u8 = 0x80;
/// The version that is written.
const VERSION: u8 = FIRST + 1;
/// The last version that there can be: what is above is that of an invitation or of a contribution.
const LAST: u8 = 0xbf;

/// How far a link will go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere.
    Safe,
    /// Some mail and chat programs cut links of this length.
    Risky,
    /// Too long to be given.
    TooLong,
}

impl Reach {
    /// That of a link of this many characters.
    pub fn of(length: usize) -> Self {
        if length <= SAFE_MAX {
            Self::Safe
        } else if length <= GIVEN_MAX {
            Self::Risky
        } else {
            Self::TooLong
        }
    }
}

/// The code of a deflated document.
pub fn seal(left_out: LeftOut, deflated: &[u8]) -> String {
    let LeftOut {
        names,
        texts,
        objectives,
    } = left_out;
    let bits = [names, texts, objectives].into_iter().enumerate();
    let flags = bits.fold(0, |flags, (place, is_left_out)| {
        flags | u8::from(is_left_out) << place
    });
    sealed([&[VERSION, flags], deflated].concat())
}

/// What was left out, and the deflated document: perhaps with a zero byte after its end.
///
/// # Errors
/// Where the text is no code, is damaged, or comes from a newer version.
pub fn unseal(code: &str) -> Result<(LeftOut, Vec<u8>), LinkError> {
    if code.is_empty() || code.len() > CODE_MAX {
        return Err(LinkError::NotACode);
    }
    let bytes = base64url::decode(code)?;
    let body = unsealed(&bytes).ok_or(LinkError::Damaged)?;
    match body {
        [VERSION, flags @ 0..8, deflated @ ..] => {
            let is_left_out = |place: u8| flags >> place & 1 == 1;
            let left_out = LeftOut {
                names: is_left_out(0),
                texts: is_left_out(1),
                objectives: is_left_out(2),
            };
            Ok((left_out, deflated.to_vec()))
        }
        [version, ..] if *version > VERSION && *version <= LAST => {
            Err(LinkError::Newer(version - FIRST))
        }
        _ => Err(LinkError::Damaged),
    }
}

/// Whether a code starts as that of a dossier does, be it whole or not.
pub(super) fn starts_so(code: &str) -> bool {
    code.starts_with(|first| matches!(first, 'g'..='v'))
}
