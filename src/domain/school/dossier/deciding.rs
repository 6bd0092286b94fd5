//! What the school decides together about an item: the answer is the dossier's own.

use super::Dossier;
use crate::domain::school::answers::{ItemAnswer, Response};
use crate::domain::school::questionnaire::{ItemId, Questionnaire};
use crate::domain::school::team::Decision;
use crate::domain::school::undo::{Before, Step, Typing};

/// Replaces the decision about `item`, and its response where one is given: one step.
pub fn decide(
    dossier: &mut Dossier,
    questionnaire: &Questionnaire,
    item: ItemId,
    response: Option<Response>,
    decision: &Decision,
) -> Option<Step> {
    questionnaire.item(item)?;
    let mut answer = dossier.answers.get(item);
    let before = dossier.decisions.get(item);
    let is_typed = response.is_none() && before.on == decision.on;
    answer.response = response.unwrap_or(answer.response);
    let both = (answer, decision.within_limits());
    let step = put(dossier, item, both)?;
    let typing = is_typed.then_some(Typing::Reason(item));
    Some(Step::new(step.into_parts().0, typing))
}

impl Dossier {
    /// The same with what the school decided in another dossier: the answers to the items that are decided there, with their day and
    /// their reason. Everything else stays. With it, how many items that changes.
    #[must_use]
    pub fn with_decisions_of(&self, other: &Self) -> (Self, usize) {
        let (mut after, mut changed) = (self.clone(), 0);
        let decided = other.decisions.iter();
        for (item, decision) in decided.filter(|(_, decision)| decision.on.is_some()) {
            let mut answer = self.answers.get(item);
            answer.response = other.answers.response(item);
            let both = (answer, decision.within_limits());
            changed += usize::from(put(&mut after, item, both).is_some());
        }
        (after, changed)
    }
}

/// Puts this answer and this decision in the place of what is there.
pub fn put(dossier: &mut Dossier, item: ItemId, new: (ItemAnswer, Decision)) -> Option<Step> {
    let (answer, decision) = (dossier.answers.get(item), dossier.decisions.get(item));
    if (&new.0, &new.1) == (&answer, &decision) {
        return None;
    }
    dossier.answers.set(item, new.0);
    dossier.decisions.set(item, new.1);
    let before = Before::Decided {
        item,
        answer,
        decision,
    };
    Some(Step::new(before, None))
}
