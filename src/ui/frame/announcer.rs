//! What screen readers hear after a change: one short sentence with the figures that moved, once the
//! person pauses.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

use crate::browser::{dom, page};
use crate::domain::school::positioning::{Positioning, StatementState};
use crate::domain::school::questionnaire::Stage;
use crate::session::Viewed;
use crate::ui::kit::view::{View, effect, el_class};
use crate::words::fr;

/// Pause after which the figures are said, in milliseconds.
const PAUSE: i32 = 500;

/// The one polite live region of the app. What was said is at first what was there at the start.
pub fn announcer(viewed: Viewed, said: StoredValue<Positioning>) -> View {
    let region = el_class("p", "visually-hidden").attr("role", "status");
    let node = region.node();
    let newest = Rc::new(Cell::new(0_u32));
    effect(Box::new(move || {
        viewed.positioning.track();
        let turn = newest.get().wrapping_add(1);
        newest.set(turn);
        let (node, newest) = (node.clone(), newest.clone());
        page::after(PAUSE, move || {
            let now = viewed.positioning.get_untracked();
            let before = said.get_value();
            if newest.get() == turn && before != now {
                said.set_value(now.clone());
                dom::set_text(&node, &changes(viewed, &before, &now));
            }
        });
    }));
    region.view()
}

/// The split statement that was reached, and the figures that moved, in words.
fn changes(viewed: Viewed, before: &Positioning, after: &Positioning) -> String {
    let moved: Vec<_> = reached(viewed, before, after)
        .into_iter()
        .chain(figures(before, after))
        .collect();
    if moved.is_empty() {
        fr::progress(after.progress)
    } else {
        moved.join("\u{202f}; ")
    }
}

/// « Item 1.1.1, étape 1 : Atteinte – 5 conditions sur 5 »: one tick may answer several conditions. Of many
/// statements, as where a dossier is taken over, nothing is said: the figures are.
fn reached(viewed: Viewed, before: &Positioning, after: &Positioning) -> Option<String> {
    let mut reached = before.items().zip(after.items()).flat_map(|(was, is)| {
        Stage::ALL
            .into_iter()
            .filter(|stage| is.is_reached(*stage) && !was.is_reached(*stage))
            .map(|stage| (is.id, stage))
    });
    let (item, stage) = reached.next().filter(|_| reached.next().is_none())?;
    let conditions = viewed.questionnaire.statement(item, stage)?.len();
    (conditions > 1).then(|| {
        let state = fr::reached_of(StatementState::Reached, conditions);
        format!("Item {item}, étape\u{a0}{stage}\u{a0}: {state}")
    })
}

fn figures(before: &Positioning, after: &Positioning) -> impl Iterator<Item = String> {
    Stage::ALL
        .into_iter()
        .filter(move |stage| stage.of(&before.stages) != stage.of(&after.stages))
        .map(move |stage| {
            let count = *stage.of(&after.stages);
            format!(
                "{}\u{a0}: {}, {}",
                fr::stage(stage),
                fr::count(count),
                fr::percent(count)
            )
        })
}
