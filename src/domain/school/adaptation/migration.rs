//! What becomes of the answers when another questionnaire comes into force: nothing of them is dropped, and each item that
//! is to be looked at again is named.

use crate::domain::school::answers::Answers;
use crate::domain::school::positioning::{ItemPositioning, ItemState};
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire};

/// What another questionnaire means for the answers that were given; each list in the order of the questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migration {
    /// « À reprendre »: answered items whose sentences are others.
    pub changed: Vec<ItemId>,
    /// « Sans place »: answered items that are not asked any more. Their answers are retained.
    pub gone: Vec<ItemId>,
    /// Items that are new.
    pub new: Vec<ItemId>,
    /// Answered items that stay as they are.
    pub kept: Vec<ItemId>,
}

impl Migration {
    /// From the questionnaire that is in force to another one.
    pub fn between(before: &Questionnaire, after: &Questionnaire, answers: &Answers) -> Self {
        let mut migration = Self::default();
        for item in before.items() {
            let response = answers.response(item.id);
            let counted = ItemPositioning::of(item, response);
            if counted.state == ItemState::Unanswered {
                continue;
            }
            match after.item(item.id) {
                None => migration.gone.push(item.id),
                Some(other) if is_same(item, other) => migration.kept.push(item.id),
                Some(_) => migration.changed.push(item.id),
            }
        }
        let is_new = |item: &&Item| before.item(item.id).is_none();
        let new = after.items().filter(is_new);
        migration.new = new.map(|item| item.id).collect();
        migration
    }
}

/// Whether both ask the same: the same sentences, each for the same tick.
fn is_same(one: &Item, other: &Item) -> bool {
    one.statements == other.statements
}
