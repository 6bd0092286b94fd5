//! The clipboard: writing to it, where the browser lets us.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::dom::Element;
use super::js;

/// Copies what a field holds. Over plain http there is no clipboard: the older way is tried, which
/// leaves the text selected, ready to be copied by hand. True where it was copied.
pub async fn copy(field: &Element) -> bool {
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else {
        return false;
    };
    copy_text(&input.value()).await || copy_selection(input)
}

async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = js::get(&window.navigator(), "clipboard");
    let Ok(written) = js::call(&clipboard, "writeText", &[text.into()]) else {
        return false;
    };
    match written.dyn_into::<Promise>() {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

fn copy_selection(input: &HtmlInputElement) -> bool {
    input.select();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let copied = js::call(&document, "execCommand", &["copy".into()]);
    copied.is_ok_and(|copied| copied.is_truthy())
}
