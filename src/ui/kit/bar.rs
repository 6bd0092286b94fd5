//! Bars and ticks: pictures of a figure that always stands beside them in words.

use leptos::prelude::untrack;
use std::cell::RefCell;
use std::rc::Rc;

use super::view::{Element, View, effect, el_class};
use crate::browser::dom;

/// A bar filled to a percentage, 0 to 100. Its pattern is that of the `data-stage` around it.
pub fn bar(size: &str, percent: impl Fn() -> u8 + 'static) -> View {
    let percent = Rc::new(percent);
    let is_empty = percent.clone();
    let fill = el_class("span", "bar__fill")
        .attr_fn("data-empty", move || (is_empty() == 0).then(String::new))
        .style("--value", move || percent().to_string());
    el_class("span", "bar")
        .attr("data-size", size)
        .attr("aria-hidden", "true")
        .child(fill)
        .view()
}

/// One segment for each thing to do, filled when it is done. There are as many from the first to the last moment.
pub fn ticks(done: impl Fn() -> Vec<bool> + 'static) -> View {
    let segment = |_: &bool| el_class("span", "ticks__tick");
    let segments: Vec<_> = untrack(&done).iter().map(segment).collect();
    let nodes: Vec<_> = segments.iter().map(Element::node).collect();
    let shown = RefCell::new(vec![false; nodes.len()]);
    effect(Box::new(move || {
        for ((node, is_done), shown) in nodes.iter().zip(done()).zip(shown.borrow_mut().iter_mut())
        {
            if *shown != is_done {
                *shown = is_done;
                dom::set_attribute(node, "data-on", is_done.then_some(""));
            }
        }
    }));
    el_class("span", "ticks")
        .attr("aria-hidden", "true")
        .children(segments.into_iter().map(Element::view))
        .view()
}
