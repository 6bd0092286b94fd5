//! What can change by itself. One signal holds the dossier, and whoever read it would run at every change; each item has a
//! memo of its own, so that a tick runs the effects of its item and of the figures, and nothing else.

use leptos::prelude::*;

use crate::domain::school::answers::ItemAnswer;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::questionnaire::{ItemId, Questionnaire};

/// The answers, item by item. Cheap to copy: a handle.
#[derive(Clone, Copy)]
pub struct Items {
    answers: StoredValue<Vec<(ItemId, Memo<ItemAnswer>)>>,
    shown_again: RwSignal<()>,
}

impl Items {
    /// Those of this dossier. They live as long as what is around them.
    pub fn of(questionnaire: &Questionnaire, dossier: RwSignal<Dossier>) -> Self {
        let answer = |id| Memo::new(move |_| dossier.with(|dossier| dossier.answers.get(id)));
        let items = questionnaire.items().map(|item| (item.id, answer(item.id)));
        Self {
            answers: StoredValue::new(items.collect()),
            shown_again: RwSignal::new(()),
        }
    }

    /// Runs whatever reads an answer, though none changed: a box that the browser ticked by itself, and whose
    /// edit was refused, shows again what is kept.
    pub fn show_again(&self) {
        self.shown_again.notify();
    }

    /// What `read` finds in everything kept about an item; in nothing, for an item that is not asked.
    pub fn read<T>(&self, id: ItemId, read: impl FnOnce(&ItemAnswer) -> T) -> T {
        self.shown_again.track();
        let found = self.answers.with_value(|items| {
            let mut items = items.iter();
            items.find(|(item, _)| *item == id).map(|(_, memo)| *memo)
        });
        match found {
            Some(memo) => memo.with(read),
            None => read(&ItemAnswer::default()),
        }
    }
}
