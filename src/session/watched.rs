//! What can change by itself. One signal holds the dossier, and whoever read it would run at every change; each item has a
//! memo of its own, so that a tick runs the effects of its item and of the figures, and nothing else; so does the
//! objective that is being written.

use leptos::prelude::*;

use crate::domain::school::answers::ItemAnswer;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{Objective, ObjectiveId};
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

    /// Runs what reads this signal too when an edit is refused.
    pub(super) fn refusals(&self) -> RwSignal<()> {
        self.shown_again
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

/// One objective of the plan. Cheap to copy: a handle. It lives as long as the view in which it was made.
#[derive(Clone, Copy)]
pub struct Watched {
    objective: Memo<Option<Objective>>,
    shown_again: RwSignal<()>,
}

impl Watched {
    /// The objective of this id. What reads it runs again when it changes, and when an edit is refused.
    pub fn of(id: ObjectiveId, dossier: RwSignal<Dossier>, shown_again: RwSignal<()>) -> Self {
        let find = move |_: Option<&_>| dossier.with(|dossier| dossier.plan.get(id).cloned());
        Self {
            objective: Memo::new(find),
            shown_again,
        }
    }

    /// What `read` finds in it, while it is there.
    pub fn read<T>(self, read: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.shown_again.track();
        self.objective
            .with(|objective| objective.as_ref().map(read))
    }
}
