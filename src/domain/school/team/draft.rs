//! « Brouillon d’une réponse »: what a respondent has answered so far, on her device. It is apart from any dossier.

use super::{Contribution, ContributionId, Invitation, Role};
use crate::domain::date::Day;
use crate::domain::school::answers::Answers;
use crate::domain::school::questionnaire::FieldId;

/// « Brouillon d’une réponse ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which form it is.
    pub id: ContributionId,
    /// The role that is asked for or was chosen; `None` as long as it is neither.
    pub role: Option<Role>,
    /// The fields that are asked.
    pub fields: Vec<FieldId>,
    /// What was answered so far.
    pub answers: Answers,
    /// How often it was shown to be sent.
    pub sent: u16,
    /// Whether something changed since then.
    pub is_changed: bool,
    /// How many changes were made to it: of two stored states the higher one is the later.
    pub edits: u32,
}

impl Draft {
    /// A blank form of this id.
    pub fn blank(id: ContributionId, invitation: &Invitation) -> Self {
        let Invitation {
            fields,
            role,
            school: _,
        } = invitation;
        Self {
            id,
            role: role.clone(),
            fields: fields.clone(),
            answers: Answers::default(),
            sent: 0,
            is_changed: true,
            edits: 0,
        }
    }

    /// Takes note of a change.
    pub fn count_edit(&mut self) {
        self.is_changed = true;
        self.edits = self.edits.saturating_add(1);
    }

    /// Takes note that it is shown to be sent: with a higher revision, where something changed since the last time.
    pub fn send(&mut self) {
        if self.is_changed || self.sent == 0 {
            self.sent = self.sent.saturating_add(1);
            self.edits = self.edits.saturating_add(1);
            self.is_changed = false;
        }
    }

    /// What is sent; `unsaid` stands for a role that was not chosen.
    pub fn contribution(&self, day: Option<Day>, unsaid: &Role) -> Contribution {
        Contribution {
            id: self.id,
            revision: self.sent.max(1),
            role: self.role.clone().unwrap_or_else(|| unsaid.clone()),
            answered_on: day,
            fields: self.fields.clone(),
            answers: self.answers.clone(),
        }
    }
}
