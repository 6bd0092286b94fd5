//! Clicks that the person did not mean. The second click of a double click may meet what has just come under
//! the pointer: a row that moved up, another screen. And a text that is selected inside a label would tick it.

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

use super::dom::before_all;
use super::{js, location};

/// Time within which a second click at the same place is the end of a double click, in milliseconds.
const DOUBLE: f64 = 500.0;
/// How far a hand moves between the two, or while it presses, in pixels.
const SAME_PLACE: f64 = 8.0;
/// What does something when it is clicked.
const ACTIVE: &str = "a, button, label, summary, input, select, textarea";
/// On what destroys, adds or moves something: even two clicks that the browser does not take for a double click
/// are one there.
const ONCE: &str = "data-once";
/// What a click inside a label may be meant for itself.
const CONTROL: &str = "input, select, textarea, button, a";

/// Where, when and on what the pointer was pressed.
struct Press {
    at: f64,
    in_window: [f64; 2],
    in_page: [f64; 2],
    target: Option<Element>,
    /// Whether the target destroys, adds or moves something.
    is_once: bool,
    address: String,
}

/// The last press that counted, the present one, and whether the page moved under the pointer between them.
#[derive(Default)]
struct Presses {
    last: Option<Press>,
    now: Option<Press>,
    is_moved: bool,
}

thread_local! {
    static PRESSES: RefCell<Presses> = RefCell::default();
}

/// Watches clicks for as long as the page lives.
pub fn guard() {
    before_all("pointerdown", |event| {
        PRESSES.with_borrow_mut(|presses| {
            let press = Press::of(&event);
            presses.is_moved = presses.last.as_ref().is_some_and(|last| last.moved(&press));
            presses.now = Some(press);
        });
    });
    before_all("click", |event| {
        let clicks = number(&event, "detail");
        let is_stray = PRESSES.with_borrow_mut(|presses| presses.end_press(clicks));
        if is_stray {
            event.prevent_default();
            event.stop_immediate_propagation();
        } else if selects_label(&event, clicks) {
            event.prevent_default();
        }
    });
}

impl Presses {
    /// Ends the present press. Whether the click that it makes is not meant. A press of a key is none of the pointer,
    /// nor is a click that a script makes.
    fn end_press(&mut self, clicks: f64) -> bool {
        if clicks < 1.0 {
            return false;
        }
        let is_once = self.last.as_ref().is_some_and(|last| last.is_once);
        let is_stray = self.is_moved && (is_once || clicks > 1.0);
        if !is_stray && self.now.is_some() {
            self.last = self.now.take();
        }
        is_stray
    }
}

impl Press {
    fn of(event: &Event) -> Self {
        let target = target(event).and_then(|target| target.closest(ACTIVE).ok()?);
        let once = target.as_ref().map(|target| target.has_attribute(ONCE));
        Self {
            at: event.time_stamp(),
            in_window: in_window(event),
            in_page: [number(event, "pageX"), number(event, "pageY")],
            target,
            is_once: once.unwrap_or_default(),
            address: location::hash(),
        }
    }

    /// Whether `next` meets something else only because the page moved under the pointer.
    fn moved(&self, next: &Press) -> bool {
        let Some(target) = &self.target else {
            return false;
        };
        if next.at - self.at > DOUBLE || next.target.is_none() {
            return false;
        }
        let is_same = next.target.as_ref() == Some(target);
        if self.address != next.address {
            // Another screen is shown from its top, unless the person has scrolled it since.
            let is_still = next.scrolled() < 1.0 || next.scrolled() == self.scrolled();
            return (is_same || is_still) && is_near(self.in_window, next.in_window);
        }
        if !target.is_connected() {
            return is_near(self.in_window, next.in_window);
        }
        // Where the person scrolled meanwhile, this is another place of the page.
        is_near(self.in_page, next.in_page) && !is_same
    }

    fn scrolled(&self) -> f64 {
        let ([_, in_page], [_, in_window]) = (self.in_page, self.in_window);
        in_page - in_window
    }
}

fn in_window(event: &Event) -> [f64; 2] {
    [number(event, "clientX"), number(event, "clientY")]
}

fn is_near(one: [f64; 2], other: [f64; 2]) -> bool {
    let [x, y] = [0, 1].map(|axis: usize| {
        let of = |place: [f64; 2]| place.get(axis).copied().unwrap_or_default();
        (of(one) - of(other)).abs()
    });
    x <= SAME_PLACE && y <= SAME_PLACE
}

/// Whether the click ends a selection of the text of a label. A double click ticks and unticks; the third click
/// selects the line, and must leave the answer as it was.
fn selects_label(event: &Event, clicks: f64) -> bool {
    // The press of this click is the last that counted.
    let pressed = PRESSES.with_borrow(|presses| presses.last.as_ref().map(|last| last.in_window));
    let is_dragged = || pressed.is_some_and(|pressed| !is_near(pressed, in_window(event)));
    let is_third = clicks >= 3.0;
    if !is_third && (clicks != 1.0 || !is_dragged()) {
        return false;
    }
    let Some(target) =
        target(event).filter(|target| target.closest(CONTROL).ok().flatten().is_none())
    else {
        return false;
    };
    let label = target.closest("label").ok().flatten();
    label.is_some_and(|label| is_third || has_selection(&label))
}

/// Whether a text was selected inside this element by dragging the pointer.
fn has_selection(element: &Node) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let selection = js::call(&window, "getSelection", &[]).unwrap_or(JsValue::NULL);
    let start: Option<Node> = js::get(&selection, "anchorNode").dyn_into().ok();
    js::get(&selection, "isCollapsed").is_falsy() && element.contains(start.as_ref())
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn number(event: &Event, name: &str) -> f64 {
    js::get(event, name).as_f64().unwrap_or_default()
}
