//! « Adapter le questionnaire »: everything is prepared in a draft, which says what it does before it is applied.

mod again;
mod effects;
mod exchange;
mod fields;
mod preview;
mod published;
mod receiving;
mod wording;

use leptos::prelude::*;
use std::rc::Rc;

use crate::domain::school::adaptation::{Adaptation, AdaptationText, NOTE_MAX, Refusal};
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire};
use crate::session::Session;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::field::{Bound, Label, area};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::{card, heading, screen};
use crate::words::fr::adapting as say;

/// What is being prepared. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
struct Making {
    session: Session,
    /// The questionnaire that is adapted.
    base: &'static Questionnaire,
    draft: RwSignal<Adaptation>,
    /// What is being worded.
    open: RwSignal<Option<Worded>>,
    /// Why the last change could not be made; empty where it was.
    said: RwSignal<String>,
}

/// What is being worded: an item, or one that is to be added to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worded {
    Item(ItemId),
    New(FieldId),
}

impl Making {
    /// Whether the dossier answers the official questionnaire, adapted or not.
    fn is_on_official(self) -> bool {
        self.session.read(|dossier| !dossier.adaptation.is_grid())
    }

    /// Changes the draft, or says why not.
    fn change(self, changed: Result<Adaptation, Refusal>) -> bool {
        match changed {
            Ok(changed) => {
                self.said.set(String::new());
                self.draft.set(changed);
                true
            }
            Err(refusal) => {
                self.said.set(say::refusal(refusal));
                false
            }
        }
    }
}

/// The screen.
pub fn adapting(session: Session) -> View {
    let making = Making {
        session,
        base: session.base(),
        draft: RwSignal::new(session.adaptation()),
        open: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    let is_on_another = untrack(|| !making.is_on_official());
    let lead = if is_on_another {
        say::on_another(&session.questionnaire.title)
    } else {
        say::LEAD.to_owned()
    };
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(lead));
    let trouble = move || {
        let said = making.said.get();
        let trouble = (!said.is_empty()).then(|| callout(Tone::Alert, el("p").child(said).view()));
        trouble.into()
    };
    if is_on_another {
        return on_another(making, text.view());
    }
    screen("page adapting")
        .child(el_class("header", "page-head").child(text))
        .child(published::published(making))
        .child(effects::effects(making))
        .child(el("div").attr("role", "alert").dynamic(trouble))
        .children(
            making
                .base
                .fields()
                .map(|field| fields::field(making, field)),
        )
        .child(note(making))
        .child(exchange::exchange(making))
        .view()
}

/// Where the dossier answers a wholly other questionnaire: the way back.
fn on_another(making: Making, head: View) -> View {
    let none = AdaptationText::default();
    let official = exchange::begin_button(making.session, none, say::BEGIN_OFFICIAL);
    let present = card("h-other-grid", "Revenir au questionnaire officiel")
        .child(el("p").child(say::COPIED_FIRST))
        .child(official);
    screen("page adapting")
        .child(el_class("header", "page-head").child(head))
        .child(published::published(making))
        .child(present)
        .child(exchange::exchange(making))
        .view()
}

fn note(making: Making) -> View {
    let label = Label {
        id: "adapt-note",
        name: "Message affiché au-dessus des questions",
        hint: "Par exemple\u{a0}: le site dont il s’agit, ou à qui demander. Laissez vide pour ne rien afficher.",
    };
    let bound = Bound {
        get: Rc::new(move || making.draft.with(|draft| draft.note.clone())),
        set: Rc::new(move |note| making.draft.update(|draft| *draft = draft.with_note(&note))),
    };
    card("h-adapt-note", "Un mot aux personnes qui répondent")
        .child(area(label, 3, NOTE_MAX, &bound))
        .view()
}
