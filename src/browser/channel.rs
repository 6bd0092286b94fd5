//! What the open tabs of the app say to each other.

use js_sys::{Date, Math, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use super::{js, world};
use crate::domain::world::World;

/// The channel that every open tab on this dossier listens to. Other applications of the same host may have channels too.
#[derive(Debug)]
pub struct Channel(JsValue);

impl Channel {
    /// Opens the channel, for as long as the page lives; `heard` is given what the other tabs say.
    /// `None` where the browser has no channels.
    pub fn open(heard: impl FnMut(String) + 'static) -> Option<Self> {
        Self::of(world::here(), Box::new(heard))
    }

    /// Opens the channel of the tabs on another dossier.
    pub fn of(world: World, mut heard: Box<dyn FnMut(String)>) -> Option<Self> {
        let channel = js::construct("BroadcastChannel", &world.name().into()).ok()?;
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

thread_local! {
    /// By what this page knows its own news from that of the others.
    static PAGE: String = tab_id().to_string();
}

/// Listens to what other pages change of one thing, beside the dossier. It ends with its drop.
#[derive(Debug)]
pub struct News {
    channel: JsValue,
    _heard: Closure<dyn FnMut(JsValue)>,
}

impl News {
    /// Runs `heard` whenever another page of this world says that it changed this. `None` where the browser has no channels.
    pub fn about(world: World, what: &str, mut heard: impl FnMut() + 'static) -> Option<Self> {
        let channel = channel_about(world, what)?;
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let from = js::get(&event, "data").as_string();
            if PAGE.with(|page| from.as_ref() != Some(page)) {
                heard();
            }
        });
        Reflect::set(&channel, &"onmessage".into(), heard.as_ref()).ok()?;
        Some(Self {
            channel,
            _heard: heard,
        })
    }

    /// Says to the other pages of this world that this was changed. Where it is not heard they show what they read.
    pub fn tell(world: World, what: &str) {
        if let Some(channel) = channel_about(world, what) {
            let page = PAGE.with(|page| JsValue::from(page));
            let _ = js::call(&channel, "postMessage", &[page]);
            let _ = js::call(&channel, "close", &[]);
        }
    }
}

impl Drop for News {
    fn drop(&mut self) {
        let _ = js::call(&self.channel, "close", &[]);
    }
}

fn channel_about(world: World, what: &str) -> Option<JsValue> {
    let name = [&world.name(), ":", what].concat();
    js::construct("BroadcastChannel", &name.into()).ok()
}

/// A number for this tab that no other has, and that grows with the time of its opening.
pub fn tab_id() -> u64 {
    // Milliseconds since 1970 and a thousandth: well within what a u64 holds.
    let (now, chance) = (Date::now(), Math::random());
    (now as u64) * 1_000 + (chance * 1_000.0) as u64
}
