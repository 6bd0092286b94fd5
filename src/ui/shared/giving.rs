//! A button that gives a document as a file.

use leptos::prelude::*;
use std::pin::Pin;

use crate::browser::task;
use crate::session::NotMade;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el_class};
use crate::words::fr::documents as say;

/// A document on its way: the name of its file in the end.
pub type Making = Pin<Box<dyn Future<Output = Result<String, NotMade>>>>;

/// A button of this kind, handle and label that gives what `make` makes, and what comes of it; `making` is said meanwhile.
pub fn giving(
    (kind, handle, label): (&'static str, &'static str, &'static str),
    making: &'static str,
    make: impl Fn() -> Making + 'static,
) -> View {
    let said = RwSignal::new(String::new());
    let is_making = RwSignal::new(false);
    let press = move |_| {
        // The first press is still at work.
        if is_making.get_untracked() {
            return;
        }
        is_making.set(true);
        said.set(making.to_owned());
        let made = make();
        task::spawn(async move {
            let sentence = match made.await {
                Ok(name) => say::made(&name),
                Err(why) => say::not_made(why).to_owned(),
            };
            // The screen may have been left meanwhile.
            let _ = said.try_set(sentence);
            let _ = is_making.try_set(false);
        });
    };
    let button = el_class("button", "btn")
        .attr("type", "button")
        .attr("data-kind", kind)
        .attr("data-document", handle)
        .on("click", press)
        .child(icon(Icon::FILE))
        .child(label);
    let status = el_class("span", "small saving__said")
        .attr("role", "status")
        .text(move || said.get());
    View::all([button.view(), status.view()])
}
