//! Parts of the page that come later: scripts of its own host, each of which sets one global.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlScriptElement;

use super::{js, page};

/// A part could not be fetched or run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the page could not be loaded")]
pub struct NotLoaded;

impl From<JsValue> for NotLoaded {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Fetches the script that the `<meta>` of this name tells, unless its global is there already, and
/// gives the global. A failed fetch can be tried again.
///
/// # Errors
/// Where the file cannot be had (no network, an incomplete copy of the app on the host).
pub async fn load(meta: &str, name: &str) -> Result<JsValue, NotLoaded> {
    if let Some(found) = global(name) {
        return Ok(found);
    }
    let source = page::meta(meta).ok_or(NotLoaded)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(NotLoaded)?;
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    let head = document.head().ok_or(NotLoaded)?;
    let loaded = js::settled(|resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
        script.set_src(&source);
        if head.append_child(&script).is_err() {
            // The promise then never settles: say at once that it failed.
            let _ = reject.call0(&JsValue::NULL);
        }
    })
    .await;
    if loaded.is_err() {
        script.remove();
    }
    loaded?;
    global(name).ok_or(NotLoaded)
}

/// The global of this name, once its script has run.
pub fn global(name: &str) -> Option<JsValue> {
    let found = js::get(&js_sys::global(), name);
    (!found.is_undefined()).then_some(found)
}
