//! What each screen is built of.

use crate::ui::kit;
use crate::ui::kit::view::{Element, View, el, el_class};

/// The `<main>` of a screen, where the skip link leads.
pub fn screen(class: &str) -> Element {
    el_class("main", class)
        .attr("id", "contenu")
        .attr("tabindex", "-1")
}

/// The `<h1>` of a screen, which takes the focus when the screen is shown.
pub fn heading(text: impl Into<View>) -> Element {
    el("h1").attr("tabindex", "-1").child(text)
}

/// Short paragraphs, each under the few words that it is about.
pub fn points(tag: &'static str, points: &[(&str, &str)]) -> View {
    let point = |(about, text): &(&str, &str)| {
        let about = el("strong").child(*about);
        el("li").child(about).child(" ").child(*text).view()
    };
    el_class(tag, "help__list")
        .children(points.iter().map(point))
        .view()
}

/// A line of a `<dl class="facts">`: what it is about, and what is said of it.
pub fn row(name: &str, content: impl Into<View>) -> View {
    el_class("div", "help__row")
        .child(el("dt").child(name))
        .child(el("dd").child(content))
        .view()
}

/// A part of a screen, under a title of its own.
pub fn card(id: &str, title: &str) -> Element {
    kit::card::card("card help__section", id, title)
}
