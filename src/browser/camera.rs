//! The camera, to read codes that are held before it. No picture is kept or sent: each is looked at, and let go.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom::{self, Element};
use super::{device, js, scanner};
use crate::domain::device::{Frame, NoCamera};

/// Widest picture that our own reader is given, in points: a code of 60 modules still has ten points for each.
const WIDE: f64 = 800.0;

/// How long a camera may take to give its first picture before codes are looked for, in milliseconds.
const PLAYING: i32 = 1_500;

/// An open camera. It is closed with its drop.
pub struct Camera {
    stream: JsValue,
    video: Element,
    /// The browser's own reader, where it has one.
    detector: Option<JsValue>,
    canvas: Element,
}

impl Camera {
    /// Asks for the camera, and shows what it sees in this `<video>`.
    ///
    /// # Errors
    /// Where there is none, or it may not be used.
    pub async fn open(video: Element) -> Result<Self, NoCamera> {
        if !device::is_secure() {
            return Err(NoCamera::Insecure);
        }
        let devices = js::get(&js::get(&js_sys::global(), "navigator"), "mediaDevices");
        let wanted = js::object(&[("width", js::object(&[("ideal", 1280.into())]))]);
        let asked = js::object(&[("video", wanted), ("audio", false.into())]);
        let asked = js::call(&devices, "getUserMedia", &[asked]);
        let asked: Promise = asked
            .and_then(JsCast::dyn_into)
            .map_err(|_| NoCamera::Missing)?;
        let stream = JsFuture::from(asked).await.map_err(|error| why(&error))?;
        let camera = Self {
            stream,
            video,
            detector: detector().await,
            canvas: dom::create("canvas"),
        };
        if camera.detector.is_none() && scanner::load().await.is_err() {
            return Err(NoCamera::NoReader);
        }
        dom::set_property(&camera.video, "srcObject", &camera.stream);
        // A browser that does not play by itself shows a still picture, which is read as well; a camera that gives no picture
        // yet never says that it plays.
        if let Ok(playing) = js::call(&camera.video, "play", &[]).map(Promise::from) {
            let _ = js::within(PLAYING, playing).await;
        }
        Ok(camera)
    }

    /// The texts of the codes that it sees now.
    pub async fn codes(&self) -> Vec<String> {
        match &self.detector {
            Some(detector) => {
                let found = js::promised(detector, "detect", &[self.video.clone().into()]).await;
                let found = found.and_then(|found| found.dyn_into::<Array>().ok());
                let texts = found.iter().flat_map(Array::iter);
                texts
                    .filter_map(|code| js::get(&code, "rawValue").as_string())
                    .collect()
            }
            None => self.brightness().map_or_else(Vec::new, |(points, width)| {
                scanner::scan(&points, width).unwrap_or_default()
            }),
        }
    }

    /// The brightness of each point of what it sees, and how many a row has.
    fn brightness(&self) -> Option<(Vec<u8>, u32)> {
        let side = |name| {
            js::get(&self.video, name)
                .as_f64()
                .filter(|side| *side > 0.0)
        };
        let (width, height) = side("videoWidth").zip(side("videoHeight"))?;
        let scale = (WIDE / width).min(1.0);
        let (width, height) = ((width * scale).floor(), (height * scale).floor());
        dom::set_property(&self.canvas, "width", &width.into());
        dom::set_property(&self.canvas, "height", &height.into());
        let context = js::call(&self.canvas, "getContext", &["2d".into()]).ok()?;
        let all = [0.into(), 0.into(), width.into(), height.into()];
        let drawn = [&[self.video.clone().into()], &all[..]].concat();
        js::call(&context, "drawImage", &drawn).ok()?;
        let picture = js::call(&context, "getImageData", &all).ok()?;
        let colours = Uint8Array::new(&js::get(&js::get(&picture, "data"), "buffer")).to_vec();
        // Green is most of what an eye takes for brightness.
        let points = colours.chunks_exact(4).map(|point| match point {
            [red, green, blue, _] => {
                ((u16::from(*red) + 2 * u16::from(*green) + u16::from(*blue)) / 4) as u8
            }
            _ => u8::MAX,
        });
        Some((points.collect(), width as u32))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        let tracks = js::call(&self.stream, "getTracks", &[]);
        let tracks = tracks
            .ok()
            .and_then(|tracks| tracks.dyn_into::<Array>().ok());
        for track in tracks.iter().flat_map(Array::iter) {
            // A track that has ended already has nothing to stop.
            let _ = js::call(&track, "stop", &[]);
        }
        dom::set_property(&self.video, "srcObject", &JsValue::NULL);
    }
}

/// The browser's own reader, if it knows this kind of code.
async fn detector() -> Option<JsValue> {
    let class = js::get(&js_sys::global(), "BarcodeDetector");
    let formats = js::promised(&class, "getSupportedFormats", &[]).await?;
    let formats: Array = formats.dyn_into().ok()?;
    let is_known = formats
        .iter()
        .any(|format| format.as_string().as_deref() == Some("qr_code"));
    let wanted = js::object(&[("formats", Array::of1(&"qr_code".into()).into())]);
    is_known.then(|| js::construct("BarcodeDetector", &wanted).ok())?
}

/// Why the browser gave no camera.
fn why(error: &JsValue) -> NoCamera {
    let is_framed = matches!(device::frame(), Frame::Other | Frame::Sealed);
    if is_framed && !is_lent() {
        return NoCamera::Framed;
    }
    match js::get(error, "name").as_string().as_deref() {
        Some("NotAllowedError" | "SecurityError") if is_framed => NoCamera::Framed,
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        Some("NotReadableError" | "AbortError") => NoCamera::Busy,
        _ => NoCamera::Missing,
    }
}

/// Whether the page around lends the camera, as far as the browser tells: some look for a camera first, and say that there is none.
fn is_lent() -> bool {
    let document = js::get(&js_sys::global(), "document");
    let policy = js::get(&document, "featurePolicy");
    let lends = js::call(&policy, "allowsFeature", &["camera".into()]);
    lends.ok().and_then(|lends| lends.as_bool()) != Some(false)
}
