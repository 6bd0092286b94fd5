//! « Effacer de cet appareil »: the mark that an erasure leaves in each store. A browser that is killed may bring back
//! what was deleted from localStorage up to a minute before, and a tab that was asleep may still write what it shows:
//! by the mark, both are known to be erased.

use super::startup::Kept;
use crate::domain::safekeeping::record::Record;

/// The key of the mark, in each store.
pub const ERASED: &str = "erased";

/// How far the number of an erasure is above every revision that it erases: no tab that was asleep meanwhile makes so
/// many edits.
const LEAP: u64 = 1_000_000;

/// What the last erasure of a store covers. The default is that of a store where nothing was ever erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erasure {
    /// The number of the erasure. The revisions made after it are above.
    pub number: u64,
    /// Records of a lower revision are erased: those below `number`, or fewer once the erasure was undone.
    pub below: u64,
}

impl Erasure {
    /// The erasure of all that has this revision or a lower one.
    pub fn of_all(highest: u64) -> Self {
        // The revision after the last one must exist, or the next dossier would be erased too.
        let number = highest.saturating_add(LEAP).min(u64::MAX - 1);
        Self {
            number,
            below: number,
        }
    }

    /// This erasure, undone: what was erased `before` stays erased.
    pub fn undone(self, before: Self) -> Self {
        Self {
            below: before.below,
            ..self
        }
    }

    /// The mark as text.
    pub fn write(self) -> String {
        [self.number, self.below]
            .map(|part| part.to_string())
            .join(" ")
    }

    /// Reads a mark. What is none says that nothing was erased.
    pub fn read(text: Option<&str>) -> Self {
        let parts = text.and_then(|text| text.split_once(' '));
        let mark = parts.and_then(|(number, below)| {
            Some(Self {
                number: number.parse().ok()?,
                below: below.parse().ok()?,
            })
        });
        mark.unwrap_or_default()
    }

    /// The mark in force where the two stores have these: a kill, or a store that refused, leaves one behind.
    pub fn newest(self, other: Self) -> Self {
        let rank = |mark: Self| (mark.number, u64::MAX - mark.below);
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }

    /// Whether this is an erasure that a page which knows of `known` has not heard of.
    pub fn is_after(self, known: Self) -> bool {
        self.number > known.number
    }

    /// Whether this text is erased, found in a store that has the mark `at`.
    ///
    /// In a store that went through the erasure, a record without a seal was written later, by a page of version 0.1.0,
    /// which numbers a new dossier from 1; and what has no revision was written later too.
    pub fn covers(self, text: &str, at: Self) -> bool {
        if self.below == 0 {
            return false;
        }
        let was_there = at.number >= self.below;
        match Record::read(text) {
            Ok(record) if record.revision >= self.below => false,
            Ok(_) => !was_there || Record::is_sealed(text),
            Err(_) => !was_there,
        }
    }

    /// Whether all that a store with the mark `at` holds is erased, but for what was made later.
    pub fn is_whole(self, at: Self) -> bool {
        self.below == self.number && at.number < self.below
    }

    /// Takes what is erased for absent, in the slots of a store that has the mark `at`. Whether something was.
    pub fn hide(self, slots: &mut [Kept], at: Self) -> bool {
        let mut is_hidden = false;
        for kept in slots {
            if kept.text().is_some_and(|text| self.covers(text, at)) {
                *kept = Kept::Nothing;
                is_hidden = true;
            }
        }
        is_hidden
    }
}
