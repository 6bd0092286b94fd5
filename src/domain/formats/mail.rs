//! A letter to be written: the `mailto:` address that opens the mail program with a subject and a text.

/// Longest address that is given, in characters: past some 2,000, Windows opens no mail program, without a word.
pub const MAILTO_MAX: usize = 2_000;

/// The address of a letter without a recipient; `None` where it would be longer than mail programs are given.
pub fn mailto(subject: &str, body: &str) -> Option<String> {
    let mut address = String::from("mailto:?subject=");
    escape(subject, &mut address);
    address.push_str("&body=");
    escape(body, &mut address);
    (address.len() <= MAILTO_MAX).then_some(address)
}

/// Every byte that is not a letter, a digit or one of `-._~` as `%20`; ends of lines as mail writes them.
fn escape(text: &str, into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'\n' => into.push_str("%0D%0A"),
            byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                into.push(char::from(byte));
            }
            byte => {
                into.push('%');
                for half in [byte >> 4, byte & 15] {
                    let digit = DIGITS.get(usize::from(half)).copied();
                    into.push(char::from(digit.unwrap_or(b'0')));
                }
            }
        }
    }
}
