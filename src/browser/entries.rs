//! The entries of the browser's history. Each has a number, kept in its own state, and each remembers where
//! the person was in it: « Précédent » leads back there, as it does between pages.

use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, Node, Window};

use super::place::{Place, focus_title};
use super::{js, page};

/// The places outlive a reload of the page under this key, as numbers alone.
const KEY: &str = "numea:v1:places";
/// Entries that are remembered: as many as a browser goes back through.
const MOST: usize = 50;
/// How often, and how many times, a page that is too short yet is scrolled again, as parts of it come late.
const LATE: (i32, u8) = (150, 4);

/// Where the person was when an entry was left.
#[derive(Clone, Debug, Default)]
struct Left {
    entry: i32,
    scrolled: i32,
    place: Place,
}

/// The entry that is shown, the places of all, and where to go back to.
#[derive(Debug, Default)]
struct Entries {
    shown: i32,
    left: Vec<Left>,
    back: Option<Left>,
    /// Where the person was when a link was followed, whose own handler may move the focus.
    followed: Option<Left>,
}

/// Leads back to where the person was: by a move inside the page, or else by a start of it.
pub type GoBack = Box<dyn FnOnce(bool)>;

/// What knows the entries: code that comes just after the start.
#[derive(Clone, Copy)]
struct Follower {
    /// Another entry is shown.
    turn: fn(),
    /// The way back in the one that is shown, if there is one.
    back: fn() -> Option<GoBack>,
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
    static FOLLOWER: Cell<Option<Follower>> = const { Cell::new(None) };
}

/// Hears of every move. What follows the address must listen to it after this: the screen that is left must still be there.
pub fn listen() {
    page::on_window(
        "hashchange",
        Box::new(|| {
            if let Some(follower) = FOLLOWER.get() {
                (follower.turn)();
            }
        }),
    );
}

/// Remembers where the person is in each entry, for as long as the page lives, and scrolls to where she was in this one.
pub fn follow() {
    let Some(history) = history() else { return };
    // Else the browser would scroll too, before the screen is there.
    let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    ENTRIES.with_borrow_mut(|entries| {
        entries.left = recall();
        entries.arrive(&history);
    });
    FOLLOWER.set(Some(Follower {
        turn,
        back: go_back,
    }));
    page::next_frame(resume);
    super::dom::before_all("click", |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| matches!(target.closest("a[href^='#']"), Ok(Some(_)))) {
            ENTRIES.with_borrow_mut(|entries| entries.followed = Some(entries.here()));
        }
    });
    page::on_window(
        "pagehide",
        Box::new(|| {
            ENTRIES.with_borrow_mut(|entries| {
                entries.leave();
                remember(&entries.left);
            });
        }),
    );
}

/// The way back to where the person was in the entry that is shown now, if it was left before. Told once.
pub fn back() -> Option<GoBack> {
    FOLLOWER.get().and_then(|follower| (follower.back)())
}

/// Whether the screen to be shown is one that was left before, and the person goes back to her place in it.
pub fn leads_back() -> bool {
    ENTRIES.with_borrow(|entries| entries.back.is_some())
}

fn turn() {
    if let Some(history) = history() {
        ENTRIES.with_borrow_mut(|entries| {
            entries.leave();
            entries.arrive(&history);
        });
    }
}

fn go_back() -> Option<GoBack> {
    let left = ENTRIES.with_borrow_mut(|entries| entries.back.take())?;
    Some(Box::new(move |is_move| {
        if is_move {
            left.give_back();
        } else {
            left.scroll();
        }
    }))
}

/// A page that was loaded anew goes on where it was, unless the person has scrolled since. A screen that is not there yet is
/// left to whoever shows it.
fn resume() {
    let is_at_top = window().and_then(|window| window.scroll_y().ok()) == Some(0.0);
    if is_at_top
        && !screen().is_empty()
        && let Some(go) = go_back()
    {
        go(false);
    }
}

impl Entries {
    fn here(&self) -> Left {
        let scrolled = window().and_then(|window| window.scroll_y().ok());
        Left {
            entry: self.shown,
            scrolled: scrolled.unwrap_or_default() as i32,
            place: Place::of(&screen()),
        }
    }

    fn leave(&mut self) {
        let followed = self.followed.take().filter(|left| left.entry == self.shown);
        let left = followed.unwrap_or_else(|| self.here());
        self.left.retain(|other| other.entry != left.entry);
        if self.left.len() == MOST {
            self.left.remove(0);
        }
        self.left.push(left);
    }

    fn arrive(&mut self, history: &History) {
        let known = history.state().ok().and_then(|state| state.as_f64());
        self.shown = known.map_or_else(|| self.number(history), |entry| entry as i32);
        let left = self.left.iter().find(|left| left.entry == self.shown);
        self.back = left.cloned();
    }

    /// Gives a new entry its number.
    fn number(&self, history: &History) -> i32 {
        let numbers = self.left.iter().map(|left| left.entry);
        let number = numbers.max().unwrap_or_default() + 1;
        // Refused in some frames: then nothing is remembered.
        let _ = history.replace_state(&JsValue::from(number), "");
        number
    }
}

impl Left {
    /// Brings the person back: what was unfolded, the focus, then the scroll.
    fn give_back(self) {
        let screen = screen();
        self.place.unfold(&screen);
        if !self.place.focus(&screen)
            && let Some(node) = screen.first()
        {
            focus_title(&screen, node);
        }
        self.scroll();
    }

    /// Scrolls to where the person was.
    fn scroll(&self) {
        scroll(self.scrolled, LATE.1);
    }
}

fn scroll(to: i32, turns: u8) {
    let Some(window) = window() else { return };
    let is_at = move || window.scroll_y().unwrap_or_default() as i32;
    if let Some(window) = self::window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(to));
    }
    let reached = is_at();
    if reached < to && turns > 0 {
        page::after(LATE.0, move || {
            // The person may have scrolled meanwhile.
            if is_at() == reached {
                scroll(to, turns - 1);
            }
        });
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// The content of the screen.
fn screen() -> Vec<Node> {
    let document = window().and_then(|window| window.document());
    let main = document.and_then(|document| document.query_selector("main").ok().flatten());
    main.map(Node::from).into_iter().collect()
}

/// The storage of this tab; undefined where it is refused.
fn store() -> JsValue {
    window().map_or(JsValue::UNDEFINED, |window| {
        js::get(&window, "sessionStorage")
    })
}

fn remember(left: &[Left]) {
    let mut text = String::new();
    for left in left {
        for number in [left.entry, left.scrolled] {
            text.push_str(&number.to_string());
            text.push(' ');
        }
    }
    // Refused: a reload then starts at the top.
    let _ = js::call(&store(), "setItem", &[KEY.into(), text.into()]);
}

fn recall() -> Vec<Left> {
    let kept = js::call(&store(), "getItem", &[KEY.into()]);
    let kept = kept
        .ok()
        .and_then(|kept| kept.as_string())
        .unwrap_or_default();
    let mut numbers = kept.split(' ').filter_map(|number| number.parse().ok());
    let mut left = Vec::new();
    while let (Some(entry), Some(scrolled)) = (numbers.next(), numbers.next()) {
        let place = Place::default();
        left.push(Left {
            entry,
            scrolled,
            place,
        });
    }
    left.truncate(MOST);
    left
}
