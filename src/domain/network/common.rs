//! What schools have in common: the conditions that most of them miss, the items that most objectives are about.

use super::School;
use crate::domain::school::questionnaire::{ItemId, StatementId};

/// A condition that schools miss for their next stage of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Its statement.
    pub statement: StatementId,
    /// Which of its conditions.
    pub condition: u8,
    /// How many schools miss it.
    pub schools: u16,
}

/// An item that objectives are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aimed {
    /// The item.
    pub item: ItemId,
    /// How many schools have such an objective.
    pub schools: u16,
    /// How many such objectives there are.
    pub objectives: u16,
}

/// What is met, in the order in which it was.
#[derive(Debug, Default)]
pub(super) struct Common {
    lacking: Vec<Lacking>,
    aimed: Vec<Aimed>,
}

impl Common {
    pub(super) fn add(&mut self, school: &School) {
        for missing in &school.missing {
            for condition in &missing.conditions {
                self.lack(missing.statement, *condition);
            }
        }
        let mut met: Vec<ItemId> = Vec::new();
        for item in &school.aims {
            let is_first = !met.contains(item);
            met.push(*item);
            self.aim(*item, is_first);
        }
    }

    fn lack(&mut self, statement: StatementId, condition: u8) {
        let key = |one: &Lacking| (one.statement.item, one.statement.stage, one.condition);
        let wanted = (statement.item, statement.stage, condition);
        match self.lacking.binary_search_by_key(&wanted, key) {
            Ok(place) => {
                let known = self.lacking.get_mut(place);
                known.into_iter().for_each(|one| one.schools += 1);
            }
            Err(place) => self.lacking.insert(
                place,
                Lacking {
                    statement,
                    condition,
                    schools: 1,
                },
            ),
        }
    }

    fn aim(&mut self, item: ItemId, is_first: bool) {
        let found = self.aimed.binary_search_by_key(&item, |one| one.item);
        let place = match found {
            Ok(place) => place,
            Err(place) => {
                let new = Aimed {
                    item,
                    schools: 0,
                    objectives: 0,
                };
                self.aimed.insert(place, new);
                place
            }
        };
        if let Some(one) = self.aimed.get_mut(place) {
            one.schools += u16::from(is_first);
            one.objectives = one.objectives.saturating_add(1);
        }
    }

    /// The most frequent first; as frequent ones in the order of the source.
    pub(super) fn ordered(self) -> (Vec<Lacking>, Vec<Aimed>) {
        let lacking = ordered(self.lacking, |one| one.schools);
        let aimed = ordered(self.aimed, |one| one.schools);
        (lacking, aimed)
    }
}

/// Each in its place, after its equals: 119 conditions at most.
fn ordered<T>(all: Vec<T>, schools: impl Fn(&T) -> u16) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        let before = ordered
            .iter()
            .take_while(|other| schools(other) >= schools(&one));
        let place = before.count();
        ordered.insert(place, one);
    }
    ordered
}
