//! Which dossier this page is on. Fixed for the life of the page: to change it, the page is loaded anew.

use std::cell::OnceCell;
use wasm_bindgen::JsValue;

use super::js;
use crate::domain::world::{DossierId, World};

/// Key of the choice: in sessionStorage that of this tab, in localStorage the last one of all. As build/page/first.js and
/// guard.js.
const KEY: &str = "numea:centre";

thread_local! {
    static PRESENT: OnceCell<DossierId> = const { OnceCell::new() };
}

/// The dossier that this page is on: what this tab was on before it was loaded anew, else what was chosen last, else the first.
pub fn present() -> DossierId {
    PRESENT.with(|known| {
        *known.get_or_init(|| {
            let chosen = stores().iter().find_map(|store| {
                let text = js::call(store, "getItem", &[KEY.into()]).ok()?;
                DossierId::read(&text.as_string()?)
            });
            let present = chosen.unwrap_or(DossierId::FIRST);
            // Another tab may choose another dossier before this one is loaded anew.
            keep(&stores()[0], present);
            present
        })
    })
}

/// The world of the dossier that this page is on.
pub fn here() -> World {
    World::of(present())
}

/// Has this tab be on this dossier once it is loaded anew, and the tabs to come. Where no store takes it, it is not.
pub fn choose(id: DossierId) -> bool {
    stores().map(|store| keep(&store, id)).contains(&true)
}

fn keep(store: &JsValue, id: DossierId) -> bool {
    js::call(store, "setItem", &[KEY.into(), id.text().into()]).is_ok()
}

/// That of this tab, and that of all. A browser may deny either.
fn stores() -> [JsValue; 2] {
    ["sessionStorage", "localStorage"].map(|name| js::get(&js_sys::global(), name))
}
