//! Finds the share code in what a person pastes: a link as mail and chat programs leave it, with words
//! around it, or the bare code. Whether the code means anything is [`super::link`]'s to say.

use super::base64url::is_of_alphabet;
use super::link::{CODE_MAX, MARK, is_whole};

/// Longest text that is looked at, in bytes.
pub const PASTED_MAX: usize = 16 * 1024;
/// A link may be escaped inside another, inside another.
const DECODINGS_MAX: usize = 3;
/// Shortest lone word that is taken for a damaged code rather than for no code, in characters.
const DAMAGED_MIN: usize = 20;

/// The share code in a pasted text or in an address; the first that verifies. Where none does, what
/// looks most like one, so that reading it tells what is wrong with it. `None` where there is nothing
/// like a code, or the text is longer than [`PASTED_MAX`].
pub fn find_code(pasted: &str) -> Option<String> {
    if pasted.len() > PASTED_MAX {
        return None;
    }
    let mut text = squeezed(pasted);
    let mut damaged = None;
    for _ in 0..=DECODINGS_MAX {
        for run in text.split(MARK).skip(1).map(first_run) {
            if let Some(code) = whole_start(run) {
                return Some(code.to_owned());
            }
            if damaged.is_none() && !run.is_empty() {
                damaged = Some(run.to_owned());
            }
        }
        text = squeezed(&percent_decoded(&text));
    }
    damaged.or_else(|| bare_code(pasted))
}

/// A code without its link: alone, spread over spaces and lines, or a word among words.
fn bare_code(pasted: &str) -> Option<String> {
    let squeezed = squeezed(pasted);
    let mut words = squeezed
        .split(is_foreign)
        .chain(pasted.split(is_foreign))
        .map(at_most_a_code);
    words
        .find_map(whole_start)
        .or_else(|| {
            let alone = squeezed.trim_matches(is_foreign);
            let is_damaged = alone.len() >= DAMAGED_MIN && !alone.contains(is_foreign);
            is_damaged.then(|| at_most_a_code(alone))
        })
        .map(str::to_owned)
}

/// The longest start that verifies: words after the code may have been joined to it.
fn whole_start(run: &str) -> Option<&str> {
    let mut starts = (1..=run.len()).rev().filter_map(|len| run.get(..len));
    starts.find(|start| is_whole(start))
}

/// The characters of the alphabet that the text starts with, no more than a code may have.
fn first_run(text: &str) -> &str {
    at_most_a_code(text.split(is_foreign).next().unwrap_or_default())
}

fn at_most_a_code(run: &str) -> &str {
    run.get(..CODE_MAX).unwrap_or(run)
}

fn is_foreign(char: char) -> bool {
    !is_of_alphabet(char)
}

/// The text without what programs put into a link that they wrap: white space, invisible characters,
/// the `>` of a quoted line, the `=` of a folded one. Other hyphens become the plain one.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|char| {
            let is_invisible = matches!(
                char,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            );
            !(char.is_whitespace() || is_invisible || matches!(char, '<' | '>' | '='))
        })
        .map(|char| match char {
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect()
}

/// The text with each `%23` made the byte that it stands for; what is no escape stays.
fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let escaped = (byte == b'%').then(|| hexadecimal(&mut ahead)).flatten();
        if escaped.is_some() {
            bytes = ahead;
        }
        decoded.push(escaped.unwrap_or(byte));
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The byte that the next two digits are.
fn hexadecimal(digits: &mut std::str::Bytes<'_>) -> Option<u8> {
    let mut digit = || char::from(digits.next()?).to_digit(16);
    u8::try_from(digit()? * 16 + digit()?).ok()
}
