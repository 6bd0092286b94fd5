//! The button that prints.

use crate::browser::page;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, el_class};

/// A button that opens the browser's print dialogue.
pub fn print_button(label: &str) -> Element {
    el_class("button", "btn")
        .attr("type", "button")
        .on("click", |_| page::print())
        .child(icon(Icon::PRINT))
        .child(label)
}
