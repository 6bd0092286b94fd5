//! What a field holds, and what is kept of it. Nothing that was typed disappears while the person is on the
//! field: a text that is too long and a date that is none stay in sight, and a sentence beside the field says
//! what is not kept.

use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::view::{Element, effect, el_class};
use crate::browser::dom;

/// What a field reads, and what it does with what is typed or chosen. Boxed: one type for every form.
#[derive(Clone)]
pub struct Bound {
    /// What is kept.
    pub get: Rc<dyn Fn() -> String>,
    /// Keeps what was typed or chosen.
    pub set: Rc<dyn Fn(String)>,
}

/// Why what a field holds is not kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble<'a> {
    /// More characters than are kept: how many, how many are, and the text that is not.
    TooLong(usize, usize, &'a str),
    /// So many lines came into a field of one line, which now holds them one after the other.
    Joined(usize),
    /// No date, or not a whole one.
    NoDate {
        /// Whether a date was kept before, which stays.
        keeps: bool,
    },
    /// A year of fewer than four digits, or of more: as when it is being typed.
    ShortYear {
        /// Whether a date was kept before, which stays.
        keeps: bool,
    },
    /// The field was emptied, and the date with it.
    Emptied,
}

impl Trouble<'_> {
    /// Whether what the field holds is wrong.
    fn is_wrong(self) -> bool {
        match self {
            Self::TooLong(..) | Self::NoDate { .. } | Self::ShortYear { .. } => true,
            Self::Joined(_) | Self::Emptied => false,
        }
    }
}

/// How troubles are said.
pub type Words = fn(Trouble<'_>) -> String;

thread_local! {
    static WORDS: Cell<Option<Words>> = const { Cell::new(None) };
}

/// Fields say by these words what they do not keep: one rule for every screen.
pub fn say_by(words: Words) {
    WORDS.set(Some(words));
}

/// How many lines a field shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One: an `input`.
    One,
    /// Several: a `textarea`.
    Several,
}

/// A control, and the sentence beside it.
#[derive(Clone)]
struct Place {
    control: dom::Element,
    sentence: dom::Element,
}

impl Place {
    /// The control of this id, described by these ids and by its sentence, which is empty for now.
    fn new(control: Element, id: &str, described: &str) -> (Element, Element, Self) {
        let said = [id, "-said"].concat();
        let sentence = el_class("p", "form-field__said")
            .attr("id", &said)
            .attr("role", "status");
        let control = control.attr("aria-describedby", [described, " ", &said].concat().trim());
        let place = Self {
            control: control.node(),
            sentence: sentence.node(),
        };
        (control, sentence, place)
    }

    fn text(&self) -> String {
        dom::field_value(&self.control)
    }

    /// Says these troubles, or that there is none.
    fn say(&self, troubles: &[Trouble<'_>]) {
        let words = WORDS.get();
        let said = troubles.iter().filter_map(|trouble| Some(words?(*trouble)));
        let said: Vec<_> = said.collect();
        dom::set_text(&self.sentence, &said.join(" "));
        let is_wrong = troubles.iter().any(|trouble| trouble.is_wrong());
        dom::set_attribute(&self.control, "aria-invalid", is_wrong.then_some("true"));
    }

    /// Has the control follow what is kept. It is left alone as long as `agrees`, which is told what is kept and
    /// whether that changed, says so; `then` comes each time it was written anew.
    fn follow(
        &self,
        get: Rc<dyn Fn() -> String>,
        agrees: impl Fn(&Self, &str, bool) -> bool + 'static,
        then: impl Fn() + 'static,
    ) {
        let (place, before) = (self.clone(), RefCell::new(None));
        effect(Box::new(move || {
            let kept = get();
            let is_changed = before.borrow().as_ref() != Some(&kept);
            if !agrees(&place, &kept, is_changed) {
                dom::set_value(&place.control, &kept);
                then();
            }
            before.replace(Some(kept));
        }));
    }
}

/// Makes a control of this id a text of which at most `max` characters are kept. Gives it back with the
/// sentence to place beside it; `described` names what else describes it.
pub fn text(
    control: Element,
    (id, described): (&str, &str),
    (lines, max): (Lines, usize),
    bound: &Bound,
) -> (Element, Element) {
    let (control, sentence, place) = Place::new(control, id, described);
    let get = bound.get.clone();
    let shown: Rc<dyn Fn() -> String> = match lines {
        // A field of one line would show a text of several without the breaks: words would run together.
        Lines::One => Rc::new(move || in_one_line(&get())),
        Lines::Several => get,
    };
    let told = place.clone();
    place.follow(
        shown,
        move |place, kept, _| split(&place.text(), max).0 == kept,
        move || say_length(&told, max, 0),
    );
    // How many lines the next text that comes in has, where a field of one line joins them.
    let joined = Rc::new(Cell::new(0));
    let (set, typed, came) = (bound.set.clone(), place.clone(), joined.clone());
    let control = control.on("input", move |_| {
        set(typed.text());
        say_length(&typed, max, came.take());
    });
    let control = match lines {
        Lines::One => joining(control, place, &joined),
        Lines::Several => control,
    };
    (control, sentence)
}

/// Has lines that come into a field of one line joined with commas: browsers let their words run together.
fn joining(control: Element, place: Place, joined: &Rc<Cell<usize>>) -> Element {
    let [pasted, dropped] = [joined.clone(), joined.clone()];
    control
        .on("paste", move |event| {
            let text = dom::transferred(&event);
            let lines = count_lines(&text);
            // What a field does by itself with several links comes first.
            if lines > 1 && !event.default_prevented() {
                event.prevent_default();
                pasted.set(lines);
                dom::insert_text(&place.control, &in_one_line(&text));
            }
        })
        // Only the browser knows where the text falls: it puts it there, and the lines are said.
        .on("drop", move |event| {
            dropped.set(count_lines(&dom::transferred(&event)))
        })
}

/// Says how much of the text is over, and that its lines were joined, where there were several.
fn say_length(place: &Place, max: usize, lines: usize) {
    let text = place.text();
    let (_, cut) = split(&text, max);
    let over = cut.chars().count();
    let too_long = (over > 0).then_some(Trouble::TooLong(over, max, cut));
    let joined = (lines > 1).then_some(Trouble::Joined(lines));
    let troubles: Vec<_> = joined.into_iter().chain(too_long).collect();
    place.say(&troubles);
}

/// What is kept of a text, and what is over.
fn split(text: &str, max: usize) -> (&str, &str) {
    let end = text.char_indices().nth(max);
    text.split_at(end.map_or(text.len(), |(place, _)| place))
}

fn count_lines(text: &str) -> usize {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).count()
}

