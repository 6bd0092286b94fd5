//! When to remind of saving a file: after twenty edits that no file holds, or seven days.

use crate::domain::date::Moment;

/// Edits that no file holds, after which one is reminded whatever the day.
pub const EDITS: u32 = 20;
/// Days after which one is reminded, however few the edits.
pub const DAYS: u32 = 7;

/// What no file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// Edits since the last file, or since the first of all.
    pub edits: u32,
    /// When the last file was saved, if ever.
    pub last_file: Option<Moment>,
    /// When the first edit of all was made on this device, where it is known.
    pub first_edit: Option<Moment>,
}

impl Unsaved {
    /// Whether a file would hold more than the last one does.
    pub fn is_needed(self) -> bool {
        self.edits > 0 || self.last_file.is_none()
    }

    /// Whether to remind of saving a file now. A clock that was set back only makes it later.
    pub fn is_due(self, now: Moment) -> bool {
        let is_old = self.last_file.or(self.first_edit).is_some_and(|since| {
            let days = now.day().number().saturating_sub(since.day().number());
            days >= DAYS
        });
        self.edits >= EDITS || self.edits > 0 && is_old
    }
}
