//! Keys of a meeting: arrows, the space bar, what a presenter's remote sends, and single letters where they are wanted.

use super::state::{State, Way};
use crate::browser::{dom, page};
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::answers::Tick;
use crate::domain::school::dossier::Change;
use crate::domain::school::questionnaire::{Item, Stage};
use crate::domain::school::team::is_long;
use leptos::prelude::*;

/// What has a use of its own for the space bar.
const PRESSED: &str = "button, a, input, select, summary, label";

/// Does what a key stands for.
pub fn pressed(state: State, event: &dom::Event) {
    let Some(key) = dom::plain_key(event).filter(|_| !page::is_typing_or_choosing()) else {
        return;
    };
    let is_done = match key.as_str() {
        "ArrowRight" | "PageDown" => {
            state.go(Way::Forth);
            true
        }
        "ArrowLeft" | "PageUp" => {
            state.go(Way::Back);
            true
        }
        "Escape" => {
            state.room.session.go(Route::Team(TeamScreen::Overview));
            true
        }
        " " if !page::has_focus(PRESSED) => act(state, State::reveal_item),
        letter if state.letters.get_untracked() => by_letter(state, letter),
        _ => false,
    };
    if is_done {
        event.prevent_default();
    }
}

fn by_letter(state: State, letter: &str) -> bool {
    match letter {
        "r" | "R" => act(state, State::reveal_item),
        "d" | "D" => act(state, |state, _| state.keep()),
        "1" => act(state, |state, item| stage(state, item, Stage::One)),
        "2" => act(state, |state, item| stage(state, item, Stage::Two)),
        "3" => act(state, |state, item| stage(state, item, Stage::Three)),
        _ => false,
    }
}

/// Does something with the item that is projected; whether there is one.
fn act(state: State, act: impl Fn(State, &'static Item)) -> bool {
    let item = state.shown();
    if let Some(item) = item {
        act(state, item);
    }
    item.is_some()
}

/// Goes to this stage of a long item; ticks or unticks it in another, once it is revealed.
fn stage(state: State, item: &'static Item, stage: Stage) {
    if is_long(item) {
        return state.stage.set(stage);
    }
    if !untrack(|| state.is_revealed(item.id)) {
        return;
    }
    let session = state.room.session;
    let is_reached = untrack(|| session.counted(item).is_reached(stage));
    session.tick(Change::Statement {
        item: item.id,
        stage,
        tick: Tick::from(!is_reached),
    });
}
