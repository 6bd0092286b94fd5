//! Something folded away behind its title: a native `<details>`.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::view::{Element, View, dynamic, el, el_class};

/// A native `<details>` with the arrow of the house. `about` is heard after the title, to tell it
/// from others.
pub fn disclosure(title: impl Into<View>, about: &str, content: impl Into<View>) -> View {
    disclosure_element(title, about, content).view()
}

/// The same, still being made.
pub fn disclosure_element(
    title: impl Into<View>,
    about: &str,
    content: impl Into<View>,
) -> Element {
    let about = (!about.is_empty()).then(|| {
        el_class("span", "visually-hidden")
            .child(format!(" {about}"))
            .view()
    });
    let summary = el("summary")
        .child(icon(Icon::CHEVRON))
        .child(el("span").child(title))
        .child(about);
    el_class("details", "disclosure")
        .child(summary)
        .child(content)
}

/// The same, whose content is made when it is first unfolded: for what changes often and is rarely looked at.
pub fn unfolded(title: &str, about: &str, make: impl Fn() -> View + 'static) -> View {
    let is_seen = RwSignal::new(false);
    let content = dynamic(move || {
        if is_seen.get() {
            make()
        } else {
            View::nothing()
        }
    });
    disclosure_element(title, about, content)
        .on("toggle", move |_| {
            is_seen.maybe_update(|seen| !std::mem::replace(seen, true))
        })
        .view()
}
