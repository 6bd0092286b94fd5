//! What is done with all dossiers at once: one file of them, one that comes in, and erasing them from this device.

use leptos::prelude::*;
use std::rc::Rc;

use super::{Shelf, refused};
use crate::browser::{page, task};
use crate::domain::formats::centres::Included;
use crate::domain::school::library::Listed;
use crate::session::{AllErased, Session};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::check::check_box;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::words::fr::{self, centres as say};

/// The card in which one file of all is given.
pub fn file(session: Session) -> View {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        task::spawn(async move {
            let words = match session.save_all_dossiers().await {
                Ok(saved) => say::saved(&saved.name, saved.dossiers, saved.left_out),
                Err(_) => fr::files::NOT_SAVED.to_owned(),
            };
            let _ = said.try_set(words);
        });
    };
    let button = button::plain()
        .on("click", save)
        .child(icon(Icon::FILE))
        .child("Télécharger la sauvegarde de tous les centres");
    card("h-file", "Une sauvegarde de tous les centres")
        .attr("class", "card help__section no-print")
        .child(el("p").child(say::FILE))
        .child(el_class("p", "small").child(say::FILE_NAMES))
        .child(
            el_class("div", "btn-row")
                .child(button)
                .child(el("p").attr("role", "status").text(move || said.get())),
        )
        .view()
}

/// The card of a file that came in: what is in it, and which of it is to be added. Nothing while none did.
pub fn included(shelf: Shelf) -> View {
    let session = shelf.session;
    let content = move || {
        let card = session.included(|name, all| coming(shelf, name, all));
        card.into()
    };
    el("div")
        .dynamic_by(move || session.included_key(), content)
        .view()
}

fn coming(shelf: Shelf, name: &str, all: &[Included]) -> View {
    let ticked = RwSignal::new(
        all.iter()
            .map(|one| one.content.is_ok())
            .collect::<Vec<_>>(),
    );
    let rows = all.iter().enumerate();
    let rows = rows.map(|(place, one)| line(shelf.session, ticked, place, one));
    let add = button::once()
        .attr("data-kind", "primary")
        .child(icon(Icon::ADD))
        .child("Ajouter les dossiers cochés")
        .on("click", move |_| {
            task::spawn(add(shelf, ticked.get_untracked()))
        });
    let close = button::plain()
        .attr("data-kind", "quiet")
        .child("Fermer sans rien ajouter")
        .on("click", move |_| {
            shelf.session.close_included();
            page::next_frame(|| page::focus("h1"));
        });
    card("h-included", &say::included(name, all.len()))
        .attr("data-included", "")
        .child(el("p").child(say::INCLUDED))
        .child(el_class("ul", "centres__included").children(rows))
        .child(el_class("div", "btn-row").child(add).child(close))
        .view()
}

fn line(session: Session, ticked: RwSignal<Vec<bool>>, place: usize, one: &Included) -> View {
    let (listed, words) = match &one.content {
        Ok((restored, taken)) => {
            let counted = session.figures_of(&restored.dossier);
            let objectives = fr::files::objectives(&restored.dossier);
            let known = [fr::progress(counted.progress), objectives];
            let taken = say::taken(taken.len());
            (&one.listed, [known.join(", "), taken].concat())
        }
        Err(error) => (&one.listed, fr::files::file_error(*error).to_owned()),
    };
    let title = say::title(listed);
    let kind = say::kind(listed);
    let is_ticked = move || ticked.with(|all| all.get(place) == Some(&true));
    let tick = move |now| {
        ticked.update(|all| {
            if let Some(one) = all.get_mut(place) {
                *one = now;
            }
        });
    };
    let label = match &one.content {
        Ok(_) => el_class("label", "pill")
            .child(unlocked(|| check_box(is_ticked, tick)))
            .child(title),
        Err(_) => el_class("span", "centres__unread").child(title),
    };
    let about = if kind.is_empty() {
        words
    } else {
        [kind.as_str(), " · ", &words].concat()
    };
    el("li")
        .child(label)
        .child(el_class("p", "small").child(about))
        .view()
}

/// Adds those that are ticked, one after the other. What was added before something was refused stays.
async fn add(shelf: Shelf, ticked: Vec<bool>) {
    let session = shelf.session;
    let chosen = session.included(|_, all| {
        let both = all.iter().zip(&ticked).filter(|(_, is_ticked)| **is_ticked);
        both.map(|(one, _)| one.clone()).collect::<Vec<_>>()
    });
    let mut added = 0;
    for one in chosen.unwrap_or_default() {
        let Ok((restored, taken)) = one.content else {
            continue;
        };
        let listed = named(one.listed, &restored.dossier);
        let made = session
            .include_dossier(listed, &restored.dossier, &taken)
            .await;
        match made {
            Ok((_, library)) => shelf.show(library),
            Err(error) => {
                return shelf.say([say::added(added), refused(error)].join(" "));
            }
        }
        added += 1;
    }
    if added == 0 {
        return shelf.say(say::NOTHING_TICKED.to_owned());
    }
    session.close_included();
    shelf.say(say::added(added));
    page::next_frame(|| page::focus("h1"));
}

/// A dossier that the list had no name for is called as its identity says.
fn named(listed: Listed, dossier: &crate::domain::school::dossier::Dossier) -> Listed {
    if listed.title().is_empty() {
        Listed::named(listed.kind, &fr::planning::school(&dossier.identity))
    } else {
        listed
    }
}

/// The card in which all dossiers are erased from this device.
pub fn erasing(shelf: Shelf) -> View {
    let session = shelf.session;
    if session.is_in_foreign_frame() {
        return View::nothing();
    }
    let is_asked = RwSignal::new(false);
    let ask = button::plain()
        .child("Effacer tous les dossiers de cet appareil…")
        .on("click", move |_| {
            is_asked.set(true);
            page::next_frame(|| page::focus(".centres__keep"));
        });
    let erase = Rc::new(move || {
        task::spawn(async move {
            if session.erase_all_dossiers().await == AllErased::Part {
                shelf.show(session.library().await);
                shelf.say(say::PART_ERASED.to_owned());
                let _ = is_asked.try_set(false);
            }
        });
    });
    let sure = move || {
        if !is_asked.get() {
            return View::nothing();
        }
        let erase = erase.clone();
        let keep = button::once()
            .attr("class", "btn centres__keep")
            .child("Non, tout garder")
            .on("click", move |_| {
                is_asked.set(false);
                page::next_frame(|| page::focus("h1"));
            });
        let yes = button::once()
            .child("Oui, effacer tous les dossiers")
            .on("click", move |_| erase());
        let row = el_class("div", "btn-row").child(keep).child(yes);
        let question = el("p").attr("role", "status").child(say::ERASE_SURE);
        callout(Tone::Alert, View::all([question.view(), row.view()]))
    };
    card("h-erase-all", "Effacer tous les dossiers")
        .attr("class", "card help__section no-print")
        .child(el("p").child(say::ERASE_ALL))
        .child(el_class("div", "btn-row").child(ask))
        .child(el("div").dynamic(sure))
        .view()
}
