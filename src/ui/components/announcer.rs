//! What screen readers hear after a change: one short sentence with the figures that moved, once the
//! person pauses.

use leptos::prelude::*;

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
    let said = StoredValue::new(session.positioning.get_untracked());
    let newest = StoredValue::new(0_u32);
    effect(Box::new(move || {
        session.positioning.track();
        newest.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = newest.get_value();
        let node = node.clone();
        page::after(PAUSE, move || {
            let now = session.positioning.get_untracked();
            if newest.get_value() != turn || said.with_value(|said| *said == now) {
                return;
            }
            dom::set_text(&node, &said.with_value(|said| changes(said, &now)));
            said.set_value(now);
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
