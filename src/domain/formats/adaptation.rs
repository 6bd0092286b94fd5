//! The text of an adaptation, which a dossier holds; and the questionnaire that it puts into force.

use super::members::v1::adaptation;
use super::questionnaire::{read_questionnaire, words_of, write_questionnaire};
use crate::domain::json::compact;
use crate::domain::school::adaptation::{Adaptation, AdaptationText};
use crate::domain::school::questionnaire::{FieldId, Questionnaire};

/// The text of an adaptation.
pub fn write_adaptation(of: &Adaptation) -> AdaptationText {
    adaptation::write(of)
}

/// Reads the text of an adaptation; `None` where any of it makes no sense here.
pub fn read_adaptation(text: &AdaptationText) -> Option<Adaptation> {
    adaptation::read(text)
}

/// The text by which a dossier answers a wholly other questionnaire.
pub fn write_grid(grid: &Questionnaire) -> AdaptationText {
    AdaptationText(compact(&write_questionnaire(grid)))
}

/// Reads a wholly other questionnaire; `None` where the text is none. It has one count only: nothing of it is official.
pub fn read_grid(text: &AdaptationText) -> Option<Questionnaire> {
    let grid = read_questionnaire(&text.0).ok();
    let grid = grid.filter(|_| text.is_grid())?;
    Some(Questionnaire {
        adapted: None,
        ..grid
    })
}

/// The same, of these fields only: what whoever answers them alone has to know. Empty where they are the official ones.
pub fn part_of(text: &AdaptationText, fields: &[FieldId]) -> AdaptationText {
    if text.is_grid() {
        let part = read_grid(text).map(|grid| grid.of_fields(fields, words_of(&grid)));
        return part.map(|part| write_grid(&part)).unwrap_or_default();
    }
    let part = read_adaptation(text).map(|one| one.of_fields(fields));
    let part = part.filter(|one| !one.is_none());
    part.map(|one| write_adaptation(&one)).unwrap_or_default()
}

/// The same text as this version writes it; `None` where it makes no sense here.
pub(super) fn rewritten(text: &AdaptationText) -> Option<AdaptationText> {
    if text.is_grid() {
        read_grid(text).map(|grid| write_grid(&grid))
    } else {
        adaptation::read(text).map(|read| adaptation::write(&read))
    }
}

/// The questionnaire that this text puts into force; `None` where it changes nothing.
pub fn in_force(text: &AdaptationText, base: &Questionnaire) -> Option<Questionnaire> {
    if text.is_grid() {
        return read_grid(text);
    }
    let adaptation = read_adaptation(text).filter(|one| !one.is_none())?;
    Some(adaptation.apply(base))
}

/// What a school asked before, from the texts that were kept of it ([`write_grid`] of the official one, adaptations): each adaptation
/// over each official one, as it may rest on either. What makes no sense is passed over.
pub fn asked_before(texts: &[AdaptationText], base: &Questionnaire) -> Vec<Questionnaire> {
    let kept = texts.iter().filter_map(read_grid);
    let (bases, others): (Vec<_>, Vec<_>) = kept.partition(|one| one.id == base.id);
    let bases: Vec<_> = [base.clone()].into_iter().chain(bases).collect();
    let adaptations: Vec<_> = texts.iter().filter_map(read_adaptation).collect();
    let adapted = bases.iter().flat_map(|base| {
        let each = adaptations.iter();
        each.map(|adaptation| adaptation.apply(base))
    });
    let mut all: Vec<_> = adapted.collect();
    all.extend(bases);
    all.extend(others);
    all
}
