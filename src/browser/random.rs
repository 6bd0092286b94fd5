//! Numbers that nobody can guess.

use js_sys::{Math, Uint8Array};

use super::js;

/// A number of 64 random bits. Browsers have the source of keys over plain http too; where one has none, two people still
/// get two numbers.
pub fn number() -> u64 {
    let bytes = Uint8Array::new_with_length(8);
    let crypto = js::get(&js_sys::global(), "crypto");
    if js::call(&crypto, "getRandomValues", &[bytes.clone().into()]).is_err() {
        for place in 0..8 {
            bytes.set_index(place, (Math::random() * 256.0) as u8);
        }
    }
    let bytes = bytes.to_vec();
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
