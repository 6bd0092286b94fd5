//! The module of documents: a second WebAssembly program, fetched only when a document is asked for.
//! Its script sets one global; starting it adds the functions of `src/bin/documents.rs` to that.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::js;
use super::script::{self, NotLoaded};
use crate::domain::formats::link::LinkError;

/// The global of the module.
const MODULE: &str = "numeaDocuments";

/// A QR code, as the attributes of its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// The `viewBox` of the picture, quiet zone included: one unit for one module.
    pub view_box: String,
    /// The `d` of the path of its dark modules.
    pub path: String,
}

/// Fetches and starts the module, once for the life of the page; a failure can be tried again.
///
/// # Errors
/// Where one of its files cannot be had, or the browser refuses to run it.
pub async fn load() -> Result<(), NotLoaded> {
    let module = script::load("numea-documents", MODULE).await?;
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

/// The code of a whole dossier; none where the document is too long for one. Before the document stand the
/// letters of what was left out of it.
///
/// # Errors
/// Where the module was not loaded first, or has failed.
pub fn pack(document: &str) -> Result<Option<String>, NotLoaded> {
    Ok(ask("pack", document)?.as_string())
}

/// What was packed into a code.
///
/// # Errors
/// Where the module was not loaded first, or has failed; inside, where the code is damaged or of a newer
/// version.
pub fn unpack(code: &str) -> Result<Result<String, LinkError>, NotLoaded> {
    let answer = ask("unpack", code)?;
    let refused = || {
        let newer = answer.as_f64().map(|version| version as u8);
        newer.map_or(LinkError::Damaged, LinkError::Newer)
    };
    Ok(answer.as_string().ok_or_else(refused))
}

/// What a function of the module makes of a text.
fn ask(function: &str, text: &str) -> Result<JsValue, NotLoaded> {
    let module = script::global(MODULE).ok_or(NotLoaded)?;
    Ok(js::call(&module, function, &[text.into()])?)
}
