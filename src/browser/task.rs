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
    if until("requestIdleCallback", &[]).await.is_err() {
        pause(AT_REST_AFTER).await;
    }
}

/// Waits this long, in milliseconds.
pub async fn pause(milliseconds: i32) {
    drop(until("setTimeout", &[milliseconds.into()]).await);
}

/// Waits until this function of the window calls back; fails where there is no such function.
async fn until(function: &str, asked: &[JsValue]) -> Result<JsValue, JsValue> {
    let window = js_sys::global().into();
    js::settled(|done, failed| {
        let asked = [&[done.into()], asked].concat();
        if js::call(&window, function, &asked).is_err() {
            // It will not call back.
            drop(failed.call0(&JsValue::NULL));
        }
    })
    .await
}
