//! « %23 » and the like: what programs put into an address that they pass on.

/// An address may be escaped inside another, inside another.
pub const DECODINGS_MAX: usize = 3;

/// The text with each `%23` made the byte that it stands for; what is no escape stays.
pub fn percent_decoded(text: &str) -> String {
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
