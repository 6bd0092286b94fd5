//! Something folded away behind its title: a native `<details>`.

use super::icon::{Icon, icon};
use super::view::{Element, View, el, el_class};

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
