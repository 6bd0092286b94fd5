//! Undoing and doing again: two stacks of steps, each of which puts back what one edit changed. Typing a
//! text is one step, however many keys it took.

use super::contacts::ContactKind;
use super::date::Moment;
use super::dossier::{Change, Dossier, Edit, Subject, apply};
use super::identity::IdentityEntry;
use super::plan::{ObjectiveEntry, ObjectiveId};
use super::questionnaire::{ItemId, Questionnaire};
use super::wire::history::write_back;

/// Most steps kept, both ways together.
pub const STEPS_MAX: usize = 200;
/// Most that the kept steps take once written, in bytes: one that puts back a whole dossier takes 100 kB.
pub const SIZE_MAX: usize = 1_000_000;

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

/// Which way to go through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Undoing.
    Back,
    /// Doing again what was undone.
    Forth,
}

/// The steps that can be undone, and those that were and can be done again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    /// The next one to undo last.
    back: Vec<Kept>,
    /// The next one to do again last.
    forth: Vec<Kept>,
}

/// A step with its text, so that writing the history anew after each edit only strings texts together.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    step: Step,
    text: String,
}

impl From<Step> for Kept {
    fn from(step: Step) -> Self {
        let text = write_back(&step.back);
        Self { step, text }
    }
}

impl Undo {
    /// The steps to undo and those to do again, each with the next one last. The oldest are left out where
    /// there are too many.
    pub fn restored(back: Vec<Step>, forth: Vec<Step>) -> Self {
        let mut undo = Self::default();
        for (way, steps) in [(Way::Back, back), (Way::Forth, forth)] {
            for step in steps {
                undo.steps_mut(way).push(step.into());
            }
        }
        undo.shorten();
        undo
    }

    /// Remembers an edit, which made the dossier what it is: what was undone before cannot be done again.
    /// One more key in the same text joins the step before it; a text that is back where it was leaves none.
    /// Whether it is a step of its own.
    pub fn push(&mut self, step: Step, dossier: &Dossier) -> bool {
        self.forth.clear();
        let last = self.back.last().map(|last| &last.step);
        match last.filter(|last| step.typing.is_some() && last.typing == step.typing) {
            Some(last) if dossier.is_as_before(&last.back) => {
                self.back.pop();
                false
            }
            Some(_) => false,
            None => {
                self.back.push(step.into());
                self.shorten();
                true
            }
        }
    }

    /// Goes one step this way, as an edit of this moment. Whether the dossier changed: steps that would
    /// change nothing are passed over.
    pub fn go(
        &mut self,
        way: Way,
        dossier: &mut Dossier,
        questionnaire: &Questionnaire,
        at: Moment,
    ) -> bool {
        while let Some(Kept { step, .. }) = self.steps_mut(way).pop() {
            let change = step.back;
            if let Some(step) = apply(dossier, questionnaire, &Edit { at, change }) {
                let opposite = match way {
                    Way::Back => Way::Forth,
                    Way::Forth => Way::Back,
                };
                self.steps_mut(opposite).push(step.into());
                self.shorten();
                return true;
            }
        }
        false
    }

    /// What going this way would change, if there is anything.
    pub fn next_subject(&self, way: Way) -> Option<Subject> {
        self.steps(way).last().map(|last| last.step.subject)
    }

    /// The steps this way as texts, the next one last.
    pub fn texts(&self, way: Way) -> Vec<&str> {
        let steps = self.steps(way).iter();
        steps.map(|kept| kept.text.as_str()).collect()
    }

    fn steps(&self, way: Way) -> &[Kept] {
        match way {
            Way::Back => &self.back,
            Way::Forth => &self.forth,
        }
    }

    fn steps_mut(&mut self, way: Way) -> &mut Vec<Kept> {
        match way {
            Way::Back => &mut self.back,
            Way::Forth => &mut self.forth,
        }
    }

    /// Forgets the steps that are furthest away, until what is left is not too much. The next one each
    /// way stays, however large.
    fn shorten(&mut self) {
        let mut steps = self.back.len() + self.forth.len();
        let mut size = 0;
        for way in [Way::Back, Way::Forth] {
            for kept in self.steps(way) {
                size += kept.text.len();
            }
        }
        for way in [Way::Back, Way::Forth] {
            let kept = self.steps_mut(way);
            while kept.len() > 1 && (steps > STEPS_MAX || size > SIZE_MAX) {
                steps -= 1;
                size -= kept.remove(0).text.len();
            }
        }
    }
}
