//! Making another dossier: what kind of centre it is of, and its name.

use leptos::prelude::*;

use super::form::{Form, Labels};
use super::{Shelf, refused};
use crate::browser::task;
use crate::domain::school::library::Listed;
use crate::domain::world::DossierId;
use crate::ui::kit::button;
use crate::ui::kit::field::Label;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::words::fr::centres as say;

/// The fields of the centre to come.
const NEW: Labels = Labels {
    kind: "kind-new",
    words: "words-new",
    name: Label {
        id: "centre-name",
        name: "Nom du centre (facultatif)",
        hint: say::NAME_HINT,
    },
};

/// The card in which a dossier is made.
pub fn creating(shelf: Shelf, has_several: Memo<bool>) -> View {
    let made = RwSignal::new(None::<(DossierId, Listed)>);
    // Said beside the button: the list may be out of sight.
    let said = RwSignal::new(String::new());
    let form = Form::of(&Listed::default());
    let fields = form.fields(&NEW);
    let create = button::once()
        .attr("data-kind", "primary")
        .child(icon(Icon::ADD))
        .child("Créer ce dossier")
        .on("click", move |_| {
            let listed = form.listed();
            task::spawn(async move {
                match shelf.session.make_dossier(listed.clone()).await {
                    Ok((id, library)) => {
                        let _ = said.try_set(say::made(&listed));
                        let _ = made.try_set(Some((id, listed)));
                        form.clear();
                        shelf.show(library);
                    }
                    Err(error) => {
                        let _ = said.try_set(refused(error));
                    }
                }
            });
        });
    let open = move || {
        let button = made.get().map(|(id, listed)| {
            button::plain()
                .child(format!("Ouvrir {}", say::title(&listed)))
                .on("click", move |_| shelf.open(id))
                .view()
        });
        button.into()
    };
    card("h-create", "Ajouter un centre")
        .child(
            el("p")
                .attr_fn("hidden", move || has_several.get().then(String::new))
                .child(say::ONE),
        )
        .child(fields)
        .child(el_class("div", "btn-row").child(create).dynamic(open))
        .child(
            el_class("p", "small")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .view()
}
