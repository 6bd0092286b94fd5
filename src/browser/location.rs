//! The address bar: what follows the `#`.

use wasm_bindgen::{JsCast, closure::Closure};

/// What follows the address of the page, with its `#`; empty where there is nothing.
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address of the page itself, without what follows the `#`.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    href.and_then(|href| href.split('#').next().map(str::to_owned))
        .unwrap_or_default()
}

/// Goes to this address, as a link would.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only to a document that is no longer shown.
        let _ = window.location().set_hash(hash);
    }
}

/// Shows this address instead of the present one, without a step back to it.
pub fn replace(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused in some frames: the address bar then stays as it is, which loses nothing.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Calls `changed` whenever the address changes, for as long as the page lives.
pub fn on_hash_change(changed: impl FnMut() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let handler = Closure::<dyn FnMut()>::new(changed).into_js_value();
    // Adding a listener to the window cannot fail.
    let _ = window.add_event_listener_with_callback("hashchange", handler.unchecked_ref());
}
