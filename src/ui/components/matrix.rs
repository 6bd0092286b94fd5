//! The 21 items × 3 stages: the referential itself, read at a glance. Each cell leads to its statement,
//! and on a wide screen has its box, so that a questionnaire on paper is copied in five minutes.

use leptos::prelude::*;

use crate::domain::answers::Tick;
use crate::domain::dossier::Change;
use crate::domain::positioning::{ItemPositioning, ItemState, StatementState};
use crate::domain::questionnaire::{ActionField, Item, Stage, StatementId};
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::marks::{stage_badge, statement_mark};
use crate::ui::fr;

/// The matrix, grouped by field. Roles are explicit because phones lay it out as blocks.
#[component]
pub fn Matrix() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    view! {
        <table class="matrix" role="table">
            <caption class="visually-hidden">"État des trois étapes pour chaque item, par champ d’action"</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"Item"</th>
                    {Stage::ALL
                        .map(|stage| {
                            view! {
                                <th role="columnheader" scope="col" class="matrix__stage" data-stage=stage.to_string()>
                                    <span class="matrix__stage-name">{stage_badge(stage)} {fr::stage(stage)}</span>
                                </th>
                            }
                        })
                        .collect_view()}
                </tr>
            </thead>
            {questionnaire.fields().map(|field| view! { <FieldRows field=field /> }).collect_view()}
        </table>
    }
}

#[component]
fn FieldRows(field: &'static ActionField) -> impl IntoView {
    let items = u16::try_from(field.items.len()).unwrap_or(u16::MAX);
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="matrix__field">
                <th role="rowheader" scope="rowgroup" colspan="4">
                    {format!("{} {}", field.id, field.title)}
                    " "
                    <span class="matrix__field-sum">{fr::items(items)}</span>
                </th>
            </tr>
            {field.items.iter().map(|item| view! { <ItemRow item=item /> }).collect_view()}
        </tbody>
    }
}

#[component]
fn ItemRow(item: &'static Item) -> impl IntoView {
    let answer = use_session().answer(item.id);
    let counted =
        Memo::new(move |_| answer.with(|answer| ItemPositioning::of(item, answer.response)));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="matrix__item">
                <a href=Route::Item(item.id).to_string()>
                    <span class="matrix__number">{item.id.to_string()}</span>
                    " "
                    <span>{item.title.clone()}</span>
                </a>
            </th>
            {Stage::ALL.map(|stage| view! { <Cell item=item stage=stage counted=counted /> }).collect_view()}
        </tr>
    }
}

#[component]
fn Cell(item: &'static Item, stage: Stage, counted: Memo<ItemPositioning>) -> impl IntoView {
    let session = use_session();
    let state = move || *stage.of(&counted.get().statements);
    let name = format!("Item {}, étape {stage}\u{a0}: ", item.id);
    view! {
        <td role="cell" class="matrix__cell" data-stage=stage.to_string()>
            <div
                class="matrix__state"
                data-state=move || cell_kind(counted.get().state, state())
            >
                <input
                    class="check matrix__box"
                    type="checkbox"
                    aria-label=format!("Item {}, étape {stage}", item.id)
                    data-item=item.id.to_string()
                    data-stage=stage.to_string()
                    prop:checked=move || state() == StatementState::Reached
                    prop:indeterminate=move || matches!(state(), StatementState::Partial { .. })
                    on:change=move |event| {
                        let tick = Tick::from(event_target_checked(&event));
                        session.apply(Change::Statement { item: item.id, stage, tick });
                    }
                />
                <a
                    class="matrix__link"
                    href=Route::Statement(StatementId { item: item.id, stage }).to_string()
                    data-short=move || format!("É{stage} {}", cell_short(counted.get().state, state()))
                >
                    {move || statement_mark(state())}
                    <span class="visually-hidden">{name}</span>
                    <span class="matrix__long">{move || cell_word(counted.get().state, state())}</span>
                </a>
            </div>
        </td>
    }
}

/// What the style tells apart.
fn cell_kind(item: ItemState, statement: StatementState) -> &'static str {
    match (item, statement) {
        (ItemState::Unknown, _) => "ask",
        (ItemState::NotApplicable, _) => "none",
        (_, StatementState::Reached) => "on",
        (_, StatementState::Partial { .. }) => "part",
        (ItemState::Unanswered, StatementState::NotReached) => "blank",
        (ItemState::Answered, StatementState::NotReached) => "off",
    }
}

/// The cell in a word.
fn cell_word(item: ItemState, statement: StatementState) -> String {
    match (item, statement) {
        (ItemState::Unknown, _) => "Ne sait pas".to_owned(),
        (ItemState::NotApplicable, _) => "Non concerné".to_owned(),
        (ItemState::Unanswered, StatementState::NotReached) => "À renseigner".to_owned(),
        (_, StatementState::Partial { ticked, of }) => format!("{ticked} sur {of}"),
        (ItemState::Unanswered | ItemState::Answered, state) => fr::statement_state(state),
    }
}

/// The cell in three or four letters, for phones.
fn cell_short(item: ItemState, statement: StatementState) -> String {
    match (item, statement) {
        (ItemState::Unknown, _) => "\u{202f}?".to_owned(),
        (ItemState::NotApplicable, _) => "n. c.".to_owned(),
        (_, StatementState::Reached) => "oui".to_owned(),
        (_, StatementState::Partial { ticked, of }) => format!("{ticked}/{of}"),
        (ItemState::Unanswered, StatementState::NotReached) => "–".to_owned(),
        (ItemState::Answered, StatementState::NotReached) => "non".to_owned(),
    }
}
