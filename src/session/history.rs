//! Undoing and doing again, and keeping what can be: beside the dossier, in the same transaction, for its
//! very revision. It comes second: whatever happens to it, the dossier is kept.

use leptos::prelude::*;
use std::rc::Rc;

use super::Session;
use crate::browser::clock;
use crate::domain::formats::document::write_document;
use crate::domain::formats::history::{History, write_history};
use crate::domain::route::Route;
use crate::domain::school::dossier::Subject;
use crate::domain::school::undo::Way;

impl Session {
    /// Undoes the last change; not on a visit, where it would be out of sight.
    pub fn undo(&self) {
        self.go_through(Way::Back);
    }

    /// Does again what was undone last; not on a visit.
    pub fn redo(&self) {
        self.go_through(Way::Forth);
    }

    /// Ends the step of typing whenever a field or the screen is left: what is typed next is another.
    pub(super) fn end_typing(&self) {
        // Nothing on the screen changes by it. The page may be closing.
        let _ = self.undo.try_update_untracked(History::end_typing);
    }

    /// What going this way would change; none where there is nothing to undo, or to do again.
    pub fn next_step(&self, way: Way) -> Option<Subject> {
        self.undo.with(|undo| undo.next_subject(way))
    }

    pub(super) fn go_through(&self, way: Way) {
        let is_visit = self.route.get_untracked().is_some_and(Route::is_visit);
        if is_visit || self.is_refused() {
            return;
        }
        let Some(at) = self.moment_of_edit() else {
            return;
        };
        let is_changed = self.undo.try_update(|undo| {
            self.dossier.try_maybe_update(|dossier| {
                let is_changed = undo.go(way, dossier, at);
                (is_changed, is_changed)
            })
        });
        if is_changed.flatten() == Some(true) {
            self.count_edit();
            self.save();
        }
    }

    /// Takes the last edit back as if it had never been done.
    pub(super) fn take_back(&self) {
        let Some(at) = clock::now() else { return };
        let is_changed = self.undo.try_update(|undo| {
            self.dossier.try_maybe_update(|dossier| {
                let is_changed = undo.take_back(dossier, at);
                (is_changed, is_changed)
            })
        });
        if is_changed.flatten() == Some(true) {
            self.save();
        }
    }

    /// Registers the serialiser of the dossier.
    pub(super) fn register_document(self) {
        let document = move || self.dossier.with_untracked(write_document);
        self.keeper().tell_document(Rc::new(document));
    }

    /// Registers the serialiser of the undo history. Until it is there, edits are saved without.
    pub(super) fn register_history(self) {
        let written: Rc<dyn Fn(u64) -> String> = Rc::new(move |revision| {
            let edited_at = self.dossier.with_untracked(|dossier| dossier.edited_at);
            self.undo
                .with_untracked(|undo| write_history(undo, revision, edited_at))
        });
        self.keeper().tell_history(written);
    }
}
