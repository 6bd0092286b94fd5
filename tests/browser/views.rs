//! Views follow signals, take out what they replace, and never parse HTML.

use leptos::prelude::*;
use numea::browser::{page, paint, place};
use numea::ui::kit::view::{View, dynamic, dynamic_by, el, text};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// Shows a view in an element of its own, which it gives back.
pub fn show(id: &'static str, make: impl FnOnce() -> View + 'static) -> Element {
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
pub async fn settle() {
    let (done, wait) = futures_channel();
    page::after(0, done);
    wait.await;
}

/// Lets effects run, in the same task: nothing is painted meanwhile.
pub async fn effects() {
    for _ in 0..20 {
        let turn = js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL);
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
    }
}

/// Waits until what was changed is painted, and what follows the paint has run.
pub async fn painted() {
    paint::painted().await;
    settle().await;
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

/// Every text of a piece wrapped as a translator does, then cut in two as a highlighter does.
fn translate_and_highlight(piece: &Element) {
    let change = js_sys::Function::new_with_args(
        "piece",
        "const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
         const texts = [];
         while (walker.nextNode()) texts.push(walker.currentNode);
         for (const text of texts) {
           const font = document.createElement('font');
           font.append(document.createElement('font'));
           font.firstChild.textContent = text.data;
           text.replaceWith(font);
           const half = font.firstChild.firstChild;
           if (half && half.length > 1) half.splitText(1);
         }",
    );
    change.call1(&wasm_bindgen::JsValue::NULL, piece).unwrap();
}

#[wasm_bindgen_test]
async fn a_text_that_was_translated_or_split_still_follows_its_signal() {
    let signal = RwSignal::new(10);
    let shown = show("foreign", move || {
        let number = move || signal.get().to_string();
        View::all([
            el("p").text(number).view(),
            el("p").child("now ").text(number).view(),
            el("p").text(number).child(" then").view(),
            el("p").child(text(number)).child(text(number)).view(),
            dynamic(move || number().as_str().into()),
        ])
    });
    assert_eq!(shown.text_content().unwrap(), "10now 1010 then101010");
    translate_and_highlight(&shown);
    assert_eq!(shown.text_content().unwrap(), "10now 1010 then101010");
    signal.set(25);
    settle().await;
    assert_eq!(shown.text_content().unwrap(), "25now 2525 then252525");
}

/// Takes out of the page whatever is neither element nor text: comments, and the marks of regions.
fn take_marks_out(piece: &Element) {
    let change = js_sys::Function::new_with_args(
        "piece",
        "const walker = document.createTreeWalker(piece, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION);
         const found = [];
         while (walker.nextNode()) found.push(walker.currentNode);
         for (const one of found) one.remove();
         piece.normalize();",
    );
    change.call1(&wasm_bindgen::JsValue::NULL, piece).unwrap();
}

#[wasm_bindgen_test]
async fn a_piece_whose_marks_were_taken_out_is_still_replaced_in_its_place() {
    let signal = RwSignal::new(1);
    let shown = show("marks", move || {
        el("div")
            .child(el("i").child("before "))
            .dynamic(move || el("b").child(signal.get().to_string()).view())
            .child(el("i").child(" after"))
            .view()
    });
    for round in 2..4 {
        take_marks_out(&shown);
        signal.set(round);
        settle().await;
        assert_eq!(
            shown.text_content().unwrap(),
            format!("before {round} after")
        );
    }
}

#[wasm_bindgen_test]
async fn a_piece_made_anew_stays_unfolded_and_keeps_the_focus() {
    place::find();
    let signal = RwSignal::new(3);
    let shown = show("unfolded", move || {
        let fold = |name: String| {
            el("details")
                .child(el("summary").child(name))
                .child(el("p").child("content"))
                .view()
        };
        dynamic(move || {
            let number = signal.get();
            View::all([
                fold("First".to_owned()),
                fold(format!("The {number} others")),
                el("button").child("Same").view(),
                el("button").child("Same").view(),
            ])
        })
    });
    let all = |selector: &str| shown.query_selector_all(selector).unwrap();
    let element = |selector: &str, place| {
        all(selector)
            .get(place)
            .unwrap()
            .unchecked_into::<web_sys::HtmlElement>()
    };
    element("details", 1).set_attribute("open", "").unwrap();
    element("button", 1).focus().unwrap();
    signal.set(2);
    settle().await;
    assert!(!element("details", 0).has_attribute("open"));
    assert!(element("details", 1).has_attribute("open"));
    assert_eq!(focused(), element("button", 1).unchecked_into());
}

#[wasm_bindgen_test]
async fn the_focus_goes_with_the_one_whose_name_says_so_where_a_list_is_put_in_another_order() {
    place::find();
    let order = RwSignal::new(["1.1.1", "1.1.2"]);
    let shown = show("moved", move || {
        let button = |item| {
            let name = format!("Descendre, item {item}");
            el("button").attr("aria-label", &name).child("↓").view()
        };
        dynamic(move || View::all(order.get().map(button)))
    });
    let first = shown.query_selector("button").unwrap().unwrap();
    let first: web_sys::HtmlElement = first.unchecked_into();
    first.focus().unwrap();
    order.set(["1.1.2", "1.1.1"]);
    settle().await;
    let name = focused().get_attribute("aria-label");
    assert_eq!(name.as_deref(), Some("Descendre, item 1.1.1"));
}

fn focused() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    document.active_element().unwrap()
}

#[wasm_bindgen_test]
async fn where_the_element_that_had_the_focus_is_gone_the_title_before_it_has_it() {
    place::find();
    let signal = RwSignal::new(true);
    let shown = show("gone", move || {
        View::all([
            el("h2").child("Title").view(),
            el("p")
                .dynamic(move || {
                    if signal.get() {
                        el("button").child("Away").view()
                    } else {
                        "gone".into()
                    }
                })
                .view(),
            el("h2").child("Next").view(),
        ])
    });
    let button = shown.query_selector("button").unwrap().unwrap();
    button
        .unchecked_into::<web_sys::HtmlElement>()
        .focus()
        .unwrap();
    signal.set(false);
    settle().await;
    assert_eq!(focused().text_content().as_deref(), Some("Title"));
}

#[wasm_bindgen_test]
async fn what_was_replaced_hears_nothing_any_more_and_is_let_go() {
    let round = RwSignal::new(0);
    let pressed = Rc::new(Cell::new(0));
    let held = Rc::new(());
    let (heard, witness) = (pressed.clone(), held.clone());
    let shown = show("let-go", move || {
        dynamic(move || {
            let (heard, witness) = (heard.clone(), witness.clone());
            let button = el("button").attr("data-round", &round.get().to_string());
            // A handler that holds its own element, as one that reads a field does.
            let node = button.node();
            button
                .on("click", move |_| {
                    let _ = (&node, &witness);
                    heard.set(heard.get() + 1);
                })
                .view()
        })
    });
    let first = shown.query_selector("button").unwrap().unwrap();
    let before = Rc::strong_count(&held);
    for _ in 0..5 {
        round.update(|round| *round += 1);
        settle().await;
    }
    first.unchecked_into::<web_sys::HtmlElement>().click();
    assert_eq!(pressed.get(), 0);
    assert_eq!(Rc::strong_count(&held), before);
}
