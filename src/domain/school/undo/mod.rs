//! Undoing and doing again: two stacks of steps, each of which puts back what one edit changed. Typing a
//! text is one step, however many keys it took, until the person pauses or leaves the field.

mod step;

pub use step::{Before, Step, Typing};

use super::dossier::{Dossier, Subject, go_back};
use super::plan::{ObjectiveId, Standing};
use crate::domain::date::Moment;
use std::marker::PhantomData;

/// Most steps that are retained, both ways together.
pub const STEPS_MAX: usize = 200;
/// Most that they take once written, in bytes: one that puts back a whole dossier takes 100 kB.
pub const SIZE_MAX: usize = 1_000_000;

/// Longest time between two keys of one step of typing, in seconds: to look for a word takes less, to do
/// something else takes more. Edits are dated to the second.
pub const PAUSE: u64 = 3;

/// Which way to go through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Undoing.
    Back,
    /// Doing again what was undone.
    Forth,
}

/// How a step is written, so that its size is known and the history of a dossier can be saved. A format gives it: the
/// steps themselves know of none.
pub trait StepWriter {
    /// The text of a step.
    fn write(step: &Step) -> String;
}

/// The steps that can be undone, and those that were and can be done again; `W` writes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo<W> {
    /// Undo stack; the last entry is undone first.
    back: Vec<Written>,
    /// Redo stack; the last entry is done again first.
    forth: Vec<Written>,
    /// The text that the last step of `back` is still being typed into.
    open: Option<Open>,
    writer: PhantomData<W>,
}

/// A step of typing that the next key may join.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    typing: Typing,
    /// The date of its last key.
    at: Option<Moment>,
    /// What could be done again before its first key, and cannot any more.
    dropped: Vec<Written>,
}

impl Open {
    /// Whether a key of this text at this moment joins the step: not after a pause, nor where the clock was
    /// set back.
    fn is_joined_by(&self, typing: Option<Typing>, at: Option<Moment>) -> bool {
        let since = self
            .at
            .zip(at)
            .and_then(|(last, now)| now.seconds_since(last));
        typing == Some(self.typing) && since.is_some_and(|seconds| seconds <= PAUSE)
    }
}

/// A step with its text, so that writing the history anew after each edit only strings texts together.
#[derive(Clone, Debug, PartialEq)]
struct Written {
    step: Step,
    text: String,
}

impl<W: StepWriter + Default> Undo<W> {
    /// The steps to undo and those to do again, each with the next one last. The oldest are left out where
    /// there are too many.
    pub fn restored(back: Vec<Step>, forth: Vec<Step>) -> Self {
        let mut undo = Self::default();
        for (way, steps) in [(Way::Back, back), (Way::Forth, forth)] {
            for step in steps {
                undo.steps_mut(way).push(Self::written(step));
            }
        }
        undo.shorten();
        undo
    }

    /// Remembers an edit, which made the dossier what it is. One more key in the same text joins the step
    /// before it; a text that is back where it was leaves none, and loses nothing that could be done again.
    /// Whether it is an edit of its own: typing on in the same text after a pause is a step, and no new edit.
    pub fn push(&mut self, step: Step, dossier: &Dossier) -> bool {
        let at = dossier.edited_at;
        match self.open.take() {
            Some(open) if open.is_joined_by(step.typing(), at) => {
                self.join(Open { at, ..open }, dossier);
                false
            }
            Some(_) | None => {
                let last = self.back.last().map(|last| last.step.typing());
                let is_typed_on = step.typing().is_some() && last == Some(step.typing());
                self.begin(step, at);
                !is_typed_on
            }
        }
    }

    /// Ends the step of typing: the field, or the screen, was left.
    pub fn end_typing(&mut self) {
        self.open = None;
    }

    /// What was undone before cannot be done again; but typing leaves what is about something else, for one
    /// letter is soon typed in the wrong place.
    fn begin(&mut self, step: Step, at: Option<Moment>) {
        let is_in_the_way = |other: &Written| match (step.typing(), other.step.subject()) {
            (None, _) | (Some(_), Subject::Dossier) => true,
            (Some(_), subject) => subject == step.subject(),
        };
        let left_from = self.forth.iter().rposition(is_in_the_way);
        let left_from = left_from.map_or(0, |place| place + 1);
        let left = self.forth.split_off(left_from);
        let dropped = std::mem::replace(&mut self.forth, left);
        self.open = step.typing().map(|typing| Open {
            typing,
            at,
            dropped,
        });
        self.back.push(Self::written(step));
        self.shorten();
    }

    /// One more key: the step stays as it is, or goes where it has come to nothing.
    fn join(&mut self, open: Open, dossier: &Dossier) {
        let last = self.back.last();
        if last.is_some_and(|last| dossier.is_as_before(last.step.before())) {
            self.back.pop();
            self.forth.splice(..0, open.dropped);
        } else {
            self.open = Some(open);
        }
    }

    /// Goes one step this way, as an edit of this moment. Whether the dossier changed: steps that would
    /// change nothing are passed over.
    pub fn go(&mut self, way: Way, dossier: &mut Dossier, at: Moment) -> bool {
        self.end_typing();
        while let Some(Written { step, .. }) = self.steps_mut(way).pop() {
            if let Some(step) = go_back(dossier, step, at) {
                let opposite = match way {
                    Way::Back => Way::Forth,
                    Way::Forth => Way::Back,
                };
                self.steps_mut(opposite).push(Self::written(step));
                self.shorten();
                return true;
            }
        }
        false
    }

    /// Whether the last edit made this objective, and nothing was done since.
    pub fn has_just_made(&self, id: ObjectiveId) -> bool {
        let standing = Standing::Absent;
        let made = Before::Objective { id, standing };
        let last = self.back.last();
        last.is_some_and(|last| *last.step.before() == made)
    }

    /// Goes back over the last edit as if it had never been done: it cannot be done again. Whether the
    /// dossier changed.
    pub fn take_back(&mut self, dossier: &mut Dossier, at: Moment) -> bool {
        let Some(Written { step, .. }) = self.back.pop() else {
            return false;
        };
        go_back(dossier, step, at).is_some()
    }

    /// What going this way would change, if there is anything.
    pub fn next_subject(&self, way: Way) -> Option<Subject> {
        self.steps(way).last().map(|last| last.step.subject())
    }

    /// The steps this way as texts, the next one last.
    pub fn texts(&self, way: Way) -> Vec<&str> {
        let steps = self.steps(way).iter();
        steps.map(|written| written.text.as_str()).collect()
    }

    fn written(step: Step) -> Written {
        let text = W::write(&step);
        Written { step, text }
    }

    fn steps(&self, way: Way) -> &[Written] {
        match way {
            Way::Back => &self.back,
            Way::Forth => &self.forth,
        }
    }

    fn steps_mut(&mut self, way: Way) -> &mut Vec<Written> {
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
            for written in self.steps(way) {
                size += written.text.len();
            }
        }
        for way in [Way::Back, Way::Forth] {
            let written = self.steps_mut(way);
            while written.len() > 1 && (steps > STEPS_MAX || size > SIZE_MAX) {
                steps -= 1;
                size -= written.remove(0).text.len();
            }
        }
    }
}
