//! The links to the notices that the law wants, under one name everywhere.

use crate::domain::route::Route;
use crate::ui::kit::view::{Element, el};

/// « Mentions légales », and how it is called in links.
pub const LEGAL: (Route, &str) = (Route::Legal, "Mentions légales et données");

/// « Accessibilité », under the words that the law wants at the foot of a page whose accessibility nobody
/// has audited (decree 2019-768 and the RGAA: « non conforme » where there is no audit).
pub const ACCESSIBILITY: (Route, &str) =
    (Route::Accessibility, "Accessibilité\u{a0}: non conforme");

/// A link to one of these two.
pub fn notice_link((route, name): (Route, &str)) -> Element {
    el("a").attr("href", &route.to_string()).child(name)
}
