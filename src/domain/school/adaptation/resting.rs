//! Which official words an adaptation rests on: a later version of them is noticed, item by item.

use super::Adaptation;
use crate::domain::checksum::crc_32;
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire, Statement};

impl Adaptation {
    /// The same, resting on the official words as they are now: they were looked at.
    #[must_use]
    pub fn resting_on(&self, base: &Questionnaire) -> Self {
        let mut changed = self.clone();
        changed.rests_on.clear();
        if !self.is_none() {
            for item in base.items() {
                changed.rests_on.insert(item.id, sum(item));
            }
        }
        changed
    }

    /// The items that are asked and whose official words are others than those this rests on; new ones too.
    pub fn outdated(&self, base: &Questionnaire) -> Vec<ItemId> {
        if self.rests_on.is_empty() {
            return Vec::new();
        }
        let items = base.items().filter(|item| !self.is_hidden(item.id));
        let is_other = |item: &&Item| self.rests_on.get(&item.id) != Some(&sum(item));
        items.filter(is_other).map(|item| item.id).collect()
    }

    /// The official item that this rests on, among the questionnaires that are known from before; `None` where none of them has it.
    pub fn former<'a>(&self, item: ItemId, earlier: &'a [Questionnaire]) -> Option<&'a Item> {
        let sum_then = self.rests_on.get(&item)?;
        let mut former = earlier.iter().filter_map(|before| before.item(item));
        former.find(|former| former.origin.is_own() && sum(former) == *sum_then)
    }
}

/// Of what is ticked: titles do not count.
fn sum(item: &Item) -> u32 {
    let sentences = item.statements.iter().flat_map(Statement::sentences);
    let lines: Vec<_> = sentences.collect();
    crc_32(lines.join("\n").as_bytes())
}
