//! Files that are dropped, anywhere on the page. Without this the browser would leave the page for them.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::dom::Event;
use super::file::Picked;
use super::js;

/// What was dropped.
#[derive(Clone, Debug)]
pub enum Dropped {
    /// A file.
    File(Picked),
    /// Several files.
    Several,
    /// A folder of the computer.
    Folder,
}

impl Dropped {
    /// What the event brings; nothing where it brings no file.
    fn of(event: &Event) -> Option<Self> {
        let data = js::get(event, "dataTransfer");
        if js::get(&js::get(&data, "files"), "length").as_f64() > Some(1.0) {
            return Some(Self::Several);
        }
        let item = js::get(&js::get(&data, "items"), "0");
        // Absent in old browsers, which then refuse to read the folder.
        let entry = js::call(&item, "webkitGetAsEntry", &[]).unwrap_or_default();
        if js::get(&entry, "isDirectory").is_truthy() {
            return Some(Self::Folder);
        }
        Picked::dropped(event).map(Self::File)
    }
}

/// Calls `over` when files come over the page and leave it, and `dropped` when they are dropped, for as
/// long as the page lives. Texts that are dragged go where they go.
pub fn on_drop(over: impl Fn(bool) + Clone + 'static, dropped: impl Fn(Dropped) + 'static) {
    let (enter, leave) = (over.clone(), over.clone());
    listen("dragover", move |event| {
        if brings_files(&event) {
            event.prevent_default();
            enter(true);
        }
    });
    listen("dragleave", move |event| {
        // Between two elements of the page it says where it goes.
        if js::get(&event, "relatedTarget").is_null() {
            leave(false);
        }
    });
    listen("drop", move |event| {
        over(false);
        // A screen that takes files by itself has taken them.
        if brings_files(&event) && !event.default_prevented() {
            event.prevent_default();
            Dropped::of(&event).into_iter().for_each(&dropped);
        }
    });
}

fn brings_files(event: &Event) -> bool {
    let types = js::get(&js::get(event, "dataTransfer"), "types");
    js::call(&types, "includes", &["Files".into()]).is_ok_and(|answer| answer.is_truthy())
}

fn listen(name: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = web_sys::window() {
        let handler: JsValue = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
        // The names are those of events: this cannot fail.
        let _ = window.add_event_listener_with_callback(name, handler.unchecked_ref());
    }
}
