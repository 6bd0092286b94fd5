//! A dossier opened from a file, a kept copy or a link: whose it is, its positioning and its objectives, read
//! only, and the way to make it one's own. It writes nothing by itself.

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::view::{Element, View, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::opened_dossier::shown;
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;

/// What is opened, or that nothing is.
pub fn opened(session: Session) -> View {
    session.desk(|desk| {
        let title = heading(fr::files::opened_title(desk.opened.as_ref()));
        match &desk.opened {
            Some(opened) => shown(session, title, opened),
            None => nothing(title),
        }
    })
}

fn nothing(title: Element) -> View {
    let share = big_link(Route::Sharing, "Aller à Partage pour ouvrir une sauvegarde");
    let own = big_link(Route::Positioning, "Aller à mon positionnement");
    let text = el_class("div", "page-head__text")
        .child(title)
        .child(el_class("p", "lead").child(
            "Cette page ne garde pas ce qui n’est qu’ouvert\u{a0}: après un rechargement, ouvrez de nouveau la sauvegarde.",
        ))
        .child(
            el_class("div", "btn-row")
                .child(share.attr("data-kind", "primary"))
                .child(own),
        );
    screen("page").child(text).view()
}
