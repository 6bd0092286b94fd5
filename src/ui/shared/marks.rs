//! Small signs of the stages and their states, always with a word.

use crate::domain::school::positioning::{ItemState, StatementState};
use crate::domain::school::questionnaire::{Origin, Stage};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el_class};
use crate::words::fr;

/// The number of a stage on its pattern's colour.
pub fn stage_badge(stage: Stage) -> View {
    let number = stage.to_string();
    el_class("span", "stage-badge")
        .attr("data-stage", &number)
        .attr("aria-hidden", "true")
        .child(number)
        .view()
}

/// « Étape 2 » after its badge.
pub fn stage_name(stage: Stage) -> View {
    View::all([stage_badge(stage), fr::stage(stage).into()])
}

/// Sign of a statement's state; none where it is not reached.
pub fn statement_mark(state: StatementState) -> Option<View> {
    match state {
        StatementState::Reached => Some(icon(Icon::TICK)),
        StatementState::Partial { .. } => Some(icon(Icon::HALF)),
        StatementState::NotReached => None,
    }
}

/// Whose words an item has, where they are not those of the official questionnaire.
pub fn origin_chip(origin: Origin) -> Option<View> {
    let word = fr::origin(origin)?;
    let chip = el_class("span", "chip")
        .attr("data-adapted", "")
        .child(word);
    Some(View::all([" ".into(), chip.view()]))
}

/// What is known of an item, as a chip: word, tone and sign.
pub fn item_chip(state: ItemState) -> View {
    let (tone, sign) = match state {
        ItemState::Unanswered => (None, None),
        ItemState::Answered => (Some("good"), Some(Icon::TICK)),
        ItemState::Unknown | ItemState::NotApplicable => (Some("ink"), None),
    };
    el_class("span", "chip")
        .attr_if("data-tone", tone)
        .child(sign.map(icon))
        .child(fr::item_state(state))
        .view()
}
