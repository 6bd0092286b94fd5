//! Entry of the module of whole dossiers: the workbook, the table and the calendar. Offers its functions to the page, as
//! members of the global that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::calendar::{Asked, Reminders};
use numea::documents::{calendar, csv, workbook};
use numea::domain::formats::document::read_document;
use numea::domain::school::questionnaire::Questionnaire;

fn main() {
    let module = Reflect::get(&js_sys::global(), &"numeaWorkbook".into());
    let module = module.unwrap_or(JsValue::UNDEFINED);
    let write =
        Closure::<dyn Fn(String, String) -> JsValue>::new(|document: String, today: String| {
            written(&document, &today).map_or(JsValue::NULL, |bytes| {
                Uint8Array::from(bytes.as_slice()).into()
            })
        });
    set(&module, "write", &write.into_js_value());
    let table = Closure::<dyn Fn(String) -> JsValue>::new(|document: String| table(&document));
    set(&module, "csv", &table.into_js_value());
    let dates = Closure::<dyn Fn(String, String, JsValue, bool) -> JsValue>::new(dates);
    set(&module, "calendar", &dates.into_js_value());
}

/// The workbook of a document, as it stands on this day.
fn written(document: &str, today: &str) -> Option<Vec<u8>> {
    let dossier = read_document(document).ok()?.dossier;
    let questionnaire = Questionnaire::official().ok()?;
    workbook::write(&dossier, &questionnaire, today.parse().ok()?).ok()
}

/// The table of answers of a document.
fn table(document: &str) -> JsValue {
    let (Ok(read), Ok(questionnaire)) = (read_document(document), Questionnaire::official()) else {
        return JsValue::NULL;
    };
    csv::write(&read.dossier, &questionnaire).into()
}

/// The calendar of a document, written at this moment of universal time: of one lead, or of all where that is no text;
/// with reminders as events of their own, or not. `null` where nothing has a due date.
fn dates(document: String, stamp: String, lead: JsValue, has_events: bool) -> JsValue {
    let (Ok(read), Ok(questionnaire), Ok(stamp)) = (
        read_document(&document),
        Questionnaire::official(),
        stamp.parse(),
    ) else {
        return JsValue::NULL;
    };
    let reminders = if has_events {
        Reminders::Events
    } else {
        Reminders::Alarms
    };
    let asked = Asked {
        lead: lead.as_string(),
        reminders,
        stamp,
    };
    calendar::write(&read.dossier, &questionnaire, &asked).map_or(JsValue::NULL, JsValue::from)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(object, &name.into(), value);
}
