//! Entry of the module that reads QR codes from the pictures of a camera, where the browser cannot. Offers its function to the
//! page, as a member of the global that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::scan;

fn main() {
    let module = Reflect::get(&js_sys::global(), &"numeaScanner".into());
    let module = module.unwrap_or(JsValue::UNDEFINED);
    let scan = Closure::<dyn Fn(Uint8Array, u32) -> JsValue>::new(|points: Uint8Array, width| {
        let codes = scan::codes(&points.to_vec(), width as usize);
        codes
            .into_iter()
            .map(JsValue::from)
            .collect::<Array>()
            .into()
    });
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(&module, &"scan".into(), &scan.into_js_value());
}
