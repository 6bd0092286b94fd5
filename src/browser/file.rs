//! Files: giving one to be saved. Works over plain http too.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::page;

/// How long the text stays at hand for the browser to save, in milliseconds: some ask where to first.
const AT_HAND: i32 = 60_000;

/// The browser refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused the file")]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Gives a text to the browser, which saves it under this name, or asks where to.
///
/// # Errors
/// Where the browser cannot make a file. What it then does with one is not told to any page.
pub fn save(name: &str, text: &str) -> Result<(), Refused> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(Refused)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Some browsers only follow links that are in the page.
    document.body().ok_or(Refused)?.append_child(&link)?;
    link.click();
    link.remove();
    page::after(AT_HAND, move || drop(Url::revoke_object_url(&address)));
    Ok(())
}
