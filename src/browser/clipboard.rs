//! The clipboard: writing to it, where the browser lets us.

use wasm_bindgen::JsValue;

use super::dom::{self, Element};
use super::js;

/// Copies what a field holds. Over plain http there is no clipboard: the older way is tried, which
/// leaves the text selected, ready to be copied by hand. True where it was copied.
pub async fn copy(field: &Element) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = js::get(&window.navigator(), "clipboard");
    let text = dom::field_value(field);
    let written = js::promised(&clipboard, "writeText", &[text.into()]).await;
    written.is_some() || copy_selection(&window.document().into(), field)
}

fn copy_selection(document: &JsValue, field: &Element) -> bool {
    // Without a selection there is nothing to copy, and the answer below is no.
    let _ = js::call(field, "select", &[]);
    let copied = js::call(document, "execCommand", &["copy".into()]);
    copied.is_ok_and(|copied| copied.is_truthy())
}
