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
    if let Some(found) = run(&source, name).await {
        return Ok(found);
    }
    // A network that first wants a sign-in answers with a page of its own, which the browser may keep for a year in
    // place of the script: the host is asked once, past what is kept.
    let options = js::object(&[("cache", "reload".into())]);
    let window: JsValue = js_sys::global().into();
    let response = js::promised(&window, "fetch", &[source.as_str().into(), options]).await;
    let response = response.ok_or(NotLoaded)?;
    js::promised(&response, "text", &[])
        .await
        .ok_or(NotLoaded)?;
    run(&source, name).await.ok_or(NotLoaded)
}

/// Runs this script, and gives its global.
async fn run(source: &str, name: &str) -> Option<JsValue> {
    add(source).await.ok()?;
    global(name)
}

async fn add(source: &str) -> Result<(), NotLoaded> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(NotLoaded)?;
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    let head = document.head().ok_or(NotLoaded)?;
    let loaded = js::settled(|resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
        script.set_src(source);
        if head.append_child(&script).is_err() {
            // The promise then never settles: say at once that it failed.
            let _ = reject.call0(&JsValue::NULL);
        }
    })
    .await;
    if loaded.is_err() {
        script.remove();
    }
    Ok(loaded.map(drop)?)
}

/// The global of this name, once its script has run.
pub fn global(name: &str) -> Option<JsValue> {
    let found = js::get(&js_sys::global(), name);
    (!found.is_undefined()).then_some(found)
}
