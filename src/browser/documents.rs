//! The modules of documents: WebAssembly programs of their own, fetched only when a document is asked for. The script of
//! each sets one global; starting it adds the functions of `src/bin/documents.rs` or `src/bin/workbook.rs` to that.

mod aside;
mod codes;
mod many;

pub use codes::{pack, pack_asked, unpack, unpack_asked};
pub use many::{close_zip, open_zip, sheets, table, unzip};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::js;
use super::script::{self, NotLoaded};
use crate::domain::date::{Day, Moment};
use crate::domain::imported::{ChangedLine, Changes};
use crate::domain::school::import::{Place, Refusal, Remark, Trouble, Why};

/// The meta of the page that names the script of a module, and the global that it sets.
pub(super) type Module = (&'static str, &'static str);

const DOCUMENTS: Module = ("numea-documents", "numeaDocuments");
const WORKBOOK: Module = ("numea-workbook", "numeaWorkbook");

/// A QR code, as the attributes of its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// The `viewBox` of the picture, quiet zone included: one unit for one module.
    pub view_box: String,
    /// The `d` of the path of its dark modules.
    pub path: String,
}

/// Fetches and starts the module of documents, once for the life of the page; a failure can be tried again.
///
/// # Errors
/// Where one of its files cannot be had, or the browser refuses to run it.
pub async fn load() -> Result<(), NotLoaded> {
    start(DOCUMENTS).await
}

/// Fetches a module and starts it.
pub(super) async fn start((meta, name): Module) -> Result<(), NotLoaded> {
    let module = script::load(meta, name).await?;
    let started: Promise = js::call(&module, "start", &[])?
        .dyn_into()
        .map_err(|_| NotLoaded)?;
    JsFuture::from(started).await?;
    Ok(())
}

/// The QR code of a text; none where the text is too long for one that can be read.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn qr(text: &str) -> Result<Option<QrCode>, NotLoaded> {
    let answer = ask("qr", text)?;
    if answer.is_null() {
        return Ok(None);
    }
    let member = |name| js::get(&answer, name).as_string();
    let (view_box, path) = member("viewBox").zip(member("d")).ok_or(NotLoaded)?;
    Ok(Some(QrCode { view_box, path }))
}

/// The answers of a document as a table (.csv). Fetches what makes it.
///
/// # Errors
/// Where the module could not be fetched, or has failed.
pub async fn csv(document: &str) -> Result<String, NotLoaded> {
    let table = of_dossier("csv", &[document.into()]).await?;
    table.as_string().ok_or(NotLoaded)
}

/// What is wanted in a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only the dates of this lead.
    pub lead: Option<String>,
    /// Whether reminders come as events of their own too.
    pub reminders: Reminders,
    /// The day of the next positioning, where it is to be in it.
    pub next_positioning: Option<Day>,
}

/// A calendar, and what is to be known of it at the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The calendar.
    pub text: String,
    /// What [`calendar`] is given as `exported` the next time.
    pub exported: String,
}

/// The dates of a document as a calendar (.ics), at this moment of universal time. It cancels what is in `exported` and is there
/// no more. None where nothing has a date.
///
/// # Errors
/// Where the module could not be fetched, or has failed.
pub async fn calendar(
    document: &str,
    stamp: Moment,
    wanted: &Wanted,
    exported: &str,
) -> Result<Option<Calendar>, NotLoaded> {
    let Wanted {
        lead,
        reminders,
        next_positioning,
    } = wanted;
    let next = next_positioning.map(|day| day.to_string());
    let asked = [
        document.into(),
        stamp.to_string().into(),
        lead.as_deref().map_or(JsValue::NULL, JsValue::from),
        (*reminders == Reminders::Events).into(),
        next.unwrap_or_default().into(),
        exported.into(),
    ];
    let answer = of_dossier("calendar", &asked).await?;
    if answer.is_null() {
        return Ok(None);
    }
    let answer: Array = answer.dyn_into().map_err(|_| NotLoaded)?;
    Ok(Some(Calendar {
        text: text(&answer, 0),
        exported: text(&answer, 1),
    }))
}

/// How a calendar reminds of a due date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reminders {
    /// By alarms, which some calendars drop.
    #[default]
    Alarms,
    /// By events of their own too.
    Events,
}

/// A document as a workbook (.xlsx), as it stands on this day. Fetches what makes it.
///
/// # Errors
/// Where the module could not be fetched, or has failed.
pub async fn workbook(document: &str, today: Day) -> Result<Vec<u8>, NotLoaded> {
    let asked = [document.into(), today.to_string().into()];
    let bytes = of_dossier("write", &asked).await?;
    let bytes: Uint8Array = bytes.dyn_into().map_err(|_| NotLoaded)?;
    Ok(bytes.to_vec())
}

