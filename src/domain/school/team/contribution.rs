//! « Réponse individuelle »: what one person answered, alone.

use super::Role;
use crate::domain::date::Day;
use crate::domain::school::answers::Answers;
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire};

/// A random number given once to the form that a person fills in: what she sends again has the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContributionId(pub u64);

/// « Réponse individuelle » of one person. Two with different ids are of two people, however alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Which form it is.
    pub id: ContributionId,
    /// How often that form was sent, from 1: the highest replaces the others.
    pub revision: u16,
    /// In which capacity she answered.
    pub role: Role,
    /// On what day, by her device; `None` where its clock said nothing sensible.
    pub answered_on: Option<Day>,
    /// The fields that she was asked, in the order of the questionnaire.
    pub fields: Vec<FieldId>,
    /// What she answered about their items: responses only, without notes or proofs.
    pub answers: Answers,
    /// Where it answers what the school asked before: what has no place any more. In no code.
    pub earlier: Option<Earlier>,
}

/// Of an answer to what the school asked before, item by item of what she was asked, in the order of then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Its code, as it came: it answers the questionnaire of then.
    pub code: String,
    /// The items that are still asked, in the same words.
    pub same: Vec<ItemId>,
    /// Those that are asked in other words, or not at all: what she said of them is in the code, and is not counted.
    pub changed: Vec<ItemId>,
}

impl Contribution {
    /// Whether she was asked about this item, in the words of now.
    pub fn is_asked(&self, item: ItemId) -> bool {
        let is_same = |earlier: &Earlier| earlier.same.contains(&item);
        self.fields.contains(&item.field()) && self.earlier.as_ref().is_none_or(is_same)
    }

    /// The same as an answer to what is asked `now`, of what she answered `before`: under this code. `None` where no item that
    /// she was asked is still asked in the same words.
    #[must_use]
    pub fn fitting(&self, before: &Questionnaire, now: &Questionnaire, code: &str) -> Option<Self> {
        let mut earlier = Earlier {
            code: code.to_owned(),
            ..Earlier::default()
        };
        let mut answers = Answers::default();
        let asked = before.items();
        for item in asked.filter(|item| self.fields.contains(&item.id.field())) {
            let same = now.item(item.id);
            if same.is_some_and(|same| same.statements == item.statements) {
                earlier.same.push(item.id);
                answers.set(item.id, self.answers.get(item.id));
            } else {
                earlier.changed.push(item.id);
            }
        }
        let fields = now.fields().map(|field| field.id);
        let fields = fields.filter(|id| self.fields.contains(id)).collect();
        let has_place = !earlier.same.is_empty();
        has_place.then(|| Self {
            fields,
            answers,
            earlier: Some(earlier),
            ..self.clone()
        })
    }
}
