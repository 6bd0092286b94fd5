//! Work that waits for the browser.

use std::future::Future;

/// Runs this work until it is done, between the other things that the page does.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
