//! Long screens come piece by piece, and nothing that comes late looks for a screen that is gone.

use leptos::prelude::*;
use numea::ui::kit::view::el;
use numea::ui::pages::timeline::Kept;
use numea::ui::shared::gradual::Slices;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::views::{settle, show};

fn items(list: &Element) -> u32 {
    list.query_selector_all("li").unwrap().length()
}

#[wasm_bindgen_test]
async fn of_a_long_list_what_a_window_shows_is_there_at_once_and_the_rest_in_order_after_the_paint()
{
    let list = show("slices", || {
        let slices = Slices::of(130, 10);
        let item = |place: usize| el("li").child(place.to_string()).view();
        let two = [0..70, 70..130].map(|places| slices.pieces(places, item));
        el("ul").children(two).view()
    });
    assert_eq!(items(&list), 10);
    for _ in 0..600 {
        settle().await;
        if items(&list) == 130 {
            break;
        }
    }
    let found = list.query_selector_all("li").unwrap();
    let texts = (0..found.length()).map(|place| found.item(place).unwrap().text_content().unwrap());
    let expected: Vec<_> = (0..130).map(|place: u32| place.to_string()).collect();
    assert_eq!(texts.collect::<Vec<_>>(), expected);
}

#[wasm_bindgen_test]
async fn a_list_that_is_gone_before_all_of_it_came_stays_gone() {
    let owner = Owner::new();
    let slices = owner.with(|| Slices::of(500, 10));
    owner.with(|| drop(slices.pieces(0..500, |_| el("li").view())));
    owner.cleanup();
    for _ in 0..40 {
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn positionings_that_are_read_once_their_screen_is_gone_are_shown_nowhere_and_stop_nothing() {
    let owner = Owner::new();
    let kept = owner.with(Kept::none);
    assert!(!kept.is_gone());
    owner.cleanup();
    settle().await;
    assert!(kept.is_gone());
    kept.show(Vec::new());
}
