//! Fields keep in sight what is not kept of them, and say it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::views::{settle, show};
use leptos::prelude::*;
use numea::ui::kit::entry::{self, Bound, Lines};
use numea::ui::kit::view::{View, el};
use numea::ui::shared::troubles;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, HtmlInputElement};

const MAX: usize = 5;

/// A field of one line of which five characters are kept in this signal; and the sentence beside it.
fn field(id: &'static str, kept: RwSignal<String>) -> (HtmlInputElement, Element) {
    entry::say_by(troubles::said);
    let bound = Bound {
        get: Rc::new(move || kept.get()),
        set: Rc::new(move |text: String| kept.set(text.chars().take(MAX).collect())),
    };
    let shown = show(id, move || {
        let (input, said) = entry::text(el("input"), ("x", ""), (Lines::One, MAX), &bound);
        View::all([input.view(), said.view()])
    });
    let find = |selector| shown.query_selector(selector).unwrap().unwrap();
    (find("input").unchecked_into(), find("p"))
}

fn send(field: &HtmlInputElement, event: &str) {
    field.dispatch_event(&Event::new(event).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn what_is_over_stays_in_sight_whatever_else_changes_and_undoing_takes_it_back() {
    let kept = RwSignal::new(String::new());
    let (field, said) = field("over", kept);
    field.set_value("abcdefg");
    send(&field, "input");
    settle().await;
    assert_eq!(kept.get_untracked(), "abcde");
    assert_eq!(field.value(), "abcdefg");
    assert!(
        said.text_content()
            .unwrap()
            .starts_with("2\u{a0}caractères de trop")
    );
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    kept.notify();
    settle().await;
    assert_eq!(
        field.value(),
        "abcdefg",
        "something else of the dossier changed"
    );
    kept.set("ab".into());
    settle().await;
    assert_eq!(field.value(), "ab");
    assert_eq!(said.text_content().as_deref(), Some(""));
    assert!(!field.has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn what_could_not_be_kept_at_all_shows_again_what_is_kept() {
    let refused = Rc::new(RefCell::new(0));
    let kept = RwSignal::new("ab".to_owned());
    let count = refused.clone();
    let bound = Bound {
        get: Rc::new(move || kept.get()),
        set: Rc::new(move |_| {
            *count.borrow_mut() += 1;
            kept.notify();
        }),
    };
    let shown = show("refused", move || {
        let (input, said) = entry::text(el("input"), ("y", ""), (Lines::One, MAX), &bound);
        View::all([input.view(), said.view()])
    });
    let field: HtmlInputElement = shown
        .query_selector("input")
        .unwrap()
        .unwrap()
        .unchecked_into();
    field.set_value("abc");
    send(&field, "input");
    settle().await;
    assert_eq!((field.value().as_str(), *refused.borrow()), ("ab", 1));
}

#[wasm_bindgen_test]
async fn lines_of_an_old_file_are_all_there_in_a_field_of_one_line() {
    let kept = RwSignal::new("a\nb\r\nc".to_owned());
    let (field, _) = field("lines", kept);
    settle().await;
    assert_eq!(field.value(), "a, b, c");
    assert_eq!(
        kept.get_untracked(),
        "a\nb\r\nc",
        "showing it changes nothing"
    );
}
