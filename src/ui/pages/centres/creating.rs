//! Making another dossier: what kind of centre it is of, and its name.

use leptos::prelude::*;

use super::{Shelf, bound, refused};
use crate::browser::task;
use crate::domain::school::library::{KIND_MAX, Kind, Listed, NAME_MAX};
use crate::domain::world::DossierId;
use crate::ui::kit::button;
use crate::ui::kit::field::{Label, choice, line};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::words::fr::centres as say;

/// What stands for a kind in own words, in the list of kinds.
const OTHER: &str = "other";

/// The kind of centre that is chosen: its place among those that have a name, [`OTHER`], or nothing.
#[derive(Clone, Copy)]
pub struct Chosen {
    place: RwSignal<String>,
    words: RwSignal<String>,
}

impl Chosen {
    /// That of this dossier.
    pub fn of(listed: &Listed) -> Self {
        let place = Kind::NAMED
            .iter()
            .position(|kind| Some(kind) == listed.kind.as_ref());
        let (place, words) = match (&listed.kind, place) {
            (Some(Kind::Other(words)), _) => (OTHER.to_owned(), words.clone()),
            (_, Some(place)) => (place.to_string(), String::new()),
            (_, None) => (String::new(), String::new()),
        };
        Self {
            place: RwSignal::new(place),
            words: RwSignal::new(words),
        }
    }

    /// What is chosen.
    pub fn kind(self) -> Option<Kind> {
        let place = self.place.get_untracked();
        if place == OTHER {
            return Kind::other(&self.words.get_untracked());
        }
        let place: usize = place.parse().ok()?;
        Kind::NAMED.into_iter().nth(place)
    }
}

/// The ids of the fields of a kind: of the centre to come, or of the one that is renamed.
fn ids(which: &str) -> [&'static str; 2] {
    match which {
        "renamed" => ["kind-renamed", "words-renamed"],
        _ => ["kind-new", "words-new"],
    }
}

/// The fields of a kind.
pub fn kind_fields(which: &'static str, chosen: Chosen) -> View {
    let [kind, words] = ids(which);
    let label = Label {
        id: kind,
        name: "Type de centre",
        hint: "",
    };
    let named = Kind::NAMED.iter().enumerate();
    let named = named.map(|(place, kind)| (place.to_string(), kind.text().to_owned()));
    let unsaid = (String::new(), "À préciser".to_owned());
    let other = (OTHER.to_owned(), "Autre, en vos mots".to_owned());
    let choices = [unsaid].into_iter().chain(named).chain([other]);
    let in_words = Label {
        id: words,
        name: "Type, en vos mots",
        hint: "",
    };
    let is_other = move || chosen.place.get() == OTHER;
    let own = move || {
        let field = is_other().then(|| unlocked(|| line(in_words, KIND_MAX, &bound(chosen.words))));
        field.into()
    };
    View::all([
        choice(label, choices, &bound(chosen.place)),
        el("div")
            .attr_fn("hidden", move || (!is_other()).then(String::new))
            .dynamic_by(move || is_other().to_string(), own)
            .view(),
    ])
}

/// The card in which a dossier is made.
pub fn creating(shelf: Shelf, has_several: Memo<bool>) -> View {
    let made = RwSignal::new(None::<(DossierId, Listed)>);
    // Said beside the button: the list may be out of sight.
    let said = RwSignal::new(String::new());
    let (name, chosen) = (RwSignal::new(String::new()), Chosen::of(&Listed::default()));
    let label = Label {
        id: "centre-name",
        name: "Nom du centre (facultatif)",
        hint: say::NAME_HINT,
    };
    let fields = unlocked(|| {
        el_class("div", "timeline__fields")
            .child(kind_fields("new", chosen))
            .child(line(label, NAME_MAX, &bound(name)))
    });
    let create = button::once()
        .attr("data-kind", "primary")
        .child(icon(Icon::ADD))
        .child("Créer ce dossier")
        .on("click", move |_| {
            let listed = Listed::named(chosen.kind(), &name.get_untracked());
            task::spawn(async move {
                match shelf.session.make_dossier(listed.clone()).await {
                    Ok((id, library)) => {
                        let _ = said.try_set(say::made(&listed));
                        let _ = made.try_set(Some((id, listed)));
                        for field in [name, chosen.place, chosen.words] {
                            let _ = field.try_set(String::new());
                        }
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
