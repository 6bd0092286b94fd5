//! Statements that tell a limit, not something to reach: they stop being true as soon as a school goes
//! further, so nobody is advised to make them true. In a table of the domain, as `official.json` is
//! exchanged and read strictly; by wording, so that an adapted statement under the same id is judged by its
//! own words.

use super::Statement;

/// Their sentences: that of 1.3.5, stage 1.
pub const LIMITS: [&str; 1] = ["L’utilisation du numérique se limite à une ou des salles dédiées."];

impl Statement {
    /// Whether it tells a limit that a higher stage leaves behind.
    pub fn is_limit(&self) -> bool {
        self.sentences().any(|sentence| LIMITS.contains(&sentence))
    }
}
