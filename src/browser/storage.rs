//! localStorage: the first, synchronous copy.
//!
//! gloo-storage's own `LocalStorage`, and the trait's `get`, `delete`, `length` and `clear`, panic when
//! the browser throws; `set` panics when it throws anything but an `Error`. So its trait is used on a
//! handle that a probe obtained, and only `raw()` of it.

use gloo_storage::Storage as _;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::{js, world};
use crate::domain::safekeeping::erasure::{ERASED, Erasure};
use crate::domain::safekeeping::slots::SLOTS;
use crate::domain::safekeeping::startup::Kept;
use crate::domain::world::World;

thread_local! {
    static HANDLE: RefCell<Option<Storage>> = const { RefCell::new(None) };
}

/// The storage that the probe obtained.
struct Probed;

impl gloo_storage::Storage for Probed {
    /// Before a successful probe this is null, on which every call is an `Err`, never a panic.
    fn raw() -> Storage {
        HANDLE
            .with_borrow(|handle| handle.clone())
            .unwrap_or_else(|| JsValue::NULL.unchecked_into())
    }
}

/// The browser refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser's storage refused")]
pub struct Refused;

/// localStorage, once a probe has shown that it may be used: the keys of one world. The origin may be shared with other apps.
#[derive(Clone, Copy, Debug)]
pub struct LocalStorage(World);

impl LocalStorage {
    /// Asks for the handle, for the dossier that this page is on. `None` where the browser denies it or throws. A full storage is
    /// not refused here: what it keeps can still be read.
    pub fn probe() -> Option<Self> {
        let handle = web_sys::window()?.local_storage().ok()??;
        js::call(&handle, "getItem", &["numea".into()]).ok()?;
        HANDLE.set(Some(handle));
        Some(Self(world::here()))
    }

    /// The same for another world.
    pub fn of(self, world: World) -> Self {
        Self(world)
    }

    /// The text kept under this key. What is no text, which only a broken browser gives, is refused.
    pub fn read(self, key: &str) -> Result<Option<String>, Refused> {
        let kept =
            js::call(&Probed::raw(), "getItem", &[self.full(key).into()]).map_err(|_| Refused)?;
        if kept.is_null() {
            return Ok(None);
        }
        kept.as_string().map(Some).ok_or(Refused)
    }

    /// What the slots of the dossier hold.
    pub fn slots(self) -> [Kept; 2] {
        SLOTS.map(|slot| match self.read(slot) {
            Ok(Some(text)) => Kept::Text(text),
            Ok(None) => Kept::Nothing,
            Err(Refused) => Kept::NoStore,
        })
    }

    /// The mark that the last erasure left.
    pub fn mark(self) -> Erasure {
        Erasure::read(self.read(ERASED).ok().flatten().as_deref())
    }

    /// Keeps a text under this key.
    pub fn write(self, key: &str, text: &str) -> Result<(), Refused> {
        let arguments = [self.full(key).into(), text.into()];
        let written = js::call(&Probed::raw(), "setItem", &arguments);
        written.map(|_| ()).map_err(|_| Refused)
    }

    /// The keys that start so.
    pub fn keys(self, start: &str) -> Vec<String> {
        let (all, prefix) = (Probed::raw(), self.full(""));
        let keys = (0..all.length().unwrap_or(0)).filter_map(|number| all.key(number).ok()?);
        keys.filter_map(|key| key.strip_prefix(&prefix).map(str::to_owned))
            .filter(|key| key.starts_with(start))
            .collect()
    }

    /// Deletes what is kept under this key.
    pub fn delete(self, key: &str) -> Result<(), Refused> {
        Probed::raw()
            .remove_item(&self.full(key))
            .map_err(|_| Refused)
    }

    fn full(self, key: &str) -> String {
        [&self.0.name(), ":", key].concat()
    }
}
