//! Fields of a form: a label, a native control that follows what is kept, and a hint.

pub use super::entry::Bound;
use super::entry::{self, Lines};
use super::view::{Element, View, el, el_class};
use crate::browser::dom;

/// What a field is called, and what is said under it.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// Id of the control, unique in the page.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// A sentence under it; empty for none.
    pub hint: &'static str,
}

/// A text of one line, at most `max` characters.
pub fn line(label: Label, max: usize, bound: &Bound) -> View {
    let input = control("input", label).attr("type", "text");
    text(label, input, (Lines::One, max), bound, View::nothing())
}

/// A text of one line, with texts offered while typing.
pub fn line_with_offers(label: Label, max: usize, offers: &[&str], bound: &Bound) -> View {
    let list = [label.id, "-offers"].concat();
    let input = control("input", label)
        .attr("type", "text")
        .attr("list", &list);
    let offered = offers
        .iter()
        .map(|offer| el("option").attr("value", offer).view());
    let offered = el("datalist").attr("id", &list).children(offered).view();
    text(label, input, (Lines::One, max), bound, offered)
}

/// A text of several lines, at most `max` characters.
pub fn area(label: Label, rows: u8, max: usize, bound: &Bound) -> View {
    let area = control("textarea", label).attr("rows", &rows.to_string());
    text(label, area, (Lines::Several, max), bound, View::nothing())
}

fn text(
    label: Label,
    control: Element,
    limits: (Lines, usize),
    bound: &Bound,
    after: View,
) -> View {
    let (control, sentence) = entry::text(control, (label.id, &described(label)), limits, bound);
    with_label(label, View::all([control.view(), sentence.view()]), after)
}

/// A day, offered between these two. Browsers show it in their own language: `said` gives it in the page's,
/// under the field.
pub fn day(
    label: Label,
    offered: (&str, &str),
    bound: &Bound,
    said: impl Fn() -> String + 'static,
) -> View {
    let input = control("input", label);
    let (input, sentence) = entry::day(input, (label.id, &described(label)), offered, bound);
    let said = el_class("p", "form-field__hint").text(said);
    with_label(
        label,
        View::all([input.view(), sentence.view()]),
        said.view(),
    )
}

/// One choice of several, each a value and its words.
pub fn choice(
    label: Label,
    choices: impl IntoIterator<Item = (String, String)>,
    bound: &Bound,
) -> View {
    let option =
        |(value, words): (String, String)| el("option").attr("value", &value).child(words).view();
    let (get, set) = (bound.get.clone(), bound.set.clone());
    let select = control("select", label)
        .attr_if(
            "aria-describedby",
            Some(described(label))
                .filter(|ids| !ids.is_empty())
                .as_deref(),
        )
        .children(choices.into_iter().map(option))
        .value(move || get())
        .on("change", move |event| set(dom::value(&event)));
    with_label(label, select.view(), View::nothing())
}

fn control(tag: &'static str, label: Label) -> Element {
    el_class(tag, "input").attr("id", label.id)
}

/// The id of the hint, if there is one.
fn described(label: Label) -> String {
    if label.hint.is_empty() {
        String::new()
    } else {
        [label.id, "-hint"].concat()
    }
}

fn with_label(label: Label, control: View, after: View) -> View {
    let hint = (!label.hint.is_empty()).then(|| {
        el_class("p", "form-field__hint")
            .attr("id", &described(label))
            .child(label.hint)
            .view()
    });
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", label.id)
                .child(label.name),
        )
        .child(control)
        .child(hint)
        .child(after)
        .view()
}
