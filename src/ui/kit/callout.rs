//! A sentence set apart, with an icon that says of what kind it is.

use super::icon::{Icon, icon};
use super::view::{View, el, el_class};

/// What a callout is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something wrong.
    Alert,
}

/// A sentence set apart.
pub fn callout(tone: Tone, content: View) -> View {
    let (name, picture) = match tone {
        Tone::Info => (None, Icon::INFO),
        Tone::Alert => (Some("alert"), Icon::ALERT),
    };
    el_class("div", "callout")
        .attr_if("data-tone", name)
        .child(icon(picture))
        .child(el("div").child(content))
        .view()
}
