//! A whole dossier as the code of a link: its document deflated and sealed, inflated and bounded.

use super::deflate::{deflated, inflated};
use crate::domain::formats::dossier_link::{CODE_MAX, TEXT_MAX, seal, unseal};
use crate::domain::formats::link::LinkError;
use crate::domain::school::dossier::LeftOut;

/// The code of a document, from which these parts were left out; `None` where it is too long for one.
pub fn write(document: &str, left_out: LeftOut) -> Option<String> {
    if document.len() > TEXT_MAX {
        return None;
    }
    let code = seal(left_out, &deflated(document.as_bytes())?);
    (code.len() <= CODE_MAX).then_some(code)
}

/// What was left out, and the document, which starts with `{`. Whether it means anything is for
/// [`read_document`](crate::domain::formats::document::read_document) to say.
///
/// # Errors
/// Where the text is no code, is damaged, holds more than [`TEXT_MAX`], or comes from a newer version.
pub fn read(code: &str) -> Result<(LeftOut, String), LinkError> {
    let (left_out, deflated) = unseal(code)?;
    let document = inflated(&deflated, TEXT_MAX).filter(|text| text.starts_with('{'));
    Ok((left_out, document.ok_or(LinkError::Damaged)?))
}
