//! ECharts: fetched only when a chart is about to be shown, then driven by the option that the
//! domain built. SVG only: the bundle has no other renderer.

use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, ResizeObserver};

use super::script::{self, NotLoaded};
use super::{dom, js, page};

/// The global of the library.
const LIBRARY: &str = "echarts";

/// Fetches the library, once for the life of the page; a failed fetch can be tried again.
///
/// # Errors
/// Where the file cannot be had (no network, an incomplete copy of the app on the host).
pub async fn load() -> Result<(), NotLoaded> {
    script::load("numea-chart", LIBRARY).await.map(drop)
}

/// The name of an event, and what hears it.
type Listener = (&'static str, Closure<dyn FnMut()>);

/// A chart in the page. It follows the size of its element until it is disposed.
#[derive(Debug)]
pub struct Chart {
    instance: JsValue,
    place: Element,
    observer: Option<ResizeObserver>,
    printing: [Listener; 2],
}

impl Chart {
    /// An empty chart in this element. On paper it has this width and height, whatever the window: one that only scaled the picture
    /// of a phone cut its lowest words.
    ///
    /// # Errors
    /// Where the library is not there or refuses.
    pub fn new(element: &Element, paper: [u16; 2]) -> Result<Self, NotLoaded> {
        let library = script::global(LIBRARY).ok_or(NotLoaded)?;
        let options = js::object(&[("renderer", "svg".into())]);
        let instance = js::call(&library, "init", &[element.into(), JsValue::NULL, options])?;
        let fit = resizer(&instance, element, ["auto", "auto"].map(JsValue::from));
        let after = resizer(&instance, element, ["auto", "auto"].map(JsValue::from));
        let before = resizer(&instance, element, paper.map(JsValue::from));
        let resize = Closure::<dyn FnMut()>::new(move || {
            // While printing, the chart scales by its view box instead of resizing.
            if !page::matches_media("print") {
                fit();
            }
        });
        let observer = ResizeObserver::new(resize.into_js_value().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        let printing = [
            ("beforeprint", Closure::<dyn FnMut()>::new(before)),
            ("afterprint", Closure::<dyn FnMut()>::new(after)),
        ];
        if let Some(window) = web_sys::window() {
            for (event, handler) in &printing {
                let handler = handler.as_ref().unchecked_ref();
                // The names are those of events: this cannot fail.
                let _ = window.add_event_listener_with_callback(event, handler);
            }
        }
        Ok(Self {
            instance,
            place: element.clone(),
            observer,
            printing,
        })
    }

    /// Shows this option, moving what is already drawn.
    ///
    /// # Errors
    /// Where the library refuses the option.
    pub fn show(&self, option: &impl Serialize) -> Result<(), NotLoaded> {
        js::call(&self.instance, "setOption", &[plain(option)?])?;
        set_view_box(&self.place);
        Ok(())
    }
}

/// The drawing of this option as the text of an SVG of this width and height, made beside the page. Draws once
/// [`load`] has succeeded.
///
/// # Errors
/// Where the library is not there or refuses the option.
pub fn draw(option: &impl Serialize, [width, height]: [u16; 2]) -> Result<String, NotLoaded> {
    let library = script::global(LIBRARY).ok_or(NotLoaded)?;
    let asked = [plain(option)?, width.into(), height.into()];
    let drawing = js::call(&library, "draw", &asked)?;
    drawing.as_string().ok_or(NotLoaded)
}

/// An option as the library takes it.
fn plain(option: &impl Serialize) -> Result<JsValue, NotLoaded> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    option.serialize(&plain).map_err(|_| NotLoaded)
}

/// What gives the picture this width and height.
fn resizer(instance: &JsValue, place: &Element, size: [JsValue; 2]) -> impl Fn() + use<> {
    let (instance, place) = (instance.clone(), place.clone());
    move || {
        let [width, height] = size.clone();
        let size = js::object(&[("width", width), ("height", height)]);
        // A chart disposed between two frames refuses to be resized, which is right.
        let _ = js::call(&instance, "resize", &[size]);
        // It is drawn anew with the next frame, which printing does not wait for: paper had a corner of the former picture.
        let _ = js::call(&instance, "getZr", &[]).and_then(|drawn| js::call(&drawn, "flush", &[]));
        set_view_box(&place);
    }
}

/// Gives the drawing a view box of its own size: nothing changes on the screen, and paper may scale it.
fn set_view_box(place: &Element) {
    let Ok(Some(drawing)) = place.query_selector("svg") else {
        return;
    };
    let size = |name| drawing.get_attribute(name).unwrap_or_default();
    let view_box = format!("0 0 {} {}", size("width"), size("height"));
    dom::set_attribute(&drawing, "viewBox", Some(&view_box));
}

impl Drop for Chart {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        if let Some(window) = web_sys::window() {
            for (event, handler) in &self.printing {
                let handler = handler.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback(event, handler);
            }
        }
        // Disposing twice only logs.
        let _ = js::call(&self.instance, "dispose", &[]);
    }
}
