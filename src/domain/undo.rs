//! Undoing: a stack of steps, each of which puts back what one edit changed. Typing a note is one
//! step, however many keys it took.

use super::answers::ItemAnswer;
use super::dossier::Change;
use super::questionnaire::ItemId;

/// Most steps kept.
pub const STEPS_MAX: usize = 200;

/// What undoes one edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    back: Change,
    typing: Option<Typing>,
}

/// A text being typed: consecutive edits of the same one are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    Note(ItemId),
    Proofs(ItemId, usize),
}

impl Step {
    /// The step that puts `before` back after `change`.
    pub fn new(change: &Change, before: ItemAnswer) -> Self {
        let typing = match change {
            Change::Note { item, .. } => Some(Typing::Note(*item)),
            // Adding or removing a link is a step of its own.
            Change::Proofs { item, links } if links.len() == before.proofs.len() => {
                Some(Typing::Proofs(*item, links.len()))
            }
            Change::Proofs { .. }
            | Change::Statement { .. }
            | Change::Condition { .. }
            | Change::Declare { .. }
            | Change::Restore { .. } => None,
        };
        Self {
            back: Change::Restore {
                item: change.item(),
                answer: before,
            },
            typing,
        }
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
    /// Remembers a step; one more key in the same text joins the step before it.
    pub fn push(&mut self, step: Step) {
        let joins = step.typing.is_some()
            && self
                .steps
                .last()
                .is_some_and(|last| last.typing == step.typing);
        if joins {
            return;
        }
        if self.steps.len() == STEPS_MAX {
            self.steps.remove(0);
        }
        self.steps.push(step);
    }

    /// Takes the last step.
    pub fn pop(&mut self) -> Option<Step> {
        self.steps.pop()
    }

    /// The item that undoing would change, if there is anything to undo.
    pub fn next_item(&self) -> Option<ItemId> {
        self.steps.last().map(|step| step.back.item())
    }
}
