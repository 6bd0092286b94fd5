//! Work that waits for the browser.

use std::future::Future;
use std::pin::Pin;

/// Runs this work until it is done, between the other things that the page does.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(work));
}

/// One kind of work: the machinery of each other kind would weigh half a kilobyte on the first load.
fn spawn_boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}
