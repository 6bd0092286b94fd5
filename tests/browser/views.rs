//! Views follow signals, take out what they replace, and never parse HTML.

use leptos::prelude::*;
use numea::browser::page;
use numea::ui::kit::view::{View, dynamic, dynamic_by, el, text};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// Shows a view in an element of its own, which it gives back.
fn show(id: &'static str, make: impl FnOnce() -> View + 'static) -> Element {
    leptos::mount::mount_to_body(move || {
        el("section")
            .attr("id", id)
            .child(make())
            .view()
            .append_to_body()
    });
    let document = web_sys::window().unwrap().document().unwrap();
    document.get_element_by_id(id).unwrap()
}

/// Waits until effects have run.
async fn settle() {
    let (done, wait) = futures_channel();
    page::after(0, done);
    wait.await;
}

fn futures_channel() -> (impl FnOnce() + 'static, impl Future<Output = ()>) {
    let (resolve, promise) = {
        let mut resolver = None;
        let promise = js_sys::Promise::new(&mut |resolve, _| resolver = Some(resolve));
        (resolver.unwrap(), promise)
    };
    let done = move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
    (done, async move {
        drop(wasm_bindgen_futures::JsFuture::from(promise).await)
    })
}

#[wasm_bindgen_test]
async fn a_text_and_an_attribute_follow_their_signal() {
    let signal = RwSignal::new(1);
    let shown = show("follow", move || {
        let number = move || signal.get().to_string();
        el("p")
            .attr_fn("data-number", move || (signal.get() < 3).then(number))
            .text(number)
            .view()
    });
    let paragraph = shown.query_selector("p").unwrap().unwrap();
    assert_eq!(paragraph.get_attribute("data-number").as_deref(), Some("1"));
    signal.set(2);
    settle().await;
    assert_eq!(paragraph.get_attribute("data-number").as_deref(), Some("2"));
    assert_eq!(paragraph.text_content().as_deref(), Some("2"));
    signal.set(3);
    settle().await;
    assert!(!paragraph.has_attribute("data-number"));
}

#[wasm_bindgen_test]
async fn a_piece_made_anew_takes_out_what_grew_inside_it() {
    let outer = RwSignal::new(0);
    let inner = RwSignal::new(1);
    let shown = show("nested", move || {
        dynamic(move || {
            let round = outer.get();
            let letters = move || View::all((0..inner.get()).map(|_| "x".into()));
            View::all([format!("{round}:").into(), dynamic(letters), ";".into()])
        })
    });
    assert_eq!(shown.text_content().as_deref(), Some("0:x;"));
    inner.set(4);
    settle().await;
    assert_eq!(shown.text_content().as_deref(), Some("0:xxxx;"));
    outer.set(1);
    settle().await;
    assert_eq!(
        shown.text_content().as_deref(),
        Some("1:xxxx;"),
        "nothing of round 0 is left"
    );
    inner.set(0);
    settle().await;
    assert_eq!(
        shown.text_content().as_deref(),
        Some("1:;"),
        "what was replaced no longer follows"
    );
}

#[wasm_bindgen_test]
fn what_comes_from_outside_is_text_never_html() {
    let hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>\u{202e}";
    let shown = show("hostile", move || {
        el("p")
            .attr("title", hostile)
            .child(hostile)
            .child(text(move || hostile.to_owned()))
            .view()
    });
    assert!(shown.query_selector("img, script").unwrap().is_none());
    let paragraph = shown.query_selector("p").unwrap().unwrap();
    assert_eq!(paragraph.text_content().unwrap(), hostile.repeat(2));
    assert_eq!(paragraph.get_attribute("title").as_deref(), Some(hostile));
}

#[wasm_bindgen_test]
async fn a_piece_with_a_key_is_made_anew_when_the_key_changes_only() {
    let signal = RwSignal::new(1);
    let shown = show("keyed", move || {
        dynamic_by(
            move || (signal.get() / 10).to_string(),
            move || el("b").child(signal.get().to_string()).view(),
        )
    });
    let first = shown.query_selector("b").unwrap().unwrap();
    signal.set(2);
    settle().await;
    assert!(first.is_connected(), "the key is the same");
    signal.set(20);
    settle().await;
    assert!(!first.is_connected());
    assert_eq!(shown.text_content().as_deref(), Some("20"));
}
