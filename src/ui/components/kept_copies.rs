//! « Copies gardées sur cet appareil »: seen only when there is one. Each is read, saved as a file, or
//! deleted, which can be undone as long as the screen stays.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::{page, task};
use crate::domain::dossier::Dossier;
use crate::domain::positioning::Positioning;
use crate::session::{KeptCopy, Session};
use crate::ui::components::file_cards::saving_button;
use crate::ui::components::share_card::card;
use crate::ui::fr;
use crate::ui::kit::view::{Element, View, dynamic, el, el_class};

/// The card of the copies.
pub fn kept_copies(session: Session) -> View {
    task::spawn(session.look_for_copies());
    dynamic(move || {
        session.copies.track();
        session.desk(|desk| shown(session, &desk.copies))
    })
}

fn shown(session: Session, copies: &[KeptCopy]) -> View {
    if copies.is_empty() {
        return View::nothing();
    }
    let rows = copies.iter().map(|copy| row(session, copy.clone()));
    card("h-copies", "Copies gardées sur cet appareil")
        .child(el("p").child(
            "Votre dossier tel qu’il était avant d’en reprendre un autre, et ce qui n’a pas pu être lu en entier. Tout reste ici \
             jusqu’à ce que vous le supprimiez.",
        ))
        .child(el_class("ul", "copies").children(rows))
        .view()
}

fn row(session: Session, copy: KeptCopy) -> View {
    let copy = Rc::new(copy);
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(fr::files::copy_title(&copy)))
        .child(el_class("p", "small").child(content(session, &copy)));
    let is_deleted = RwSignal::new(false);
    let buttons = move || {
        if is_deleted.get() {
            deleted(session, &copy, is_deleted)
        } else {
            at_rest(session, &copy, is_deleted)
        }
    };
    el_class("li", "copies__row")
        .child(text)
        .child(el_class("div", "btn-row").dynamic(buttons))
        .view()
}

/// « 14 items sur 21 renseignés, 3 objectifs. »
fn content(session: Session, copy: &KeptCopy) -> String {
    let holds = copy
        .restored
        .as_ref()
        .map(|restored| holds(session, &restored.dossier) + ".");
    holds.unwrap_or_default() + fr::files::copy_trouble(copy.verdict)
}

/// « 14 items sur 21 renseignés, 3 objectifs ».
fn holds(session: Session, dossier: &Dossier) -> String {
    let progress = Positioning::of(session.questionnaire, &dossier.answers).progress;
    let objectives = fr::files::objectives(dossier);
    format!("{}, {objectives}", fr::progress(progress))
}

fn button(label: &str, copy: &KeptCopy) -> Element {
    let about = [" ", &fr::files::copy_name(copy)].concat();
    el_class("button", "btn")
        .attr("type", "button")
        .child(label)
        .child(el_class("span", "visually-hidden").child(about))
}

fn at_rest(session: Session, copy: &Rc<KeptCopy>, is_deleted: RwSignal<bool>) -> View {
    let (read, saved, gone) = (copy.clone(), copy.clone(), copy.clone());
    let consult = copy.restored.as_ref().map(|_| {
        let consult = button("Consulter", copy).on("click", move |_| session.open_copy(&read));
        consult.view()
    });
    let binned = copy.whole().map_or(0, |dossier| dossier.plan.bin().len());
    let save = saving_button(
        ("Enregistrer dans un fichier", ""),
        String::new(),
        move || binned,
        move |bin| session.save_copy(&saved, bin).ok(),
    );
    let refused = RwSignal::new("");
    // What is still where it was found goes from there with the next edit, and is set aside then.
    let delete = copy.is_apart.then(|| {
        let delete = button("Supprimer", copy).attr("data-kind", "quiet");
        let delete = delete.on("click", move |_| {
            let gone = gone.clone();
            task::spawn(async move {
                if session.delete_copy(&gone.key).await {
                    show(is_deleted, true);
                } else {
                    let _ = refused.try_set(fr::files::NOT_DELETED);
                }
            });
        });
        delete.view()
    });
    let said = el_class("span", "small")
        .attr("role", "status")
        .text(move || refused.get().to_owned());
    View::all([consult.into(), save, delete.into(), said.view()])
}

/// What was deleted can be had back as long as this screen stays.
fn deleted(session: Session, copy: &Rc<KeptCopy>, is_deleted: RwSignal<bool>) -> View {
    let copy = copy.clone();
    let refused = RwSignal::new("Supprimé.");
    let said = el_class("span", "small")
        .attr("role", "status")
        .text(move || refused.get().to_owned());
    let back = button("Annuler la suppression", &copy)
        .attr("class", "btn copies__back")
        .on("click", move |_| {
            let copy = copy.clone();
            task::spawn(async move {
                if session.put_back_copy(&copy).await {
                    show(is_deleted, false);
                } else {
                    let _ = refused.try_set(fr::files::NOT_PUT_BACK);
                }
            });
        });
    View::all([said.view(), back.view()])
}

/// The button that had the focus is gone. The screen may be gone too by now.
fn show(is_deleted: RwSignal<bool>, now: bool) {
    if is_deleted.try_set(now).is_none() && now {
        page::next_frame(|| page::focus(".copies__back"));
    } else {
        page::next_frame(|| page::focus("h1"));
    }
}
