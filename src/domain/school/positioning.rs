//! « Positionnement »: the answers, counted. One rule of counting only, stated beside every figure:
//!
//! * an item counts for a stage when its statement is ticked whole (every condition);
//! * each stage is counted apart: the source says « les étapes », and some statements of stage 1
//!   stop being true at stage 3 (1.3.5);
//! * the denominator is the number of items concerned: « non concerné » leaves it, « ne sait pas »
//!   and unanswered items stay in it.

use super::answers::{Answers, Declared, Response};
use super::questionnaire::{ActionField, FieldId, Item, ItemId, Questionnaire, Stage};

/// « x sur n »: items reached out of items concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Items reached.
    pub reached: u16,
    /// Items concerned.
    pub of: u16,
}

impl Count {
    /// Percentage rounded to the nearest whole number, halves up; none of nothing.
    pub fn percent(self) -> Option<u8> {
        let of = u32::from(self.of);
        let rounded = (u32::from(self.reached) * 200 + of).checked_div(of * 2)?;
        u8::try_from(rounded).ok()
    }

    /// The items of both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            reached: self.reached + other.reached,
            of: self.of + other.of,
        }
    }
}

/// How far a statement is fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementState {
    /// « Atteinte »: every condition is ticked.
    Reached,
    /// « En partie »: some conditions are ticked; counts as not reached.
    Partial {
        /// Conditions ticked.
        ticked: u8,
        /// Conditions of the statement.
        of: u8,
    },
    /// No condition is ticked.
    NotReached,
}

/// What is known of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// « À renseigner ».
    Unanswered,
    /// Answered, with none, one or several stages reached.
    Answered,
    /// « Ne sait pas ».
    Unknown,
    /// « Non concerné ».
    NotApplicable,
}

/// One item, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPositioning {
    /// The item.
    pub id: ItemId,
    /// What is known of it.
    pub state: ItemState,
    /// How far each stage's statement is fulfilled.
    pub statements: [StatementState; 3],
}

impl ItemPositioning {
    /// Counts one item from what was answered.
    pub fn of(item: &Item, response: Response) -> Self {
        let ticks = response.ticks().within(item);
        let statement = |stage: Stage| {
            let of = stage.of(&item.statements).len();
            match ticks.count(stage) {
                0 => StatementState::NotReached,
                ticked if ticked == of => StatementState::Reached,
                ticked => StatementState::Partial { ticked, of },
            }
        };
        let state = match response {
            Response::Declared(Declared::NotApplicable) => ItemState::NotApplicable,
            Response::Declared(Declared::Unknown) => ItemState::Unknown,
            Response::Declared(Declared::NoStage) => ItemState::Answered,
            Response::Ticked(_) if !ticks.is_empty() => ItemState::Answered,
            Response::Ticked(_) | Response::Unanswered => ItemState::Unanswered,
        };
        Self {
            id: item.id,
            state,
            statements: Stage::ALL.map(statement),
        }
    }

    /// Whether the item counts for this stage.
    pub fn is_reached(&self, stage: Stage) -> bool {
        *stage.of(&self.statements) == StatementState::Reached
    }

    /// The highest stage for which the item counts, whatever is reached below it.
    pub fn highest_reached(&self) -> Option<Stage> {
        let mut stages = Stage::ALL.into_iter().rev();
        stages.find(|stage| self.is_reached(*stage))
    }

    /// What the item counts for in the figure of this stage.
    pub fn count(&self, stage: Stage) -> Count {
        match self.state {
            ItemState::NotApplicable => Count::default(),
            ItemState::Unanswered | ItemState::Answered | ItemState::Unknown => Count {
                reached: u16::from(self.is_reached(stage)),
                of: 1,
            },
        }
    }
}

/// How complete a set of items is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items with an answer of any kind, « ne sait pas » and « non concerné » included.
    pub answered: u16,
    /// All items.
    pub items: u16,
    /// Items answered « ne sait pas ».
    pub unknown: u16,
    /// Items answered « non concerné ».
    pub not_applicable: u16,
}

