//! What tabs share: the lock and the channel.

use numea::browser::channel::{Channel, News, tab_id};
use numea::browser::js;
use numea::browser::locks::{Manner, Request};
use numea::domain::world::World;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Lets what is under way arrive.
async fn a_while() {
    let never = js_sys::Promise::new(&mut |_, _| {});
    assert!(js::within(100, never).await.is_err());
}

#[wasm_bindgen_test]
async fn the_lock_is_held_until_it_is_stolen() {
    let first = Request::new(Manner::IfFree).unwrap();
    assert_eq!(first.was_free().await, Ok(true));
    let second = Request::new(Manner::IfFree).unwrap();
    assert_eq!(second.was_free().await, Ok(false));
    let thief = Request::new(Manner::Steal).unwrap();
    assert!(thief.granted().await);
    // This ends the test only if the first hears of it.
    first.lost().await;
    let third = Request::new(Manner::IfFree).unwrap();
    assert_eq!(third.was_free().await, Ok(false));
}

#[wasm_bindgen_test]
async fn a_tab_hears_the_others_and_not_itself() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = heard.clone();
    let one = Channel::open(move |text| listener.borrow_mut().push(text)).unwrap();
    let other = Channel::open(|_| {}).unwrap();
    one.say("from itself");
    other.say("« 🚜 »");
    a_while().await;
    assert_eq!(*heard.borrow(), ["« 🚜 »"]);
}

/// The browser says that another page changed this key of localStorage; none where all was deleted.
fn stored(key: Option<&str>) {
    let event = js::construct("Event", &"storage".into()).unwrap();
    let key = key.map_or(JsValue::NULL, JsValue::from);
    js_sys::Reflect::set(&event, &"key".into(), &key).unwrap();
    js::call(&js_sys::global(), "dispatchEvent", &[event]).unwrap();
}

#[wasm_bindgen_test]
fn news_come_again_once_localstorage_shows_what_was_written_and_end_with_whoever_listens() {
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let news = News::about(World::FIRST, "meeting", move || count.set(count.get() + 1));
    stored(Some("numea:v1:meeting"));
    assert_eq!(heard.get(), 1);
    stored(Some("numea:v1:dossier"));
    stored(Some("numea:v1@1f2e3d4c:meeting"));
    assert_eq!(heard.get(), 1, "of another key, of another dossier");
    stored(None);
    assert_eq!(heard.get(), 2);
    drop(news);
    stored(Some("numea:v1:meeting"));
    assert_eq!(heard.get(), 2);
}

#[wasm_bindgen_test]
async fn tabs_have_numbers_that_grow() {
    let first = tab_id();
    a_while().await;
    assert!(tab_id() > first);
}

#[wasm_bindgen_test]
fn a_class_that_is_not_there_is_an_error() {
    assert!(js::construct("NoSuchClass", &JsValue::NULL).is_err());
}