/// A paper for a word processor (.docx), with the picture (PNG) of its chart where there is one, as made on this day.
/// Fetches what makes it.
///
/// # Errors
/// Where the module could not be fetched, or has failed.
pub async fn word(paper: &str, chart: Option<&[u8]>, today: Day) -> Result<Vec<u8>, NotLoaded> {
    let chart = chart.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes).into());
    let asked = [paper.into(), chart, today.to_string().into()];
    let bytes = of_dossier("word", &asked).await?;
    let bytes: Uint8Array = bytes.dyn_into().map_err(|_| NotLoaded)?;
    Ok(bytes.to_vec())
}

/// Reads a table that comes in. Fetches what does. What it says stays in the module, for [`changes`] and [`take`].
///
/// # Errors
/// Where the module could not be fetched, or has failed; inside, why the file is not read.
pub async fn open_table(bytes: &[u8], document: &str) -> Result<Result<(), Refusal>, NotLoaded> {
    let bytes = Uint8Array::from(bytes).into();
    let answer = of_dossier("open", &[bytes, document.into()]).await?;
    if answer.is_null() {
        return Ok(Ok(()));
    }
    let refusal = Refusal::ALL.get(number(&answer)).copied();
    Ok(Err(refusal.unwrap_or(Refusal::Damaged)))
}

/// What the table that was read last would change of a document.
///
/// # Errors
/// Where the module has failed.
pub async fn changes(document: &str) -> Result<Changes, NotLoaded> {
    let answer = of_dossier("changes", &[document.into()]).await?;
    let answer: Array = answer.dyn_into().map_err(|_| NotLoaded)?;
    let list = |place| answer.get(place).unchecked_into::<Array>();
    Ok(Changes {
        found: number(&answer.get(0)),
        has_macros: answer.get(1).is_truthy(),
        has_links: answer.get(2).is_truthy(),
        lines: list(3)
            .iter()
            .map(|line| changed_line(&line.unchecked_into()))
            .collect(),
        troubles: list(4)
            .iter()
            .map(|line| trouble(&line.unchecked_into()))
            .collect(),
    })
}

/// A document with lines taken of the table that was read last, by their ids.
///
/// # Errors
/// Where the module has failed.
pub async fn take(document: &str, chosen: &[String]) -> Result<String, NotLoaded> {
    let asked = [document.into(), chosen.join("\n").into()];
    of_dossier("take", &asked)
        .await?
        .as_string()
        .ok_or(NotLoaded)
}

fn changed_line(line: &Array) -> ChangedLine {
    let remark = Some(line.get(7)).filter(|remark| !remark.is_null());
    ChangedLine {
        id: text(line, 0),
        at: place(line, 1),
        about: text(line, 3),
        part: text(line, 4),
        before: text(line, 5),
        after: text(line, 6),
        remark: remark.and_then(|remark| Remark::ALL.get(number(&remark)).copied()),
    }
}

fn trouble(line: &Array) -> Trouble {
    Trouble {
        at: place(line, 0),
        found: text(line, 2),
        why: Why::from_numbers([3, 4, 5].map(|place| number(&line.get(place)))),
    }
}

fn place(line: &Array, first: u32) -> Place {
    Place {
        sheet: text(line, first),
        cell: text(line, first + 1),
    }
}

fn text(line: &Array, place: u32) -> String {
    line.get(place).as_string().unwrap_or_default()
}

/// A small whole number.
fn number(value: &JsValue) -> usize {
    value.as_f64().map_or(0, |number| number as usize)
}

/// What a function of the module of whole dossiers gives. Fetches the module, into a worker where there can be one.
async fn of_dossier(function: &str, asked: &[JsValue]) -> Result<JsValue, NotLoaded> {
    // Once it runs in the page, what it has read is there.
    if script::global(WORKBOOK.1).is_none()
        && let Some(answer) = aside::ask(WORKBOOK, function, asked).await
    {
        return answer;
    }
    start(WORKBOOK).await?;
    let module = script::global(WORKBOOK.1).ok_or(NotLoaded)?;
    Ok(js::call(&module, function, asked)?)
}

/// What a function of the module of documents makes of a text.
fn ask(function: &str, text: &str) -> Result<JsValue, NotLoaded> {
    let module = script::global(DOCUMENTS.1).ok_or(NotLoaded)?;
    Ok(js::call(&module, function, &[text.into()])?)
}
