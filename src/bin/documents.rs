//! Entry of the module of documents: offers its functions to the page, as members of the global
//! that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use numea::documents::calendar::{Asked, Reminders};
use numea::documents::{calendar, csv, dossier_link, qr};
use numea::domain::formats::document::read_document;
use numea::domain::formats::link::LinkError;
use numea::domain::school::dossier::LeftOut;
use numea::domain::school::questionnaire::Questionnaire;

fn main() {
    let documents = member(&js_sys::global(), "numeaDocuments");
    let qr = Closure::<dyn Fn(String) -> JsValue>::new(|text: String| drawing(&text));
    set(&documents, "qr", &qr.into_js_value());
    let pack = Closure::<dyn Fn(String) -> JsValue>::new(|text: String| packed(&text));
    set(&documents, "pack", &pack.into_js_value());
    let unpack = Closure::<dyn Fn(String) -> JsValue>::new(|code: String| unpacked(&code));
    set(&documents, "unpack", &unpack.into_js_value());
    let table = Closure::<dyn Fn(String) -> JsValue>::new(|document: String| table(&document));
    set(&documents, "csv", &table.into_js_value());
    let dates = Closure::<dyn Fn(String, String, JsValue, bool) -> JsValue>::new(dates);
    set(&documents, "calendar", &dates.into_js_value());
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

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(object, &name.into(), value);
}
