//! Copying from tables: the clipboard is given rows and cells. The browser's own copy brings boxes, names that are
//! only heard, and the style of every letter: a hundred times the text.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::dom::{self, Element, Event, Node};
use super::js;

/// What keeps its tag; of anything else only the text is kept.
const KEPT: [&str; 13] = [
    "TABLE", "CAPTION", "THEAD", "TBODY", "TR", "TH", "TD", "H1", "H2", "H3", "P", "UL", "LI",
];
/// Between two pieces that the screen sets apart without a word.
const APART: &str = " – ";

/// Cleans what is copied out of tables, for as long as the page lives. What matches `unsaid` is on the
/// screen only.
pub fn listen(unsaid: &'static str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let copied = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // Refused by a browser that copies in its own way, which does no harm.
        let _ = copy(&event, unsaid);
    });
    // The name is that of an event: this cannot fail.
    let _ =
        document.add_event_listener_with_callback("copy", copied.into_js_value().unchecked_ref());
}

/// Gives the rows that are selected; leaves alone what holds no cell.
fn copy(event: &Event, unsaid: &str) -> Result<(), JsValue> {
    let window = JsValue::from(web_sys::window());
    let selection = js::call(&window, "getSelection", &[])?;
    // A field has its own selection.
    let field: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    if field.is_some_and(|field| field.matches("input, textarea").unwrap_or(false)) {
        return Ok(());
    }
    let range = js::call(&selection, "getRangeAt", &[0.into()])?;
    let content: Node = js::call(&range, "cloneContents", &[])?.dyn_into()?;
    if js::call(&content, "querySelector", &["td, th".into()])?.is_null() {
        return Ok(());
    }
    // Rows that are selected without their table.
    let around: Node = js::get(&range, "commonAncestorContainer").dyn_into()?;
    let is_inside = matches!(
        around.node_name().as_str(),
        "TABLE" | "THEAD" | "TBODY" | "TR"
    );
    let whole = made(if is_inside { "TABLE" } else { "DIV" });
    lean(&content, &whole, unsaid);
    let data = js::get(event, "clipboardData");
    let html = if is_inside {
        whole.outer_html()
    } else {
        whole.inner_html()
    };
    js::call(&data, "setData", &["text/html".into(), html.into()])?;
    js::call(
        &data,
        "setData",
        &["text/plain".into(), text(&whole).trim().into()],
    )?;
    event.prevent_default();
    Ok(())
}

/// Copies what the first element that matches holds. Where the browser refuses, the element stays
/// selected, ready to be copied by hand. True where it was copied.
pub fn copy_element(selector: &str) -> bool {
    copied(selector).unwrap_or(false)
}

fn copied(selector: &str) -> Result<bool, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let element = document.query_selector(selector)?.ok_or(JsValue::NULL)?;
    let selection = js::call(&window, "getSelection", &[])?;
    js::call(&selection, "selectAllChildren", &[element.into()])?;
    // The way of all browsers, over plain http too; what is copied is made by `copy`.
    let is_copied = js::call(&document, "execCommand", &["copy".into()])?.is_truthy();
    if is_copied {
        js::call(&selection, "removeAllRanges", &[])?;
    }
    Ok(is_copied)
}

fn children(node: &Node) -> impl Iterator<Item = Node> + use<> {
    std::iter::successors(node.first_child(), Node::next_sibling)
}

/// An element of the copy. Word processors draw no line around the cells of a table that says nothing of it.
fn made(tag: &str) -> Element {
    let made = dom::create(tag);
    if tag == "TABLE" {
        dom::set_attribute(&made, "border", Some("1"));
        dom::set_attribute(&made, "cellspacing", Some("0"));
    }
    made
}

/// Copies what `from` says into `into`.
fn lean(from: &Node, into: &Node, unsaid: &str) {
    let mut follows_another = false;
    for child in children(from) {
        if child.node_type() == Node::TEXT_NODE {
            let words = child.text_content().unwrap_or_default();
            dom::append(into, &dom::text(&words));
            follows_another = false;
        } else if let Some(element) = child.dyn_ref::<Element>() {
            if element.matches(unsaid).unwrap_or(false) {
                continue;
            }
            if KEPT.contains(&element.tag_name().as_str()) {
                let copy = made(&element.tag_name());
                dom::set_attribute(
                    &copy,
                    "colspan",
                    element.get_attribute("colspan").as_deref(),
                );
                lean(element, &copy, unsaid);
                dom::append(into, &copy);
                continue;
            }
            let inner = dom::fragment();
            lean(element, &inner, unsaid);
            if inner
                .text_content()
                .is_none_or(|words| words.trim().is_empty())
            {
                continue;
            }
            if follows_another {
                dom::append(into, &dom::text(APART));
            }
            dom::append(into, &inner);
            follows_another = true;
        }
    }
}

/// The same as a text: a line for each row, a tab between its cells.
fn text(node: &Node) -> String {
    let inner = || children(node).map(|child| text(&child));
    match node.node_name().as_str() {
        "#text" => node.text_content().unwrap_or_default(),
        "TR" => inner().collect::<Vec<_>>().join("\t") + "\n",
        // A line of a note would end the row.
        "TD" | "TH" => {
            let words = inner().collect::<String>().replace(['\n', '\r', '\t'], " ");
            words.trim().to_owned()
        }
        "CAPTION" | "H1" | "H2" | "H3" | "P" | "LI" => inner().collect::<String>() + "\n",
        _ => inner().collect(),
    }
}
