//! The service worker, which keeps the page for work without a network. Browsers offer it in secure
//! contexts only (https, the own device), and some not at all: everything is probed.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsValue, closure::Closure};

use super::{js, page};
use crate::domain::device::Offline;

fn container() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let container = js::get(&navigator, "serviceWorker");
    container.is_object().then_some(container)
}

thread_local! {
    /// Whether the browser refused to keep the page, in this visit.
    static IS_REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// How far the page is kept now.
pub async fn offline() -> Offline {
    let Some(container) = container() else {
        return Offline::Impossible;
    };
    let Some(registration) = js::promised(&container, "getRegistration", &[]).await else {
        return Offline::Impossible;
    };
    let has = |name| js::get(&registration, name).is_object();
    match (has("active"), has("waiting"), has("installing")) {
        (true, true, _) => Offline::NewerWaits,
        (true, false, _) => Offline::Cached,
        (false, false, false) if IS_REFUSED.get() => Offline::Refused,
        (false, false, false) => Offline::NotYet,
        (false, _, _) => Offline::Fetching,
    }
}

/// Has the page kept, and calls `found` when a newer version waits. A browser or a host that refuses
/// costs only the work without a network, so nothing is said here.
pub async fn cache_page(found: impl Fn() + 'static) {
    let Some((container, script)) = container().zip(page::meta("numea-worker")) else {
        return;
    };
    let options = js::object(&[("updateViaCache", "none".into())]);
    let Some(registration) = js::promised(&container, "register", &[script.into(), options]).await
    else {
        return IS_REFUSED.set(true);
    };
    let found: Rc<dyn Fn()> = Rc::new(found);
    tell_if_waiting(&registration, &found);
    // The browser may have begun to fetch a version before this page asked.
    watch_installing(&registration, &found);
    let watched = registration.clone();
    listen(&registration, "updatefound", move || {
        watch_installing(&watched, &found);
    });
}

fn watch_installing(registration: &JsValue, found: &Rc<dyn Fn()>) {
    let installing = js::get(registration, "installing");
    if installing.is_object() {
        let (watched, found) = (registration.clone(), found.clone());
        let worker = installing.clone();
        listen(&installing, "statechange", move || {
            if js::get(&worker, "state").as_string().as_deref() == Some("redundant") {
                IS_REFUSED.set(true);
            }
            tell_if_waiting(&watched, &found);
        });
    }
}

/// A version waits only where an older one is in use: the first one has nobody to wait for.
fn tell_if_waiting(registration: &JsValue, found: &Rc<dyn Fn()>) {
    let is_controlled =
        container().is_some_and(|container| js::get(&container, "controller").is_object());
    if js::get(registration, "waiting").is_object() && is_controlled {
        found();
    }
}

/// Puts the version that waits to use, and loads the page anew once it is in place.
pub async fn use_new_version() {
    let Some(container) = container() else {
        return page::reload();
    };
    let registration = js::promised(&container, "getRegistration", &[]).await;
    let waiting = registration.map(|registration| js::get(&registration, "waiting"));
    listen(&container, "controllerchange", page::reload);
    let asked = waiting.map(|waiting| js::call(&waiting, "postMessage", &["activate".into()]));
    // Another tab may have put it to use already.
    if !matches!(asked, Some(Ok(_))) {
        page::reload();
    }
}

fn listen(target: &JsValue, event: &str, handler: impl FnMut() + 'static) {
    let handler = Closure::<dyn FnMut()>::new(handler).into_js_value();
    // A target that cannot be listened to only tells nothing.
    let _ = js::call(target, "addEventListener", &[event.into(), handler]);
}
