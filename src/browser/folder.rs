//! Many files at once: chosen, or dropped with the folders around them. Nothing of a file is read here.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, HtmlInputElement};

use super::dom::Event;
use super::file::Picked;
use super::js;

/// How deep folders are looked into: links between folders may go round in circles.
const DEPTH_MAX: usize = 12;

/// A file, and where it lies in what was given.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its folders and its name, with strokes between them.
    pub path: String,
    /// The file.
    pub file: Picked,
}

/// What was dropped: files, and folders that are not looked into yet. The event gives them only while it lasts.
#[derive(Clone, Debug, Default)]
pub struct Dropped {
    entries: Vec<JsValue>,
    files: Vec<Listed>,
}

impl Dropped {
    /// What the event brings.
    pub fn of(event: &Event) -> Self {
        let items = js::get(&js::get(event, "dataTransfer"), "items");
        let many = js::get(&items, "length").as_f64().unwrap_or_default() as u32;
        let entries = (0..many).filter_map(|place| {
            let item = js::get(&items, &place.to_string());
            // Absent in old browsers, which give files only.
            let entry = js::call(&item, "webkitGetAsEntry", &[]).ok()?;
            entry.is_object().then_some(entry)
        });
        let entries: Vec<_> = entries.collect();
        let files = if entries.is_empty() {
            Picked::all_dropped(event).into_iter().map(listed).collect()
        } else {
            Vec::new()
        };
        Self { entries, files }
    }

    /// Whether it is one file alone, which opens as anywhere.
    pub fn is_nothing(&self) -> bool {
        self.entries.is_empty() && self.files.is_empty()
    }

    /// Every file, those of its folders too, up to `max`; how many were met beyond is not looked for. Whether all are there.
    pub async fn list(self, max: usize) -> (Vec<Listed>, bool) {
        let mut files = self.files;
        let mut waiting: Vec<_> = self.entries.into_iter().map(|entry| (entry, 0)).collect();
        waiting.reverse();
        while let Some((entry, depth)) = waiting.pop() {
            if files.len() >= max {
                return (files, false);
            }
            if js::get(&entry, "isDirectory").is_truthy() {
                if depth < DEPTH_MAX {
                    let inside = entries_of(&entry).await;
                    waiting.extend(inside.into_iter().rev().map(|one| (one, depth + 1)));
                }
            } else if let Some(file) = file_of(&entry).await {
                let path = js::get(&entry, "fullPath").as_string().unwrap_or_default();
                let path = path.trim_start_matches('/').to_owned();
                let file = Picked::from(file);
                files.push(Listed { path, file });
            }
        }
        (files, true)
    }
}

/// The files that were chosen in the field that the event is about, which forgets them.
pub fn chosen(event: &Event) -> Vec<Listed> {
    let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    input.map_or_else(Vec::new, |_| {
        Picked::all_chosen(event).into_iter().map(listed).collect()
    })
}

fn listed(file: Picked) -> Listed {
    let path = file.folder_path();
    let path = if path.is_empty() { file.name() } else { path };
    Listed { path, file }
}

/// What a folder holds; nothing where the browser does not read it. It gives a hundred at a time.
async fn entries_of(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let Ok(reader) = js::call(folder, "createReader", &[]) else {
        return all;
    };
    loop {
        let read = js::settled(|done, failed| {
            let _ = js::call(&reader, "readEntries", &[done.into(), failed.into()]);
        });
        let Ok(some) = read.await else { return all };
        let some: Vec<JsValue> = some
            .dyn_into::<Array>()
            .map_or_else(|_| Vec::new(), |some| some.to_vec());
        if some.is_empty() {
            return all;
        }
        all.extend(some);
    }
}

async fn file_of(entry: &JsValue) -> Option<File> {
    let read = js::settled(|done, failed| {
        let _ = js::call(entry, "file", &[done.into(), failed.into()]);
    });
    read.await.ok()?.dyn_into().ok()
}
