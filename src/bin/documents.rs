//! Entry of the module of documents: offers its functions to the page, as members of the global
//! that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::qr;

fn main() {
    let documents = member(&js_sys::global(), "numeaDocuments");
    let qr = Closure::<dyn Fn(String) -> JsValue>::new(|text: String| drawing(&text));
    set(&documents, "qr", &qr.into_js_value());
}

/// The code of a text, as the attributes of its picture: `viewBox` and `d`; `null` where it is too long.
fn drawing(text: &str) -> JsValue {
    let Ok(drawing) = qr::draw(text) else {
        return JsValue::NULL;
    };
    let side = drawing.side;
    let answer = Object::new();
    set(&answer, "viewBox", &format!("0 0 {side} {side}").into());
    set(&answer, "d", &drawing.path.into());
    answer.into()
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(object, &name.into(), value);
}
