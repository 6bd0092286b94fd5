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

/// Listens to what other pages change under the keys that start with one text. It ends with its drop.
#[derive(Debug)]
pub struct News {
    channel: Option<JsValue>,
    heard: Closure<dyn FnMut(JsValue)>,
}

impl News {
    /// Runs `heard` whenever another page of this world says that it changed this, and whenever what it wrote to localStorage
    /// under such a key can be read here: browsers may show it only after the word of the page is heard.
    pub fn about(world: World, what: &str, mut heard: impl FnMut() + 'static) -> Self {
        let name = name_of(world, what);
        let channel = channel_of(&name);
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let (from, key) = (js::get(&event, "data"), js::get(&event, "key"));
            let is_news = if key.is_undefined() {
                PAGE.with(|page| from.as_string().as_ref() != Some(page))
            } else {
                // No key: all was deleted.
                key.as_string().is_none_or(|key| key.starts_with(&name))
            };
            if is_news {
                heard();
            }
        });
        if let Some(channel) = &channel {
            // Setting a member of a fresh channel cannot fail.
            let _ = Reflect::set(channel, &"onmessage".into(), heard.as_ref());
        }
        listen_to_store("addEventListener", &heard);
        Self { channel, heard }
    }

    /// Says to the other pages of this world that this was changed. Where it is not heard they show what they read.
    pub fn tell(world: World, what: &str) {
        if let Some(channel) = channel_of(&name_of(world, what)) {
            let page = PAGE.with(|page| JsValue::from(page));
            let _ = js::call(&channel, "postMessage", &[page]);
            let _ = js::call(&channel, "close", &[]);
        }
    }
}

impl Drop for News {
    fn drop(&mut self) {
        listen_to_store("removeEventListener", &self.heard);
        if let Some(channel) = &self.channel {
            let _ = js::call(channel, "close", &[]);
        }
    }
}

/// Begins or ends to hear what other pages write to localStorage.
fn listen_to_store(method: &str, heard: &Closure<dyn FnMut(JsValue)>) {
    let arguments = ["storage".into(), heard.as_ref().clone()];
    let _ = js::call(&js_sys::global(), method, &arguments);
}

/// The name of the channel, and what the keys in localStorage start with.
fn name_of(world: World, what: &str) -> String {
    [&world.name(), ":", what].concat()
}

fn channel_of(name: &str) -> Option<JsValue> {
    js::construct("BroadcastChannel", &name.into()).ok()
}

/// A number for this tab that no other has, and that grows with the time of its opening.
pub fn tab_id() -> u64 {
    // Milliseconds since 1970 and a thousandth: well within what a u64 holds.
    let (now, chance) = (Date::now(), Math::random());
    (now as u64) * 1_000 + (chance * 1_000.0) as u64
}
