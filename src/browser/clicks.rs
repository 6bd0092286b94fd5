//! Clicks that the person did not mean. The second click of a double click may meet what has just come under
//! the pointer: a row that moved up, another screen. And a text that is selected inside a label would tick it.

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, Node};

use super::{js, location};

/// Time within which a second click at the same place is the end of a double click, in milliseconds.
const DOUBLE: f64 = 500.0;
/// How far a hand moves between the two, or while it presses, in pixels.
const SAME_PLACE: f64 = 8.0;
/// What does something when it is clicked.
const ACTIVE: &str = "a, button, label, summary, input, select, textarea";
/// What a click inside a label may be meant for itself.
const CONTROL: &str = "input, select, textarea, button, a";

/// Where, when and on what the pointer was pressed.
struct Press {
    at: f64,
    in_window: [f64; 2],
    in_page: [f64; 2],
    target: Option<Element>,
    address: String,
}

/// The last press that counted, whether the present one does not, and where it is.
#[derive(Default)]
struct Presses {
    last: Option<Press>,
    is_stray: bool,
    place: [f64; 2],
}

thread_local! {
    static PRESSES: RefCell<Presses> = RefCell::default();
}

/// Watches clicks for as long as the page lives.
pub fn guard() {
    before_all("pointerdown", |event| {
        PRESSES.with_borrow_mut(|presses| presses.press(&event));
    });
    before_all("click", |event| {
        let (is_stray, place) = PRESSES.with_borrow(|presses| (presses.is_stray, presses.place));
        let clicks = number(&event, "detail");
        // A press of a key is no click of the pointer, nor is one that a script makes.
        if is_stray && clicks > 0.0 {
            event.prevent_default();
            event.stop_immediate_propagation();
        } else if selects_label(&event, clicks, place) {
            event.prevent_default();
        }
    });
}

impl Presses {
    fn press(&mut self, event: &Event) {
        let press = Press::of(event);
        self.place = press.in_window;
        self.is_stray = self.last.as_ref().is_some_and(|last| last.moved(&press));
        if !self.is_stray {
            self.last = Some(press);
        }
    }
}

impl Press {
    fn of(event: &Event) -> Self {
        Self {
            at: event.time_stamp(),
            in_window: in_window(event),
            in_page: [number(event, "pageX"), number(event, "pageY")],
            target: target(event).and_then(|target| target.closest(ACTIVE).ok()?),
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
        if self.address != next.address || !target.is_connected() {
            return is_near(self.in_window, next.in_window);
        }
        // Where the person scrolled meanwhile, this is another place of the page.
        is_near(self.in_page, next.in_page) && next.target.as_ref() != Some(target)
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
fn selects_label(event: &Event, clicks: f64, pressed: [f64; 2]) -> bool {
    let Some(target) =
        target(event).filter(|target| target.closest(CONTROL).ok().flatten().is_none())
    else {
        return false;
    };
    let Ok(Some(label)) = target.closest("label") else {
        return false;
    };
    let is_dragged = !is_near(pressed, in_window(event));
    clicks >= 3.0 || (clicks == 1.0 && is_dragged && has_selection(&label))
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

/// Calls `handler` at each event of this name, before the page's own handlers.
fn before_all(event: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = web_sys::window() {
        let handler = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
        // The names are those of events: this cannot fail.
        let _ =
            window.add_event_listener_with_callback_and_bool(event, handler.unchecked_ref(), true);
    }
}
