//! The cards of the items: how the answers about each spread, once that is revealed, beside the answer that the school keeps.

use leptos::prelude::*;
use std::rc::Rc;

use super::items::Shown;
use crate::browser::{dom, place};
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::{Item, ItemId, Stage};
use crate::domain::school::team::{Gathered, Level, Spread};
use crate::ui::kit::disclosure::unfolded;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, effect, el, el_class};
use crate::ui::pages::team::agreed::agreed;
use crate::ui::pages::team::room::{Room, in_turn};
use crate::ui::pages::team::spread::{level_chip, spread};
use crate::ui::shared::marks::stage_name;
use crate::words::fr;

/// What a card tells of the answers.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    is_revealed: bool,
    /// How they spread; `None` where nobody's answer is here.
    spread: Option<Spread>,
}

/// The card of an item. It is made once: what somebody ticks or types in it stays, wherever it moves.
#[derive(Clone)]
struct Card {
    item: &'static Item,
    node: dom::Element,
    /// What it tells; `None` before it is made.
    told: RwSignal<Option<Told>>,
}

/// How many cards are made or changed in one go: the page stays quick while the others come.
const AT_ONCE: usize = 3;

/// The cards, in the order of the moment, those at the top first.
pub fn cards(room: Room, shown: Shown) -> Element {
    let list = el_class("div", "stack");
    let holder = list.node();
    let cards: Rc<Vec<Card>> = Rc::new({
        let items = room.session.questionnaire.items();
        items.map(|item| shell(room, shown, item)).collect()
    });
    let order = Memo::new(move |_| order(room, shown.is_revealed.get()));
    let moved = cards.clone();
    effect(Box::new(move || {
        let order = order.get();
        let in_order = order.iter().filter_map(|id| of(&moved, *id));
        place::keep_focus(|| in_order.for_each(|card| dom::append(&holder, &card.node)));
    }));
    let changed = move || {
        order.track();
        // Where all agree, what is revealed leaves the order as it is.
        shown.is_revealed.track();
        room.spreads.track();
        room.gathered.track();
    };
    in_turn(cards.len().div_ceil(AT_ONCE), changed, move |part| {
        let order = order.try_get_untracked().unwrap_or_default();
        let part = order.iter().skip(part * AT_ONCE).take(AT_ONCE);
        let changed = part.filter_map(|id| of(&cards, *id)).map(|card| {
            let told = told(room, shown, card.item.id);
            let is_other = card.told.try_with_untracked(|shown| *shown != told);
            is_other == Some(true) && card.told.try_set(told).is_none()
        });
        changed.fold(false, |any, one| any | one)
    });
    list
}

fn of(cards: &[Card], id: ItemId) -> Option<&Card> {
    cards.iter().find(|card| card.item.id == id)
}

/// What the card of an item is to tell now; `None` where the screen was left meanwhile.
fn told(room: Room, shown: Shown, item: ItemId) -> Option<Told> {
    let is_empty = room.gathered.try_with_untracked(Gathered::is_empty)?;
    let spread = room.spreads.try_with_untracked(|all| {
        let spread = all.iter().find(|spread| spread.item == item);
        spread.filter(|_| !is_empty).cloned()
    });
    Some(Told {
        is_revealed: shown.is_revealed.try_get_untracked()?,
        spread: spread?,
    })
}

/// The items, by disagreement once that is revealed: before, their order would tell it.
fn order(room: Room, is_revealed: bool) -> Vec<ItemId> {
    if is_revealed {
        let ids = |all: &Vec<Spread>| all.iter().map(|spread| spread.item).collect();
        room.spreads.with(ids)
    } else {
        let items = room.session.questionnaire.items();
        items.map(|item| item.id).collect()
    }
}

