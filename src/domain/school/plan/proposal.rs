//! From what is missing to an objective, and back: what is proposed, what is open already, and what to tick once it is done.

use super::{DESCRIPTION_MAX, Objective, ObjectiveId, Plan, Status};
use crate::domain::school::answers::at_most;
use crate::domain::school::identity::Identity;
use crate::domain::school::questionnaire::{ItemId, Questionnaire, StatementId};
use crate::domain::school::reading::{Aim, Missing, Reading};

/// How many objectives are proposed at most, and how many a plan has when no more are: few enough to be done.
pub const PROPOSALS: usize = 3;

impl Objective {
    /// « En faire un objectif »: aims at this statement, and says what is missing of it in the official words,
    /// a condition on each line.
    pub fn from_missing(missing: &Missing, questionnaire: &Questionnaire) -> Self {
        let sentences = missing.sentences(questionnaire);
        Self {
            description: at_most(&sentences.join("\n"), DESCRIPTION_MAX),
            item: Some(missing.statement.item),
            stage: Some(missing.statement.stage),
            ..Self::new(missing.statement.item.field())
        }
    }

    /// The statement to tick, where it is done and conditions of what it aims at are not ticked. This is only proposed:
    /// whether the school does all that the statement says is for people to judge.
    pub fn to_tick(&self, aim: &Aim) -> Option<StatementId> {
        match (self.status, aim) {
            (Status::Done, Aim::Missing(missing)) => Some(missing.statement),
            (Status::Done, Aim::Reached | Aim::Passed(_) | Aim::NotConcerned)
            | (Status::ToStart | Status::Ongoing | Status::Abandoned, _) => None,
        }
    }

    /// Whether nothing was written or chosen but its field.
    pub fn is_blank(&self) -> bool {
        *self == Self::new(self.field)
    }
}

impl Plan {
    /// « Objectif en cours »: the first open objective about this item.
    pub fn open_about(&self, item: ItemId) -> Option<ObjectiveId> {
        let is_about = |one: &Objective| one.item == Some(item) && one.status.is_open();
        let (id, _) = self.iter().find(|(_, one)| is_about(one))?;
        Some(id)
    }

    /// The statements that make good first objectives: the nearest, of items without an open one. None once
    /// the plan has as many objectives.
    pub fn proposals(&self, reading: &Reading) -> Vec<Missing> {
        if self.len() >= PROPOSALS {
            return Vec::new();
        }
        let is_free = |missing: &&Missing| self.open_about(missing.statement.item).is_none();
        let free = reading.progress.iter().filter(is_free);
        free.take(PROPOSALS).cloned().collect()
    }

    /// « Pilotes » to offer for an objective: the functions of the project team, then who leads another
    /// objective; each once.
    pub fn known_leads(&self, identity: &Identity, of: ObjectiveId) -> Vec<String> {
        let others = self.iter().filter(|(id, _)| *id != of);
        let leads = others.map(|(_, one)| one.lead.trim());
        let mut known: Vec<String> = Vec::new();
        for name in identity.functions().chain(leads) {
            if !name.is_empty() && !known.iter().any(|other| other == name) {
                known.push(name.to_owned());
            }
        }
        known
    }
}
