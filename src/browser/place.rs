//! Where a person is in a piece of the page: what is unfolded, what has the focus. Read before the piece is
//! made anew, and given back to what replaces it.

use js_sys::JsString;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::js;

/// What can have the focus.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, summary, [tabindex]";
/// Attributes that tell such elements apart, beside `data-…`.
const TELLING: [&str; 5] = ["id", "href", "name", "type", "aria-label"];
/// How much of what an element says tells it apart, in characters.
const SAID: u32 = 200;

/// What a person did to a piece of the page that no signal knows.
#[derive(Clone, Debug, Default)]
pub struct Place {
    unfolded: Vec<Mark>,
    focus: Option<Mark>,
}

/// How an element is found again.
#[derive(Clone, Debug)]
struct Mark {
    /// What it says and what its attributes say.
    sign: String,
    /// Its rank among those of this sign, and among all.
    ranks: [usize; 2],
    /// How many there are.
    of: usize,
}

/// How places are found: code that comes just after the start, as nobody is anywhere before.
#[derive(Clone, Copy)]
struct Finder {
    of: fn(&[Node]) -> Place,
    unfold: fn(&Place, &[Node]),
    focus: fn(&Place, &[Node]) -> bool,
}

thread_local! {
    static FINDER: Cell<Option<Finder>> = const { Cell::new(None) };
}

/// From now on places are found.
pub fn find() {
    FINDER.set(Some(Finder {
        of: of_nodes,
        unfold,
        focus,
    }));
}

impl Place {
    /// Where the person is in these nodes; nowhere as long as places are not found.
    pub fn of(nodes: &[Node]) -> Self {
        FINDER
            .get()
            .map_or_else(Self::default, |finder| (finder.of)(nodes))
    }

    /// Unfolds what was unfolded.
    pub fn unfold(&self, nodes: &[Node]) {
        if let Some(finder) = FINDER.get().filter(|_| !self.unfolded.is_empty()) {
            (finder.unfold)(self, nodes);
        }
    }

    /// Whether the focus was here.
    pub fn has_focus(&self) -> bool {
        self.focus.is_some()
    }

    /// Gives the focus back to the element that had it. False where it is gone.
    pub fn focus(&self, nodes: &[Node]) -> bool {
        let finder = FINDER.get().filter(|_| self.has_focus());
        finder.is_some_and(|finder| (finder.focus)(self, nodes))
    }
}

fn of_nodes(nodes: &[Node]) -> Place {
    let open = matching(nodes, "details[open]");
    let focused = focused().filter(|one| nodes.iter().any(|node| node.contains(Some(one))));
    Place {
        unfolded: marks(&open, nodes, "details", title),
        focus: marks(focused.as_slice(), nodes, FOCUSABLE, look).pop(),
    }
}

fn unfold(place: &Place, nodes: &[Node]) {
    let all = matching(nodes, "details");
    let found = place.unfolded.iter().map(|mark| mark.find(&all, title));
    // All are found before the first is changed, which may be part of what another says.
    for details in found.collect::<Vec<_>>().into_iter().flatten() {
        // « open » is a valid attribute name.
        let _ = details.set_attribute("open", "");
    }
}

fn focus(place: &Place, nodes: &[Node]) -> bool {
    let Some(mark) = &place.focus else {
        return false;
    };
    let all = matching(nodes, FOCUSABLE);
    mark.find(&all, look).is_some_and(take_focus)
}

impl Mark {
    /// The element of this sign; where there are as many elements as before, the one of this rank: it now
    /// says something else, or was translated meanwhile. What comes after it is not looked at.
    fn find<'a>(&self, all: &'a [Element], sign: fn(&Element) -> String) -> Option<&'a Element> {
        let [turn, rank] = self.ranks;
        let mut same = all.iter().filter(|element| sign(element) == self.sign);
        same.nth(turn)
            .or_else(|| all.get(rank).filter(|_| all.len() == self.of))
    }
}

/// Whether these nodes are a whole screen.
pub fn holds_screen(nodes: &[Node]) -> bool {
    !matching(nodes, "main").is_empty()
}

