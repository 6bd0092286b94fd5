//! `#/reunion`, `#/reunion/1.1.3`: one item at a time on a wall, then the minutes.

mod decision;
mod item;
mod keys;
mod minutes;
mod moving;
mod second;
mod state;

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::kit::view::View;
use crate::ui::shared::page::{heading, screen};
use state::State;

/// The screen.
pub fn meeting(session: Session) -> View {
    let state = State::open(session);
    let key = move || state.item.get().map(|id| id.to_string());
    let shown = move || match (state.item_now(), state.shown()) {
        (Some(_), Some(item)) => item::item(state, item),
        (None, _) => minutes::minutes(state),
        (Some(_), None) => View::all([
            heading("Cet item n’existe pas").view(),
            item::leaving().view(),
        ]),
    };
    screen("meeting")
        .on("keydown", move |event| keys::pressed(state, &event))
        .dynamic_by(move || key().unwrap_or_default(), shown)
        .view()
}
