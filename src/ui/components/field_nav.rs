//! The six fields, one tap away, with how far each is.

use leptos::prelude::*;

use crate::domain::positioning::ItemState;
use crate::domain::questionnaire::{ActionField, FieldId};
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::fr;
use crate::ui::kit::bar::Ticks;

/// The fields of both parts.
#[component]
pub fn FieldNav(
    /// The field that is shown.
    current: FieldId,
) -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    view! {
        <nav class="field-nav" aria-label="Champs d’action">
            {questionnaire
                .parts
                .iter()
                .map(|part| {
                    view! {
                        <p class="field-nav__part">{format!("Partie {} – {}", part.number, part.title)}</p>
                        <ul>
                            {part
                                .fields
                                .iter()
                                .map(|field| view! { <li><FieldLink field=field is_current=field.id == current /></li> })
                                .collect_view()}
                        </ul>
                    }
                })
                .collect_view()}
        </nav>
    }
}

#[component]
fn FieldLink(field: &'static ActionField, is_current: bool) -> impl IntoView {
    let session = use_session();
    let place = session
        .questionnaire
        .fields()
        .position(|other| other.id == field.id)
        .unwrap_or(0)
        + 1;
    let counted = Memo::new(move |_| session.positioning.with(|all| all.field(field.id).cloned()));
    let done = move || {
        counted.with(|counted| {
            let items = counted.iter().flat_map(|counted| &counted.items);
            items
                .map(|item| item.state != ItemState::Unanswered)
                .collect::<Vec<_>>()
        })
    };
    let progress = move || {
        counted.with(|counted| {
            counted
                .as_ref()
                .map(|counted| fr::field_progress(counted.progress))
        })
    };
    view! {
        <a
            class="field-nav__link"
            href=Route::Field(field.id).to_string()
            aria-current=is_current.then_some("page")
            aria-keyshortcuts=format!("Alt+Shift+{place}")
            title=format!("Raccourci\u{a0}: Alt + Maj + {place}")
        >
            <span class="field-nav__number">{field.id.to_string()}</span>
            " "
            <span>{field.title.clone()}</span>
            " "
            <span class="field-nav__progress">
                <Ticks done=Signal::derive(done) />
                <span>{progress}</span>
            </span>
        </a>
    }
}
