//! The list: the centres that are worked with, those put away, « Corbeille »; and making another.

use leptos::prelude::*;

use super::Shelf;
use super::bin::bin;
use super::creating::creating;
use super::row::{Open, row};
use super::whole::{erasing, file, included};
use crate::browser::task;
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::library::{Library, Listed};
use crate::domain::world::DossierId;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{card, heading, screen};
use crate::words::fr::centres as say;

/// The screen.
pub fn list(session: Session) -> View {
    let shelf = Shelf::new(session);
    task::spawn(async move { shelf.show(session.empty_bin().await) });
    let has_several = Memo::new(move |_| shelf.read(Library::has_several));
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(say::LEAD));
    let buttons = el_class("div", "btn-row").dynamic(move || {
        let together = Route::Centres(CentresScreen::Together);
        let link = has_several
            .get()
            .then(|| big_link(together, "Voir les centres côte à côte").view());
        link.into()
    });
    screen("page centres")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(
            el_class("p", "centres__said")
                .attr("role", "status")
                .text(move || shelf.said.get()),
        )
        .child(included(shelf))
        .dynamic(move || {
            let cards = has_several.get().then(|| {
                View::all([
                    rows(shelf, ("h-centres", "Vos centres"), Library::in_use),
                    archived(shelf),
                    bin(shelf),
                ])
            });
            cards.into()
        })
        .child(creating(shelf, has_several))
        .dynamic(move || {
            let cards = has_several
                .get()
                .then(|| View::all([file(session), erasing(shelf)]));
            cards.into()
        })
        .view()
}

/// Which dossiers of the list.
type Which = fn(&Library) -> Vec<(DossierId, &Listed)>;

fn rows(shelf: Shelf, (id, title): (&str, &str), which: Which) -> View {
    // One row at a time is open to be changed.
    let open = Open(RwSignal::new(None));
    card(id, title)
        .dynamic(move || {
            let rows = shelf.read(|library| {
                let all = which(library).into_iter();
                all.map(|(id, listed)| row(shelf, open, id, listed))
                    .collect::<Vec<_>>()
            });
            el_class("ul", "copies").children(rows).view()
        })
        .view()
}

fn archived(shelf: Shelf) -> View {
    let is_shown = Memo::new(move |_| shelf.read(|library| !library.archived().is_empty()));
    let card = move || {
        let card = is_shown
            .get()
            .then(|| rows(shelf, ("h-archived", "Centres archivés"), Library::archived));
        card.into()
    };
    el("div").dynamic(card).view()
}