impl Progress {
    fn of(items: &[ItemPositioning]) -> Self {
        let count = |wanted: fn(ItemState) -> bool| {
            let found = items.iter().filter(|item| wanted(item.state)).count();
            u16::try_from(found).unwrap_or(u16::MAX)
        };
        Self {
            answered: count(|state| state != ItemState::Unanswered),
            items: count(|_| true),
            unknown: count(|state| state == ItemState::Unknown),
            not_applicable: count(|state| state == ItemState::NotApplicable),
        }
    }

    /// Whether every item has an answer.
    pub fn is_complete(self) -> bool {
        self.answered == self.items
    }
}

/// One field, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPositioning {
    /// The field.
    pub id: FieldId,
    /// « x sur n » for each stage.
    pub stages: [Count; 3],
    /// Its items.
    pub items: Vec<ItemPositioning>,
    /// How complete it is.
    pub progress: Progress,
}

impl FieldPositioning {
    fn of(field: &ActionField, answers: &Answers, asked: Asked) -> Self {
        let items: Vec<_> = field
            .items
            .iter()
            .filter(|item| asked == Asked::All || item.origin.is_own())
            .map(|item| ItemPositioning::of(item, answers.response(item.id)))
            .collect();
        Self {
            id: field.id,
            stages: Stage::ALL.map(|stage| sum(items.iter().map(|item| item.count(stage)))),
            progress: Progress::of(&items),
            items,
        }
    }
}

/// Which items of a questionnaire are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// All that are asked.
    All,
    /// Those in official words.
    Official,
}

/// « Positionnement »: the whole questionnaire, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Positioning {
    /// « x sur n » for each stage: the three headline figures.
    pub stages: [Count; 3],
    /// The fields, in order.
    pub fields: Vec<FieldPositioning>,
    /// How complete the whole is.
    pub progress: Progress,
}

impl Positioning {
    /// Counts the answers to a questionnaire.
    pub fn of(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        Self::counted(questionnaire, answers, Asked::All)
    }

    /// Counts, by the same rule, the answers about the items that stand in an adapted questionnaire as the official one
    /// words them.
    pub fn official(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        Self::counted(questionnaire, answers, Asked::Official)
    }

    fn counted(questionnaire: &Questionnaire, answers: &Answers, asked: Asked) -> Self {
        let fields: Vec<_> = questionnaire
            .fields()
            .map(|field| FieldPositioning::of(field, answers, asked))
            .collect();
        let items: Vec<_> = fields
            .iter()
            .flat_map(|field| field.items.clone())
            .collect();
        Self {
            stages: Stage::ALL
                .map(|stage| sum(fields.iter().map(|field| *stage.of(&field.stages)))),
            progress: Progress::of(&items),
            fields,
        }
    }

    /// The field of this id.
    pub fn field(&self, id: FieldId) -> Option<&FieldPositioning> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The item of this id.
    pub fn item(&self, id: ItemId) -> Option<&ItemPositioning> {
        self.items().find(|item| item.id == id)
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemPositioning> {
        self.fields.iter().flat_map(|field| &field.items)
    }

    /// The items without any answer, in order.
    pub fn unanswered(&self) -> impl Iterator<Item = ItemId> {
        self.items()
            .filter(|item| item.state == ItemState::Unanswered)
            .map(|item| item.id)
    }

    /// The first item without any answer: where to go on.
    pub fn first_unanswered(&self) -> Option<ItemId> {
        self.unanswered().next()
    }
}

fn sum(counts: impl Iterator<Item = Count>) -> Count {
    counts.fold(Count::default(), Count::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_round_to_the_nearest_whole_halves_up() {
        for (reached, of, percent) in [
            (0, 21, Some(0)),
            (9, 21, Some(43)),
            (5, 21, Some(24)),
            (2, 21, Some(10)),
            (1, 8, Some(13)),
            (1, 3, Some(33)),
            (2, 3, Some(67)),
            (21, 21, Some(100)),
            (0, 0, None),
        ] {
            assert_eq!(
                Count { reached, of }.percent(),
                percent,
                "{reached} out of {of}"
            );
        }
    }
}
