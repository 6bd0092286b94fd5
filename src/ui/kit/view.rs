//! Views: pieces of the page that follow Leptos' signals, behind one type.
//!
//! Leptos' `view!` makes a type of its own for each view, and 100 kB of brotli of ours; it also parses
//! HTML for its static parts, which a strict Trusted Types policy refuses. Here an element is made
//! at once, and each thing that moves is one effect of Leptos. See `ARCHITECTURE.md`, decisions.

use std::cell::RefCell;
use std::rc::Rc;

pub use super::follow::{dynamic, dynamic_by, effect, together, together_after_paint};
use super::follow::{follow, hold_listener};
use crate::browser::dom::{self, Event, Node};

/// A piece of the page: one node, or several side by side. One handle, so that passing it costs nothing.
#[derive(Clone, Debug)]
pub struct View(Node);

impl View {
    /// Nothing.
    pub fn nothing() -> Self {
        Self(dom::fragment())
    }

    /// Several pieces side by side.
    pub fn all(views: impl IntoIterator<Item = View>) -> Self {
        let all = dom::fragment();
        for view in views {
            dom::append(&all, &view.0);
        }
        Self(all)
    }

    /// These nodes.
    pub(super) fn of(node: Node) -> Self {
        Self(node)
    }

    /// Its nodes: one, or a fragment of them.
    pub(super) fn node(&self) -> &Node {
        &self.0
    }

    /// Puts it at the end of the page.
    pub fn append_to_body(&self) {
        dom::append_to_body(&self.0);
    }
}

impl From<&str> for View {
    fn from(text: &str) -> Self {
        Self(dom::text(text))
    }
}

impl From<&String> for View {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<Element> for View {
    fn from(mut element: Element) -> Self {
        if let Some(content) = element.text.take() {
            show_text(&element.node, content);
        }
        Self(element.node.into())
    }
}

impl From<Option<View>> for View {
    fn from(view: Option<View>) -> Self {
        view.unwrap_or_else(Self::nothing)
    }
}

/// A text that follows signals, in an element of its own.
pub fn text(content: impl Fn() -> String + 'static) -> View {
    el("span").text(content).view()
}

/// An element being made.
#[must_use = "an element that is not placed is not seen"]
pub struct Element {
    node: dom::Element,
    /// A text that follows signals, last in the element so far.
    text: Option<Box<dyn Fn() -> String>>,
}

/// A text is written into an element that holds nothing else. Translators and highlighters replace or split
/// the texts of a page: one that was written before would be changed where nobody sees it any more.
fn show_text(element: &dom::Element, content: Box<dyn Fn() -> String>) {
    let place = if dom::is_empty(element) {
        element.clone()
    } else {
        let span = dom::create("span");
        dom::append(element, &span);
        span
    };
    follow(
        content,
        Box::new(move |content| dom::set_text(&place, &content)),
    );
}

thread_local! {
    static LOCK: RefCell<Option<Rc<dyn Fn() -> bool>>> = const { RefCell::new(None) };
}

/// Fields made from now on cannot be used while `is_locked`, which follows signals: one rule for every
/// screen, as a box that seems to be ticked and is not would be a lie.
pub fn lock_fields(is_locked: impl Fn() -> bool + 'static) {
    LOCK.set(Some(Rc::new(is_locked)));
}

/// Makes fields that change nothing of what is kept: they stay usable whatever is locked.
pub fn unlocked<T>(make: impl FnOnce() -> T) -> T {
    let lock = LOCK.take();
    let made = make();
    LOCK.set(lock);
    made
}

/// An HTML element.
pub fn el(tag: &'static str) -> Element {
    let element = Element::of(dom::create(tag));
    let lock = LOCK.with_borrow(Clone::clone);
    match lock.filter(|_| ["input", "textarea", "select"].contains(&tag)) {
        Some(is_locked) => element.flag("disabled", move || is_locked()),
        None => element,
    }
}

/// An HTML element of this class.
pub fn el_class(tag: &'static str, class: &str) -> Element {
    el(tag).attr("class", class)
}

/// An SVG element.
pub fn svg(tag: &'static str) -> Element {
    Element::of(dom::create_svg(tag))
}

impl Element {
    fn of(node: dom::Element) -> Self {
        Self { node, text: None }
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        dom::set_attribute(&self.node, name, Some(value));
        self
    }

    /// An attribute, where there is a value for it.
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows signals.
    pub fn attr_fn(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.attr_boxed(name, Box::new(value))
    }

    fn attr_boxed(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.node.clone();
        let shown = RefCell::new(None);
        effect(Box::new(move || {
            let value = value();
            if *shown.borrow() != value {
                dom::set_attribute(&element, name, value.as_deref());
                shown.replace(value);
            }
        }));
        self
    }

    /// A property such as `checked`, that follows signals.
    pub fn flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.flag_boxed(name, Box::new(value))
    }

    fn flag_boxed(self, name: &'static str, value: Box<dyn Fn() -> bool>) -> Self {
        let element = self.node.clone();
        effect(Box::new(move || dom::set_flag(&element, name, value())));
        self
    }

    /// What a field holds, following signals.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.node.clone();
        effect(Box::new(move || dom::set_value(&element, &value())));
        self
    }

    /// A custom property of its style, that follows signals.
    pub fn style(self, property: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let element = self.node.clone();
        follow(
            Box::new(value),
            Box::new(move |value| dom::set_style(&element, property, &value)),
        );
        self
    }

    /// Something to do at each event of this name.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        hold_listener(dom::listen(&self.node, event, Box::new(handler)));
        self
    }

    /// Something inside it, after what it holds.
    pub fn child(self, child: impl Into<View>) -> Self {
        self.add(child.into())
    }

    /// Several things inside it, after what it holds.
    pub fn children(self, children: impl IntoIterator<Item = View>) -> Self {
        let mut element = self;
        for child in children {
            element = element.add(child);
        }
        element
    }

    /// A text inside it that follows signals: all that it holds, or in a `<span>` beside what it holds.
    pub fn text(self, content: impl Fn() -> String + 'static) -> Self {
        let mut element = self.add(View::nothing());
        element.text = Some(Box::new(content));
        element
    }

    /// A piece inside it that is made anew whenever the signals that it read change.
    pub fn dynamic(self, make: impl Fn() -> View + 'static) -> Self {
        self.add(dynamic(make))
    }

    /// A piece inside it that is made anew only when `key` changes.
    pub fn dynamic_by(
        self,
        key: impl Fn() -> String + 'static,
        make: impl Fn() -> View + 'static,
    ) -> Self {
        self.add(dynamic_by(key, make))
    }

    /// The element in the page, for what must be drawn into it.
    pub fn node(&self) -> dom::Element {
        self.node.clone()
    }

    /// Ends the making.
    pub fn view(self) -> View {
        self.into()
    }

    fn add(mut self, view: View) -> Self {
        if let Some(content) = self.text.take() {
            // Not alone any more: it goes into an element of its own.
            self = self.add(el("span").text(content).view());
        }
        dom::append(&self.node, &view.0);
        self
    }
}
