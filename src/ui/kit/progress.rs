//! How far a part of the page is that is fetched late. One type for all of them: each type of signal
//! weighs a kilobyte on the first load.

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has asked for it.
    Hidden,
    /// On its way.
    Loading,
    /// There.
    Shown,
    /// It could not be had.
    Failed,
}

impl Progress {
    /// Whether nothing that is on its way could change it.
    pub fn is_settled(self) -> bool {
        match self {
            Self::Shown | Self::Failed => true,
            Self::Hidden | Self::Loading => false,
        }
    }
}
