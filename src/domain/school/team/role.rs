//! « Rôle »: in which capacity somebody answers. A function, never a name.

use crate::domain::school::answers::at_most;

/// Longest role in one's own words, in characters.
pub const OWN_ROLE_MAX: usize = 40;

/// « Rôle » of a respondent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// « Enseignants ».
    Teachers,
    /// « Vie scolaire ».
    SchoolLife,
    /// « Administration ».
    Administration,
    /// « Élèves »; students and apprentices are meant too.
    Pupils,
    /// « Familles ».
    Families,
    /// In own words: one line, not empty, [`OWN_ROLE_MAX`] characters at most; made by [`Role::own`].
    Own(String),
}

impl Role {
    /// The roles that have a word of their own, in the order in which they are offered.
    pub const NAMED: [Self; 5] = [
        Self::Teachers,
        Self::SchoolLife,
        Self::Administration,
        Self::Pupils,
        Self::Families,
    ];

    /// A role in own words: on one line, trimmed and cut to [`OWN_ROLE_MAX`]. `None` for an empty one.
    pub fn own(words: &str) -> Option<Self> {
        let words: Vec<_> = words
            .split(|letter: char| letter.is_whitespace() || letter.is_control())
            .filter(|word| !word.is_empty())
            .collect();
        let role = at_most(&words.join(" "), OWN_ROLE_MAX)
            .trim_end()
            .to_owned();
        (!role.is_empty()).then_some(Self::Own(role))
    }
}
