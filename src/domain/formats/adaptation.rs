//! The text of an adaptation, which a dossier holds; and the questionnaire that it puts into force.

use super::members::v1::adaptation;
use crate::domain::school::adaptation::{Adaptation, AdaptationText};
use crate::domain::school::questionnaire::Questionnaire;

/// The text of an adaptation.
pub fn write_adaptation(of: &Adaptation) -> AdaptationText {
    adaptation::write(of)
}

/// Reads the text of an adaptation; `None` where any of it makes no sense here.
pub fn read_adaptation(text: &AdaptationText) -> Option<Adaptation> {
    adaptation::read(text)
}

/// The questionnaire that this text puts into force; `None` where it changes nothing.
pub fn in_force(text: &AdaptationText, base: &Questionnaire) -> Option<Questionnaire> {
    let adaptation = read_adaptation(text).filter(|one| !one.is_none())?;
    Some(adaptation.apply(base))
}
