//! Long screens come piece by piece: what is seen first is painted first, and answers first.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::rc::Rc;

use crate::browser::{entries, page};
use crate::ui::kit::view::{View, dynamic_by};

/// A piece below the window, made once what is above it is painted. On the way back it is made at once: where the person was
/// may be in it.
pub fn after_paint(make: impl Fn() -> View + 'static) -> View {
    let is_due = RwSignal::new(entries::leads_back());
    if !is_due.get_untracked() {
        // Nothing, where the screen has gone meanwhile.
        page::after_paint(Rc::new(move || {
            let _ = is_due.try_set(true);
        }));
    }
    dynamic_by(
        move || is_due.get().to_string(),
        move || {
            if is_due.get_untracked() {
                make()
            } else {
                View::nothing()
            }
        },
    )
}
