//! What screen readers hear after a change: one short sentence with the figures that moved, once the
//! person pauses.

use leptos::html::P;
use leptos::prelude::*;

use crate::browser::page;
use crate::domain::positioning::Positioning;
use crate::domain::questionnaire::Stage;
use crate::session::use_session;
use crate::ui::fr;

/// Pause after which the figures are said, in milliseconds.
const PAUSE: i32 = 500;

/// The one polite live region of the app.
#[component]
pub fn Announcer() -> impl IntoView {
    let session = use_session();
    let region = NodeRef::<P>::new();
    let said = StoredValue::new(session.positioning.get_untracked());
    let newest = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        session.positioning.track();
        if before.is_none() {
            return;
        }
        newest.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = newest.get_value();
        page::after(PAUSE, move || {
            if newest.try_get_value() != Some(turn) {
                return;
            }
            let now = session.positioning.get_untracked();
            let sentence = said.with_value(|said| changes(said, &now));
            if let Some(region) = region.get_untracked() {
                region.set_text_content(Some(&sentence));
            }
            said.set_value(now);
        });
    });
    view! { <p class="visually-hidden" role="status" node_ref=region></p> }
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
