//! The questionnaire as a file: given to another school, or received from one.

use leptos::prelude::*;

use super::Making;
use crate::browser::file::Picked;
use crate::browser::task;
use crate::session::received_adaptation;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::page::card;
use crate::words::fr::adapting as say;

/// The card in which a questionnaire is given and received.
pub fn exchange(making: Making) -> View {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let questionnaire = making
            .draft
            .with_untracked(|draft| draft.apply(making.base));
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
        .child(opening(making, said))
        .child(
            el("p")
                .attr("id", "questionnaire-said")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .view()
}

/// The field that takes a file. What it says is prepared in the draft, like any other change.
fn opening(making: Making, said: RwSignal<String>) -> Element {
    let open = move |picked: Option<Picked>| {
        let Some(picked) = picked else { return };
        let present = making.session.adaptation();
        task::spawn(async move {
            let sentence = match received_adaptation(picked, making.base, &present).await {
                Ok(received) => {
                    let _ = making.open.try_set(None);
                    let _ = making.draft.try_set(received);
                    say::RECEIVED.to_owned()
                }
                Err(why) => why_not(&why),
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

fn why_not(why: &crate::session::NotTakenOver) -> String {
    use crate::session::NotTakenOver;
    match why {
        NotTakenOver::File(_) => say::NO_FILE.to_owned(),
        NotTakenOver::Wrong(line, why) => say::wrong(*line, why),
        NotTakenOver::OtherGrid => say::OTHER_GRID.to_owned(),
    }
}
