//! One quiet line that reminds of saving a file, at the end of the questionnaire.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::session::Session;
use crate::ui::kit::view::{View, el_class};
use crate::ui::parts;
use crate::ui::shared::file_cards::{save_file, saving_button};
use crate::words::fr;

/// The line, once it is due. It stays as long as the screen does, to say what became of the file.
pub fn reminder(session: Session) -> View {
    let was_due = AtomicBool::new(false);
    let is_due = move || {
        let is_due = session.is_file_due() || was_due.load(Ordering::Relaxed);
        was_due.store(is_due, Ordering::Relaxed);
        is_due.to_string()
    };
    let line = move || {
        if !session.is_file_due() {
            return View::nothing();
        }
        parts::saving(session)
    };
    el_class("div", "survey__reminder")
        .dynamic_by(is_due, line)
        .view()
}

/// The button of the line, and what it says.
pub fn saving(session: Session) -> View {
    let first = move || fr::files::standing(session.unsaved(), session.is_file_due());
    let label = ("Télécharger une sauvegarde", "quiet");
    saving_button(label, first, || 0, save_file(session))
}
