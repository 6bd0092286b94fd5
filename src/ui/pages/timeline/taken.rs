//! The positionings that are kept: each is opened to be read, or deleted, which can be undone as long as the screen stays.

use leptos::prelude::*;
use std::ops::Range;
use std::rc::Rc;

use super::{Kept, Known};
use crate::browser::{page, task};
use crate::domain::school::timeline::{Head, Snapshot};
use crate::session::{NotFrozen, Session};
use crate::ui::kit::button;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::gradual::Slices;
use crate::ui::shared::page::card;
use crate::words::fr::timeline as say;

/// How many of the latest are seen at once.
const SHOWN: usize = 5;

/// The card of those that are kept; nothing while there is none.
pub fn taken(session: Session, kept: Kept) -> View {
    // What was deleted last can be had back.
    let deleted = RwSignal::new(None::<Snapshot>);
    let said = RwSignal::new("");
    let rows = move || {
        let all = kept.read(<[Head]>::to_vec);
        let older = all.len().saturating_sub(SHOWN);
        // One alone is not worth a fold.
        let shown = if older > 1 { SHOWN } else { all.len() };
        let (slices, len) = (Slices::of(all.len(), shown), all.len());
        let row = move |place: usize| {
            let head = all.get(place);
            head.map(|one| row(session, kept, (deleted, said), one))
                .into()
        };
        let row = Rc::new(row);
        let list = |places: Range<usize>| {
            let row = row.clone();
            let rows = slices.pieces(places, move |place| row(place));
            el_class("ul", "copies").child(rows)
        };
        let older =
            (shown < len).then(|| disclosure(say::older(older), "", list(shown..len).view()));
        View::all([list(0..shown).view(), older.into()])
    };
    let is_shown = move || kept.read(|all| !all.is_empty()) || deleted.with(Option::is_some);
    card("h-taken", "Positionnements gardés")
        .attr_fn("hidden", move || (!is_shown()).then(String::new))
        .dynamic(rows)
        .child(
            el_class("div", "btn-row")
                .attr("role", "status")
                .dynamic(move || back(session, kept, deleted))
                .child(el("span").text(move || said.get().to_owned())),
        )
        .view()
}

fn row(
    session: Session,
    kept: Kept,
    (deleted, said): (RwSignal<Option<Snapshot>>, RwSignal<&'static str>),
    head: &Head,
) -> View {
    let id = head.id;
    let open = about("Consulter", head).on("click", move |_| {
        task::spawn(async move {
            match session.snapshot(id).await {
                Some(snapshot) => session.open_snapshot(&snapshot),
                None => {
                    let _ = said.try_set(say::UNREAD);
                }
            }
        });
    });
    let delete = about("Supprimer", head)
        .attr("data-kind", "quiet")
        .on("click", move |_| {
            task::spawn(async move {
                // What cannot be put back is not deleted.
                let Some(gone) = session.snapshot(id).await else {
                    let _ = said.try_set(say::UNREAD);
                    return;
                };
                match session.delete_snapshot(id).await {
                    Ok(()) => {
                        kept.show(session.snapshots().await);
                        let _ = said.try_set("");
                        if deleted.try_set(Some(gone)).is_none() {
                            page::next_frame(|| page::focus(".timeline__back"));
                        }
                    }
                    Err(NotFrozen::Elsewhere) => {}
                    Err(NotFrozen::Refused) => {
                        let _ = said.try_set(say::NOT_DELETED);
                    }
                }
            });
        });
    let figures = move || match kept.known(id) {
        Some(Known::Counted(stages, _)) => say::figures(&stages),
        Some(Known::Unread) => say::UNREAD.to_owned(),
        // The line has its height before it is counted.
        None => "\u{a0}".to_owned(),
    };
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(say::named(head)))
        .child(el_class("p", "small").text(figures));
    let delete = (!session.is_in_foreign_frame()).then(|| delete.view());
    el_class("li", "copies__row")
        .attr("data-snapshot", &id.to_string())
        .child(text)
        .child(
            el_class("div", "btn-row")
                .child(open)
                .child(View::from(delete)),
        )
        .view()
}

fn about(label: &str, head: &Head) -> Element {
    let which = say::of_the_day(head.day, &head.name);
    button::once()
        .child(label)
        .child(el_class("span", "visually-hidden").child(format!(" le positionnement {which}")))
}

/// The way to have back what was deleted.
fn back(session: Session, kept: Kept, deleted: RwSignal<Option<Snapshot>>) -> View {
    let Some(snapshot) = deleted.get() else {
        return View::nothing();
    };
    let which = say::of_the_day(snapshot.day, &snapshot.name);
    let restore = move |_| {
        let snapshot = snapshot.clone();
        task::spawn(async move {
            if session.restore_snapshots(&[snapshot]).await.is_ok() {
                kept.show(session.snapshots().await);
                let _ = deleted.try_set(None);
                page::focus("#h-taken");
            }
        });
    };
    let button = button::once()
        .attr("class", "btn timeline__back")
        .on("click", restore)
        .child("Le remettre");
    let text = el("span").child(format!("Le positionnement {which} a été supprimé."));
    View::all([text.view(), button.view()])
}
