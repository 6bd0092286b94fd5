//! A dossier that is opened to be read, beside one's own: from a file, a copy or a link.

use super::date::{Day, Moment};
use super::formats::document::Restored;
use super::formats::link::LinkError;
use super::school::dossier::LeftOut;
use super::school::timeline::Snapshot;

/// A dossier opened to be read. It is in memory only.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Where it comes from.
    pub origin: Origin,
    /// The dossier, and what of it could not be read.
    pub restored: Restored,
    /// The positionings that came with it: they become one's own with it.
    pub snapshots: Vec<Snapshot>,
}

/// Where an opened dossier comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file of this name.
    File(String),
    /// The copy kept on this device at this moment.
    Copy(Moment),
    /// A positioning taken as of this day, under this name, which may be empty.
    Taken(Day, String),
    /// A text that was set aside because it could not be read whole.
    SetAside,
    /// A link, to whose dossier these parts were not given along.
    Link(LeftOut),
}

/// Why the dossier of a link is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotUnpacked {
    /// The link holds none that this version can read.
    #[error("the link cannot be read")]
    Refused(#[from] LinkError),
    /// The module that unpacks it could not be fetched.
    #[error("the module of documents could not be loaded")]
    NotLoaded,
}

impl NotUnpacked {
    /// There is no code in the address.
    pub const NOTHING: Self = Self::Refused(LinkError::NotACode);
}
