//! The questionnaire as a file: given to another school, or received from one.

use leptos::prelude::*;

use super::Making;
use crate::browser::file::Picked;
use crate::browser::task;
use crate::domain::route::Route;
use crate::domain::school::adaptation::AdaptationText;
use crate::session::{NotCopied, NotTakenOver, Session, received_adaptation};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::words::fr::adapting as say;

/// The card in which a questionnaire is given and received.
pub fn exchange(making: Making) -> View {
    let said = RwSignal::new(String::new());
    let other = RwSignal::new(None);
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
        .child(opening(making, said, other))
        .dynamic(move || beginning(making, other))
        .child(
            el("p")
                .attr("id", "questionnaire-said")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .view()
}

/// A wholly other questionnaire: what it is, and its text.
type Other = RwSignal<Option<(String, AdaptationText)>>;

/// The field that takes a file. What it says is prepared in the draft, like any other change; a wholly other questionnaire is
/// offered to a blank dossier.
fn opening(making: Making, said: RwSignal<String>, other: Other) -> Element {
    let open = move |picked: Option<Picked>| {
        let Some(picked) = picked else { return };
        let present = making.session.adaptation();
        task::spawn(async move {
            let _ = other.try_set(None);
            let sentence = match received_adaptation(picked, making.base, &present).await {
                Err(NotTakenOver::OtherGrid(grid, text)) => {
                    let _ = other.try_set(Some((say::other_grid(&grid), text)));
                    String::new()
                }
                // What is worded otherwise is of the official one, which this dossier does not answer.
                Ok(_) if !making.is_on_official() => say::BEGIN_FIRST.to_owned(),
                Ok(received) => {
                    let _ = making.open.try_set(None);
                    let _ = making.draft.try_set(received);
                    say::RECEIVED.to_owned()
                }
                Err(NotTakenOver::File(_)) => say::NO_FILE.to_owned(),
                Err(NotTakenOver::Wrong(line, why)) => say::wrong(line, &why),
            };
            // The screen may be gone by now, and the sentence with it.
            let _ = said.try_set(sentence);
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

/// The way to begin with a wholly other questionnaire.
fn beginning(making: Making, other: Other) -> View {
    let found = other.get();
    let offer = found.map(|(what, text)| {
        let paragraphs = [what, say::COPIED_FIRST.to_owned()];
        let paragraphs = paragraphs.map(|text| el("p").child(text).view());
        let begin = begin_button(making.session, text, say::BEGIN);
        callout(Tone::Info, View::all([View::all(paragraphs), begin]))
    });
    offer.into()
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
