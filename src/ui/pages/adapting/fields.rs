//! The items of one field, each with what can be changed of it.

use leptos::prelude::*;

use super::wording::wording;
use super::{Making, Worded};
use crate::domain::school::adaptation::Direction;
use crate::domain::school::questionnaire::{ActionField, Item, ItemId, Origin};
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::marks::origin_chip;

/// A field, its items in order, and the way to one more.
pub fn field(making: Making, field: &'static ActionField) -> View {
    let id = format!("adapt-{}", field.id);
    let rows = move || {
        let items = making.draft.with(|draft| draft.items_of(field));
        let rows = items.iter().enumerate();
        let last = items.len().saturating_sub(1);
        let rows = rows.map(|(place, item)| row(making, item, (place == 0, place == last)));
        el_class("ol", "adapting__items").children(rows).view()
    };
    let new = Worded::New(field.id);
    let add = move || {
        if making.open.get() == Some(new) {
            return wording(making, new, &Item::blank(ItemId::new(field.id, 1)));
        }
        button::plain()
            .on("click", move |_| making.open.set(Some(new)))
            .child(icon(Icon::ADD))
            .child(format!("Ajouter un item au champ {}", field.id))
            .view()
    };
    el_class("section", "card adapting__field")
        .attr("aria-labelledby", &id)
        .child(
            el("h2")
                .attr("id", &id)
                .child(format!("{} {}", field.id, field.title)),
        )
        .dynamic(rows)
        .dynamic_by(
            move || (making.open.get() == Some(new)).to_string(),
            move || untrack(add),
        )
        .view()
}

fn row(making: Making, item: &Item, (is_first, is_last): (bool, bool)) -> View {
    let id = item.id;
    let is_hidden = making.draft.with_untracked(|draft| draft.is_hidden(id));
    let hidden = is_hidden.then(|| {
        let chip = el_class("span", "chip").attr("data-adapted", "");
        View::all([" ".into(), chip.child("Masqué").view()])
    });
    let name = el_class("p", "adapting__name")
        .child(el("b").child(id.to_string()))
        .child(" ")
        .child(&item.title)
        .child(origin_chip(item.origin))
        .child(hidden);
    let shown = item.clone();
    let is_open = move || making.open.get() == Some(Worded::Item(id));
    let form = move || {
        if untrack(is_open) {
            wording(making, Worded::Item(id), &shown)
        } else {
            View::nothing()
        }
    };
    let moves = [
        (Direction::Up, Icon::UP, "Monter", is_first),
        (Direction::Down, Icon::DOWN, "Descendre", is_last),
    ];
    let moves = moves.map(|(direction, sign, label, rests)| {
        control(id, label)
            .attr("class", "icon-btn")
            .attr("title", label)
            .attr_if("aria-disabled", rests.then_some("true"))
            .on("click", move |_| {
                let moved = making
                    .draft
                    .with_untracked(|draft| draft.moved(making.base, id, direction));
                making.change(Ok(moved));
            })
            .child(icon(sign))
            .view()
    });
    let buttons = el_class("div", "btn-row adapting__buttons")
        .child(hiding(making, id, is_hidden))
        .child(rewording(making, id, is_open))
        .child(restoring(making, item))
        .child(el_class("div", "adapting__moves").children(moves));
    el_class("li", "adapting__item")
        .attr("data-adapt", &id.to_string())
        .attr_if("data-hidden", is_hidden.then_some(""))
        .child(name)
        .child(buttons)
        .dynamic_by(move || is_open().to_string(), form)
        .view()
}

/// A button about an item, which is named after it.
fn control(item: ItemId, label: &str) -> Element {
    button::once()
        .attr("data-kind", "quiet")
        .attr("aria-label", &format!("{label}, item {item}"))
}

fn hiding(making: Making, item: ItemId, is_hidden: bool) -> View {
    let label = if is_hidden { "Remettre" } else { "Masquer" };
    control(item, label)
        .on("click", move |_| {
            let changed = making.draft.with_untracked(|draft| {
                if is_hidden {
                    Ok(draft.show(item))
                } else {
                    draft.hide(making.base, item)
                }
            });
            making.change(changed);
        })
        .child(label)
        .view()
}

fn rewording(making: Making, item: ItemId, is_open: impl Fn() -> bool + Copy + 'static) -> View {
    let toggle = move |_| {
        let next = (!untrack(is_open)).then_some(Worded::Item(item));
        making.open.set(next);
    };
    control(item, "Reformuler")
        .attr_fn("aria-expanded", move || Some(is_open().to_string()))
        .on("click", toggle)
        .child("Reformuler")
        .view()
}

/// The way back: to the official words, or without an item that was added.
fn restoring(making: Making, item: &Item) -> Option<View> {
    let id = item.id;
    let label = match item.origin {
        Origin::Own => return None,
        Origin::Reworded => "Revenir au texte officiel",
        Origin::Added => "Supprimer",
    };
    let is_added = item.origin == Origin::Added;
    let restore = move |_| {
        let changed = making.draft.with_untracked(|draft| {
            if is_added {
                draft.remove(making.base, id)
            } else {
                Ok(draft.restore(id))
            }
        });
        if making.change(changed) {
            making.open.set(None);
        }
    };
    let button = control(id, label).on("click", restore).child(label);
    Some(button.view())
}
