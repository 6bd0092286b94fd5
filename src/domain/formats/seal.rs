//! What every code of a link ends with, in every version: the CRC-32 of its other bytes.

use super::base64url;
use crate::domain::checksum::{Crc32, crc_32};

/// Bytes of the CRC-32.
const CRC_LEN: usize = 4;

/// The longest start of a run of the alphabet whose checksum is that of a code: words after the code may
/// have been joined to it. Each place is looked at once, however long the run.
pub fn whole_start(run: &str) -> Option<&str> {
    let padding = "A".repeat(run.len().wrapping_neg() % 4);
    let bytes = base64url::decode(&[run, &padding].concat()).ok()?;
    let mut sum = Crc32::start();
    let mut longest = None;
    for (len, crc) in bytes.windows(CRC_LEN).enumerate() {
        let end = len + CRC_LEN;
        if len > 0 && sum.so_far().to_be_bytes() == *crc && is_cut_there(&bytes, end) {
            longest = run.get(..(end * 4).div_ceil(3)).or(longest);
        }
        sum.add(crc.first().copied().unwrap_or_default());
    }
    longest
}

/// Whether a code of so many of these bytes ends within none of them: the bits of its last character that
/// belong to no byte are zero.
fn is_cut_there(bytes: &[u8], end: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or_default();
    match end % 3 {
        1 => next >> 4 == 0,
        2 => next >> 6 == 0,
        _ => true,
    }
}

/// The text of these bytes and of their checksum.
pub fn sealed(mut bytes: Vec<u8>) -> String {
    if (bytes.len() + CRC_LEN).is_multiple_of(3) {
        bytes.push(0);
    }
    bytes.extend(crc_32(&bytes).to_be_bytes());
    base64url::encode(&bytes)
}

/// What stands before the checksum, if that is right.
pub fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (body, crc) = bytes.split_last_chunk::<CRC_LEN>()?;
    let is_right = !body.is_empty() && crc_32(body).to_be_bytes() == *crc;
    is_right.then_some(body)
}
