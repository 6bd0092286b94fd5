//! A file that is dropped anywhere on the page opens, to be read first, as one that is chosen on « Partage ».

use leptos::prelude::*;

use crate::browser::drop::on_drop;
use crate::browser::{page, task};
use crate::session::Session;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};

/// Takes what is dropped, and says so while a file is over the page.
pub fn dropping(session: Session) -> View {
    let is_over = RwSignal::new(false);
    let over = move |now| {
        if is_over.get_untracked() != now {
            is_over.set(now);
        }
    };
    on_drop(over, move |dropped| {
        task::spawn(async move {
            if !session.open_dropped(dropped).await {
                page::next_frame(|| page::focus("#not-opened"));
            }
        });
    });
    el_class("div", "dropping")
        .attr("aria-hidden", "true")
        .attr_fn("hidden", move || (!is_over.get()).then(String::new))
        .child(icon(Icon::FILE))
        .child(
            el("p").child(
                "Déposez la sauvegarde ou le classeur\u{a0}: rien ne change sans votre accord.",
            ),
        )
        .view()
}
