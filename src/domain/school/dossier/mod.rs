//! « Dossier »: everything one school keeps, and the one way to change it: [`apply`] an [`Edit`].

mod answering;
mod change;
mod deciding;
mod parts;
mod planning;

pub use change::{Change, Subject};
pub use parts::{Bin, LeftOut};

use super::adaptation::AdaptationText;
use super::answers::Answers;
use super::contacts::Contacts;
use super::identity::Identity;
use super::plan::Plan;
use super::questionnaire::Questionnaire;
use super::team::Decisions;
use super::timeline::Review;
use super::undo::{Before, Step};
use crate::domain::date::Moment;
use crate::domain::json::Members;

/// Longest text for a successor, in characters.
pub const HANDOVER_MAX: usize = 2_000;

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
    /// Which answers the school decided together, and why.
    pub decisions: Decisions,
    /// « Passer le relais »: what a successor should know, such as where the paper copies are; [`HANDOVER_MAX`] characters
    /// at most.
    pub handover: String,
    /// The review of the answers that is going on, if one is.
    pub review: Review,
    /// What the school changed of the questionnaire.
    pub adaptation: AdaptationText,
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
            && self.decisions.is_empty()
            && self.handover.is_empty()
            && self.review.is_none()
            && self.adaptation.is_none()
    }

    /// Whether this is as it was before that edit. Never said of a whole dossier: it is not typed.
    pub fn is_as_before(&self, before: &Before) -> bool {
        match before {
            Before::Answer { item, answer } => self.answers.get(*item) == *answer,
            Before::Decided {
                item,
                answer,
                decision,
            } => self.answers.get(*item) == *answer && self.decisions.get(*item) == *decision,
            Before::Identity(identity) => self.identity == *identity,
            Before::Contacts(contacts) => self.contacts == *contacts,
            Before::Handover(text) => self.handover == *text,
            Before::Review(review) => self.review == **review,
            Before::Adaptation(text) => self.adaptation == *text,
            Before::Objective { id, standing } => self.plan.standing(*id) == *standing,
            Before::Dossier(_) => false,
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

/// Applies an edit of the answer about an item, as [`apply`] does; `None` for any other. A first visit, which only answers,
/// needs none of the code of a plan.
pub fn answer(dossier: &mut Dossier, questionnaire: &Questionnaire, edit: &Edit) -> Option<Step> {
    let last_edit = dossier.edited_at;
    let step = answering::answer(&mut dossier.answers, questionnaire, &edit.change)?;
    Some(dated(dossier, step, last_edit, edit.at))
}

/// Applies an edit. Returns the step that undoes it, or `None` where nothing changed. With what changes,
/// what has waited long enough in the « Corbeille » goes; undoing the step brings that back too.
pub fn apply(dossier: &mut Dossier, questionnaire: &Questionnaire, edit: &Edit) -> Option<Step> {
    let last_edit = dossier.edited_at;
    let plan = &mut dossier.plan;
    let step = match &edit.change {
        Change::Statement { .. }
        | Change::Condition { .. }
        | Change::Declare { .. }
        | Change::Note { .. }
        | Change::Proofs { .. } => return answer(dossier, questionnaire, edit),
        Change::Decide {
            item,
            response,
            decision,
        } => deciding::decide(dossier, questionnaire, *item, *response, decision),
        Change::Identify(identity) => planning::identify(&mut dossier.identity, identity),
        Change::SetContacts(contacts) => planning::note(&mut dossier.contacts, contacts),
        Change::HandOver(text) => planning::hand_over(&mut dossier.handover, text),
        Change::Review(review) => planning::review(&mut dossier.review, review),
        Change::Adapt(text) => planning::adapt(&mut dossier.adaptation, text),
        Change::AddObjective(objective) => planning::add(plan, questionnaire, objective),
        Change::SetObjective { id, objective } => {
            planning::set(plan, questionnaire, *id, objective)
        }
        Change::DeleteObjective(id) => planning::delete(plan, *id, edit.at.day()),
        Change::RecoverObjective(id) => planning::recover(plan, *id),
        Change::EraseObjective(id) => planning::erase(plan, *id),
        Change::DiscardObjective(id) => planning::discard(plan, *id),
        Change::TakeOver(taken) => take_over(dossier, taken),
    }?;
    Some(dated(dossier, step, last_edit, edit.at))
}

/// Goes back by a step, as an edit of this moment. Returns the step that does it again, or `None` where
/// nothing changed.
pub fn go_back(dossier: &mut Dossier, step: Step, at: Moment) -> Option<Step> {
    let last_edit = dossier.edited_at;
    let (before, gone) = step.into_parts();
    let again = match before {
        Before::Answer { item, answer } => answering::put_back(&mut dossier.answers, item, answer),
        Before::Decided {
            item,
            answer,
            decision,
        } => deciding::put(dossier, item, (answer, decision)),
        Before::Identity(identity) => planning::identify(&mut dossier.identity, &identity),
        Before::Contacts(contacts) => planning::note(&mut dossier.contacts, &contacts),
        Before::Handover(text) => planning::hand_over(&mut dossier.handover, &text),
        Before::Review(review) => planning::review(&mut dossier.review, &review),
        Before::Adaptation(text) => planning::adapt(&mut dossier.adaptation, &text),
        Before::Objective { id, standing } => planning::put_back(&mut dossier.plan, id, standing),
        Before::Dossier(former) => take_over(dossier, &former),
    }?;
    let again = dated(dossier, again, last_edit, at);
    dossier.plan.put_back(gone);
    Some(again)
}

/// Dates what was just changed. With it goes what has waited long enough in the « Corbeille ».
fn dated(dossier: &mut Dossier, step: Step, last_edit: Option<Moment>, at: Moment) -> Step {
    dossier.edited_at = Some(at);
    // The days of a dossier that was just taken over are those of another clock.
    if step.subject() == Subject::Dossier {
        return step;
    }
    step.with_gone(dossier.plan.purge(last_edit.map(Moment::day), at.day()))
}

/// Replaces everything. The date of the edit is the caller's to set, so it makes no difference by itself.
fn take_over(dossier: &mut Dossier, taken: &Dossier) -> Option<Step> {
    let mut other = taken.clone();
    other.edited_at = dossier.edited_at;
    if other == *dossier {
        return None;
    }
    std::mem::swap(dossier, &mut other);
    Some(Step::new(Before::Dossier(Box::new(other)), None))
}
