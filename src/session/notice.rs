//! What the start has to say.

/// Something to tell the person, until they close it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Kept data could not be read; it was put aside, untouched.
    SetAside,
    /// Kept data was written by a newer version of the app; it was put aside, untouched.
    Newer,
    /// Some members of the kept data made no sense; the original was put aside, untouched.
    Repaired,
    /// The browser lets us keep nothing.
    NoStore,
    /// After crashes: what is kept was neither read nor will be written.
    SafeStart,
    /// The page is in a frame of another page, which changes what can be kept.
    Frame,
    /// No file holds the last edits.
    Reminder,
    /// The file of which one was reminded was saved.
    FileSaved,
    /// All that this device kept was erased.
    Erased,
    /// Some of what this device kept could not be erased.
    PartErased,
    /// A newer version of the page was fetched, and waits until the person agrees to use it.
    NewVersion,
}
