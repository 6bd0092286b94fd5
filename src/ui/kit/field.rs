//! Fields of a form: a label, a native control that follows what is kept, and a hint.

use std::rc::Rc;

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

/// What a field reads, and what it does with what is typed or chosen. Boxed: one type for every form.
#[derive(Clone)]
pub struct Bound {
    /// What is kept.
    pub get: Rc<dyn Fn() -> String>,
    /// Keeps what was typed or chosen.
    pub set: Rc<dyn Fn(String)>,
}

impl Bound {
    fn to(&self, element: Element, event: &'static str) -> Element {
        let (get, set) = (self.get.clone(), self.set.clone());
        element
            .value(move || get())
            .on(event, move |event| set(dom::value(&event)))
    }
}

/// A text of one line, at most `max` characters.
pub fn line(label: Label, max: usize, bound: &Bound) -> View {
    let input = control("input", label)
        .attr("type", "text")
        .attr("maxlength", &max.to_string());
    with_label(label, bound.to(input, "input"), View::nothing())
}

/// A text of one line, with texts offered while typing.
pub fn line_with_offers(label: Label, max: usize, offers: &[&str], bound: &Bound) -> View {
    let list = [label.id, "-offers"].concat();
    let input = control("input", label)
        .attr("type", "text")
        .attr("list", &list)
        .attr("maxlength", &max.to_string());
    let offered = offers
        .iter()
        .map(|offer| el("option").attr("value", offer).view());
    let offered = el("datalist").attr("id", &list).children(offered).view();
    with_label(label, bound.to(input, "input"), offered)
}

/// A text of several lines, at most `max` characters.
pub fn area(label: Label, rows: u8, max: usize, bound: &Bound) -> View {
    let area = control("textarea", label)
        .attr("rows", &rows.to_string())
        .attr("maxlength", &max.to_string());
    with_label(label, bound.to(area, "input"), View::nothing())
}

/// A day. Browsers show it in their own language: `said` gives it in the page's, under the field.
pub fn day(label: Label, bound: &Bound, said: impl Fn() -> String + 'static) -> View {
    let input = control("input", label).attr("type", "date");
    let said = el_class("p", "form-field__hint").text(said).view();
    with_label(label, bound.to(input, "input"), said)
}

/// One choice of several, each a value and its words.
pub fn choice(
    label: Label,
    choices: impl IntoIterator<Item = (String, String)>,
    bound: &Bound,
) -> View {
    let option =
        |(value, words): (String, String)| el("option").attr("value", &value).child(words).view();
    let select = control("select", label).children(choices.into_iter().map(option));
    with_label(label, bound.to(select, "change"), View::nothing())
}

fn control(tag: &'static str, label: Label) -> Element {
    let described = (!label.hint.is_empty()).then(|| [label.id, "-hint"].concat());
    el_class(tag, "input")
        .attr("id", label.id)
        .attr_if("aria-describedby", described.as_deref())
}

fn with_label(label: Label, control: Element, after: View) -> View {
    let hint = (!label.hint.is_empty()).then(|| {
        el_class("p", "form-field__hint")
            .attr("id", &[label.id, "-hint"].concat())
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
