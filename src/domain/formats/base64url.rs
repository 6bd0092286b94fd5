//! base64url without padding (RFC 4648 §5): bytes as text that no address, mail or chat has to escape.
//!
//! Our own: it is these few lines, and a crate's engines and error texts cost the first load more.
//! Tests hold it against the `base64` crate.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why a text is not base64url.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Base64Error {
    /// It has a character that is none of the 64.
    #[error("not of the alphabet")]
    Alphabet,
    /// Its length, or the unused bits of its last character, are such as no bytes give.
    #[error("no whole number of bytes")]
    Length,
}

/// Whether a character is one of the 64.
pub fn is_of_alphabet(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '-' || char == '_'
}

/// The bytes as text.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 1);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0, |group, place| {
            group << 8 | u32::from(chunk.get(place).copied().unwrap_or(0))
        });
        for place in 0..=chunk.len() {
            let value = (group >> (18 - 6 * place)) & 0x3f;
            let letter = ALPHABET.get(value as usize).copied().unwrap_or(b'A');
            text.push(char::from(letter));
        }
    }
    text
}

/// The bytes of a text. Each sequence of bytes has one text only.
pub fn decode(text: &str) -> Result<Vec<u8>, Base64Error> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    // The bits that do not make a byte yet: 0, 2, 4 or 6 of them.
    let (mut bits, mut width) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter);
        let value = value.and_then(|value| u32::try_from(value).ok());
        bits = bits << 6 | value.ok_or(Base64Error::Alphabet)?;
        width += 6;
        if width >= 8 {
            width -= 8;
            bytes.push((bits >> width) as u8);
            bits &= (1 << width) - 1;
        }
    }
    if width < 6 && bits == 0 {
        Ok(bytes)
    } else {
        Err(Base64Error::Length)
    }
}
