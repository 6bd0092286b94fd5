//! What waits until the person sees what was changed.

use std::cell::RefCell;
use std::mem::take;

use super::js;
use super::page::{after, next_frame};
use wasm_bindgen::JsValue;

/// How long a change may wait to be painted, in milliseconds: a page that cannot be seen is not painted.
const UNPAINTED: i32 = 250;
/// A frame, in milliseconds: what the person did meanwhile, and what else was asked for, comes first.
const BEHIND: i32 = 16;

type Run = Box<dyn FnOnce()>;

thread_local! {
    /// What waits for the next paint, and the number of that paint.
    static WAITING: RefCell<(u32, Vec<Run>)> = const { RefCell::new((0, Vec::new())) };
}

/// Calls `then` once what was just changed is painted, in a task of its own.
pub fn after_paint(then: impl FnOnce() + 'static) {
    wait(Box::new(then));
}

fn wait(run: Run) {
    let paint = WAITING.with_borrow_mut(|(paint, runs)| {
        runs.push(run);
        (runs.len() == 1).then_some(*paint)
    });
    if let Some(paint) = paint {
        next_frame(move || after(BEHIND, move || run_after(paint)));
        after(UNPAINTED, move || run_after(paint));
    }
}

/// Runs what waited for this paint, where that has not run yet.
fn run_after(paint: u32) {
    let runs = WAITING.with_borrow_mut(|(next, runs)| {
        if *next == paint {
            *next += 1;
            take(runs)
        } else {
            Vec::new()
        }
    });
    for run in runs {
        after(0, run);
    }
}

/// Waits until what was just changed is painted.
pub async fn painted() {
    let waited = js::settled(|done, _| {
        after_paint(move || drop(done.call0(&JsValue::NULL)));
    });
    // Nobody rejects it.
    drop(waited.await);
}
