//! Stands in for the crate of this name, which Leptos links for its server functions. This app has no
//! server and never streams; the real crate exports three classes to JavaScript, which no linker may
//! drop, and which weigh on the first load of every visit (see `ARCHITECTURE.md`, decisions).

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream without anything in it.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Ends at once.
    pub fn into_stream(self) -> Empty {
        Empty
    }

    /// An empty stream of the browser, whatever is given.
    pub fn from_stream<S: Stream>(_: S) -> Self {
        let empty = web_sys::ReadableStream::new();
        Self(empty.unwrap_or_else(|error| wasm_bindgen::throw_val(error)))
    }
}

/// A stream that ends at once.
#[derive(Clone, Copy, Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
