//! Work that waits for the browser.

use std::future::Future;
use std::pin::Pin;

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
    let window = js_sys::global().into();
    let rested = js::settled(|done, _| {
        let asked = js::call(&window, "requestIdleCallback", &[done.clone().into()]);
        // Safari has no such call.
        let asked = asked
            .or_else(|_| js::call(&window, "setTimeout", &[done.into(), AT_REST_AFTER.into()]));
        drop(asked);
    });
    // Nobody rejects it.
    drop(rested.await);
}
