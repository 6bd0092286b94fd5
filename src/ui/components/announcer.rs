//! What screen readers hear after a change: one short sentence with the figures that moved, once the
//! person pauses.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::browser::{dom, page};
use crate::domain::positioning::Positioning;
use crate::domain::questionnaire::Stage;
use crate::session::Session;
use crate::ui::fr;
use crate::ui::kit::view::{View, effect, el_class};

/// Pause after which the figures are said, in milliseconds.
const PAUSE: i32 = 500;

/// The one polite live region of the app.
pub fn announcer(session: Session) -> View {
    let region = el_class("p", "visually-hidden").attr("role", "status");
    let node = region.node();
    let said = Rc::new(RefCell::new(session.positioning.get_untracked()));
    let newest = Rc::new(Cell::new(0_u32));
    effect(Box::new(move || {
        session.positioning.track();
        let turn = newest.get().wrapping_add(1);
        newest.set(turn);
        let (node, said, newest) = (node.clone(), said.clone(), newest.clone());
        page::after(PAUSE, move || {
            let now = session.positioning.get_untracked();
            if newest.get() == turn && *said.borrow() != now {
                let before = said.replace(now.clone());
                dom::set_text(&node, &changes(&before, &now));
            }
        });
    }));
    region.view()
}

/// The figures that moved, in words.
fn changes(before: &Positioning, after: &Positioning) -> String {
    let moved: Vec<_> = Stage::ALL
        .into_iter()
        .filter(|stage| stage.of(&before.stages) != stage.of(&after.stages))
        .map(|stage| {
            let count = *stage.of(&after.stages);
            format!(
                "{}\u{a0}: {}, {}",
                fr::stage(stage),
                fr::count(count),
                fr::percent(count)
            )
        })
        .collect();
    if moved.is_empty() {
        fr::progress(after.progress)
    } else {
        moved.join("\u{202f}; ")
    }
}
