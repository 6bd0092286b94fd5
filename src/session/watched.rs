//! What can change by itself. One signal holds the dossier, and whoever read it would run at every change; each item has a
//! memo of its own, so that a tick runs the effects of its item and of the figures, and nothing else.

use leptos::prelude::*;

use crate::domain::answers::ItemAnswer;
use crate::domain::dossier::Dossier;
use crate::domain::questionnaire::{ItemId, Questionnaire};

/// The answers, item by item. Cheap to copy: a handle.
#[derive(Clone, Copy)]
pub struct Items(StoredValue<Vec<(ItemId, Memo<ItemAnswer>)>>);

impl Items {
    /// Those of this dossier. They live as long as what is around them.
    pub fn of(questionnaire: &Questionnaire, dossier: RwSignal<Dossier>) -> Self {
        let answer = |id| Memo::new(move |_| dossier.with(|dossier| dossier.answers.get(id)));
        let items = questionnaire.items().map(|item| (item.id, answer(item.id)));
        Self(StoredValue::new(items.collect()))
    }

    /// What `read` finds in everything kept about an item; in nothing, for an item that is not asked.
    pub fn read<T>(&self, id: ItemId, read: impl FnOnce(&ItemAnswer) -> T) -> T {
        let found = self.0.with_value(|items| {
            let mut items = items.iter();
            items.find(|(item, _)| *item == id).map(|(_, memo)| *memo)
        });
        match found {
            Some(memo) => memo.with(read),
            None => read(&ItemAnswer::default()),
        }
    }
}
