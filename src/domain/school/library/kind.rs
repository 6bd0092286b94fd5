//! What kind of centre a dossier is of.

use crate::domain::school::identity::CentreKind;
use crate::domain::text::one_line;

/// Longest kind in own words, in characters.
pub const KIND_MAX: usize = 40;

/// « Type de centre »: what an EPLEFPA is made of, schools beside it, or anything else in own words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// « Lycée ».
    Lycee,
    /// « CFA ».
    Cfa,
    /// « CFPPA ».
    Cfppa,
    /// « Exploitation agricole ».
    Farm,
    /// « Atelier technologique ».
    Workshop,
    /// « MFR ».
    Mfr,
    /// « Lycée privé ».
    PrivateLycee,
    /// In own words: one line of [`KIND_MAX`] characters at most.
    Other(String),
}

impl Kind {
    /// Those that have a name, in the order in which they are offered.
    pub const NAMED: [Self; 7] = [
        Self::Lycee,
        Self::Cfa,
        Self::Cfppa,
        Self::Farm,
        Self::Workshop,
        Self::Mfr,
        Self::PrivateLycee,
    ];

    /// A kind in own words; none where there are none.
    pub fn other(words: &str) -> Option<Self> {
        let words = one_line(words, KIND_MAX);
        (!words.is_empty()).then_some(Self::Other(words))
    }

    /// The kind of centre that an identity names.
    pub fn of(centre: CentreKind) -> Self {
        match centre {
            CentreKind::Lycee => Self::Lycee,
            CentreKind::Cfa => Self::Cfa,
            CentreKind::Cfppa => Self::Cfppa,
            CentreKind::Farm => Self::Farm,
            CentreKind::Workshop => Self::Workshop,
        }
    }

    /// What an identity says of it: a centre of an EPLEFPA.
    pub fn centre(&self) -> Option<CentreKind> {
        match self {
            Self::Lycee => Some(CentreKind::Lycee),
            Self::Cfa => Some(CentreKind::Cfa),
            Self::Cfppa => Some(CentreKind::Cfppa),
            Self::Farm => Some(CentreKind::Farm),
            Self::Workshop => Some(CentreKind::Workshop),
            Self::Mfr | Self::PrivateLycee | Self::Other(_) => None,
        }
    }

    /// « Lycée », « CFA » …
    pub fn text(&self) -> &str {
        match self {
            Self::Lycee => "Lycée",
            Self::Cfa => "CFA",
            Self::Cfppa => "CFPPA",
            Self::Farm => "Exploitation agricole",
            Self::Workshop => "Atelier technologique",
            Self::Mfr => "MFR",
            Self::PrivateLycee => "Lycée privé",
            Self::Other(words) => words,
        }
    }
}
