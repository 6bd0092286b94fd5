//! The keys of dated copies and of texts set aside: what lists them, without reading any.

use super::slots::SET_ASIDE;
use crate::domain::date::Moment;

/// The keys of copies start so, and go on with the moment.
pub const START: &str = "copy:";
/// Length of a moment, such as `2026-11-23T10:42:05`.
const MOMENT_LEN: usize = 19;
/// Most copies kept within one second, which no person reaches.
pub const IN_A_SECOND: u8 = 9;

/// A text that this device keeps beside the dossier. Its key says enough to list it: hundreds of copies, read
/// whole, would keep the screen waiting for seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCopy {
    /// Its key in the store.
    pub key: String,
    /// Whether it is there already; else it is still where it was found, and is set aside with the next edit.
    pub is_apart: bool,
    /// When it was kept; `None` for what was set aside, of which nobody knows.
    pub at: Option<Moment>,
}

impl StoredCopy {
    /// The copy of this key; `None` where the key is that of something else.
    pub fn of(key: String) -> Option<Self> {
        let at = match key.strip_prefix(START) {
            Some(moment) => Some(moment.get(..MOMENT_LEN)?.parse().ok()?),
            None => {
                key.strip_prefix(SET_ASIDE)?;
                None
            }
        };
        Some(Self {
            key,
            is_apart: true,
            at,
        })
    }
}

/// The key of the `number`th copy of one second.
pub fn key(at: Moment, number: u8) -> String {
    let key = [START, &at.to_string()].concat();
    if number == 1 {
        key
    } else {
        [key.as_str(), ".", &number.to_string()].concat()
    }
}

/// Puts a copy in its place: the newest first, then what was set aside, each once though both stores may
/// have it.
pub fn insert(copies: &mut Vec<StoredCopy>, copy: StoredCopy) {
    let rank = |copy: &StoredCopy| (copy.at, copy.key.clone());
    if !copies.iter().any(|other| other.key == copy.key) {
        let place = copies.iter().position(|other| rank(other) < rank(&copy));
        copies.insert(place.unwrap_or(copies.len()), copy);
    }
}
