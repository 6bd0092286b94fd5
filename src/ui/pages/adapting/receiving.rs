//! What becomes of a questionnaire that comes in: it is prepared in the draft, like any other change; a wholly other one is offered
//! to a blank dossier.

use leptos::prelude::*;

use super::Making;
use super::exchange::begin_button;
use crate::domain::school::adaptation::AdaptationText;
use crate::session::{NotTakenOver, received_adaptation};
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el};
use crate::words::fr::adapting as say;

/// What is said of the last one that came in. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
pub struct Receiving {
    /// In a sentence; empty where nothing is to be said.
    pub said: RwSignal<String>,
    /// A wholly other questionnaire: what it is, and its text.
    other: RwSignal<Option<(String, AdaptationText)>>,
}

impl Receiving {
    /// Nothing came in yet.
    pub fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            other: RwSignal::new(None),
        }
    }

    /// Takes the text of a questionnaire, or says why there is none.
    pub fn take(self, making: Making, read: Result<String, &str>) {
        let present = untrack(|| making.session.adaptation());
        let read = read.map(|text| received_adaptation(&text, making.base, &present));
        // The screen may be gone by now, and the sentence with it.
        let _ = self.other.try_set(None);
        let sentence = match read {
            Err(sentence) => sentence.to_owned(),
            Ok(Err(NotTakenOver::OtherGrid(grid, text))) => {
                let _ = self.other.try_set(Some((say::other_grid(&grid), text)));
                String::new()
            }
            // What is worded otherwise is of the official one, which this dossier does not answer.
            Ok(Ok(_)) if untrack(|| !making.is_on_official()) => say::BEGIN_FIRST.to_owned(),
            Ok(Ok(received)) => {
                let _ = making.open.try_set(None);
                let _ = making.draft.try_set(received);
                say::RECEIVED.to_owned()
            }
            Ok(Err(NotTakenOver::Wrong(fault))) => say::wrong(&fault),
            Ok(Err(NotTakenOver::Item(item, refusal))) => say::not_received(item, refusal),
        };
        let _ = self.said.try_set(sentence);
    }

    /// The way to begin with a wholly other questionnaire, if one came in.
    pub fn beginning(self, making: Making) -> View {
        let offer = self.other.get().map(|(what, text)| {
            let paragraphs = [what, say::COPIED_FIRST.to_owned()];
            let paragraphs = paragraphs.map(|text| el("p").child(text).view());
            let begin = begin_button(making.session, text, say::BEGIN);
            callout(Tone::Info, View::all([View::all(paragraphs), begin]))
        });
        offer.into()
    }
}
