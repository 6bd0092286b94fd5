//! Small signs of the stages and their states, always with a word.

use leptos::prelude::*;

use crate::domain::positioning::{ItemState, StatementState};
use crate::domain::questionnaire::Stage;
use crate::ui::kit::icon::{Icon, icon};

/// The number of a stage on its pattern's colour.
pub fn stage_badge(stage: Stage) -> AnyView {
    let number = stage.to_string();
    view! {
        <span class="stage-badge" data-stage=number.clone() aria-hidden="true">
            {number.clone()}
        </span>
    }
    .into_any()
}

/// Sign of a statement's state; none where it is not reached.
pub fn statement_mark(state: StatementState) -> Option<AnyView> {
    match state {
        StatementState::Reached => Some(icon(Icon::TICK)),
        StatementState::Partial { .. } => Some(icon(Icon::HALF)),
        StatementState::NotReached => None,
    }
}

/// What is known of an item, as a chip: word, tone and sign.
pub fn item_chip(state: ItemState) -> AnyView {
    let (word, tone, sign) = match state {
        ItemState::Unanswered => ("À renseigner", None, None),
        ItemState::Answered => ("Renseigné", Some("good"), Some(Icon::TICK)),
        ItemState::Unknown => ("Ne sait pas", Some("ink"), None),
        ItemState::NotApplicable => ("Non concerné", Some("ink"), None),
    };
    view! {
        <span class="chip" data-tone=tone>
            {sign.map(icon)}
            {word}
        </span>
    }
    .into_any()
}
