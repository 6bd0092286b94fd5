//! Bars and ticks: pictures of a figure that always stands beside them in words.

use std::rc::Rc;

use super::view::{View, el_class};

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

/// One segment for each thing to do, filled when it is done.
pub fn ticks(done: impl Fn() -> Vec<bool> + 'static) -> View {
    let segment = |done: bool| {
        el_class("span", "ticks__tick")
            .attr_if("data-on", done.then_some(""))
            .view()
    };
    el_class("span", "ticks")
        .attr("aria-hidden", "true")
        .dynamic(move || View::all(done().into_iter().map(segment)))
        .view()
}
