//! Elements of the page: making, changing and placing them. No HTML is ever parsed: what comes from
//! outside can only become text or an attribute.

use js_sys::Reflect;
use std::cell::LazyCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, EventTarget, HtmlElement};
pub use web_sys::{Element, Event, KeyboardEvent, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

// Every call below that returns a `Result` fails only for a name that is not valid in HTML; names are
// constants of ours, so a failure has nothing to tell and nothing to lose.

thread_local! {
    /// The page's document and a mark, asked for once: a screen is made of a thousand nodes.
    static PAGE: LazyCell<Option<(Document, Node)>> = LazyCell::new(|| {
        let document = web_sys::window()?.document()?;
        let mark = super::js::call(
            &document,
            "createProcessingInstruction",
            &["n".into(), "".into()],
        );
        Some((document, mark.ok()?.unchecked_into()))
    });
}

/// What `make` makes of the document; null where there is none.
fn made<T: JsCast>(make: impl FnOnce(&Document, &Node) -> Option<T>) -> T {
    PAGE.with(|page| {
        page.as_ref()
            .and_then(|(document, mark)| make(document, mark))
    })
    .unwrap_or_else(none)
}

/// What stands for a node where there is no document to make one in: null.
fn none<T: JsCast>() -> T {
    JsValue::NULL.unchecked_into()
}

/// A new HTML element.
pub fn create(tag: &str) -> Element {
    made(|document, _| document.create_element(tag).ok())
}

/// A new SVG element.
pub fn create_svg(tag: &str) -> Element {
    made(|document, _| document.create_element_ns(Some(SVG), tag).ok())
}

/// A new text.
pub fn text(content: &str) -> Node {
    made(|document, _| Some(document.create_text_node(content).into()))
}

/// A mark in the page that nobody sees: a processing instruction, which other programs leave alone.
pub fn mark() -> Node {
    made(|_, mark| mark.clone_node().ok())
}

/// Room for several nodes side by side, which are placed together.
pub fn fragment() -> Node {
    made(|document, _| Some(document.create_document_fragment().into()))
}

/// Replaces the content of a text or an element by this text.
pub fn set_text(node: &Node, content: &str) {
    node.set_text_content(Some(content));
}

/// Sets an attribute, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets a property such as `checked`, which the attribute of the same name only starts.
pub fn set_flag(element: &Element, name: &str, value: bool) {
    let _ = Reflect::set(element, &name.into(), &value.into());
}

/// Sets a property that holds something else than yes or no.
pub fn set_property(element: &Element, name: &str, value: &JsValue) {
    let _ = Reflect::set(element, &name.into(), value);
}

/// Sets what a field holds. Writing the same text again would move the caret.
pub fn set_value(element: &Element, value: &str) {
    if field_value(element) != value {
        let _ = Reflect::set(element, &"value".into(), &value.into());
    }
}

/// Sets a custom property of the element's style.
pub fn set_style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(property, value);
    }
}

/// Adds at the end.
pub fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}

/// Adds just before a node that is in the page or in a piece of it.
pub fn insert_before(next: &Node, node: &Node) {
    if let Some(parent) = next.parent_node() {
        insert(&parent, node, Some(next));
    }
}

/// Adds before a child of this parent; at its end where there is none.
pub fn insert(parent: &Node, node: &Node, next: Option<&Node>) {
    let _ = parent.insert_before(node, next);
}

/// Takes a node out of what holds it.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// The nodes that placing this one places: what a fragment holds, or the node itself.
pub fn pieces(node: &Node) -> Vec<Node> {
    if node.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
        return vec![node.clone()];
    }
    let mut pieces = Vec::new();
    let mut next = node.first_child();
    while let Some(piece) = next {
        next = piece.next_sibling();
        pieces.push(piece);
    }
    pieces
}

/// Whether an element or a fragment holds nothing.
pub fn is_empty(node: &Node) -> bool {
    !node.has_child_nodes()
}

/// Adds at the end of the page.
pub fn append_to_body(node: &Node) {
    let body: Node = made(|document, _| document.body().map(Node::from));
    append(&body, node);
}

/// A handler of events, which hears nothing any more once this is dropped.
#[must_use = "a listener that is dropped hears nothing"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

/// Calls `handler` at each event of this name, until the listener is dropped. A handler that holds its own
/// element would keep it alive for ever otherwise: the browser cannot see what WebAssembly holds.
pub fn listen(element: &Element, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Listener {
    let handler = Closure::wrap(handler);
    let _ = element.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
    Listener {
        target: element.clone().into(),
        event,
        handler,
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, handler);
    }
}

/// Calls `handler` at each key pressed anywhere in the page, for as long as it lives.
pub fn on_key_down(handler: Box<dyn FnMut(KeyboardEvent)>) {
    if let Some(window) = web_sys::window() {
        let handler = Closure::wrap(handler).into_js_value();
        let _ = window.add_event_listener_with_callback("keydown", handler.unchecked_ref());
    }
}

/// The key that was pressed alone, without Ctrl, Alt or Meta; `None` while an accent is being composed.
pub fn plain_key(event: &Event) -> Option<String> {
    let is_on = |name| super::js::get(event, name).is_truthy();
    let is_alone = !["ctrlKey", "altKey", "metaKey", "isComposing"]
        .into_iter()
        .any(is_on);
    let key = super::js::get(event, "key").as_string();
    key.filter(|_| is_alone)
}

/// Calls `handler` at each event of this name, before those of its elements, for as long
/// as the page lives.
pub fn before_all(event: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = web_sys::window() {
        let handler = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
        // The names are those of events: this cannot fail.
        let _ =
            window.add_event_listener_with_callback_and_bool(event, handler.unchecked_ref(), true);
    }
}

fn target(event: &Event) -> JsValue {
    event.target().map(JsValue::from).unwrap_or_default()
}

/// Whether the box that the event is about is ticked.
pub fn is_checked(event: &Event) -> bool {
    super::js::get(&target(event), "checked").is_truthy()
}

/// What the field that the event is about holds.
pub fn value(event: &Event) -> String {
    super::js::get(&target(event), "value")
        .as_string()
        .unwrap_or_default()
}

/// Whether a field holds what is no value, as a date that does not exist: what it gives is empty then.
pub fn has_bad_input(field: &Element) -> bool {
    super::js::get(&super::js::get(field, "validity"), "badInput").is_truthy()
}

/// The text that is being pasted or dropped.
pub fn transferred(event: &Event) -> String {
    let data = ["clipboardData", "dataTransfer"].map(|name| super::js::get(event, name));
    let data = data
        .into_iter()
        .find(JsValue::is_object)
        .unwrap_or_default();
    let text = super::js::call(&data, "getData", &["text/plain".into()]);
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// Puts a text where the caret of the field that has the focus is, as typing does: the browser can undo it.
pub fn insert_text(field: &Element, text: &str) {
    let arguments = ["insertText".into(), false.into(), text.into()];
    let document: JsValue = made(|document, _| Some(document.into()));
    let is_done = super::js::call(&document, "execCommand", &arguments);
    if !is_done.is_ok_and(|done| done.is_truthy()) {
        // A browser without it: the text at least, which it cannot undo.
        let _ = super::js::call(field, "setRangeText", &[text.into()]);
        if let Ok(event) = Event::new("input") {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// What a field holds.
pub fn field_value(field: &Element) -> String {
    super::js::get(field, "value")
        .as_string()
        .unwrap_or_default()
}
