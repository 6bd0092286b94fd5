//! What there is to tell the person, until they close it.

use super::date::Moment;
use super::formats::file::FileError;
use super::safekeeping::slots::Aside;
use super::safekeeping::startup::Verdict;

/// Something to tell the person, until they close it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Kept data could not be read; it is kept, untouched.
    SetAside,
    /// Kept data was written by a newer version of the app; it is kept, untouched.
    Newer,
    /// Some members of the kept data made no sense; the original is kept, untouched.
    Repaired,
    /// Another version of the dossier was found where this one was to be kept; it is now a copy of then.
    Copied(Option<Moment>),
    /// What was written here came after another tab had the pen: it is a copy of then.
    TooLate(Option<Moment>),
    /// The browser lets us keep nothing.
    NoStore,
    /// After crashes: what is kept was neither read nor will be written.
    SafeStart,
    /// The device's clock shows a year that no date has: nothing can be changed.
    NoClock,
    /// The page is in a frame of another page, which changes what can be kept.
    Frame,
    /// The file that was asked for by its keys was saved.
    FileSaved,
    /// The plan has as many objectives as it takes.
    PlanFull,
    /// The browser could not save the file that was asked for.
    FileNotSaved,
    /// All that this device kept was erased.
    Erased,
    /// It was, where there is no database: browsers delete up to a minute late from localStorage.
    ErasedLate,
    /// All that this device kept was erased from another tab.
    ErasedElsewhere,
    /// The dossier of this page was put into « Corbeille » from another tab.
    Binned,
    /// Some of what this device kept could not be erased.
    PartErased,
    /// What was dropped on the page was not opened.
    NotOpened(NotOpened),
    /// A newer version of the page was fetched, and waits until the person agrees to use it.
    NewVersion,
}

/// Why what was dropped was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// It is no dossier that this version reads.
    File(FileError),
    /// Several files at once.
    Several,
    /// A folder of the computer.
    Folder,
}

/// What there is to say about a text that is kept elsewhere since `now`; nothing about an absent one.
pub fn about(aside: &Aside, now: Option<Moment>) -> Option<Notice> {
    match aside.verdict {
        Verdict::Absent => None,
        Verdict::Good(_) => Some(Notice::Copied(now)),
        Verdict::Repaired(_) => Some(Notice::Repaired),
        Verdict::Unreadable => Some(Notice::SetAside),
        Verdict::Newer(_) => Some(Notice::Newer),
    }
}
