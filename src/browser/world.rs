//! Which dossier this page is on. Fixed for the life of the page: to change it, the page is loaded anew.

use std::cell::Cell;
use wasm_bindgen::JsValue;

use super::js;
use crate::domain::world::{DossierId, World};

/// Key of the choice: in sessionStorage that of this tab, in localStorage the last one of all. As build/page/first.js.
const KEY: &str = "numea:centre";
/// That of this tab, and that of all. A browser may deny either.
const STORES: [&str; 2] = ["sessionStorage", "localStorage"];

thread_local! {
    static PRESENT: Cell<Option<DossierId>> = const { Cell::new(None) };
}

/// The dossier that this page is on: what this tab was on before it was loaded anew, else what was chosen last, else the first.
pub fn present() -> DossierId {
    if let Some(known) = PRESENT.get() {
        return known;
    }
    let present = STORES.iter().find_map(|store| chosen(store));
    let present = present.unwrap_or(DossierId::FIRST);
    PRESENT.set(Some(present));
    present
}

fn chosen(store: &str) -> Option<DossierId> {
    let text = js::call(&in_page(store), "getItem", &[KEY.into()]).ok()?;
    DossierId::read(&text.as_string()?)
}

/// The world of the dossier that this page is on.
pub fn here() -> World {
    World::of(present())
}

/// Has this tab be on this dossier once it is loaded anew: another tab may choose another meanwhile.
pub fn stay() {
    let [own, _] = STORES;
    keep(own, present());
}

/// Has this tab be on this dossier once it is loaded anew, and the tabs to come. Where no store takes it, it is not.
pub fn choose(id: DossierId) -> bool {
    STORES.map(|store| keep(store, id)).contains(&true)
}

fn keep(store: &str, id: DossierId) -> bool {
    let arguments = [KEY.into(), id.text().into()];
    js::call(&in_page(store), "setItem", &arguments).is_ok()
}

fn in_page(store: &str) -> JsValue {
    js::get(&js_sys::global(), store)
}
