//! A zip of many files, given back one by one: nothing is inflated before it is asked for, and no more than its directory says.

use super::reading::zip::{Limits, Zip};
use crate::domain::network::SIZE_MAX;
use crate::domain::school::import::Refusal;
use std::borrow::Cow;

/// How much is inflated of one zip: a thousand dossiers of the size of a long one.
const LIMITS: Limits = Limits {
    declared: 256 << 20,
    inflated: 256 << 20,
};

/// A zip whose directory was read.
pub struct Archive(Zip<'static>);

impl Archive {
    /// Reads the directory.
    ///
    /// # Errors
    /// Where it is no zip that can be read.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        Zip::within(Cow::Owned(bytes), LIMITS).map(Self)
    }

    /// The paths and sizes of its files, in their order.
    pub fn files(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.sizes()
    }

    /// The bytes of the file at this place, from 0.
    ///
    /// # Errors
    /// Where it is damaged, closed by a password, or too large.
    pub fn read(&self, place: usize) -> Result<Vec<u8>, Refusal> {
        let size = self.files().nth(place).map(|(_, size)| size);
        if size.is_some_and(|size| size > SIZE_MAX) {
            return Err(Refusal::TooLarge);
        }
        self.0.bytes_at(place)
    }
}
