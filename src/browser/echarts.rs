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

/// A chart in the page. It follows the size of its element until it is disposed.
#[derive(Debug)]
pub struct Chart {
    instance: JsValue,
    place: Element,
    observer: Option<ResizeObserver>,
}

impl Chart {
    /// An empty chart in this element.
    ///
    /// # Errors
    /// Where the library is not there or refuses.
    pub fn new(element: &Element) -> Result<Self, NotLoaded> {
        let library = script::global(LIBRARY).ok_or(NotLoaded)?;
        let options = js::object(&[("renderer", "svg".into())]);
        let instance = js::call(&library, "init", &[element.into(), JsValue::NULL, options])?;
        let (resized, place) = (instance.clone(), element.clone());
        let resize = Closure::<dyn FnMut()>::new(move || {
            // Paper is no window: there the picture scales, by its view box, to the room it has.
            if page::matches_media("print") {
                return;
            }
            // A chart disposed between two frames refuses to be resized, which is right.
            let _ = js::call(&resized, "resize", &[]);
            set_view_box(&place);
        });
        let observer = ResizeObserver::new(resize.into_js_value().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Ok(Self {
            instance,
            place: element.clone(),
            observer,
        })
    }

    /// Shows this option, moving what is already drawn.
    ///
    /// # Errors
    /// Where the library refuses the option.
    pub fn show(&self, option: &impl Serialize) -> Result<(), NotLoaded> {
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        let option = option.serialize(&plain).map_err(|_| NotLoaded)?;
        js::call(&self.instance, "setOption", &[option])?;
        set_view_box(&self.place);
        Ok(())
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
        // Disposing twice only logs.
        let _ = js::call(&self.instance, "dispose", &[]);
    }
}
