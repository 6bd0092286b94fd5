//! « Revoir les réponses »: a year later the last answers stand as « à revoir », until each was looked at again: found
//! unchanged, or changed.

use crate::domain::date::Day;
use crate::domain::school::answers::{Answers, Response};
use crate::domain::school::questionnaire::{ItemId, Questionnaire};

/// A review that was begun. The default is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// On what day; `None` while there is no review.
    pub since: Option<Day>,
    /// The responses as they were then, without notes and proofs: what differs from them was looked at.
    pub before: Answers,
    /// The items that were found unchanged, each once.
    pub unchanged: Vec<ItemId>,
}

/// How an item stands in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// « À revoir ».
    Pending,
    /// « Inchangé ».
    Unchanged,
    /// « Modifié ».
    Changed,
}

impl Review {
    /// A review of these answers, begun on this day.
    pub fn begin(answers: &Answers, day: Day) -> Self {
        Self {
            since: Some(day),
            before: answers.responses_only(),
            unchanged: Vec::new(),
        }
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        self.since.is_none()
    }

    /// How this item stands, now that this is its response; `None` without a review.
    pub fn look(&self, item: ItemId, response: Response) -> Option<Look> {
        self.since?;
        Some(if response != self.before.response(item) {
            Look::Changed
        } else if self.unchanged.contains(&item) {
            Look::Unchanged
        } else {
            Look::Pending
        })
    }

    /// The items to look at yet, in order.
    pub fn pending<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        answers: &'a Answers,
    ) -> impl Iterator<Item = ItemId> + 'a {
        let items = questionnaire.items().map(|item| item.id);
        items.filter(|item| self.look(*item, answers.response(*item)) == Some(Look::Pending))
    }

    /// The same with this item found unchanged, or not yet.
    #[must_use]
    pub fn with_unchanged(&self, item: ItemId, is_unchanged: bool) -> Self {
        let mut review = self.clone();
        review.unchanged.retain(|known| *known != item);
        if is_unchanged {
            review.unchanged.push(item);
        }
        review
    }
}
