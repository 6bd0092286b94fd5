//! Changes to the identity, to the contacts and to the plan.

use super::{Change, Subject};
use crate::domain::contacts::Contacts;
use crate::domain::identity::Identity;
use crate::domain::plan::{Objective, ObjectiveId, Plan};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::undo::{Step, Typing};

/// Replaces the identity.
pub fn identify(identity: &mut Identity, new: &Identity) -> Option<Step> {
    let new = new.within_limits();
    if new == *identity {
        return None;
    }
    let typing = new.typed_since(identity).map(Typing::Identity);
    let before = std::mem::replace(identity, new);
    Some(Step::new(
        Subject::Identity,
        Change::Identify(before),
        typing,
    ))
}

/// Replaces the contacts.
pub fn note(contacts: &mut Contacts, new: &Contacts) -> Option<Step> {
    if new == contacts {
        return None;
    }
    let typing = new.typed_since(contacts).map(Typing::Contact);
    let before = std::mem::replace(contacts, new.clone());
    Some(Step::new(
        Subject::Contacts,
        Change::SetContacts(before),
        typing,
    ))
}

/// Adds an objective under the next id. Undoing it deletes it, and its id stays given.
pub fn add(plan: &mut Plan, questionnaire: &Questionnaire, new: &Objective) -> Option<Step> {
    let new = new.within_limits();
    let id = plan.next_id().filter(|_| new.is_in(questionnaire))?;
    plan.set(id, new);
    let back = Change::DeleteObjective(id);
    Some(Step::new(Subject::Objective(id), back, None))
}

/// Replaces an objective. One whose field or item the questionnaire lacks can be edited where it is.
pub fn set(
    plan: &mut Plan,
    questionnaire: &Questionnaire,
    id: ObjectiveId,
    new: &Objective,
) -> Option<Step> {
    let before = plan.get(id)?;
    let new = new.within_limits();
    let is_moved = (new.field, new.item) != (before.field, before.item);
    if is_moved && !new.is_in(questionnaire) {
        return None;
    }
    let typing = new
        .typed_since(before)
        .map(|entry| Typing::Objective(id, entry));
    put(plan, id, new, typing)
}

/// Deletes an objective.
pub fn delete(plan: &mut Plan, id: ObjectiveId) -> Option<Step> {
    let objective = plan.remove(id)?;
    let back = Change::RestoreObjective { id, objective };
    Some(Step::new(Subject::Objective(id), back, None))
}

/// Puts back an objective as it was, under an id that this plan once gave.
pub fn restore(plan: &mut Plan, id: ObjectiveId, objective: &Objective) -> Option<Step> {
    if plan.has_given(id) {
        put(plan, id, objective.clone(), None)
    } else {
        None
    }
}

fn put(plan: &mut Plan, id: ObjectiveId, new: Objective, typing: Option<Typing>) -> Option<Step> {
    let before = plan.get(id).cloned();
    if before.as_ref() == Some(&new) {
        return None;
    }
    plan.set(id, new);
    let back = match before {
        Some(objective) => Change::RestoreObjective { id, objective },
        None => Change::DeleteObjective(id),
    };
    Some(Step::new(Subject::Objective(id), back, typing))
}
