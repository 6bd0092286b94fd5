//! Changes to the answer about an item.

use super::Change;
use crate::domain::school::answers::{
    Answers, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, Ticks, at_most,
};
use crate::domain::school::questionnaire::{ItemId, Questionnaire};
use crate::domain::school::undo::{Before, Step, Typing};

/// Applies a change to the answer that it is about; `None` where it is about no answer.
pub fn answer(
    answers: &mut Answers,
    questionnaire: &Questionnaire,
    change: &Change,
) -> Option<Step> {
    let item = item_of(change)?;
    let before = answers.get(item);
    questionnaire.item(item)?;
    let after = changed(change, questionnaire, &before)?;
    set(answers, item, after, typing(change, &before))
}

/// Puts back everything about `item`, be it asked at present or not: the questionnaire may have been adapted since.
pub fn put_back(answers: &mut Answers, item: ItemId, answer: ItemAnswer) -> Option<Step> {
    set(answers, item, answer, None)
}

fn set(
    answers: &mut Answers,
    item: ItemId,
    after: ItemAnswer,
    typing: Option<Typing>,
) -> Option<Step> {
    let answer = answers.get(item);
    if after == answer {
        return None;
    }
    answers.set(item, after);
    Some(Step::new(Before::Answer { item, answer }, typing))
}

/// The item whose answer it is about.
fn item_of(change: &Change) -> Option<ItemId> {
    match change {
        Change::Statement { item, .. }
        | Change::Condition { item, .. }
        | Change::Declare { item, .. }
        | Change::Note { item, .. }
        | Change::Proofs { item, .. } => Some(*item),
        Change::Decide { .. }
        | Change::Identify(_)
        | Change::SetContacts(_)
        | Change::HandOver(_)
        | Change::Review(_)
        | Change::Adapt(_)
        | Change::AddObjective(_)
        | Change::SetObjective { .. }
        | Change::DeleteObjective(_)
        | Change::RecoverObjective(_)
        | Change::EraseObjective(_)
        | Change::DiscardObjective(_)
        | Change::TakeOver(_) => None,
    }
}

/// The answer once changed; `None` where the questionnaire has no such box, or where the change is
/// about something else.
fn changed(
    change: &Change,
    questionnaire: &Questionnaire,
    before: &ItemAnswer,
) -> Option<ItemAnswer> {
    let mut after = before.clone();
    match change {
        Change::Statement { item, stage, tick } => {
            let all = questionnaire.statement(*item, *stage)?.bits();
            let ticks = before.response.ticks().with_all(*stage, all, *tick);
            after.response = ticked(before.response, ticks);
        }
        Change::Condition {
            item,
            stage,
            condition,
            tick,
        } => {
            let statement = questionnaire.statement(*item, *stage)?;
            statement.condition(*condition)?;
            let ticks = before.response.ticks().with(*stage, *condition, *tick);
            after.response = ticked(before.response, ticks);
        }
        Change::Declare { declared, tick, .. } => {
            after.response = match tick {
                Tick::On => Response::Declared(*declared),
                Tick::Off if before.response.declared() == Some(*declared) => Response::Unanswered,
                Tick::Off => before.response,
            };
        }
        Change::Note { text, .. } => after.note = at_most(text, NOTE_MAX),
        Change::Proofs { links, .. } => after.proofs = proofs(links),
        Change::Decide { .. }
        | Change::Identify(_)
        | Change::SetContacts(_)
        | Change::HandOver(_)
        | Change::Review(_)
        | Change::Adapt(_)
        | Change::AddObjective(_)
        | Change::SetObjective { .. }
        | Change::DeleteObjective(_)
        | Change::RecoverObjective(_)
        | Change::EraseObjective(_)
        | Change::DiscardObjective(_)
        | Change::TakeOver(_) => return None,
    }
    Some(after)
}

fn proofs(links: &[String]) -> Vec<String> {
    links
        .iter()
        .take(PROOFS_MAX)
        .map(|link| at_most(link, PROOF_MAX))
        .collect()
}

/// New ticks answer the item; taking away a tick that was not there leaves a declared answer alone.
fn ticked(before: Response, ticks: Ticks) -> Response {
    match Response::from_ticks(ticks) {
        Response::Unanswered if before.declared().is_some() => before,
        after => after,
    }
}

fn typing(change: &Change, before: &ItemAnswer) -> Option<Typing> {
    match change {
        Change::Note { item, .. } => Some(Typing::Note(*item)),
        // Adding or removing a link is a step of its own.
        Change::Proofs { item, links } if links.len() == before.proofs.len() => {
            Some(Typing::Proofs(*item, links.len()))
        }
        Change::Proofs { .. }
        | Change::Statement { .. }
        | Change::Condition { .. }
        | Change::Declare { .. }
        | Change::Decide { .. }
        | Change::Identify(_)
        | Change::SetContacts(_)
        | Change::HandOver(_)
        | Change::Review(_)
        | Change::Adapt(_)
        | Change::AddObjective(_)
        | Change::SetObjective { .. }
        | Change::DeleteObjective(_)
        | Change::RecoverObjective(_)
        | Change::EraseObjective(_)
        | Change::DiscardObjective(_)
        | Change::TakeOver(_) => None,
    }
}
