//! « Envoyer par courriel »: a letter with its subject and a link, in the person's own mail program.

use crate::domain::formats::mail::mailto;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr;

/// The way to the letter, by its subject and its text; where that is longer than mail programs are given, what to
/// do instead.
pub fn mail(letter: impl Fn() -> (String, String) + 'static) -> View {
    let content = move || {
        let (subject, body) = letter();
        match mailto(&subject, &body) {
            Some(address) => el_class("a", "btn")
                .attr("href", &address)
                .child(icon(Icon::MAIL))
                .child("Envoyer par courriel")
                .view(),
            None => el_class("p", "hint").child(fr::NO_LETTER).view(),
        }
    };
    el("div").dynamic(content).view()
}
