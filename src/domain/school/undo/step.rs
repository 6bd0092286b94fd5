//! What undoes one edit.

use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::answers::ItemAnswer;
use crate::domain::school::contacts::{ContactKind, Contacts};
use crate::domain::school::dossier::{Dossier, Subject};
use crate::domain::school::identity::{Identity, IdentityEntry};
use crate::domain::school::plan::{Binned, ObjectiveEntry, ObjectiveId, Standing};
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::team::Decision;
use crate::domain::school::timeline::Review;

/// What undoes one edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    before: Before,
    typing: Option<Typing>,
    /// What the edit took out of the « Corbeille » because it had waited long enough.
    gone: Vec<(ObjectiveId, Binned)>,
}

/// What an edit changed, as it was before: complete, so that putting it back needs nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum Before {
    /// Everything about an item.
    Answer {
        /// The item.
        item: ItemId,
        /// What was answered and noted.
        answer: ItemAnswer,
    },
    /// Everything about an item, and what was decided of it.
    Decided {
        /// The item.
        item: ItemId,
        /// What was answered and noted.
        answer: ItemAnswer,
        /// What was decided.
        decision: Decision,
    },
    /// The identity.
    Identity(Identity),
    /// The school's contacts.
    Contacts(Contacts),
    /// What a successor should know.
    Handover(String),
    /// The review of the answers.
    Review(Box<Review>),
    /// What the school had changed of the questionnaire.
    Adaptation(AdaptationText),
    /// Where an objective stood, and what it was.
    Objective {
        /// Its id, once given by this plan.
        id: ObjectiveId,
        /// Where it stood.
        standing: Standing,
    },
    /// The whole dossier: its plan comes with the ids that it gave.
    Dossier(Box<Dossier>),
}

impl Before {
    /// What the edit was about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Answer { item, .. } | Self::Decided { item, .. } => Subject::Item(*item),
            Self::Identity(_) => Subject::Identity,
            Self::Contacts(_) => Subject::Contacts,
            Self::Handover(_) => Subject::Handover,
            Self::Review(_) => Subject::Review,
            Self::Adaptation(_) => Subject::Adaptation,
            Self::Objective { id, .. } => Subject::Objective(*id),
            Self::Dossier(_) => Subject::Dossier,
        }
    }
}

/// A text being typed: consecutive edits of the same one are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// The note of an item.
    Note(ItemId),
    /// The proof links of an item, by their number.
    Proofs(ItemId, usize),
    /// The reason of what was decided about an item.
    Reason(ItemId),
    /// An entry of the identity.
    Identity(IdentityEntry),
    /// A contact of the school.
    Contact(ContactKind),
    /// What a successor should know.
    Handover,
    /// An entry of an objective.
    Objective(ObjectiveId, ObjectiveEntry),
}

impl Step {
    /// The step that puts this back; `typing` where the edit was a key in a text.
    pub fn new(before: Before, typing: Option<Typing>) -> Self {
        Self {
            before,
            typing,
            gone: Vec::new(),
        }
    }

    /// The same step of an edit that also took this out of the « Corbeille ». It is a step of its own: joined
    /// to the one before, what is gone would not come back.
    #[must_use]
    pub fn with_gone(mut self, gone: Vec<(ObjectiveId, Binned)>) -> Self {
        self.typing = self.typing.filter(|_| gone.is_empty());
        self.gone = gone;
        self
    }

    /// What it puts back.
    pub fn before(&self) -> &Before {
        &self.before
    }

    /// The text that the edit was a key in.
    pub fn typing(&self) -> Option<Typing> {
        self.typing
    }

    /// What it puts back, and what into the « Corbeille »: all that outlives the page.
    pub fn parts(&self) -> (&Before, &[(ObjectiveId, Binned)]) {
        let Self {
            before,
            typing: _,
            gone,
        } = self;
        (before, gone)
    }

    /// The same, taken out.
    pub fn into_parts(self) -> (Before, Vec<(ObjectiveId, Binned)>) {
        (self.before, self.gone)
    }

    /// What the edit was about.
    pub fn subject(&self) -> Subject {
        self.before.subject()
    }
}
