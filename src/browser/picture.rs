//! Pictures made of pixels, from drawings.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::file::Refused;
use super::{dom, js};

/// The address of a drawing (SVG) that is written in the address itself.
///
/// # Errors
/// Where the browser cannot write it.
pub fn address(drawing: &str) -> Result<String, Refused> {
    let escaped = js::call(&js_sys::global(), "encodeURIComponent", &[drawing.into()])?;
    let escaped = escaped.as_string().ok_or(Refused)?;
    Ok(["data:image/svg+xml;charset=utf-8,", &escaped].concat())
}

/// The bytes of a PNG of this drawing (SVG), as large as the drawing says that it is.
///
/// # Errors
/// Where the browser draws no pictures, or forbids to read what it drew.
pub async fn png(drawing: &str) -> Result<Vec<u8>, Refused> {
    let image = dom::create("img");
    dom::set_attribute(&image, "src", Some(&address(drawing)?));
    js::promised(&image, "decode", &[]).await.ok_or(Refused)?;
    let canvas = dom::create("canvas");
    for (name, natural) in [("width", "naturalWidth"), ("height", "naturalHeight")] {
        // A whole number of pixels.
        let size = js::get(&image, natural).as_f64().ok_or(Refused)? as u32;
        dom::set_attribute(&canvas, name, Some(&size.to_string()));
    }
    let context = js::call(&canvas, "getContext", &["2d".into()])?;
    js::call(&context, "drawImage", &[image.into(), 0.into(), 0.into()])?;
    let blob = js::settled(|resolve, reject| {
        let asked = [resolve.into(), "image/png".into()];
        if js::call(&canvas, "toBlob", &asked).is_err() {
            // It threw, and will not call back.
            let _ = reject.call0(&JsValue::NULL);
        }
    })
    .await?;
    let buffer = js::promised(&blob, "arrayBuffer", &[]).await;
    Ok(Uint8Array::new(&buffer.ok_or(Refused)?).to_vec())
}
