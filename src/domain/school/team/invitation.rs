//! « Invitation »: what a respondent is asked. It freezes that: a later change of the questionnaire does not change it
//! under its respondents.

use super::Role;
use crate::domain::school::questionnaire::FieldId;

/// Longest name of a school in an invitation, in characters.
pub const SCHOOL_MAX: usize = 120;

/// « Invitation » to answer alone. It asks no name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitation {
    /// The fields that are asked, each once, in the order of the questionnaire; never empty.
    pub fields: Vec<FieldId>,
    /// In which capacity; `None` lets the respondent choose.
    pub role: Option<Role>,
    /// The school as the director wrote it: one line, [`SCHOOL_MAX`] characters at most, empty where she gave none.
    pub school: String,
}
