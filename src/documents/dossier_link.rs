//! A whole dossier as the code of a link: its document deflated and sealed, inflated and bounded.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use crate::domain::formats::dossier_link::{CODE_MAX, TEXT_MAX, seal, unseal};
use crate::domain::formats::link::LinkError;
use crate::domain::school::dossier::LeftOut;

/// What every document may refer to without holding it: the names of the format and common words. Part of
/// format 1, frozen for ever.
const WORDS: &[u8] = include_bytes!("words-1.txt");
/// The slowest and smallest deflate: the texts are short.
const LEVEL: i32 = 10;
/// Deflate as it is, without the zlib header.
const RAW: i32 = 0;

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
    let document = inflated(&deflated).filter(|text| text.starts_with('{'));
    Ok((left_out, document.ok_or(LinkError::Damaged)?))
}

/// The words are deflated first, up to the end of a byte, and only what comes after them is kept.
fn deflated(text: &[u8]) -> Option<Vec<u8>> {
    let flags = create_comp_flags_from_zip_params(LEVEL, RAW, 0);
    let mut compressor = Box::new(CompressorOxide::new(flags));
    let (status, _) = compress_to_output(&mut compressor, WORDS, TDEFLFlush::Sync, |_| true);
    if status != TDEFLStatus::Okay {
        return None;
    }
    let mut deflated = Vec::new();
    let keep = |bytes: &[u8]| {
        deflated.extend_from_slice(bytes);
        true
    };
    let (status, _) = compress_to_output(&mut compressor, text, TDEFLFlush::Finish, keep);
    (status == TDEFLStatus::Done).then_some(deflated)
}

/// Inflates into room for the longest document and no more; nothing but one zero may follow the end.
fn inflated(deflated: &[u8]) -> Option<String> {
    let mut room = WORDS.to_vec();
    room.resize(WORDS.len() + TEXT_MAX, 0);
    let (status, read, written) = decompress(
        &mut DecompressorOxide::new(),
        deflated,
        &mut room,
        WORDS.len(),
        TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
    );
    let is_whole = status == TINFLStatus::Done && matches!(deflated.get(read..), Some([] | [0]));
    let text = room.get(WORDS.len()..WORDS.len() + written);
    String::from_utf8(text.filter(|_| is_whole)?.to_vec()).ok()
}
