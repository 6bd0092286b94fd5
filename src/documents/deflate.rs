//! Raw deflate (RFC 1951) of the texts that codes hold, after words that everybody has.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What every text may refer to without holding it: the names of the format and common words. Frozen for ever.
const WORDS: &[u8] = include_bytes!("words-1.txt");
/// The slowest and smallest deflate: the texts are short.
const LEVEL: i32 = 10;
/// Deflate as it is, without the zlib header.
const RAW: i32 = 0;

/// The words are deflated first, up to the end of a byte, and only what comes after them is kept.
pub fn deflated(text: &[u8]) -> Option<Vec<u8>> {
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

/// Inflates into room for so many bytes and no more; nothing but one zero may follow the end.
pub fn inflated(deflated: &[u8], max: usize) -> Option<String> {
    let mut room = WORDS.to_vec();
    room.resize(WORDS.len() + max, 0);
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
