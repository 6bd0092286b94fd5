//! Changes to the identity, to the contacts and to the plan.

use super::HANDOVER_MAX;
use crate::domain::date::Day;
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::answers::at_most;
use crate::domain::school::contacts::Contacts;
use crate::domain::school::identity::Identity;
use crate::domain::school::plan::{Binned, Objective, ObjectiveId, PLAN_NOTES_MAX, Plan, Standing};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::timeline::Review;
use crate::domain::school::undo::{Before, Step, Typing};

/// Replaces the identity.
pub fn identify(identity: &mut Identity, new: &Identity) -> Option<Step> {
    let new = new.within_limits();
    if new == *identity {
        return None;
    }
    let typing = new.typed_since(identity).map(Typing::Identity);
    let before = std::mem::replace(identity, new);
    Some(Step::new(Before::Identity(before), typing))
}

/// Replaces the contacts.
pub fn note(contacts: &mut Contacts, new: &Contacts) -> Option<Step> {
    if new == contacts {
        return None;
    }
    let typing = new.typed_since(contacts).map(Typing::Contact);
    let before = std::mem::replace(contacts, new.clone());
    Some(Step::new(Before::Contacts(before), typing))
}

/// Replaces what a successor should know.
pub fn hand_over(handover: &mut String, new: &str) -> Option<Step> {
    let new = at_most(new, HANDOVER_MAX);
    if new == *handover {
        return None;
    }
    let before = std::mem::replace(handover, new);
    Some(Step::new(Before::Handover(before), Some(Typing::Handover)))
}

/// Replaces the review of the answers.
pub fn review(review: &mut Review, new: &Review) -> Option<Step> {
    if new == review {
        return None;
    }
    let before = std::mem::replace(review, new.clone());
    Some(Step::new(Before::Review(Box::new(before)), None))
}

/// Replaces what the school changed of the questionnaire.
pub fn adapt(adaptation: &mut AdaptationText, new: &AdaptationText) -> Option<Step> {
    if new == adaptation {
        return None;
    }
    let before = std::mem::replace(adaptation, new.clone());
    Some(Step::new(Before::Adaptation(before), None))
}

/// Adds an objective under the next id. Undoing it takes it away, and its id stays given.
pub fn add(plan: &mut Plan, questionnaire: &Questionnaire, new: &Objective) -> Option<Step> {
    let new = new.within_limits();
    let has_room = plan.notes() + new.notes.len() <= PLAN_NOTES_MAX;
    let id = plan
        .next_id()
        .filter(|_| has_room && new.is_in(questionnaire))?;
    put(plan, id, Standing::Planned(new), None)
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
    let more_notes = new.notes.len().saturating_sub(before.notes.len());
    if more_notes > 0 && plan.notes() + more_notes > PLAN_NOTES_MAX {
        return None;
    }
    let is_moved = (new.field, new.item) != (before.field, before.item);
    if is_moved && !new.is_in(questionnaire) {
        return None;
    }
    let typing = new
        .typed_since(before)
        .map(|entry| Typing::Objective(id, entry));
    put(plan, id, Standing::Planned(new), typing)
}

/// Deletes an objective, on this day: it waits in the « Corbeille ».
pub fn delete(plan: &mut Plan, id: ObjectiveId, deleted_on: Day) -> Option<Step> {
    let objective = plan.get(id)?.clone();
    let binned = Binned {
        objective,
        deleted_on,
    };
    put(plan, id, Standing::Binned(binned), None)
}

/// Takes an objective out of the « Corbeille » into the plan.
pub fn recover(plan: &mut Plan, id: ObjectiveId) -> Option<Step> {
    let objective = plan.binned(id)?.objective.clone();
    put_back(plan, id, Standing::Planned(objective))
}

/// Takes an objective out of the « Corbeille », for good.
pub fn erase(plan: &mut Plan, id: ObjectiveId) -> Option<Step> {
    plan.binned(id)?;
    put(plan, id, Standing::Absent, None)
}

/// Takes away an objective in which nothing was written.
pub fn discard(plan: &mut Plan, id: ObjectiveId) -> Option<Step> {
    plan.get(id).filter(|objective| objective.is_blank())?;
    put(plan, id, Standing::Absent, None)
}

/// Puts back an objective where it stood, under an id that this plan once gave.
pub fn put_back(plan: &mut Plan, id: ObjectiveId, standing: Standing) -> Option<Step> {
    let has_place = match &standing {
        Standing::Planned(_) => plan.has_room() || plan.get(id).is_some(),
        Standing::Binned(_) | Standing::Absent => true,
    };
    if has_place && plan.has_given(id) {
        put(plan, id, standing, None)
    } else {
        None
    }
}

fn put(plan: &mut Plan, id: ObjectiveId, new: Standing, typing: Option<Typing>) -> Option<Step> {
    let standing = plan.standing(id);
    if standing == new {
        return None;
    }
    plan.place(id, new);
    Some(Step::new(Before::Objective { id, standing }, typing))
}
