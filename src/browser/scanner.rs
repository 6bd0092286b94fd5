//! The module that reads codes from pictures, where the browser cannot: a WebAssembly program of its own, fetched with the
//! first camera.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

use super::documents::{Module, start};
use super::js;
use super::script::{self, NotLoaded};

const SCANNER: Module = ("numea-scanner", "numeaScanner");

/// Fetches and starts the module that reads codes from pictures, once for the life of the page.
///
/// # Errors
/// Where one of its files cannot be had, or the browser refuses to run it.
pub async fn load() -> Result<(), NotLoaded> {
    start(SCANNER).await
}

/// The texts of the QR codes in a picture, given as the brightness of its points, row by row.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn scan(brightness: &[u8], width: u32) -> Result<Vec<String>, NotLoaded> {
    let module = script::global(SCANNER.1).ok_or(NotLoaded)?;
    let asked = [Uint8Array::from(brightness).into(), width.into()];
    let texts: Array = js::call(&module, "scan", &asked)?
        .dyn_into()
        .map_err(|_| NotLoaded)?;
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}
