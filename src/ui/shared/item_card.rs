//! One item: its three statements, what may be declared instead, and its tools.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::formats::document::state_name;
use crate::domain::route::Route;
use crate::domain::school::answers::{Declared, Tick};
use crate::domain::school::dossier::Change;
use crate::domain::school::questionnaire::{Item, ItemId, Stage};
use crate::session::Session;
use crate::ui::kit::check::check_box;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, together_after_paint};
use crate::ui::parts;
use crate::ui::shared::marks::{item_chip, origin_chip};
use crate::ui::shared::stage_option::stage_option;
use crate::words::fr;

/// Shows an item under the header, and moves the focus to it.
pub fn show_item(item: ItemId) {
    page::show(&format!("[id=\"item-{item}\"]"));
}

/// Goes to an item. Where the address names it already nothing would follow the address, so it is shown
/// at once.
pub fn go_to_item(session: Session, item: ItemId) {
    if session.route.get_untracked() == Some(Route::Item(item)) {
        show_item(item);
    } else {
        session.go(Route::Item(item));
    }
}

/// A link to an item.
pub fn item_link(session: Session, item: ItemId) -> Element {
    let route = Route::Item(item);
    el("a")
        .attr("href", &route.to_string())
        .on("click", move |_| {
            if session.route.get_untracked() == Some(route) {
                show_item(item);
            }
        })
}

/// The item after this one, in whatever field.
pub fn item_after(session: Session, item: ItemId) -> Option<ItemId> {
    let mut items = session.questionnaire.items().map(|item| item.id);
    items.find(|id| *id == item)?;
    items.next()
}

/// One item, its tools and the way to the next.
pub fn item_card(session: Session, item: &'static Item) -> View {
    bare_card(session, item)
        .child(parts::item_tools(session, item))
        .child(next_item(session, item))
        .view()
}

/// One item, to be answered. A box that is ticked is seen at once, and the figures; then what the card says of it.
pub fn bare_card(session: Session, item: &'static Item) -> Element {
    together_after_paint(|| answered_card(session, item))
}

fn answered_card(session: Session, item: &'static Item) -> Element {
    let title = format!("item-{}-title", item.id);
    let heading = el_class("h3", "item-card__title")
        .attr("id", &title)
        .child(el_class("span", "item-card__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title))
        .child(origin_chip(item.origin));
    let head = el_class("header", "item-card__head")
        .child(heading)
        .dynamic_by(
            move || fr::item_state(session.counted(item).state).to_owned(),
            move || item_chip(session.counted(item).state),
        );
    let stages = el_class("fieldset", "item-card__stages")
        .child(legend(format!("Item {} – {}", item.id, item.title)))
        .children(Stage::ALL.map(|stage| stage_option(session, item, stage)));
    let label = el_class("span", "item-card__else-label")
        .attr("aria-hidden", "true")
        .child("Ou bien\u{a0}:");
    let instead = el_class("fieldset", "item-card__else")
        .child(legend(format!(
            "Item {}, si aucune étape ne convient",
            item.id
        )))
        .child(label)
        .children(Declared::ALL.map(|declared| declared_pill(session, item, declared)));
    el_class("article", "item-card")
        .attr("id", &format!("item-{}", item.id))
        .attr("tabindex", "-1")
        .attr("aria-labelledby", &title)
        .child(head)
        .child(stages)
        .child(instead)
}

/// The way on, for whoever works with the keyboard: the next item takes the focus.
fn next_item(session: Session, item: &Item) -> View {
    let link = item_after(session, item.id).map(|next| {
        item_link(session, next)
            .attr("class", "btn item-card__next")
            .attr("data-kind", "quiet")
            .attr("aria-keyshortcuts", "Alt+Shift+S")
            .attr("title", "Raccourci\u{a0}: Alt + Maj + S")
            .child(format!("Item suivant\u{a0}: {next}"))
            .child(icon(Icon::NEXT))
            .view()
    });
    link.into()
}

fn legend(text: String) -> View {
    el_class("legend", "visually-hidden").child(text).view()
}

/// The box of an answer for the whole item.
pub fn declared_pill(session: Session, item: &'static Item, declared: Declared) -> View {
    let is_on = move || {
        session.answer(item.id, |answer| {
            answer.response.declared() == Some(declared)
        })
    };
    let changed = move |is_checked| {
        let tick = Tick::from(is_checked);
        session.tick(Change::Declare {
            item: item.id,
            declared,
            tick,
        });
    };
    let box_ = check_box(is_on, changed)
        .attr("data-item", &item.id.to_string())
        .attr("data-state", state_name(declared));
    let about = el_class("span", "visually-hidden").child(format!(", item {}", item.id));
    el_class("label", "pill")
        .child(box_)
        .child(el("span").child(fr::declared(declared)).child(about))
        .view()
}
