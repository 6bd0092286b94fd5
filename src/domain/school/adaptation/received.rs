//! Another questionnaire that comes in as a file: what it changes of the official one, in ids that agree with the answers
//! that are there.

use super::{Adaptation, NOTE_MAX, Refusal, Wording, is_added};
use crate::domain::school::answers::at_most;
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire, Stage};

/// Why a questionnaire is not taken as what it changes of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReceived {
    /// It is no adaptation of it: its fields or its items are others.
    OtherGrid,
    /// It is one, and this item of it cannot be taken here: too long, or all the numbers that it could have were used.
    Refused(ItemId, Refusal),
}

impl Adaptation {
    /// The adaptation that makes `base` what was received. Sentences and added items that are there already keep the ids
    /// that they have here, so that answers stay with their words; others get ids that nothing ever had here.
    pub fn receive(
        &self,
        base: &Questionnaire,
        received: &Questionnaire,
    ) -> Result<Self, NotReceived> {
        let is_same = base.fields().count() == received.fields().count();
        let is_same = is_same
            && base.fields().all(|field| {
                let other = received.field(field.id);
                other.is_some_and(|other| other.title == field.title && other.aim == field.aim)
            });
        if !is_same {
            return Err(NotReceived::OtherGrid);
        }
        let mut taken = self.taken_away();
        let note = received.adapted.as_ref().map(|adapted| &adapted.note);
        taken.note = at_most(note.map_or("", String::as_str), NOTE_MAX);
        for field in base.fields() {
            let items = received.field(field.id).map(|field| &field.items);
            let mut order = Vec::new();
            for item in items.into_iter().flatten() {
                order.push(self.take(&mut taken, base, item)?);
            }
            let hidden = field.items.iter().map(|item| item.id);
            let hidden: Vec<_> = hidden.filter(|id| !order.contains(id)).collect();
            let natural = taken.items_of(field).into_iter().map(|item| item.id);
            let is_in_order = natural
                .filter(|id| !hidden.contains(id))
                .eq(order.iter().copied());
            order.extend(&hidden);
            if !is_in_order {
                taken.orders.insert(field.id, order);
            }
            taken.hidden.extend(hidden);
        }
        Ok(taken)
    }

    /// Takes one item over, and returns its id here.
    fn take(
        &self,
        taken: &mut Self,
        base: &Questionnaire,
        item: &Item,
    ) -> Result<ItemId, NotReceived> {
        let texts = Stage::ALL.map(|stage| {
            let sentences: Vec<_> = stage.of(&item.statements).sentences().collect();
            sentences.join("\n")
        });
        let [one, two, three] = &texts;
        let texts = [one.as_str(), two, three];
        if !is_added(item.id) {
            base.item(item.id).ok_or(NotReceived::OtherGrid)?;
            // Against the wording that is in force here, whose ids the answers have.
            let mut present = taken.clone();
            if let Some(own) = self.wordings.get(&item.id) {
                present.wordings.insert(item.id, own.clone());
            }
            let changed = present.reword(base, item.id, &item.title, texts);
            *taken = changed.map_err(|refusal| NotReceived::Refused(item.id, refusal))?;
            return Ok(item.id);
        }
        let is_known = |(id, own): &(&ItemId, &Wording)| {
            id.field() == item.id.field() && is_added(**id) && has_words(own, item)
        };
        if let Some((id, own)) = self.wordings.iter().find(is_known) {
            taken.wordings.insert(*id, own.clone());
            return Ok(*id);
        }
        let added = taken.add(base, item.id.field(), &item.title, texts);
        let (changed, id) = added.map_err(|refusal| NotReceived::Refused(item.id, refusal))?;
        *taken = changed;
        Ok(id)
    }
}

/// Whether an added item is this one, by its words.
fn has_words(wording: &Wording, item: &Item) -> bool {
    wording.title.as_deref() == Some(item.title.as_str())
        && wording
            .statements
            .iter()
            .zip(&item.statements)
            .all(|(own, other)| {
                own.as_ref()
                    .is_some_and(|own| own.sentences().eq(other.sentences()))
            })
}
