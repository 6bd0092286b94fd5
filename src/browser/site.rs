//! What the host keeps beside the page: `site.json`, its own words, and the questionnaires that it publishes. Fetched when a
//! screen shows them, and read as the host left them.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::js;
use crate::domain::formats::file::{BYTES_MAX, FileError};
use crate::domain::formats::site::{SiteError, read_site};
use crate::domain::site::Site;

/// The file, beside the page.
const FILE: &str = "site.json";

/// What the host says of itself now.
///
/// # Errors
/// Where there is no such file, it cannot be fetched, or nothing of it can be read.
pub async fn site() -> Result<Site, SiteError> {
    let text = text(FILE).await.map_err(|_| SiteError::Absent)?;
    read_site(&text)
}

/// The text of a questionnaire that the host publishes: a file [beside the page](crate::domain::site::is_beside).
///
/// # Errors
/// Where it cannot be fetched, or is too big.
pub async fn questionnaire(file: &str) -> Result<String, FileError> {
    let text = text(file).await.map_err(|_| FileError::Refused)?;
    if text.len() > BYTES_MAX {
        return Err(FileError::TooBig);
    }
    Ok(text)
}

async fn text(file: &str) -> Result<String, JsValue> {
    // A host that changed its words sees them at once, whatever its server says of keeping files.
    let options = js::object(&[("cache", "reload".into())]);
    let response = promised(&js_sys::global(), "fetch", &[file.into(), options]).await?;
    if js::get(&response, "ok") != JsValue::TRUE {
        return Err(JsValue::UNDEFINED);
    }
    let text = promised(&response, "text", &[]).await?;
    text.as_string().ok_or(JsValue::UNDEFINED)
}

async fn promised(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let promise: Promise = js::call(object, name, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}
