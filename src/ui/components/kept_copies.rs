//! « Copies gardées sur cet appareil »: seen only when there is one. Each is read, saved as a file, or
//! deleted once confirmed.

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
            "Votre dossier tel qu’il était avant d’en reprendre un autre. Ces copies restent jusqu’à ce que vous les supprimiez.",
        ))
        .child(el_class("ul", "copies").children(rows))
        .view()
}

fn row(session: Session, copy: KeptCopy) -> View {
    let copy = Rc::new(copy);
    let when = fr::files::moment(copy.at);
    let holds = match &copy.restored {
        Some(restored) => holds(session, &restored.dossier),
        None => "Cette copie ne peut plus être lue. Elle reste gardée telle quelle.".to_owned(),
    };
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(&when))
        .child(el_class("p", "small").child(holds));
    let asked = RwSignal::new("");
    let buttons = move || {
        if asked.get().is_empty() {
            at_rest(session, &copy, asked)
        } else {
            confirmation(session, &copy, asked)
        }
    };
    el_class("li", "copies__row")
        .child(text)
        .child(el_class("div", "btn-row").dynamic(buttons))
        .view()
}

/// « 14 items sur 21 renseignés, 3 objectifs ».
fn holds(session: Session, dossier: &Dossier) -> String {
    let progress = Positioning::of(session.questionnaire, &dossier.answers).progress;
    let objectives = fr::files::objectives(dossier);
    format!("{}, {objectives}", fr::progress(progress))
}

fn button(label: &str, copy: &KeptCopy) -> Element {
    let about = format!(" la copie du {}", fr::files::moment(copy.at));
    el_class("button", "btn")
        .attr("type", "button")
        .child(label)
        .child(el_class("span", "visually-hidden").child(about))
}

fn at_rest(session: Session, copy: &Rc<KeptCopy>, asked: RwSignal<&'static str>) -> View {
    let (read, saved) = (copy.clone(), copy.clone());
    let consult = copy.restored.as_ref().map(|_| {
        let consult = button("Consulter", copy).on("click", move |_| session.open_copy(&read));
        consult.view()
    });
    let save = copy.restored.as_ref().map(|_| {
        saving_button(
            ("Enregistrer dans un fichier", ""),
            String::new(),
            move || {
                let restored = saved.restored.as_ref()?;
                session.save_copy(saved.at, &restored.dossier).ok()
            },
        )
    });
    let delete = button("Supprimer", copy)
        .attr("data-kind", "quiet")
        .on("click", move |_| {
            asked.set("asked");
            page::next_frame(|| page::focus(".copies__sure"));
        });
    View::all([consult.into(), save.into(), delete.view()])
}

fn confirmation(session: Session, copy: &Rc<KeptCopy>, asked: RwSignal<&'static str>) -> View {
    let key = copy.key.clone();
    let question = el_class("span", "small")
        .attr("role", "status")
        .child("Supprimer cette copie\u{202f}? Elle ne pourra pas être retrouvée.");
    let delete = button("Oui, supprimer", copy)
        .attr("class", "btn copies__sure")
        .on("click", move |_| {
            let key = key.clone();
            task::spawn(async move {
                session.delete_copy(key).await;
                // The button that had the focus is gone.
                page::next_frame(|| page::focus("h1"));
            });
        });
    let keep = button("Non, garder", copy).on("click", move |_| {
        asked.set("");
        page::next_frame(|| page::focus("h1"));
    });
    View::all([question.view(), delete.view(), keep.view()])
}
