//! Many schools: a zip of their files, read by the module of whole dossiers, so that one file at a time comes into this module's
//! memory; and their figures as files.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{NotLoaded, number, of_dossier, text};
use crate::browser::file::Bytes;
use crate::domain::date::Day;
use crate::domain::school::import::Refusal;

/// Opens a zip: the paths and sizes of its files. Fetches what reads it.
///
/// # Errors
/// Where the module could not be fetched, or has failed; inside, why the zip is not read.
pub async fn open_zip(bytes: &Bytes) -> Result<Result<Vec<(String, usize)>, Refusal>, NotLoaded> {
    let answer = of_dossier("zip", &[bytes.0.clone().into()]).await?;
    let Ok(files) = answer.clone().dyn_into::<Array>() else {
        return Ok(Err(refusal(&answer)));
    };
    let places = (0..files.length()).step_by(2);
    let files = places.map(|place| (text(&files, place), number(&files.get(place + 1))));
    Ok(Ok(files.collect()))
}

/// The bytes of a file of the zip that was opened last, by its place.
///
/// # Errors
/// As [`open_zip`].
pub async fn unzip(place: u32) -> Result<Result<Vec<u8>, Refusal>, NotLoaded> {
    let answer = of_dossier("unzip", &[place.into()]).await?;
    let bytes = answer.clone().dyn_into::<Uint8Array>();
    Ok(bytes
        .map(|bytes| bytes.to_vec())
        .map_err(|_| refusal(&answer)))
}

/// Lets go of the zip that is open.
pub async fn close_zip() {
    // Nothing is open where the module is not there.
    drop(of_dossier("zip", &[Uint8Array::new_with_length(0).into()]).await);
}

/// Tables as a workbook (.xlsx) under this title, as made on this day. Fetches what makes it.
///
/// # Errors
/// As [`open_zip`].
pub async fn sheets(sheets: &str, title: &str, today: Day) -> Result<Vec<u8>, NotLoaded> {
    let asked = [sheets.into(), title.into(), today.to_string().into()];
    let bytes = of_dossier("sheets", &asked).await?;
    let bytes: Uint8Array = bytes.dyn_into().map_err(|_| NotLoaded)?;
    Ok(bytes.to_vec())
}

/// The first of these tables as a text (.csv). Fetches what makes it.
///
/// # Errors
/// As [`open_zip`].
pub async fn table(sheets: &str) -> Result<String, NotLoaded> {
    let table = of_dossier("table", &[sheets.into()]).await?;
    table.as_string().ok_or(NotLoaded)
}

fn refusal(answer: &JsValue) -> Refusal {
    let refusal = Refusal::ALL.get(number(answer)).copied();
    refusal.unwrap_or(Refusal::Damaged)
}
