//! What this browser allows at this address. Over plain http and in sealed frames whole APIs are missing,
//! whatever their types say: each is looked for before it is used.

use wasm_bindgen::JsValue;

use super::js;
pub use crate::domain::device::Frame;

/// What the page is shown in.
pub fn frame() -> Frame {
    let window: JsValue = js_sys::global().into();
    let top = js::get(&window, "top");
    if top == window {
        Frame::None
    } else if js::get(&window, "origin").as_string().as_deref() == Some("null") {
        Frame::Sealed
    } else if js::get(&js::get(&top, "location"), "href").is_string() {
        Frame::Same
    } else {
        Frame::Other
    }
}

/// Whether browsers trust this address with everything: https, or the device itself.
pub fn is_secure() -> bool {
    has("isSecureContext")
}

/// Whether the browser has this, such as `navigator.clipboard`.
pub fn has(path: &str) -> bool {
    member(path).is_truthy()
}

/// Whether the person asks for as little traffic as can be.
pub fn saves_data() -> bool {
    has("navigator.connection.saveData")
}

/// What the browser says of itself.
pub fn user_agent() -> String {
    member("navigator.userAgent")
        .as_string()
        .unwrap_or_default()
}

/// Whether the browser promised to keep the data until the person deletes them; none where it makes no
/// such promises.
pub async fn is_persisted() -> Option<bool> {
    asked("persisted").await.map(|answer| answer.is_truthy())
}

/// Asks the browser for that promise. Some ask the person.
pub async fn persist() {
    // The answer is asked for where it is told.
    drop(asked("persist").await);
}

/// Bytes in use by this site, and bytes that it may use; none where the browser does not tell.
pub async fn space() -> Option<(u64, u64)> {
    let estimate = asked("estimate").await?;
    // Whole numbers below 2^53, which both hold.
    let bytes = |name| js::get(&estimate, name).as_f64().map(|bytes| bytes as u64);
    bytes("usage").zip(bytes("quota"))
}

/// With which type and which compression the host gives the WebAssembly file now. None where it cannot be had.
pub async fn file_types() -> Option<(String, String)> {
    let selector = "link[rel=preload][as=fetch]".into();
    let link = js::call(&member("document"), "querySelector", &[selector]).ok()?;
    let options = js::object(&[("cache", "no-store".into())]);
    let arguments = [js::get(&link, "href"), options];
    let response = js::promised(&js_sys::global(), "fetch", &arguments).await?;
    let headers = js::get(&response, "headers");
    let header = |name: &str| {
        let found = js::call(&headers, "get", &[name.into()]).ok();
        found
            .and_then(|found| found.as_string())
            .unwrap_or_default()
    };
    let types = (header("content-type"), header("content-encoding"));
    // Only the head was wanted.
    drop(js::call(&js::get(&response, "body"), "cancel", &[]));
    Some(types)
}

async fn asked(what: &str) -> Option<JsValue> {
    js::promised(&member("navigator.storage"), what, &[]).await
}

fn member(path: &str) -> JsValue {
    let window: JsValue = js_sys::global().into();
    path.split('.')
        .fold(window, |object, name| js::get(&object, name))
}
