//! What the open tabs of the app say to each other.

use js_sys::{Date, Math, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use super::{js, world};

/// The channel that every open tab on this dossier listens to. Other applications of the same host may have channels too.
#[derive(Debug)]
pub struct Channel(JsValue);

impl Channel {
    /// Opens the channel, for as long as the page lives; `heard` is given what the other tabs say.
    /// `None` where the browser has no channels.
    pub fn open(mut heard: impl FnMut(String) + 'static) -> Option<Self> {
        let channel = js::construct("BroadcastChannel", &world::here().name().into()).ok()?;
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // What is no text was not said by this app.
            if let Some(text) = js::get(&event, "data").as_string() {
                heard(text);
            }
        });
        Reflect::set(&channel, &"onmessage".into(), &heard.into_js_value()).ok()?;
        Some(Self(channel))
    }

    /// Says this to the other tabs. Where it is not heard they do not follow, and nothing is lost.
    pub fn say(&self, text: &str) {
        let _ = js::call(&self.0, "postMessage", &[text.into()]);
    }
}

/// A number for this tab that no other has, and that grows with the time of its opening.
pub fn tab_id() -> u64 {
    // Milliseconds since 1970 and a thousandth: well within what a u64 holds.
    let (now, chance) = (Date::now(), Math::random());
    (now as u64) * 1_000 + (chance * 1_000.0) as u64
}