/// The lines of a text one after the other, where there is more than one.
fn in_one_line(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let lines = text.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

/// Makes a control of this id a date between `first` and `last`, which browsers offer and do not enforce. Gives
/// it back with the sentence to place beside it.
pub fn day(
    control: Element,
    (id, described): (&str, &str),
    (first, last): (&str, &str),
    bound: &Bound,
) -> (Element, Element) {
    let control = control
        .attr("type", "date")
        .attr("min", first)
        .attr("max", last);
    let (control, sentence, place) = Place::new(control, id, described);
    let told = place.clone();
    place.follow(
        bound.get.clone(),
        // Some of a date is left alone as long as what is kept stays as it is.
        |place, kept, is_changed| match typed_day(&place.control) {
            Day::Whole(day) => day == kept,
            Day::Empty | Day::None | Day::ShortYear => !is_changed || place.text() == kept,
        },
        move || told.say(&[]),
    );
    let (set, typed) = (bound.set.clone(), place.clone());
    let control = control.on("input", move |_| {
        // A date that is being typed is none yet: it is judged when the field is left. What was kept stays.
        if let Day::Whole(day) = typed_day(&typed.control) {
            set(day);
            typed.say(&[]);
        }
    });
    let bound = bound.clone();
    let control = control.on("blur", move |_| judge(&place, &bound));
    (control, sentence)
}

/// Judges the date once its field is left: only a field that was emptied whole unsets what was kept.
fn judge(place: &Place, bound: &Bound) {
    let kept = untrack(|| (bound.get)());
    let keeps = !kept.is_empty();
    match typed_day(&place.control) {
        // An old file may hold a year of two digits: it is kept as it is.
        _ if keeps && place.text() == kept => {}
        Day::None => place.say(&[Trouble::NoDate { keeps }]),
        Day::ShortYear => place.say(&[Trouble::ShortYear { keeps }]),
        Day::Empty if keeps => {
            (bound.set)(String::new());
            place.say(&[Trouble::Emptied]);
        }
        Day::Empty | Day::Whole(_) => place.say(&[]),
    }
}

/// What a field of a date holds.
enum Day {
    /// Nothing.
    Empty,
    /// Some of a date, or one that does not exist.
    None,
    /// A date whose year is not of four digits.
    ShortYear,
    /// A date, such as `2026-11-23`.
    Whole(String),
}

fn typed_day(control: &dom::Element) -> Day {
    let day = dom::field_value(control);
    if day.is_empty() {
        // Browsers give an empty text for 31 June as for nothing at all.
        return if dom::has_bad_input(control) {
            Day::None
        } else {
            Day::Empty
        };
    }
    if day.len() == "2026-11-23".len() && !day.starts_with('0') {
        Day::Whole(day)
    } else {
        Day::ShortYear
    }
}
