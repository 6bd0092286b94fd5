//! What an invitation brings along, deflated and inflated, as texts of base64url.

use super::deflate::{deflated, inflated};
use crate::domain::formats::base64url;
use crate::domain::formats::invitation::TEXT_MAX;

/// A text, deflated; `None` where it is longer than one that is read.
pub fn pack(text: &str) -> Option<String> {
    let deflated = (text.len() <= TEXT_MAX).then(|| deflated(text.as_bytes()))?;
    deflated.map(|bytes| base64url::encode(&bytes))
}

/// The same text again; `None` where it is damaged, or longer than [`TEXT_MAX`].
pub fn unpack(packed: &str) -> Option<String> {
    inflated(&base64url::decode(packed).ok()?, TEXT_MAX)
}
