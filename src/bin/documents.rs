//! Entry of the module of documents: offers its functions to the page, as members of the global
//! that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::{dossier_link, invitation, qr};
use numea::domain::formats::link::LinkError;
use numea::domain::school::dossier::LeftOut;

fn main() {
    let documents = member(&js_sys::global(), "numeaDocuments");
    let qr = Closure::<dyn Fn(String) -> JsValue>::new(|text: String| drawing(&text));
    set(&documents, "qr", &qr.into_js_value());
    let pack = Closure::<dyn Fn(String) -> JsValue>::new(|text: String| packed(&text));
    set(&documents, "pack", &pack.into_js_value());
    let unpack = Closure::<dyn Fn(String) -> JsValue>::new(|code: String| unpacked(&code));
    set(&documents, "unpack", &unpack.into_js_value());
    offer(&documents, "packAsked", invitation::pack);
    offer(&documents, "unpackAsked", invitation::unpack);
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

/// The code of a document, which stands after the [letters](LeftOut::letters) of what was left out of it;
/// `null` where it is too long for one.
fn packed(text: &str) -> JsValue {
    let (left_out, document) = LeftOut::from_letters(text);
    dossier_link::write(document, left_out).map_or(JsValue::NULL, JsValue::from)
}

/// The same text again; the number of the version where that is newer; `null` where the code is damaged.
fn unpacked(code: &str) -> JsValue {
    match dossier_link::read(code) {
        Ok((left_out, document)) => [left_out.letters().as_str(), &document].concat().into(),
        Err(LinkError::Newer(version)) => version.into(),
        Err(LinkError::NotACode | LinkError::Damaged | LinkError::OtherQuestionnaire(_)) => {
            JsValue::NULL
        }
    }
}

/// A function of a text, that gives a text or `null`.
fn offer(documents: &JsValue, name: &str, function: fn(&str) -> Option<String>) {
    let closure = Closure::<dyn Fn(String) -> JsValue>::new(move |text: String| {
        function(&text).map_or(JsValue::NULL, JsValue::from)
    });
    set(documents, name, &closure.into_js_value());
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(object, &name.into(), value);
}
