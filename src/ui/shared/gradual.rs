//! Long screens come piece by piece: what is seen first is painted first, and answers first.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::ops::Range;
use std::rc::Rc;

use crate::browser::{entries, paint};
use crate::ui::kit::view::{View, dynamic_by};

/// A piece below the window, made once what is above it is painted. On the way back it is made at once: where the person was
/// may be in it.
pub fn after_paint(make: impl Fn() -> View + 'static) -> View {
    let is_due = RwSignal::new(entries::leads_back());
    if !is_due.get_untracked() {
        // Nothing, where the screen has gone meanwhile.
        paint::after_paint(move || {
            let _ = is_due.try_set(true);
        });
    }
    dynamic_by(
        move || is_due.get().to_string(),
        move || {
            if is_due.get_untracked() {
                make()
            } else {
                View::nothing()
            }
        },
    )
}

/// Pieces of a long list that are made after one paint.
const SLICE: usize = 40;

/// A long list, made slice by slice: what a window shows first at once, then a slice after each paint. On the way back all of
/// it at once.
#[derive(Clone, Copy)]
pub struct Slices {
    first: usize,
    size: usize,
    /// How many pieces there may be by now.
    due: RwSignal<usize>,
}

impl Slices {
    /// Of so many pieces, of which `first` are made at once.
    pub fn of(len: usize, first: usize) -> Self {
        Self::of_size(SLICE, len, first)
    }

    /// The same of pieces that are large: one after each paint.
    pub fn one_by_one(len: usize, first: usize) -> Self {
        Self::of_size(1, len, first)
    }

    fn of_size(size: usize, len: usize, first: usize) -> Self {
        let now = if entries::leads_back() { len } else { first };
        let due = RwSignal::new(now);
        make_due(due, size, now, len);
        Self { first, size, due }
    }

    /// The pieces of these places, each once its slice is due.
    pub fn pieces(self, places: Range<usize>, make: impl Fn(usize) -> View + 'static) -> View {
        let make: Rc<dyn Fn(usize) -> View> = Rc::new(make);
        let mut slices = Vec::new();
        let mut from = places.start;
        while from < places.end {
            let slice = from..self.end_of_slice(from).min(places.end);
            from = slice.end;
            slices.push(self.slice(slice, make.clone()));
        }
        View::all(slices)
    }

    fn end_of_slice(self, place: usize) -> usize {
        match place.checked_sub(self.first) {
            Some(after) => self.first + (after / self.size + 1) * self.size,
            None => self.first,
        }
    }

    fn slice(self, slice: Range<usize>, make: Rc<dyn Fn(usize) -> View>) -> View {
        let (due, start) = (self.due, slice.start);
        let made = move || View::all(slice.clone().map(|place| make(place)));
        if due.get_untracked() > start {
            return made();
        }
        dynamic_by(
            move || (due.get() > start).to_string(),
            move || {
                if due.get_untracked() > start {
                    made()
                } else {
                    View::nothing()
                }
            },
        )
    }
}

/// Makes one more slice due after each paint, until all are, or the list is gone.
fn make_due(due: RwSignal<usize>, size: usize, now: usize, len: usize) {
    if now >= len {
        return;
    }
    paint::after_paint(move || {
        // Nothing, where the list has gone meanwhile.
        if due.try_set(now + size).is_none() {
            make_due(due, size, now + size, len);
        }
    });
}
