//! What follows signals, and pieces of the page that are made anew. Whatever listens here is let go with the
//! owner around it: otherwise each screen that was shown would stay in memory, and be told of every change.

use leptos::prelude::{
    Get, LocalStorage, Owner, RenderEffect, RwSignal, Set, StoredValue, UpdateUntracked, untrack,
};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use std::cell::RefCell;

use super::view::View;
use crate::browser::dom::{Listener, Node};
use crate::browser::paint;
use crate::browser::place::{Place, focus_title, holds_screen};
use crate::browser::region::Region;

/// What listens to a signal or to an element.
enum Held {
    Effect(RenderEffect<()>),
    Listener {
        /// Held for its drop, which removes it from its element.
        _listener: Listener,
    },
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Self::Effect(effect) = self {
            // Leptos leaves a dropped effect in the list of each memo that it read: the lists would grow with
            // every screen, and each tick would walk through them.
            let gone = effect.to_any_subscriber();
            gone.clear_sources(&gone);
        }
    }
}

/// The owner of this moment holds it, and drops it in time.
fn hold(held: Held) {
    let _ = StoredValue::<_, LocalStorage>::new_local(held);
}

/// What runs together, in its order.
type Runs = Vec<Box<dyn Fn()>>;

thread_local! {
    /// What is to follow signals together, while it is being gathered.
    static TOGETHER: RefCell<Option<Runs>> = const { RefCell::new(None) };
}

/// Runs `run` now and whenever the signals that it read change, until what is around it goes.
pub fn effect(run: Box<dyn Fn()>) {
    let alone = TOGETHER.with_borrow_mut(|gathered| match gathered {
        Some(gathered) => {
            gathered.push(run);
            None
        }
        None => Some(run),
    });
    if let Some(run) = alone {
        hold(Held::Effect(RenderEffect::new(move |_: Option<()>| run())));
    }
}

/// What is made here follows its signals in one effect, which runs all of it whenever one of them changes: for pieces that
/// read the same few signals, as the boxes of an item. An effect of Leptos costs more than what it does to a box. A piece
/// that is made anew belongs here only by a key: it would be at each run.
pub fn together<T>(make: impl FnOnce() -> T) -> T {
    gather(make, |gathered| {
        effect(Box::new(move || gathered.iter().for_each(|run| run())));
    })
}

/// As [`together`], after the paint of what follows at once: a figure in sight does not wait for what only goes with it. Not
/// for what a person could read too early, as whether her work is saved.
pub fn together_after_paint<T>(make: impl FnOnce() -> T) -> T {
    gather(make, |gathered| {
        let is_due = RwSignal::new(true);
        effect(Box::new(move || {
            if is_due.get() {
                gathered.iter().for_each(|run| run());
                is_due.update_untracked(|is_due| *is_due = false);
            } else {
                // Until then this effect follows nothing else, so that many changes are one run.
                paint::after_paint(move || {
                    let _ = is_due.try_set(true);
                });
            }
        }));
    })
}

/// Has `follow` make the effect of what `make` gathers. What that effect makes is not gathered around it.
fn gather<T>(make: impl FnOnce() -> T, follow: impl FnOnce(Runs)) -> T {
    let around = TOGETHER.replace(Some(Vec::new()));
    let made = make();
    follow(TOGETHER.take().unwrap_or_default());
    TOGETHER.set(around);
    made
}

/// Listens until what is around it goes.
pub(super) fn hold_listener(listener: Listener) {
    hold(Held::Listener {
        _listener: listener,
    });
}

/// Calls `show` with what `read` gives, now and whenever that changes.
pub(super) fn follow(read: Box<dyn Fn() -> String>, show: Box<dyn Fn(String)>) {
    let shown = RefCell::new(None);
    effect(Box::new(move || {
        let content = read();
        if shown.borrow().as_ref() != Some(&content) {
            shown.replace(Some(content.clone()));
            show(content);
        }
    }));
}

/// A piece that is made anew whenever the signals that it read change.
pub fn dynamic(make: impl Fn() -> View + 'static) -> View {
    remade(Box::new(make), None)
}

/// A piece that is made anew only when `key` changes, whatever else the signals that it reads say.
pub fn dynamic_by(key: impl Fn() -> String + 'static, make: impl Fn() -> View + 'static) -> View {
    remade(Box::new(move || untrack(&make)), Some(Box::new(key)))
}

/// What the piece holds has an owner of its own, so that a key that stays the same leaves it as it is.
fn remade(make: Box<dyn Fn() -> View>, key: Option<Box<dyn Fn() -> String>>) -> View {
    let (region, holder) = Region::new();
    let owner = Owner::new();
    let last = RefCell::new(None);
    effect(Box::new(move || {
        let key = key.as_ref().map(|key| key());
        if key.is_some() && *last.borrow() == key {
            return;
        }
        last.replace(key);
        owner.cleanup();
        let new = owner.with(&make);
        replace(&region, new.node());
    }));
    View::of(holder)
}

/// Replaces what the region holds: what was unfolded stays so, and the focus stays, or goes to the nearest
/// title where its element is gone.
fn replace(region: &Region, new: &Node) {
    let old = region.content();
    // At first there is nothing, and so with most signs of a state later on.
    if old.is_empty() {
        return region.replace(new);
    }
    let place = Place::of(&old);
    region.replace(new);
    let content = region.content();
    // Another screen is folded as it was made: its items only look like those of the last one.
    if !holds_screen(&content) {
        place.unfold(&content);
    }
    if place.has_focus() && !place.focus(&content) {
        focus_title(&content, region.end());
    }
}
