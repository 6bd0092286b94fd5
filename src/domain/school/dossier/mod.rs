//! « Dossier »: everything one school keeps, and the one way to change it: [`apply`] an [`Edit`].

mod answering;
mod change;
mod parts;
mod planning;

pub use change::{Change, Subject};
pub use parts::{Bin, LeftOut};

use super::answers::Answers;
use super::contacts::Contacts;
use super::identity::Identity;
use super::plan::Plan;
use super::questionnaire::Questionnaire;
use super::undo::Step;
use crate::domain::date::Moment;
use crate::domain::json::Members;

/// « Dossier »: everything one school keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// Whose positioning it is.
    pub identity: Identity,
    /// What was answered.
    pub answers: Answers,
    /// What the school sets itself.
    pub plan: Plan,
    /// Whom the school turns to.
    pub contacts: Contacts,
    /// When it was last changed.
    pub edited_at: Option<Moment>,
    /// Fields of the stored document that this version does not know, kept as they are.
    pub unknown_fields: Members,
}

impl Dossier {
    /// Whether nothing was answered, said, planned or noted, and nothing waits in the « Corbeille ».
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty()
            && self.identity.is_blank()
            && self.plan.is_empty()
            && self.plan.bin().is_empty()
            && self.contacts.is_blank()
    }

    /// Whether this way back would change nothing, because all that it puts back is so already.
    pub fn is_as_before(&self, back: &Change) -> bool {
        match back {
            Change::Restore { item, answer } => self.answers.get(*item) == *answer,
            Change::Identify(identity) => self.identity == *identity,
            Change::SetContacts(contacts) => self.contacts == *contacts,
            Change::RestoreObjective { id, standing } => self.plan.standing(*id) == *standing,
            Change::Statement { .. }
            | Change::Condition { .. }
            | Change::Declare { .. }
            | Change::Note { .. }
            | Change::Proofs { .. }
            | Change::AddObjective(_)
            | Change::SetObjective { .. }
            | Change::DeleteObjective(_)
            | Change::RecoverObjective(_)
            | Change::EraseObjective(_)
            | Change::TakeOver(_) => false,
        }
    }
}

/// Something the person does, with its date.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// When.
    pub at: Moment,
    /// What.
    pub change: Change,
}

/// Applies an edit. Returns the step that undoes it, or `None` where nothing changed. With what changes,
/// what has waited long enough in the « Corbeille » goes; undoing the step brings that back too.
pub fn apply(dossier: &mut Dossier, questionnaire: &Questionnaire, edit: &Edit) -> Option<Step> {
    let last_edit = dossier.edited_at.map(Moment::day);
    let step = match &edit.change {
        Change::Statement { item, .. }
        | Change::Condition { item, .. }
        | Change::Declare { item, .. }
        | Change::Note { item, .. }
        | Change::Proofs { item, .. }
        | Change::Restore { item, .. } => {
            answering::answer(&mut dossier.answers, questionnaire, *item, &edit.change)
        }
        Change::Identify(identity) => planning::identify(&mut dossier.identity, identity),
        Change::SetContacts(contacts) => planning::note(&mut dossier.contacts, contacts),
        Change::AddObjective(objective) => {
            planning::add(&mut dossier.plan, questionnaire, objective)
        }
        Change::SetObjective { id, objective } => {
            planning::set(&mut dossier.plan, questionnaire, *id, objective)
        }
        Change::DeleteObjective(id) => planning::delete(&mut dossier.plan, *id, edit.at.day()),
        Change::RecoverObjective(id) => planning::recover(&mut dossier.plan, *id),
        Change::EraseObjective(id) => planning::erase(&mut dossier.plan, *id),
        Change::RestoreObjective { id, standing } => {
            planning::restore(&mut dossier.plan, *id, standing)
        }
        Change::TakeOver(taken) => take_over(dossier, taken),
    }?;
    dossier.edited_at = Some(edit.at);
    // The days of a dossier that was just taken over are those of another clock.
    let is_own = step.subject() != Subject::Dossier;
    let gone = is_own.then(|| dossier.plan.purge(last_edit, edit.at.day()));
    Some(step.with_gone(gone.unwrap_or_default()))
}

/// Goes back by a step, as an edit of this moment. Returns the step that does it again, or `None` where
/// nothing changed.
pub fn go_back(
    dossier: &mut Dossier,
    questionnaire: &Questionnaire,
    step: Step,
    at: Moment,
) -> Option<Step> {
    let (change, gone) = step.into_back();
    let again = apply(dossier, questionnaire, &Edit { at, change })?;
    dossier.plan.put_back(gone);
    Some(again)
}

/// Replaces everything. The date of the edit is [`apply`]'s to set, so it makes no difference by itself.
fn take_over(dossier: &mut Dossier, taken: &Dossier) -> Option<Step> {
    let mut other = Dossier {
        edited_at: dossier.edited_at,
        ..taken.clone()
    };
    if other == *dossier {
        return None;
    }
    std::mem::swap(dossier, &mut other);
    let back = Change::TakeOver(Box::new(other));
    Some(Step::new(Subject::Dossier, back, None))
}
