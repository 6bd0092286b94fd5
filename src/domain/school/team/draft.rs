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

    /// What two tabs made of one draft since it was as in `base`: what was changed here, and what the other one changed beside
    /// that. Where both changed the answer to an item, or the role, what was done here stays.
    #[must_use]
    pub fn joined(&self, base: &Self, other: &Self) -> Self {
        let mut answers = other.answers.clone();
        let items = self.answers.iter().chain(base.answers.iter());
        for item in items.map(|(item, _)| item) {
            let here = self.answers.get(item);
            if here != base.answers.get(item) {
                answers.set(item, here);
            }
        }
        let is_role_of_here = self.role != base.role;
        let role = if is_role_of_here { self } else { other }.role.clone();
        // A code that was sent from one of the two holds nothing of the other.
        let is_as = |one: &Self| one.answers == answers && one.role == role;
        let is_sent = [self, other]
            .iter()
            .any(|one| !one.is_changed && one.sent == self.sent.max(other.sent) && is_as(one));
        let joined = Self {
            id: other.id,
            fields: other.fields.clone(),
            sent: self.sent.max(other.sent),
            is_changed: !is_sent,
            edits: other.edits,
            role,
            answers,
        };
        if joined == *other {
            // It is there already: writing it again would go on between two tabs for ever.
            return joined;
        }
        Self {
            edits: self.edits.max(other.edits).saturating_add(1),
            ..joined
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
            earlier: None,
        }
    }
}
