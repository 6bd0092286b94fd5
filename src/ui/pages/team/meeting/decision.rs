//! What the school decides of the item on the wall: its answer, its reason, and who is for it.

use leptos::prelude::*;

use super::item::projected;
use super::second::second_round;
use super::state::State;
use crate::domain::school::answers::Declared;
use crate::domain::school::questionnaire::Item;
use crate::ui::kit::button;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::team::agreed::{reason, taking_majority};
use crate::ui::pages::team::spread::level_chip;
use crate::ui::shared::item_card::declared_pill;
use crate::words::fr;

/// What the school decides, once the item is revealed.
pub fn decision(state: State, item: &'static Item) -> Element {
    let decision = state.room.decision(item.id);
    let said = RwSignal::new(String::new());
    let made = move || {
        if !state.is_revealed(item.id) {
            return View::nothing();
        }
        let all = projected(state, item.id);
        let chip = match all {
            Some(tally) => level_chip(tally.level()),
            None => el_class("span", "hint").child(fr::team::TOO_FEW).view(),
        };
        let majority = all.map(|_| taking_majority(state.room, item, decision, said).view());
        let answer = el_class("p", "meeting__answer")
            .child(el("b").child("Réponse retenue\u{a0}: "))
            .child(el("span").text(move || {
                let words = state.room.answer_words(item);
                format!("{words} ({})", decision.with(fr::team::decided))
            }));
        let others = all.map(|tally| el_class("p", "small").child(fr::team::people(tally)).view());
        let choices = el_class("div", "btn-row")
            .children(Declared::ALL.map(|one| declared_pill(state.room.session, item, one)));
        let tools = el_class("div", "btn-row")
            .child(second_round(state, item))
            .child(majority)
            .child(button::outcome(said));
        View::all([
            el_class("div", "meeting__sum")
                .child(chip)
                .child(others)
                .view(),
            answer.view(),
            choices.view(),
            reason(state.room, item, decision),
            tools.view(),
        ])
    };
    el_class("div", "meeting__decision")
        .attr("data-agreed", &item.id.to_string())
        .dynamic_by(move || state.is_revealed(item.id).to_string(), made)
}
