//! Entry of the module of whole dossiers: the workbook, the table, the calendar and papers, and tables that come in. Offers its
//! functions to the page, as members of the global that `build/documents.mjs` makes, and stays for as long as the page lives.

use js_sys::{Array, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use numea::documents::archive::Archive;
use numea::documents::calendar::{Asked, Reminders};
use numea::documents::preview::shown;
use numea::documents::reading::{self, Tables};
use numea::documents::understanding::understand;
use numea::documents::{self, calendar, csv, sheets, workbook};
use numea::domain::formats::adaptation::in_force;
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::questionnaire::official;
use numea::domain::paper::Paper;
use numea::domain::school::dossier::Dossier;
use numea::domain::school::import::{Claims, Line, Refusal, Remark, Trouble, compare, take};
use numea::domain::school::questionnaire::Questionnaire;
use numea::domain::sheets::Sheets;

thread_local! {
    /// What was read last, and what it says; none since this module was started anew.
    static READ: RefCell<Option<(Tables, Claims)>> = const { RefCell::new(None) };
    /// The zip that was opened last, until it is closed.
    static ARCHIVE: RefCell<Option<Archive>> = const { RefCell::new(None) };
}

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
    let dates =
        Closure::<dyn Fn(String, String, JsValue, bool, String, String) -> JsValue>::new(dates);
    set(&module, "calendar", &dates.into_js_value());
    let word = Closure::<dyn Fn(String, JsValue, String) -> JsValue>::new(word);
    set(&module, "word", &word.into_js_value());
    let open = Closure::<dyn Fn(Uint8Array, String) -> JsValue>::new(
        |bytes: Uint8Array, document: String| {
            let refusal = opened(&bytes.to_vec(), &document).err();
            refusal.map_or(JsValue::NULL, refused)
        },
    );
    set(&module, "open", &open.into_js_value());
    let changes = Closure::<dyn Fn(String) -> JsValue>::new(|document: String| {
        changes(&document).map_or(JsValue::NULL, JsValue::from)
    });
    set(&module, "changes", &changes.into_js_value());
    let take =
        Closure::<dyn Fn(String, String) -> JsValue>::new(|document: String, chosen: String| {
            taken(&document, &chosen).map_or(JsValue::NULL, JsValue::from)
        });
    set(&module, "take", &take.into_js_value());
    let zip =
        Closure::<dyn Fn(Uint8Array) -> JsValue>::new(|bytes: Uint8Array| zip(bytes.to_vec()));
    set(&module, "zip", &zip.into_js_value());
    let unzip = Closure::<dyn Fn(u32) -> JsValue>::new(unzip);
    set(&module, "unzip", &unzip.into_js_value());
    let sheets = Closure::<dyn Fn(String, String, String) -> JsValue>::new(written_sheets);
    set(&module, "sheets", &sheets.into_js_value());
    let table = Closure::<dyn Fn(String) -> JsValue>::new(|sheets: String| {
        let read = Sheets::read(&sheets).ok();
        let first = read.and_then(|Sheets(sheets)| sheets.into_iter().next());
        first.map_or(JsValue::NULL, |sheet| sheets::table(&sheet).into())
    });
    set(&module, "table", &table.into_js_value());
}

/// Reads a file, and understands what it says of the questionnaire that a document answers.
fn opened(bytes: &[u8], document: &str) -> Result<(), Refusal> {
    let dossier = read_document(document).map(|read| read.dossier);
    let questionnaire = asked_of(&dossier.unwrap_or_default()).ok_or(Refusal::Damaged)?;
    let mut tables = reading::read(bytes)?;
    let claims = understand(&tables, &questionnaire)?;
    // The cells are needed no longer.
    tables.sheets.clear();
    READ.set(Some((tables, claims)));
    Ok(())
}

/// Opens a zip: the paths and sizes of its files one after the other, or why not. An empty one closes what was open.
fn zip(bytes: Vec<u8>) -> JsValue {
    ARCHIVE.take();
    match Archive::open(bytes) {
        Ok(archive) => {
            let files = archive
                .files()
                .flat_map(|(path, size)| [path.into(), number(Some(size))]);
            let files: Array = files.collect();
            ARCHIVE.set(Some(archive));
            files.into()
        }
        Err(why) => refused(why),
    }
}

/// The bytes of a file of the zip that is open, by its place from 0; or why not.
fn unzip(place: u32) -> JsValue {
    let place = usize::try_from(place).unwrap_or(usize::MAX);
    let read = ARCHIVE.with_borrow(|archive| archive.as_ref().map(|archive| archive.read(place)));
    match read.unwrap_or(Err(Refusal::Damaged)) {
        Ok(bytes) => Uint8Array::from(bytes.as_slice()).into(),
        Err(why) => refused(why),
    }
}

/// Tables as a workbook under this title, as made on this day.
fn written_sheets(sheets: String, title: String, today: String) -> JsValue {
    let (Ok(sheets), Ok(today)) = (Sheets::read(&sheets), today.parse()) else {
        return JsValue::NULL;
    };
    let written = sheets::xlsx(&sheets, &title, today);
    written.map_or(JsValue::NULL, |bytes| {
        Uint8Array::from(bytes.as_slice()).into()
    })
}

