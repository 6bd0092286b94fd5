//! One statement: its box, its official wording, and its conditions where it has several.
//!
//! Long statements fold by sentence: the first one, then all of them, each with its box.

use leptos::prelude::*;

use crate::domain::answers::{ItemAnswer, Tick};
use crate::domain::dossier::Change;
use crate::domain::positioning::{ItemPositioning, StatementState};
use crate::domain::questionnaire::{Item, Stage, Statement, StatementId};
use crate::session::use_session;
use crate::ui::components::marks::statement_mark;
use crate::ui::fr;
use crate::ui::kit::icon::{Icon, icon};

/// A split statement longer than this shows its first sentence only, until it is unfolded.
const FOLD_ABOVE: usize = 330;

/// One statement.
#[component]
pub fn StageOption(
    /// The item.
    item: &'static Item,
    /// The stage.
    stage: Stage,
    /// What was answered.
    answer: Memo<ItemAnswer>,
    /// The same, counted.
    counted: Memo<ItemPositioning>,
) -> impl IntoView {
    let session = use_session();
    let statement = stage.of(&item.statements);
    let state = Memo::new(move |_| counted.with(|counted| *stage.of(&counted.statements)));
    let box_id = format!("box-{}-{stage}", item.id);
    let folds = statement.is_split() && statement.text().chars().count() > FOLD_ABOVE;
    view! {
        <div class="stage-option" data-stage=stage.to_string() data-state=move || state_word(state.get())>
            <span class="stage-option__box">
                <input
                    class="check"
                    data-size="l"
                    type="checkbox"
                    id=box_id.clone()
                    data-item=item.id.to_string()
                    data-stage=stage.to_string()
                    prop:checked=move || state.get() == StatementState::Reached
                    prop:indeterminate=move || matches!(state.get(), StatementState::Partial { .. })
                    on:change=move |event| {
                        let tick = Tick::from(event_target_checked(&event));
                        session.apply(Change::Statement { item: item.id, stage, tick });
                    }
                />
            </span>
            <label class="stage-option__label" for=box_id>
                <span class="stage-option__name">
                    <span class="visually-hidden">"Item "{item.id.to_string()}", "</span>
                    {fr::stage(stage)}
                </span>
                " "
                {wording(item, stage, statement, folds)}
            </label>
            {move || state_chip(state.get())}
            {statement
                .is_split()
                .then(|| view! { <Conditions item=item stage=stage answer=answer holds_wording=folds /> })}
        </div>
    }
}

/// The official wording whole, or its first sentence where the conditions hold it.
fn wording(item: &Item, stage: Stage, statement: &Statement, folds: bool) -> AnyView {
    if folds {
        let others = statement.conditions.len().saturating_sub(1);
        view! {
            <span class="stage-option__text">
                {statement.conditions.first().cloned()}
                " "
                <span aria-hidden="true">"[…]"</span>
                <span class="visually-hidden">{format!("et {others} autres conditions")}</span>
            </span>
        }
        .into_any()
    } else {
        let id = StatementId {
            item: item.id,
            stage,
        }
        .to_string();
        view! { <span class="stage-option__text" data-statement=id>{statement.text()}</span> }
            .into_any()
    }
}

fn state_word(state: StatementState) -> &'static str {
    match state {
        StatementState::Reached => "on",
        StatementState::Partial { .. } => "mixed",
        StatementState::NotReached => "off",
    }
}

/// What the boxes add up to; nothing is said of a statement of which nothing is ticked.
fn state_chip(state: StatementState) -> Option<AnyView> {
    let mark = statement_mark(state)?;
    Some(
        view! {
            <span class="chip stage-option__state" data-tone="stage">
                {mark}
                {fr::statement_state(state)}
            </span>
        }
        .into_any(),
    )
}

/// The conditions of a split statement, each with its box.
#[component]
fn Conditions(
    item: &'static Item,
    stage: Stage,
    answer: Memo<ItemAnswer>,
    holds_wording: bool,
) -> impl IntoView {
    let conditions = &stage.of(&item.statements).conditions;
    let number = conditions.len();
    let verb = if holds_wording {
        "Lire et cocher"
    } else {
        "Cocher une par une"
    };
    let wording = holds_wording.then(|| {
        StatementId {
            item: item.id,
            stage,
        }
        .to_string()
    });
    view! {
        <div class="stage-option__more">
            <details class="disclosure conditions">
                <summary>
                    {icon(Icon::CHEVRON)}
                    <span class="conditions__closed">{format!("{verb} les {number} conditions")}</span>
                    <span class="conditions__opened">{format!("Replier les {number} conditions")}</span>
                    <span class="visually-hidden">{format!(" de l’étape {stage}, item {}", item.id)}</span>
                </summary>
                <ul class="conditions__list" data-statement=wording>
                    {(0_u8..)
                        .zip(conditions)
                        .map(|(condition, text)| {
                            view! { <Condition item=item stage=stage condition=condition text=text answer=answer /> " " }
                        })
                        .collect_view()}
                </ul>
            </details>
        </div>
    }
}

#[component]
fn Condition(
    item: &'static Item,
    stage: Stage,
    condition: u8,
    text: &'static str,
    answer: Memo<ItemAnswer>,
) -> impl IntoView {
    let session = use_session();
    let is_ticked =
        move || answer.with(|answer| answer.response.ticks().is_ticked(stage, condition));
    view! {
        <li>
            <label class="conditions__item">
                <input
                    class="check"
                    type="checkbox"
                    data-item=item.id.to_string()
                    data-stage=stage.to_string()
                    data-condition=(condition + 1).to_string()
                    prop:checked=is_ticked
                    on:change=move |event| {
                        let tick = Tick::from(event_target_checked(&event));
                        session.apply(Change::Condition { item: item.id, stage, condition, tick });
                    }
                />
                <span>{text}</span>
            </label>
        </li>
    }
}
