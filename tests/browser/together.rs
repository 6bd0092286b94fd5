//! Pieces that follow their signals in one effect, and what is made when it is first unfolded.

use leptos::prelude::*;
use numea::ui::kit::disclosure::unfolded;
use numea::ui::kit::view::{View, dynamic, dynamic_by, el, text, together, together_after_paint};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

use super::views::{effects, painted, settle, show};

#[wasm_bindgen_test]
async fn what_follows_together_follows_each_of_its_signals() {
    let (first, second) = (RwSignal::new(1), RwSignal::new(1));
    let shown = show("together", move || {
        together(|| {
            let made = Cell::new(0);
            let piece = move || {
                made.set(made.get() + 1);
                format!("{} of {}", made.get(), second.get_untracked()).into()
            };
            let kept = dynamic_by(move || second.get().to_string(), piece);
            let number = text(move || first.get().to_string());
            el("p").child(number).child("; ").child(kept).view()
        })
    });
    let says = || shown.text_content().unwrap();
    assert_eq!(says(), "1; 1 of 1", "all of it is there at once");
    first.set(2);
    settle().await;
    assert_eq!(says(), "2; 1 of 1", "a piece by a key is left as it is");
    second.set(5);
    settle().await;
    assert_eq!(says(), "2; 2 of 5");
}

#[wasm_bindgen_test]
async fn what_only_goes_with_a_change_follows_after_the_paint_of_what_stands_for_it() {
    let number = RwSignal::new(1);
    let runs = Rc::new(Cell::new(0));
    let counted = runs.clone();
    let shown = show("together-after-paint", move || {
        let late = together_after_paint(|| {
            text(move || {
                counted.set(counted.get() + 1);
                number.get().to_string()
            })
        });
        el("p")
            .child(text(move || number.get().to_string()))
            .child(" ")
            .child(late)
            .view()
    });
    let says = || shown.text_content().unwrap();
    assert_eq!(says(), "1 1", "all of it is there at once");
    number.set(2);
    effects().await;
    number.set(3);
    effects().await;
    assert_eq!(says(), "3 1");
    painted().await;
    assert_eq!(says(), "3 3");
    assert_eq!(runs.get(), 2, "two changes before one paint are one run");
    number.set(4);
    painted().await;
    painted().await;
    assert_eq!(says(), "4 4");
    assert_eq!(runs.get(), 3);
}

#[wasm_bindgen_test]
async fn what_is_made_inside_a_piece_that_follows_together_goes_with_the_piece() {
    let (round, number) = (RwSignal::new(0), RwSignal::new(0));
    let runs = Rc::new(Cell::new(0));
    let counted = runs.clone();
    let shown = show("together-inside", move || {
        together(|| {
            let make = move || {
                let runs = counted.clone();
                text(move || {
                    runs.set(runs.get() + 1);
                    number.get().to_string()
                })
            };
            dynamic_by(move || round.get().to_string(), make)
        })
    });
    round.set(1);
    settle().await;
    round.set(2);
    settle().await;
    let before = runs.get();
    number.set(7);
    settle().await;
    assert_eq!(
        runs.get() - before,
        1,
        "the two that were replaced are gone"
    );
    assert_eq!(shown.text_content().as_deref(), Some("7"));
}

#[wasm_bindgen_test]
async fn what_followed_together_is_let_go_with_the_screen() {
    let (screen, number) = (RwSignal::new(true), RwSignal::new(0));
    let runs = Rc::new(Cell::new(0));
    let counted = runs.clone();
    show("together-gone", move || {
        dynamic(move || {
            let runs = counted.clone();
            let piece = move || {
                together(|| {
                    text(move || {
                        runs.set(runs.get() + 1);
                        number.get().to_string()
                    })
                })
            };
            if screen.get() {
                piece()
            } else {
                View::nothing()
            }
        })
    });
    assert_eq!(runs.get(), 1);
    screen.set(false);
    settle().await;
    number.set(1);
    settle().await;
    assert_eq!(runs.get(), 1);
}

#[wasm_bindgen_test]
async fn what_is_folded_is_made_when_it_is_first_unfolded_and_then_stays() {
    let made = Rc::new(Cell::new(0));
    let counted = made.clone();
    let shown = show("unfolded-late", move || {
        unfolded("Title", "", move || {
            counted.set(counted.get() + 1);
            el("p").child("content").view()
        })
    });
    let details = shown.query_selector("details").unwrap().unwrap();
    assert_eq!(made.get(), 0);
    for open in [true, false, true] {
        details.toggle_attribute_with_force("open", open).unwrap();
        // The browser tells of it in a task of its own, after a frame at most.
        for _ in 0..20 {
            settle().await;
        }
    }
    assert_eq!(made.get(), 1);
    assert_eq!(
        shown
            .query_selector("p")
            .unwrap()
            .unwrap()
            .text_content()
            .as_deref(),
        Some("content")
    );
}
