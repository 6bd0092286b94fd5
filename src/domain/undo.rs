//! Undoing: a stack of steps, each of which puts back what one edit changed. Typing a text is one
//! step, however many keys it took.

use super::contacts::ContactKind;
use super::dossier::{Change, Subject};
use super::identity::IdentityEntry;
use super::plan::{ObjectiveEntry, ObjectiveId};
use super::questionnaire::ItemId;

/// Most steps kept.
pub const STEPS_MAX: usize = 200;

/// What undoes one edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    subject: Subject,
    back: Change,
    typing: Option<Typing>,
}

/// A text being typed: consecutive edits of the same one are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// The note of an item.
    Note(ItemId),
    /// The proof links of an item, by their number.
    Proofs(ItemId, usize),
    /// An entry of the identity.
    Identity(IdentityEntry),
    /// A contact of the school.
    Contact(ContactKind),
    /// An entry of an objective.
    Objective(ObjectiveId, ObjectiveEntry),
}

impl Step {
    /// The step that undoes an edit by `back`; `typing` where the edit was a key in a text.
    pub fn new(subject: Subject, back: Change, typing: Option<Typing>) -> Self {
        Self {
            subject,
            back,
            typing,
        }
    }

    /// What the edit was about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The change that undoes the edit.
    pub fn back(&self) -> &Change {
        &self.back
    }
}

/// The steps that can be undone, the last one first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    steps: Vec<Step>,
}

impl Undo {
    /// Remembers a step; one more key in the same text joins the step before it. Whether it is a step of its own.
    pub fn push(&mut self, step: Step) -> bool {
        let joins = step.typing.is_some()
            && self
                .steps
                .last()
                .is_some_and(|last| last.typing == step.typing);
        if joins {
            return false;
        }
        if self.steps.len() == STEPS_MAX {
            self.steps.remove(0);
        }
        self.steps.push(step);
        true
    }

    /// Takes the last step.
    pub fn pop(&mut self) -> Option<Step> {
        self.steps.pop()
    }

    /// What undoing would change, if there is anything to undo.
    pub fn next_subject(&self) -> Option<Subject> {
        self.steps.last().map(Step::subject)
    }
}
