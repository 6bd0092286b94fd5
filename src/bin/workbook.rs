//! Entry of the module of the workbook: offers its one function to the page, as a member of the global that
//! `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::workbook;
use numea::domain::formats::document::read_document;
use numea::domain::school::questionnaire::Questionnaire;

fn main() {
    let module = Reflect::get(&js_sys::global(), &"numeaWorkbook".into());
    let write =
        Closure::<dyn Fn(String, String) -> JsValue>::new(|document: String, today: String| {
            written(&document, &today).map_or(JsValue::NULL, |bytes| {
                Uint8Array::from(bytes.as_slice()).into()
            })
        });
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(
        &module.unwrap_or(JsValue::UNDEFINED),
        &"write".into(),
        &write.into_js_value(),
    );
}

/// The workbook of a document, as it stands on this day.
fn written(document: &str, today: &str) -> Option<Vec<u8>> {
    let dossier = read_document(document).ok()?.dossier;
    let questionnaire = Questionnaire::official().ok()?;
    workbook::write(&dossier, &questionnaire, today.parse().ok()?).ok()
}
