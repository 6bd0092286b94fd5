//! Whether the work is safe: what the badge says.

use crate::domain::date::Moment;

/// Whether the work is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was changed yet, so there is nothing to keep.
    Untouched,
    /// On the disk since then.
    Saved(Option<Moment>),
    /// On its way to the disk.
    Saving,
    /// A copy is in localStorage, which may lose the last minute if the browser is killed.
    Fragile,
    /// The browser refused.
    Failed,
    /// The browser lets us keep nothing: the work is in this page only.
    Memory,
    /// Another tab has the pen, and keeps the work; what it kept last is of then.
    Elsewhere(Option<Moment>),
}
