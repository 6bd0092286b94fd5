//! « Il reste 1.1.5 »: the items without an answer, at the end of the questionnaire.

use leptos::prelude::*;

use crate::domain::school::questionnaire::{Item, ItemId};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::item_card::item_link;

/// So many items are named; the others have their number only, which keeps the list short.
const NAMED: usize = 5;

/// The items left to answer, each a link; nothing once there is none.
pub fn left_to_answer(session: Session) -> View {
    let left =
        move || -> Vec<ItemId> { session.positioning.with(|all| all.unanswered().collect()) };
    let key = move || {
        left()
            .iter()
            .map(ItemId::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    el_class("div", "survey__left")
        .dynamic_by(key, move || list(session, &left()))
        .view()
}

fn list(session: Session, left: &[ItemId]) -> View {
    if left.is_empty() {
        return View::nothing();
    }
    let items = left.iter().filter_map(|id| session.questionnaire.item(*id));
    let link = |(place, item): (usize, &'static Item)| {
        let name = format!("{} {}", item.id, item.title);
        let link = if place < NAMED {
            item_link(session, item.id).child(name)
        } else {
            item_link(session, item.id)
                .attr("title", &item.title)
                .attr("aria-label", &name)
                .child(item.id.to_string())
        };
        View::all([el("li").child(link).view(), " ".into()])
    };
    View::all([
        el_class("p", "survey__left-title").child("Il reste").view(),
        " ".into(),
        el("ul").children(items.enumerate().map(link)).view(),
    ])
}
