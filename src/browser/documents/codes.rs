//! What the codes of links hold, deflated by the module of documents.

use super::{NotLoaded, ask};
use crate::domain::formats::base64url;
use crate::domain::formats::link::LinkError;

/// The code of a whole dossier; none where the document is too long for one. Before the document stand the
/// letters of what was left out of it.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn pack(document: &str) -> Result<Option<String>, NotLoaded> {
    Ok(ask("pack", document)?.as_string())
}

/// What was packed into a code.
///
/// # Errors
/// Where the module was not loaded first, or has failed; inside, where the code is damaged or of a newer
/// version.
pub fn unpack(code: &str) -> Result<Result<String, LinkError>, NotLoaded> {
    let answer = ask("unpack", code)?;
    let refused = || {
        let newer = answer.as_f64().map(|version| version as u8);
        newer.map_or(LinkError::Damaged, LinkError::Newer)
    };
    Ok(answer.as_string().ok_or_else(refused))
}

/// What an invitation brings along, deflated; none where it is too long.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn pack_asked(text: &str) -> Result<Option<Vec<u8>>, NotLoaded> {
    let packed = ask("packAsked", text)?.as_string();
    Ok(packed.and_then(|packed| base64url::decode(&packed).ok()))
}

/// What an invitation brings along, inflated; none where it is damaged.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn unpack_asked(deflated: &[u8]) -> Result<Option<String>, NotLoaded> {
    Ok(ask("unpackAsked", &base64url::encode(deflated))?.as_string())
}
