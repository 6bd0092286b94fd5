//! Undoing and doing again: two stacks of steps, each of which puts back what one edit changed. Typing a
//! text is one step, however many keys it took, until the person pauses or leaves the field.

use super::contacts::ContactKind;
use super::dossier::{Change, Dossier, Subject, go_back};
use super::identity::IdentityEntry;
use super::plan::{Binned, ObjectiveEntry, ObjectiveId, Standing};
use super::questionnaire::{ItemId, Questionnaire};
use crate::domain::date::Moment;
use crate::domain::formats::history::write_step;

/// Most steps kept, both ways together.
pub const STEPS_MAX: usize = 200;
/// Most that the kept steps take once written, in bytes: one that puts back a whole dossier takes 100 kB.
pub const SIZE_MAX: usize = 1_000_000;

/// Longest time between two keys of one step of typing, in seconds: to look for a word takes less, to do
/// something else takes more. Edits are dated to the second.
pub const PAUSE: u64 = 3;

/// What undoes one edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    subject: Subject,
    back: Change,
    typing: Option<Typing>,
    /// What the edit took out of the « Corbeille » because it had waited long enough.
    gone: Vec<(ObjectiveId, Binned)>,
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

    /// What the edit took out of the « Corbeille ».
    pub fn gone(&self) -> &[(ObjectiveId, Binned)] {
        &self.gone
    }

    /// The change that undoes the edit, and what it puts back into the « Corbeille ».
    pub fn into_back(self) -> (Change, Vec<(ObjectiveId, Binned)>) {
        (self.back, self.gone)
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
    /// Undo stack; the last entry is undone first.
    back: Vec<Kept>,
    /// Redo stack; the last entry is done again first.
    forth: Vec<Kept>,
    /// The text that the last step of `back` is still being typed into.
    open: Option<Open>,
}

/// A step of typing that the next key may join.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    typing: Typing,
    /// The date of its last key.
    at: Option<Moment>,
    /// What could be done again before its first key, and cannot any more.
    dropped: Vec<Kept>,
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
struct Kept {
    step: Step,
    text: String,
}

impl From<Step> for Kept {
    fn from(step: Step) -> Self {
        let text = write_step(&step);
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

    /// Remembers an edit, which made the dossier what it is. One more key in the same text joins the step
    /// before it; a text that is back where it was leaves none, and loses nothing that could be done again.
    /// Whether it is an edit of its own: typing on in the same text after a pause is a step, and no new edit.
    pub fn push(&mut self, step: Step, dossier: &Dossier) -> bool {
        let at = dossier.edited_at;
        match self.open.take() {
            Some(open) if open.is_joined_by(step.typing, at) => {
                self.join(Open { at, ..open }, dossier);
                false
            }
            Some(_) | None => {
                let last = self.back.last().map(|last| last.step.typing);
                let is_typed_on = step.typing.is_some() && last == Some(step.typing);
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
        let is_in_the_way = |kept: &Kept| match (step.typing, kept.step.subject) {
            (None, _) | (Some(_), Subject::Dossier) => true,
            (Some(_), subject) => subject == step.subject,
        };
        let kept_from = self.forth.iter().rposition(is_in_the_way);
        let kept_from = kept_from.map_or(0, |place| place + 1);
        let kept = self.forth.split_off(kept_from);
        let dropped = std::mem::replace(&mut self.forth, kept);
        self.open = step.typing.map(|typing| Open {
            typing,
            at,
            dropped,
        });
        self.back.push(step.into());
        self.shorten();
    }

    /// One more key: the step stays as it is, or goes where it has come to nothing.
    fn join(&mut self, open: Open, dossier: &Dossier) {
        let last = self.back.last();
        if last.is_some_and(|last| dossier.is_as_before(&last.step.back)) {
            self.back.pop();
            self.forth.splice(..0, open.dropped);
        } else {
            self.open = Some(open);
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
        self.end_typing();
        while let Some(Kept { step, .. }) = self.steps_mut(way).pop() {
            if let Some(step) = go_back(dossier, questionnaire, step, at) {
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

    /// Whether the last edit made this objective, and nothing was done since.
    pub fn has_just_made(&self, id: ObjectiveId) -> bool {
        let standing = Standing::Absent;
        let made = Change::RestoreObjective { id, standing };
        self.back.last().is_some_and(|last| last.step.back == made)
    }

    /// Goes back over the last edit as if it had never been done: it cannot be done again. Whether the
    /// dossier changed.
    pub fn take_back(
        &mut self,
        dossier: &mut Dossier,
        questionnaire: &Questionnaire,
        at: Moment,
    ) -> bool {
        let Some(Kept { step, .. }) = self.back.pop() else {
            return false;
        };
        go_back(dossier, questionnaire, step, at).is_some()
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