/// The number of a refusal.
fn refused(why: Refusal) -> JsValue {
    number(Refusal::ALL.iter().position(|one| *one == why))
}

/// The questionnaire that a dossier answers.
fn asked_of(dossier: &Dossier) -> Option<Questionnaire> {
    let official = official()?;
    Some(in_force(&dossier.adaptation, &official).unwrap_or(official))
}

/// What the file that was read would change of a document: how much it speaks of, what comes along with it, the lines and
/// what was not understood.
fn changes(document: &str) -> Option<Array> {
    let dossier = read_document(document).ok()?.dossier;
    let questionnaire = asked_of(&dossier)?;
    READ.with_borrow(|read| {
        let (tables, claims) = read.as_ref()?;
        let comparison = compare(claims, &dossier, &questionnaire);
        let lines = comparison.lines.iter();
        let lines: Array = lines
            .map(|line| in_words(line, &dossier, &questionnaire))
            .collect();
        let troubles: Array = comparison.troubles.iter().map(trouble).collect();
        Some(Array::of5(
            &number(Some(comparison.found)),
            &tables.has_macros.into(),
            &tables.has_links.into(),
            &lines,
            &troubles,
        ))
    })
}

fn in_words(line: &Line, dossier: &Dossier, questionnaire: &Questionnaire) -> JsValue {
    let words = shown(line, dossier, questionnaire);
    let texts = [
        &line.id(),
        &line.at.sheet,
        &line.at.cell,
        &words.about,
        words.part,
        &words.before,
        &words.after,
    ];
    let all: Array = texts
        .into_iter()
        .map(|text| JsValue::from(text as &str))
        .collect();
    let remark = line
        .remark
        .and_then(|remark| Remark::ALL.iter().position(|one| *one == remark));
    all.push(&remark.map_or(JsValue::NULL, |place| number(Some(place))));
    all.into()
}

fn trouble(trouble: &Trouble) -> JsValue {
    let texts = [&trouble.at.sheet, &trouble.at.cell, &trouble.found];
    let all: Array = texts.into_iter().map(JsValue::from).collect();
    for part in trouble.why.numbers() {
        all.push(&number(Some(part)));
    }
    all.into()
}

/// The document with the chosen lines taken, whose ids stand one on a line.
fn taken(document: &str, chosen: &str) -> Option<String> {
    let dossier = read_document(document).ok()?.dossier;
    let questionnaire = asked_of(&dossier)?;
    READ.with_borrow(|read| {
        let (_, claims) = read.as_ref()?;
        let comparison = compare(claims, &dossier, &questionnaire);
        let is_chosen = |line: &&Line| chosen.lines().any(|id| id == line.id());
        let after = take(&dossier, comparison.lines.iter().filter(is_chosen));
        Some(write_document(&after))
    })
}

/// A number as the page takes it; the numbers here are small.
fn number(number: Option<usize>) -> JsValue {
    u32::try_from(number.unwrap_or_default())
        .unwrap_or(u32::MAX)
        .into()
}

/// The workbook of a document, as it stands on this day.
fn written(document: &str, today: &str) -> Option<Vec<u8>> {
    let dossier = read_document(document).ok()?.dossier;
    let questionnaire = asked_of(&dossier)?;
    workbook::write(&dossier, &questionnaire, today.parse().ok()?).ok()
}

/// A paper for a word processor, with the bytes of the picture of its chart, or none, as made on this day.
fn word(paper: String, chart: JsValue, today: String) -> JsValue {
    let chart = chart.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    let (Ok(paper), Ok(today)) = (Paper::read(&paper), today.parse()) else {
        return JsValue::NULL;
    };
    let written = documents::word::write(&paper, chart.ok().as_deref(), today);
    written.map_or(JsValue::NULL, |bytes| {
        Uint8Array::from(bytes.as_slice()).into()
    })
}

/// The table of answers of a document.
fn table(document: &str) -> JsValue {
    let Ok(read) = read_document(document) else {
        return JsValue::NULL;
    };
    let Some(questionnaire) = asked_of(&read.dossier) else {
        return JsValue::NULL;
    };
    csv::write(&read.dossier, &questionnaire).into()
}

/// The calendar of a document, written at this moment of universal time: of one lead, or of all where that is no text; with
/// reminders as events of their own, or not; with the next positioning where `next` is a day. It cancels what the calendars
/// before had. With it comes what is to be known of it at the next one. `null` where nothing has a date.
fn dates(
    document: String,
    stamp: String,
    lead: JsValue,
    has_events: bool,
    next: String,
    exported: String,
) -> JsValue {
    let (Ok(read), Ok(stamp)) = (read_document(&document), stamp.parse()) else {
        return JsValue::NULL;
    };
    let Some(questionnaire) = asked_of(&read.dossier) else {
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
        next_positioning: next.parse().ok(),
        stamp,
        exported,
    };
    let made = calendar::write(&read.dossier, &questionnaire, &asked);
    made.map_or(JsValue::NULL, |made| {
        Array::of2(&made.text.into(), &made.exported.into()).into()
    })
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Refused only by what is no object: the page then finds no such function, and says so.
    let _ = Reflect::set(object, &name.into(), value);
}
