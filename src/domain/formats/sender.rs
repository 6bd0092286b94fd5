//! The name that the sender of a positioning's link may add, format 1: what stands after the code in the address,
//! `#/r/<code>/<name>`. The code is the same without it; a page of 0.1.0 stops reading at the `/`, and shows
//! the positioning without a name.
//!
//! base64url of: a zero byte (the version; no code starts so, thus a name pasted alone is a damaged code) · the
//! name in UTF-8 · the seal of every code (zeros to a good length, CRC-32). So what cuts or changes it is seen, and the
//! name is left out. A name is trimmed, of one line, without a control character, [`NAME_MAX`] long at most;
//! it has one spelling. Directions of writing that it leaves open are closed where it is shown, by
//! `bidi::closed`.

use super::base64url;
use super::seal::{sealed, unsealed, whole_start};
use crate::domain::school::answers::at_most;

/// Longest name, in characters: the link stays one that every messenger carries.
pub const NAME_MAX: usize = 120;
/// Longest segment that is looked at, in characters of ASCII: that of the longest name.
const SEGMENT_MAX: usize = 660;
/// The first byte.
const VERSION: u8 = 0;

/// The name as it is given: on one line, without what is not text, not too long.
pub fn name_to_give(name: &str) -> String {
    let words: Vec<_> = name
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    at_most(&words.join(" "), NAME_MAX).trim_end().to_owned()
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control()
}

/// What stands after a code for this name, its `/` included; nothing for no name.
pub fn write_sender(name: &str) -> String {
    let name = name_to_give(name);
    if name.is_empty() {
        return name;
    }
    let bytes = [&[VERSION], name.as_bytes()].concat();
    ["/", &sealed(bytes)].concat()
}

/// The segment in what stands after a code, and nothing of what stands after it in turn; empty where there is none.
pub fn find_sender(after: &str) -> &str {
    let escaped = |slash| after.strip_prefix(slash);
    let segment = escaped("/")
        .or_else(|| escaped("%2F"))
        .or_else(|| escaped("%2f"));
    let is_foreign = |letter| !base64url::is_of_alphabet(letter);
    let run = segment.and_then(|segment| segment.split(is_foreign).next());
    let run = run.unwrap_or_default();
    let run = run.get(..SEGMENT_MAX).unwrap_or(run);
    whole_start(run).unwrap_or_default()
}

/// The name of a segment; `None` where it is no name that this app writes.
pub fn read_sender(segment: &str) -> Option<String> {
    if segment.len() > SEGMENT_MAX {
        return None;
    }
    let bytes = base64url::decode(segment).ok()?;
    let name = unsealed(&bytes)?.strip_prefix(&[VERSION])?;
    // The zeros of the seal: a name has none.
    let name = std::str::from_utf8(name).ok()?.trim_end_matches('\0');
    let is_written_so = write_sender(name).strip_prefix('/') == Some(segment);
    is_written_so.then(|| name.to_owned())
}
