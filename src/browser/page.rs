//! The document around the screens: title, focus, theme, print, and the marks for outside tools.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlElement, HtmlMetaElement, Window};

use super::js;

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The title of the window, as it is.
pub fn title() -> String {
    document().map_or_else(String::new, |document| document.title())
}

/// Takes the first paint away, now that the app shows the same.
pub fn remove_shell() {
    // Without a guard nothing was started.
    let _ = js::call(&guard(), "handOver", &[]);
}

/// Asks for the whole style, of which the page holds what the first screens need; waits until it is in force, or the page has
/// said that it is missing.
pub fn styled() -> impl Future<Output = ()> {
    let asked = js::call(&guard(), "style", &[]);
    async move {
        if let Ok(promise) = asked.and_then(JsCast::dyn_into::<Promise>) {
            drop(JsFuture::from(promise).await);
        }
    }
}

/// `build/page/guard.js`.
fn guard() -> JsValue {
    js::get(&js_sys::global(), "numeaGuard")
}

/// Says to outside tools (and to the guard of the start) that the stored state is shown.
pub fn mark_ready() {
    if let Some(root) = root() {
        // The name is a valid attribute name.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Says to the style that a screen stands without what is around the others, and by which name; none: not any more.
pub fn set_alone(name: Option<&str>) {
    if let Some(root) = root() {
        super::dom::set_attribute(&root, "data-alone", name);
    }
}

/// Has the guard say that a file of the page is missing, in place of « Chargement… ».
pub fn say_incomplete() {
    // Without a guard nothing was started.
    let _ = js::call(&guard(), "incomplete", &[]);
}

/// The content of a `<meta name=…>` of the page.
pub fn meta(name: &str) -> Option<String> {
    let found = document()?
        .query_selector(&format!("meta[name={name}]"))
        .ok()??;
    Some(found.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// Moves the focus to the first element of this selector, and the screen with it.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus keeps it where it was.
        let _ = element.focus();
    }
}

/// Brings the first element of this selector to the top of the window, and moves the focus to it.
pub fn show(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        element.scroll_into_view();
    }
    focus(selector);
}

/// Whether the focus is in a text being typed, where keys belong to the text.
pub fn is_typing() -> bool {
    has_focus(
        "textarea, input:not([type=checkbox], [type=radio], [type=file]), \
         [contenteditable]:not([contenteditable=false]), [contenteditable]:not([contenteditable=false]) *",
    )
}

/// Whether keys choose in a list of choices, or belong to a text.
pub fn is_typing_or_choosing() -> bool {
    is_typing() || has_focus("select")
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the first element that matches has the focus.
pub fn has_focus(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// The id of the nearest element of this selector around what has the focus.
pub fn around_focus(selector: &str) -> Option<String> {
    let focused = document()?.active_element()?;
    Some(focused.closest(selector).ok()??.id())
}

/// Calls `then` at the next frame, when what was just rendered is in the page.
pub fn next_frame(then: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let callback = Closure::once_into_js(then);
        // Refused only to a document that is no longer shown.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls `then` once, after this time.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let callback = Closure::once_into_js(then);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            milliseconds,
        );
    }
}

/// Calls `then` again and again, each time after this time, for as long as the page lives.
pub fn every(milliseconds: i32, then: impl FnMut() + 'static) {
    if let Some(window) = window() {
        let callback = Closure::<dyn FnMut()>::new(then).into_js_value();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            milliseconds,
        );
    }
}

/// Calls `handler` at each event of this name that reaches the window, for as long as the page lives.
pub fn on_window(event: &str, handler: Box<dyn FnMut()>) {
    if let Some(window) = window() {
        let handler = Closure::wrap(handler).into_js_value();
        // The names are those of events: this cannot fail.
        let _ = window.add_event_listener_with_callback(event, handler.unchecked_ref());
    }
}

/// Whether the person can see the page: its tab is in front.
pub fn is_visible() -> bool {
    document().is_some_and(|document| !document.hidden())
}

/// Whether this media query matches now.
pub fn matches_media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Calls `changed` whenever the answer to this media query changes, for as long as the page lives.
pub fn on_media_change(query: &str, changed: impl FnMut() + 'static) {
    let list = window().and_then(|window| window.match_media(query).ok().flatten());
    if let Some(list) = list {
        list.set_onchange(Some(
            Closure::<dyn FnMut()>::new(changed)
                .into_js_value()
                .unchecked_ref(),
        ));
    }
}

/// Forces a theme: `light` or `dark`.
pub fn set_theme(theme: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// The theme in force, forced or the system's.
pub fn is_dark() -> bool {
    match root()
        .and_then(|root| root.get_attribute("data-theme"))
        .as_deref()
    {
        Some("dark") => true,
        Some("light") => false,
        _ => matches_media("(prefers-color-scheme: dark)"),
    }
}

/// The value of a custom property of the page, as the theme gives it.
pub fn css_value(property: &str) -> String {
    let style = window()
        .zip(root())
        .and_then(|(window, root)| window.get_computed_style(&root).ok());
    let value = style
        .flatten()
        .and_then(|style| style.get_property_value(property).ok());
    value.unwrap_or_default().trim().to_owned()
}

/// Safe mode, after crashes: storage must not be touched.
pub fn is_safe_start() -> bool {
    root().is_some_and(|root| root.has_attribute("data-safe"))
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        // Refused only to a document that is no longer shown.
        let _ = window.location().reload();
    }
}

/// Has the browser ask before the page is left while `is_unsafe`, for as long as it lives.
pub fn ask_before_leaving(is_unsafe: impl Fn() -> bool + 'static) {
    let Some(window) = window() else { return };
    let ask = move |event: Event| {
        if is_unsafe() {
            event.prevent_default();
        }
    };
    let ask = Closure::<dyn FnMut(Event)>::new(ask).into_js_value();
    // The name is that of an event: this cannot fail.
    let _ = window.add_event_listener_with_callback("beforeunload", ask.unchecked_ref());
}

/// Sets a custom property of the page, which the boxes in the margins of paper read too.
pub fn set_css_value(property: &str, value: &str) {
    if let Some(root) = root() {
        super::dom::set_style(&root, property, value);
    }
}

/// Calls `then` each time the page is about to be printed, for as long as it lives. What it changes
/// must change at once: a print dialogue that the page opened lets nothing run before it closes.
pub fn on_before_print(then: impl FnMut() + 'static) {
    if let Some(window) = window() {
        let then = Closure::<dyn FnMut()>::new(then).into_js_value();
        let _ = window.add_event_listener_with_callback("beforeprint", then.unchecked_ref());
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
