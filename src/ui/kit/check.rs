//! Boxes to tick: native ones.

use super::view::{Element, el_class};
use crate::browser::dom;

/// A box that follows `is_checked`, and says what it became when it is pressed.
pub fn check_box(
    is_checked: impl Fn() -> bool + 'static,
    changed: impl Fn(bool) + 'static,
) -> Element {
    el_class("input", "check")
        .attr("type", "checkbox")
        .flag("checked", is_checked)
        .on("change", move |event| changed(dom::is_checked(&event)))
}
