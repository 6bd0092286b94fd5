//! The button that prints.

use crate::browser::page;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::Element;

/// A button that opens the browser's print dialogue.
pub fn print_button(label: &str) -> Element {
    button::plain()
        .on("click", |_| page::print())
        .child(icon(Icon::PRINT))
        .child(label)
}