/// Moves the focus to a title: the first one of these nodes, else the nearest before `place`, else the screen.
pub fn focus_title(nodes: &[Node], place: &Node) {
    let titles = "h1, h2, h3";
    let page: Vec<Node> = document().into_iter().map(Node::from).collect();
    let mut before = matching(&page, titles);
    let follows = Node::DOCUMENT_POSITION_FOLLOWING;
    before.retain(|title| title.compare_document_position(place) & follows != 0);
    before.reverse();
    for title in [matching(nodes, titles), before, matching(&page, "main")].concat() {
        if !title.has_attribute("tabindex") {
            let _ = title.set_attribute("tabindex", "-1");
        }
        if take_focus(&title) {
            return;
        }
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that has the focus; the page itself is none.
fn focused() -> Option<Element> {
    document()?
        .active_element()
        .filter(|element| element.tag_name() != "BODY")
}

/// Moves the focus without moving the page. False where the element is hidden, or not in the page.
fn take_focus(element: &Element) -> bool {
    let still = js::object(&[("preventScroll", true.into())]);
    let _ = js::call(element, "focus", &[still]);
    focused().as_ref() == Some(element)
}

/// Moves nodes about: a browser takes the focus from an element that moves, and here it is given back.
pub fn keep_focus(move_nodes: impl FnOnce()) {
    let before = focused();
    move_nodes();
    if let Some(element) = before.filter(|before| focused().as_ref() != Some(before)) {
        take_focus(&element);
    }
}

/// The elements of these nodes that match, in the order of the page.
fn matching(nodes: &[Node], selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for node in nodes {
        if let Some(element) = node.dyn_ref::<Element>()
            && element.matches(selector).unwrap_or_default()
        {
            found.push(element.clone());
        }
        // A text has no such method, and holds nothing.
        if let Ok(inner) = js::call(node, "querySelectorAll", &[selector.into()]) {
            let inner = js_sys::Array::from(&inner);
            found.extend(inner.iter().map(JsCast::unchecked_into::<Element>));
        }
    }
    found
}

/// What each of these elements is found again by, among those that match.
fn marks(
    these: &[Element],
    nodes: &[Node],
    selector: &str,
    sign: fn(&Element) -> String,
) -> Vec<Mark> {
    if these.is_empty() {
        return Vec::new();
    }
    let all = matching(nodes, selector);
    let rank = |element| all.iter().position(|other| other == element);
    let ranks: Vec<usize> = these.iter().filter_map(rank).collect();
    // What comes after the last of them is not looked at: a plan has 500 links.
    let looked_at = ranks.iter().max().map_or(0, |last| last + 1);
    let signs: Vec<String> = all.iter().take(looked_at).map(sign).collect();
    let mark = |rank: usize| {
        let sign = signs.get(rank)?.clone();
        let before = signs.iter().take(rank);
        let turn = before.filter(|other| **other == sign).count();
        Some(Mark {
            sign,
            ranks: [turn, rank],
            of: all.len(),
        })
    };
    ranks.into_iter().filter_map(mark).collect()
}

/// The title of something folded, without its number, which changes: « Les 4 autres ».
fn title(details: &Element) -> String {
    let summary = details.query_selector("summary").ok().flatten();
    summary.map_or_else(String::new, |summary| text(&summary))
}

/// What an element is and says.
fn look(element: &Element) -> String {
    let mut look = element.tag_name() + &text(element);
    for name in element.get_attribute_names().iter() {
        let Some(name) = name.as_string() else {
            continue;
        };
        if name.starts_with("data-") || TELLING.contains(&name.as_str()) {
            look += " ";
            look += &element.get_attribute(&name).unwrap_or_default();
        }
    }
    look
}

/// What it says at its beginning: the screen itself can have the focus, and holds a megabyte of words where a plan is long.
fn text(element: &Element) -> String {
    let whole = js::get(element, "textContent").dyn_into::<JsString>();
    let text = whole.map_or_else(|_| String::new(), |text| text.substring(0, SAID).into());
    text.chars().filter(|one| !one.is_ascii_digit()).collect()
}
