//! A field for files, with room to drop them on.

use super::icon::{Icon, icon};
use super::view::{Element, el_class};

/// The place of this `<input type=file>` of this id, under its label.
pub fn drop_zone(id: &str, label: &str, input: Element) -> Element {
    let label = el_class("label", "form-field__label")
        .attr("for", id)
        .child(label);
    el_class("div", "drop-zone")
        .child(icon(Icon::FILE))
        .child(el_class("div", "form-field").child(label).child(input))
}
