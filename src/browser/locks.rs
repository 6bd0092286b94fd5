//! Web Locks: a lock that one page of the host holds for as long as it lives. Only secure pages have them
//! (https, or this machine); web-sys takes them for granted, so they are reached through [`super::js`].

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{js, world};
use crate::domain::world::World;

/// How long the start waits for an answer that takes a few milliseconds.
const PATIENCE: i32 = 1_000;

/// How the lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Only if nobody has it.
    IfFree,
    /// When nobody has it any more.
    Wait,
    /// At once, from whoever has it.
    Steal,
}

/// The browser has no locks, or refuses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser has no locks")]
pub struct NoLocks;

/// The lock, asked for. Once granted it is held until the page goes or another page steals it.
#[derive(Debug)]
pub struct Request {
    granted: Promise,
    ended: Promise,
}

impl Request {
    /// Asks for the lock of the dossier that this page is on.
    ///
    /// # Errors
    /// Where the browser has none, as over plain http.
    pub fn new(manner: Manner) -> Result<Self, NoLocks> {
        Self::of(world::here(), manner)
    }

    /// Asks for the lock of this world.
    ///
    /// # Errors
    /// Where the browser has none, as over plain http.
    pub fn of(world: World, manner: Manner) -> Result<Self, NoLocks> {
        let window = web_sys::window().ok_or(NoLocks)?;
        let locks = js::get(&window.navigator(), "locks");
        let options = match manner {
            Manner::IfFree => js::object(&[("ifAvailable", true.into())]),
            Manner::Wait => js::object(&[]),
            Manner::Steal => js::object(&[("steal", true.into())]),
        };
        let name = [&world.name(), ":pen"].concat();
        let ended = RefCell::new(None);
        let granted = Promise::new(&mut |resolve: Function, _| {
            *ended.borrow_mut() = ask(&locks, &name, &options, resolve).ok();
        });
        let ended = ended.into_inner().ok_or(NoLocks)?;
        Ok(Self { granted, ended })
    }

    /// Whether the lock was free. Only for [`Manner::IfFree`], which is answered at once.
    ///
    /// # Errors
    /// Where the browser refuses, or does not answer.
    pub async fn was_free(&self) -> Result<bool, NoLocks> {
        let either = Promise::race(&js_sys::Array::of2(&self.granted, &self.ended));
        let granted = js::within(PATIENCE, either).await;
        granted.map(|lock| lock.is_truthy()).map_err(|_| NoLocks)
    }

    /// Waits until the lock is granted; false where it never will be.
    pub async fn granted(&self) -> bool {
        let either = Promise::race(&js_sys::Array::of2(&self.granted, &self.ended));
        JsFuture::from(either)
            .await
            .is_ok_and(|lock| lock.is_truthy())
    }

    /// Waits until the lock is another's, or for ever.
    pub async fn lost(self) {
        // It never resolves while it is held: what ends it is a theft.
        let _ = JsFuture::from(self.ended).await;
    }
}

/// `resolve` is given the lock, or null where it was not free.
fn ask(
    locks: &JsValue,
    name: &str,
    options: &JsValue,
    resolve: Function,
) -> Result<Promise, NoLocks> {
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        // A function of a promise cannot throw.
        let _ = resolve.call1(&JsValue::NULL, &lock);
        if lock.is_null() {
            return JsValue::NULL;
        }
        // The lock is held for as long as this does not resolve: for ever.
        Promise::new(&mut |_, _| {}).into()
    });
    let arguments = [name.into(), options.clone(), granted];
    let asked = js::call(locks, "request", &arguments).map_err(|_| NoLocks)?;
    asked.dyn_into().map_err(|_| NoLocks)
}
