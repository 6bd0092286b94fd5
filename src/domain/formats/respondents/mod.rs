//! What the codes of an invitation and of a contribution have in common: the way from a text to its version.

pub(super) mod v1;

use super::base64url;
use super::link::LinkError;
use super::seal::unsealed;

/// Longest code that is read, in characters: room for the longest names, of letters of four bytes.
pub(super) const CODE_MAX: usize = 1_024;

/// The bytes of a code of so many characters at most before its checksum, version first. Versions of this kind of code are
/// counted from the one after `first`, up to `last`.
///
/// # Errors
/// Where the text is no code of this kind, is damaged, or comes from a newer version than `version`.
pub(super) fn body(
    code: &str,
    max: usize,
    [first, version, last]: [u8; 3],
) -> Result<Vec<u8>, LinkError> {
    if code.is_empty() || code.len() > max {
        return Err(LinkError::NotACode);
    }
    let bytes = base64url::decode(code)?;
    let body = unsealed(&bytes).ok_or(LinkError::Damaged)?;
    match body.first().copied() {
        Some(found) if found > first && found <= version => Ok(body.to_vec()),
        Some(found) if found > version && found <= last => Err(LinkError::Newer(found - first)),
        Some(found) if found >= first && found <= last => Err(LinkError::Damaged),
        Some(_) | None => Err(LinkError::NotACode),
    }
}
