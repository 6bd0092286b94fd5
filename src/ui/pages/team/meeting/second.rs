//! « Second tour »: after the discussion, hands are raised for each stage and counted.

use leptos::prelude::*;

use super::state::State;
use crate::browser::dom;
use crate::domain::school::questionnaire::{Item, Stage};
use crate::domain::school::team::Looked;
use crate::ui::kit::button;
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::words::fr;

/// The button, then a number for each stage.
pub fn second_round(state: State, item: &'static Item) -> View {
    let is_open = Memo::new(move |_| {
        state
            .meeting
            .with(|all| all.looked(item.id).hands.is_some())
    });
    let made = move || {
        if is_open.get() {
            View::all(Stage::ALL.map(|stage| hands(state, item, stage)))
        } else {
            button::plain()
                .on("click", move |_| set(state, item, Some([0; 3])))
                .child("Second tour, à main levée")
                .view()
        }
    };
    el_class("div", "btn-row").dynamic(made).view()
}

fn set(state: State, item: &'static Item, hands: Option<[u16; 3]>) {
    state.change(|meeting| {
        let looked = meeting.looked(item.id);
        meeting.look(Looked { hands, ..looked });
    });
}

/// How many hands are raised for a stage.
fn hands(state: State, item: &'static Item, stage: Stage) -> View {
    let raised = move || {
        let hands = state.meeting.with(|all| all.looked(item.id).hands);
        hands.unwrap_or_default()
    };
    let changed = move |event: dom::Event| {
        let number = dom::value(&event).trim().parse().unwrap_or_default();
        let mut hands = untrack(raised);
        if let Some(one) = hands.get_mut(stage.index()) {
            *one = number;
        }
        set(state, item, Some(hands));
    };
    let field = unlocked(|| el_class("input", "input meeting__hands"))
        .attr("type", "number")
        .attr("min", "0")
        .attr("inputmode", "numeric")
        .value(move || stage.of(&raised()).to_string())
        .on("change", changed);
    el_class("label", "meeting__raised")
        .child(el("span").child(fr::stage(stage)).child(", mains levées"))
        .child(field)
        .view()
}
