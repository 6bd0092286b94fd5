//! Calling what has no typed binding (or only an unstable one), and waiting for promises.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The member of an object; undefined where it has none or refuses.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method.
///
/// # Errors
/// What it threw; a `TypeError` where there is no such method.
pub fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name)
        .dyn_into()
        .map_err(|_| JsValue::from(js_sys::TypeError::new(&format!("no method {name}"))))?;
    Reflect::apply(&method, object, &arguments.iter().collect::<Array>())
}

/// Makes an object of the class of this name.
///
/// # Errors
/// What it threw; a `TypeError` where there is no such class.
pub fn construct(class: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let class: Function = get(&js_sys::global(), class).dyn_into()?;
    Reflect::construct(&class, &Array::of1(argument))
}

/// Calls a method that gives a promise, and waits for it; none where there is no such method, or it fails.
pub async fn promised(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise: Promise = call(object, name, arguments).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// A plain object with these members.
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in members {
        // Setting a member of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Waits until `start` has called one of the two functions that it is given: done, or failed.
pub async fn settled(mut start: impl FnMut(Function, Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut start)).await
}

/// Waits for at most `milliseconds` from now, then fails. Nothing is missed where it is waited for later.
pub fn within(milliseconds: i32, promise: Promise) -> JsFuture {
    let limit = Promise::new(&mut |_, reject| {
        if let Some(window) = web_sys::window() {
            let timer =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, milliseconds);
            // Without a timer there is only no limit.
            let _ = timer;
        }
    });
    JsFuture::from(Promise::race(&Array::of2(&promise, &limit)))
}
