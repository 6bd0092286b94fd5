//! What kind of centre a dossier is of.

use crate::domain::school::identity::CentreKind;
use crate::domain::text::one_line;

/// Longest kind in own words, in characters.
pub const KIND_MAX: usize = 40;

/// « Type de centre »: one of those that an identity names, or anything else in own words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One that has a name.
    Named(CentreKind),
    /// In own words: one line of [`KIND_MAX`] characters at most.
    Other(String),
}

impl Kind {
    /// A kind in own words; none where there are none.
    pub fn other(words: &str) -> Option<Self> {
        let words = one_line(words, KIND_MAX);
        (!words.is_empty()).then_some(Self::Other(words))
    }

    /// What an identity says of it; nothing of one in own words.
    pub fn centre(&self) -> Option<CentreKind> {
        match self {
            Self::Named(centre) => Some(*centre),
            Self::Other(_) => None,
        }
    }

    /// « Lycée », « CFA » …
    pub fn text(&self) -> &str {
        match self {
            Self::Named(centre) => centre.text(),
            Self::Other(words) => words,
        }
    }
}
