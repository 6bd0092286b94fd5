//! « Corbeille » of the list: what was deleted stays thirty days, and can be put back until then.

use leptos::prelude::*;

use super::Shelf;
use super::row::about;
use crate::browser::{page, task};
use crate::domain::school::library::Listed;
use crate::domain::world::DossierId;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::words::fr::centres as say;

/// The card; nothing while nothing was deleted.
pub fn bin(shelf: Shelf) -> View {
    let is_shown = Memo::new(move |_| shelf.read(|library| !library.binned().is_empty()));
    let content = move || {
        if !is_shown.get() {
            return View::nothing();
        }
        // Which one is to be erased at once, to be confirmed.
        let sure = RwSignal::new(None::<DossierId>);
        card("h-bin", "Corbeille")
            .dynamic(move || {
                let rows = shelf.read(|library| {
                    let binned = library.binned().into_iter();
                    binned
                        .map(|(id, listed)| row(shelf, sure, id, listed))
                        .collect::<Vec<_>>()
                });
                el_class("ul", "copies").children(rows).view()
            })
            .view()
    };
    el("div").dynamic(content).view()
}

fn row(shelf: Shelf, sure: RwSignal<Option<DossierId>>, id: DossierId, listed: &Listed) -> View {
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(say::title(listed)))
        .child(el_class("p", "small").child(say::erased_on(listed.erased_on())));
    let said = format!("{} est de nouveau dans la liste.", say::title(listed));
    let back = about("Remettre", listed).on("click", move |_| {
        let said = said.clone();
        task::spawn(async move {
            let changed = shelf
                .session
                .relist(id, |listed| listed.binned = None)
                .await;
            shelf.changed(changed, said);
            page::next_frame(|| page::focus("h1"));
        });
    });
    let listed = listed.clone();
    let erase = move || {
        if sure.get() == Some(id) {
            about("Oui, effacer pour de bon", &listed).on("click", move |_| {
                task::spawn(async move {
                    match shelf.session.erase_dossier(id).await {
                        Some(library) => {
                            shelf.show(library);
                            shelf.say("Effacé de cet appareil.".to_owned());
                            page::next_frame(|| page::focus("h1"));
                        }
                        None => shelf.say(say::NOT_ERASED.to_owned()),
                    }
                });
            })
        } else {
            about("Effacer tout de suite…", &listed).on("click", move |_| sure.set(Some(id)))
        }
        .attr("data-kind", "quiet")
        .view()
    };
    let erase = (!shelf.session.is_in_foreign_frame()).then_some(erase);
    let buttons = el_class("div", "btn-row").child(back);
    let buttons = match erase {
        Some(erase) => buttons.dynamic(erase),
        None => buttons,
    };
    el_class("li", "copies__row")
        .attr("data-dossier", &id.text())
        .child(text)
        .child(buttons)
        .view()
}
