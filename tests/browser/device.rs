//! What the browser allows is looked for, never taken for granted, and nothing that is missing throws.

use numea::browser::{device, js};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_there_is_found_and_what_is_not_is_not() {
    for path in ["navigator", "navigator.userAgent", "document.body"] {
        assert!(device::has(path), "{path}");
    }
    for path in ["", "nothing", "nothing.at.all", "navigator.nothing.at.all"] {
        assert!(!device::has(path), "{path}");
    }
    assert!(device::user_agent().starts_with("Mozilla/"));
}

#[wasm_bindgen_test]
fn this_page_is_in_no_frame_and_on_the_device_itself() {
    assert_eq!(device::frame(), device::Frame::None);
    assert!(device::is_secure());
}

#[wasm_bindgen_test]
async fn a_promise_that_is_not_there_or_fails_is_none() {
    let window = js_sys::global().into();
    assert_eq!(js::promised(&window, "nothing", &[]).await, None);
    assert_eq!(js::promised(&JsValue::NULL, "nothing", &[]).await, None);
    let nowhere = "http://127.0.0.1:1/".into();
    assert_eq!(js::promised(&window, "fetch", &[nowhere]).await, None);
    let (used, of) = device::space().await.unwrap();
    assert!(used < of);
}
