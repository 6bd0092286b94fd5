//! Files: giving one to be saved, and reading one that was chosen or dropped. Works over plain http and
//! from the disk too: nothing here needs a server or a secure page.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::dom::Event;
use super::{js, page};
use crate::domain::formats::file::{BYTES_MAX, FileError};

/// How long the text stays at hand for the browser to save, in milliseconds: some ask where to first.
const AT_HAND: i32 = 60_000;

/// The browser refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused the file")]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// A text, written as UTF-8.
    Text(&'a str),
    /// Bytes as they are.
    Bytes(&'a [u8]),
}

/// Gives a JSON text to the browser, which saves it under this name, or asks where to.
///
/// # Errors
/// Where the browser cannot make a file. What it then does with one is not told to any page.
pub fn save(name: &str, text: &str) -> Result<(), Refused> {
    save_as(name, "application/json", Content::Text(text))
}

/// The same for a file of any type.
///
/// # Errors
/// Where the browser cannot make a file.
pub fn save_as(name: &str, media_type: &str, content: Content<'_>) -> Result<(), Refused> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = match content {
        Content::Text(text) => {
            Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?
        }
        Content::Bytes(bytes) => {
            let bytes = Array::of1(&Uint8Array::from(bytes));
            Blob::new_with_u8_array_sequence_and_options(&bytes, &kind)?
        }
    };
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(Refused)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Some browsers only follow links that are in the page.
    let body = document.body().ok_or(Refused)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    page::after(AT_HAND, move || drop(Url::revoke_object_url(&address)));
    Ok(())
}

/// A file that the person chose or dropped. Nothing of it is read yet.
#[derive(Clone, Debug)]
pub struct Picked(File);

impl Picked {
    /// The file that was chosen in the field that the event is about. The field forgets it, so that the
    /// same file can be chosen again once it was changed.
    pub fn chosen(event: &Event) -> Option<Self> {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let file = input.files()?.get(0)?;
        input.set_value("");
        Some(Self(file))
    }

    /// The first file that was dropped.
    pub fn dropped(event: &Event) -> Option<Self> {
        let files: FileList = js::get(&js::get(event, "dataTransfer"), "files")
            .dyn_into()
            .ok()?;
        files.get(0).map(Self)
    }

    /// Every file that was chosen in the field that the event is about, which forgets them.
    pub fn all_chosen(event: &Event) -> Vec<Self> {
        let input: Option<HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        let Some(input) = input else {
            return Vec::new();
        };
        let all = Self::all(input.files());
        input.set_value("");
        all
    }

    /// Every file that was dropped.
    pub fn all_dropped(event: &Event) -> Vec<Self> {
        let files = js::get(&js::get(event, "dataTransfer"), "files");
        Self::all(files.dyn_into().ok())
    }

    fn all(files: Option<FileList>) -> Vec<Self> {
        let Some(files) = files else {
            return Vec::new();
        };
        let places = 0..files.length();
        places
            .filter_map(|place| files.get(place).map(Self))
            .collect()
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its folders and its name, where it was chosen with the folder around it; empty otherwise.
    pub fn folder_path(&self) -> String {
        let path = js::get(&self.0, "webkitRelativePath").as_string();
        path.unwrap_or_default()
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        // A size is a whole number, which f64 holds exactly.
        self.0.size() as usize
    }

    /// Its bytes, outside of this module's memory. Whoever asks looks at [`Picked::size`] first.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn bytes(&self) -> Result<Bytes, FileError> {
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|_| FileError::Refused)?;
        Ok(Bytes(Uint8Array::new(&buffer)))
    }

    /// Its bytes. A file that is too big is refused by its size, before it is read.
    ///
    /// # Errors
    /// Where it is too big or cannot be read.
    pub async fn read(&self) -> Result<Vec<u8>, FileError> {
        // A size is a whole number, which f64 holds exactly.
        if self.0.size() > BYTES_MAX as f64 {
            return Err(FileError::TooBig);
        }
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|_| FileError::Refused)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// The bytes of a file, which are not in this module's memory.
#[derive(Clone, Debug)]
pub struct Bytes(pub(super) Uint8Array);

impl Bytes {
    /// Whether they start with these.
    pub fn start_with(&self, start: &[u8]) -> bool {
        let places = (0..).zip(start);
        self.0.length() as usize >= start.len()
            && places
                .into_iter()
                .all(|(place, byte)| self.0.get_index(place) == *byte)
    }

    /// The same in this module's memory.
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl From<File> for Picked {
    fn from(file: File) -> Self {
        Self(file)
    }
}
