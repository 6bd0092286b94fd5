//! The module of whole dossiers in a worker: a workbook of 500 objectives takes half a second to write or read, and the page goes on
//! meanwhile. Where the browser gives no worker (a sealed frame, a file of this machine), the module runs in the page.

use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

use super::{Module, NotLoaded};
use crate::browser::{js, page};

thread_local! {
    /// The worker, once it has answered.
    static WORKER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// What a function of this module gives, run in a worker; `None` where the browser gives none, or none that answers.
pub async fn ask(
    (meta, _): Module,
    function: &str,
    asked: &[JsValue],
) -> Option<Result<JsValue, NotLoaded>> {
    let known = WORKER.with_borrow(Clone::clone);
    let is_known = known.is_some();
    let worker = match known {
        Some(worker) => worker,
        None => js::construct("Worker", &page::meta(meta)?.into()).ok()?,
    };
    match answered(&worker, function, asked).await {
        Some(answer) => {
            // Nothing in it: the module could not be fetched, or has failed. Another worker begins anew.
            let given = answer.length() > 0;
            WORKER.replace(given.then_some(worker.clone()));
            if !given {
                let _ = js::call(&worker, "terminate", &[]);
            }
            Some(given.then(|| answer.get(0)).ok_or(NotLoaded))
        }
        None => {
            let _ = js::call(&worker, "terminate", &[]);
            WORKER.replace(None);
            // What the former one had read is gone with it: the page has none of that either.
            is_known.then_some(Err(NotLoaded))
        }
    }
}

/// Asks the worker, and waits for its answer; none where its script cannot be had or stops.
async fn answered(worker: &JsValue, function: &str, asked: &[JsValue]) -> Option<Array> {
    let channel = js::construct("MessageChannel", &JsValue::UNDEFINED).ok()?;
    let [own, other] = ["port1", "port2"].map(|port| js::get(&channel, port));
    let asked: Array = asked.iter().collect();
    let question = Array::of2(&function.into(), &asked);
    let answer = js::settled(|answered, failed| {
        let _ = js_sys::Reflect::set(&own, &"onmessage".into(), &answered);
        let arguments = ["error".into(), failed.clone().into()];
        let _ = js::call(worker, "addEventListener", &arguments);
        let sent = [question.clone().into(), Array::of1(&other).into()];
        if js::call(worker, "postMessage", &sent).is_err() {
            // The promise would never settle.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let answer = answer.await.ok()?;
    let _ = js::call(&own, "close", &[]);
    js::get(&answer, "data").dyn_into().ok()
}