/// The frame of a card, which is empty and hidden until it is its turn.
fn shell(room: Room, shown: Shown, item: &'static Item) -> Card {
    let told = RwSignal::new(None);
    let is_made = Memo::new(move |_| told.with(Option::is_some));
    let is_far_apart = move || {
        told.with(|told| level(told.as_ref()) == Some(Level::FarApart))
            .then(|| "fort".to_owned())
    };
    let made = move || {
        if is_made.get() {
            untrack(|| content(room, shown, item, told))
        } else {
            View::nothing()
        }
    };
    let shell = el_class("article", "card agree")
        .attr("aria-labelledby", &format!("agree-{}", item.id))
        .attr_fn("hidden", move || (!is_made.get()).then(String::new))
        .attr_fn("data-level", is_far_apart)
        .dynamic(made);
    let node = shell.node();
    Card { item, node, told }
}

/// How far apart the answers are, once that is revealed.
fn level(told: Option<&Told>) -> Option<Level> {
    let told = told.filter(|told| told.is_revealed)?;
    told.spread.as_ref().map(|spread| spread.all.level())
}

fn content(room: Room, shown: Shown, item: &'static Item, told: RwSignal<Option<Told>>) -> View {
    let link = el("a")
        .attr(
            "href",
            &Route::Team(TeamScreen::Meeting(Some(item.id))).to_string(),
        )
        .attr("class", "btn")
        .attr("data-kind", "quiet")
        .child(icon(Icon::SCREEN))
        .child("Projeter")
        .child(el_class("span", "visually-hidden").child(format!(" l’item {}", item.id)));
    let heading = el("h3")
        .attr("id", &format!("agree-{}", item.id))
        .child(el_class("span", "item-card__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title));
    let level = Memo::new(move |_| told.with(|told| level(told.as_ref())));
    let head = el_class("header", "agree__head")
        .child(heading)
        .dynamic(move || level.get().map(level_chip).into());
    let left = el_class("div", "agree__spread")
        .dynamic(move || told.with(|told| told_of(item.id, told.as_ref(), shown)))
        .child(statements(item))
        .child(link);
    let shows_majority = move || {
        told.with(|told| {
            let told = told.as_ref().filter(|told| told.is_revealed);
            told.is_some_and(|told| told.spread.is_some())
        })
    };
    View::all([head.view(), left.view(), agreed(room, item, shows_majority)])
}

/// The spread of those who are chosen; before it is revealed, how many answered.
fn told_of(item: ItemId, told: Option<&Told>, shown: Shown) -> View {
    let Some((told, is_revealed)) =
        told.and_then(|told| Some((told.spread.as_ref()?, told.is_revealed)))
    else {
        return View::nothing();
    };
    if !is_revealed {
        let people = fr::plural(told.all.people(), "réponse", "réponses");
        return el_class("p", "small").child(people).view();
    }
    let Some(role) = shown.role.get() else {
        return spread(item, told.all);
    };
    let folded = told.folded();
    let of_role = folded.roles.into_iter().find(|(one, _)| *one == role);
    match of_role {
        Some((_, tally)) => spread(item, tally),
        None => View::all([
            el_class("p", "small").child(fr::team::folded(&role)).view(),
            spread(item, told.all),
        ]),
    }
}

/// The statements, to be read without leaving the screen.
fn statements(item: &'static Item) -> View {
    let statement = |stage: Stage| {
        let about = el("b")
            .attr("data-stage", &stage.to_string())
            .child(stage_name(stage));
        el("p")
            .child(about)
            .child("\u{a0}: ")
            .child(stage.of(&item.statements).text())
            .view()
    };
    let content = move || {
        let link = el("a")
            .attr("href", &Route::Item(item.id).to_string())
            .child("Cocher condition par condition");
        let all = View::all(Stage::ALL.map(statement));
        el_class("div", "stack small")
            .child(all)
            .child(el("p").child(link))
            .view()
    };
    unfolded(
        "Lire les énoncés",
        &format!("de l’item {}", item.id),
        content,
    )
}
