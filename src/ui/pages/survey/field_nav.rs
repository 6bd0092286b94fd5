//! The six fields, one tap away, with how far each is.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::domain::school::positioning::{FieldPositioning, ItemState, Progress};
use crate::domain::school::questionnaire::{ActionField, FieldId, Part};
use crate::session::Session;
use crate::ui::kit::bar::ticks;
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr;

/// The fields of both parts.
pub fn field_nav(session: Session, current: FieldId) -> View {
    let part = |part: &'static Part| {
        let links = part
            .fields
            .iter()
            .map(|field| el("li").child(field_link(session, field, current)).view());
        View::all([
            el_class("p", "field-nav__part")
                .child(format!("Partie {} – {}", part.number, part.title))
                .view(),
            el("ul").children(links).view(),
        ])
    };
    el_class("nav", "field-nav")
        .attr("aria-label", "Champs d’action")
        .children(session.questionnaire.parts.iter().map(part))
        .view()
}

/// Place of a field, from 1.
pub fn place_of(session: Session, field: &ActionField) -> usize {
    session
        .questionnaire
        .fields()
        .position(|other| other.id == field.id)
        .unwrap_or(0)
        + 1
}

/// « 4 sur 5 » or « complet ».
fn progress_of(session: Session, field: &'static ActionField) -> String {
    let progress = session
        .positioning
        .with(|all| all.field(field.id).map(|field| field.progress));
    fr::field_progress(progress.unwrap_or(Progress::default()))
}

fn field_link(session: Session, field: &'static ActionField, current: FieldId) -> View {
    let place = place_of(session, field);
    let is_answered = |field: &FieldPositioning| -> Vec<bool> {
        field
            .items
            .iter()
            .map(|item| item.state != ItemState::Unanswered)
            .collect()
    };
    let done = move || {
        session
            .positioning
            .with(|all| all.field(field.id).map(is_answered))
            .unwrap_or_default()
    };
    let progress = el_class("span", "field-nav__progress")
        .child(ticks(done))
        .child(el("span").text(move || progress_of(session, field)));
    el_class("a", "field-nav__link")
        .attr("href", &Route::Field(field.id).to_string())
        .attr_if("aria-current", (field.id == current).then_some("page"))
        .attr("aria-keyshortcuts", &format!("Alt+Shift+{place}"))
        .attr("title", &format!("Raccourci\u{a0}: Alt + Maj + {place}"))
        .child(el_class("span", "field-nav__number").child(field.id.to_string()))
        .child(" ")
        .child(el_class("span", "field-nav__title").child(&field.title))
        .child(" ")
        .child(progress)
        .view()
}
