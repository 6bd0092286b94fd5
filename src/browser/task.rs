//! Work that waits for the browser.

use std::future::Future;
use std::pin::Pin;

use wasm_bindgen::JsValue;

use super::js;

/// Where the browser does not say when it is at rest, this long after is taken for it, in milliseconds.
const AT_REST_AFTER: i32 = 1_500;

/// Runs this work until it is done, between the other things that the page does.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(work));
}

/// One kind of work: the machinery of each other kind would weigh half a kilobyte on the first load.
fn spawn_boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Waits until the page has nothing else to do.
pub async fn idle() {
    // Safari has no such call.
    wait(Some("requestIdleCallback"), AT_REST_AFTER).await;
}

/// Waits this long, in milliseconds.
pub async fn pause(milliseconds: i32) {
    wait(None, milliseconds).await;
}

/// Waits until this function of the window calls back; without it, this long.
async fn wait(function: Option<&str>, milliseconds: i32) {
    let window = js_sys::global().into();
    let waited = js::settled(|done, _| {
        let done = JsValue::from(done);
        let asked = function.ok_or(JsValue::NULL);
        let asked = asked.and_then(|name| js::call(&window, name, std::slice::from_ref(&done)));
        drop(asked.or_else(|_| js::call(&window, "setTimeout", &[done, milliseconds.into()])));
    });
    // Nobody rejects it.
    drop(waited.await);
}
