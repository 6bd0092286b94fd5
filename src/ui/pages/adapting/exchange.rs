//! The questionnaire as a file: given to another school, or received from one.

use leptos::prelude::*;

use super::Making;
use super::receiving::Receiving;
use crate::browser::file::Picked;
use crate::browser::task;
use crate::domain::formats::file::text_of;
use crate::domain::route::Route;
use crate::domain::school::adaptation::AdaptationText;
use crate::session::{NotCopied, Session};
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::words::fr::adapting as say;

/// The card in which a questionnaire is given and received.
pub fn exchange(making: Making) -> View {
    let receiving = Receiving::new();
    let said = receiving.said;
    let save = move |_| {
        let questionnaire = if making.is_on_official() {
            making
                .draft
                .with_untracked(|draft| draft.apply(making.base))
        } else {
            making.session.questionnaire.clone()
        };
        let saved = making.session.save_questionnaire(&questionnaire);
        said.set(saved.map_or_else(
            |_| say::NOT_GIVEN.to_owned(),
            |name| crate::words::fr::documents::made(&name),
        ));
    };
    let button = button::plain()
        .on("click", save)
        .child(icon(Icon::FILE))
        .child("Télécharger le questionnaire");
    card("h-exchange", "Donner ou recevoir un questionnaire")
        .child(el("p").child(say::EXCHANGE))
        .child(el_class("div", "btn-row").child(button))
        .child(opening(making, receiving))
        .dynamic(move || receiving.beginning(making))
        .child(
            el("p")
                .attr("id", "questionnaire-said")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .view()
}

/// The field that takes a file.
fn opening(making: Making, receiving: Receiving) -> Element {
    let open = move |picked: Option<Picked>| {
        let Some(picked) = picked else { return };
        task::spawn(async move {
            let read = picked.read().await.and_then(text_of);
            receiving.take(making, read.map_err(|_| say::NO_FILE));
        });
    };
    let input = unlocked(|| el_class("input", "file-input"))
        .attr("id", "questionnaire-file")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("data-questionnaire", "")
        .attr("aria-describedby", "questionnaire-said")
        .on("change", move |event| open(Picked::chosen(&event)));
    let label = el_class("label", "form-field__label")
        .attr("for", "questionnaire-file")
        .child("Questionnaire reçu (.json)");
    el_class("div", "form-field").child(label).child(input)
}

/// The button by which a blank dossier of the same school answers this questionnaire, and what is said where it cannot.
pub fn begin_button(session: Session, text: AdaptationText, label: &'static str) -> View {
    let trouble = RwSignal::new("");
    let begin = move |_| {
        let text = text.clone();
        task::spawn(async move {
            match session.begin_with(text).await {
                Ok(true) => session.go(Route::Home),
                Ok(false) => {}
                Err(NotCopied) => {
                    let _ = trouble.try_set(say::NOT_BEGUN);
                }
            }
        });
    };
    let button = button::once().on("click", begin).child(label);
    let said = el("p")
        .attr("role", "alert")
        .text(move || trouble.get().to_owned());
    el_class("div", "btn-row").child(button).child(said).view()
}
