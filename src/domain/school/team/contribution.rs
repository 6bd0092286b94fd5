//! « Réponse individuelle »: what one person answered, alone.

use super::Role;
use crate::domain::date::Day;
use crate::domain::school::answers::Answers;
use crate::domain::school::questionnaire::FieldId;

/// A random number given once to the form that a person fills in: what she sends again has the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContributionId(pub u64);

/// « Réponse individuelle » of one person. Two with different ids are of two people, however alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Which form it is.
    pub id: ContributionId,
    /// How often that form was sent, from 1: the highest replaces the others.
    pub revision: u16,
    /// In which capacity she answered.
    pub role: Role,
    /// On what day, by her device; `None` where its clock said nothing sensible.
    pub answered_on: Option<Day>,
    /// The fields that she was asked, in the order of the questionnaire.
    pub fields: Vec<FieldId>,
    /// What she answered about their items: responses only, without notes or proofs.
    pub answers: Answers,
}
