//! Fields × stages: a table whose cells hold the figures of the chart, each with its bar.

use leptos::prelude::*;

use crate::domain::questionnaire::{ActionField, Stage};
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::marks::stage_badge;
use crate::ui::fr;
use crate::ui::kit::bar::Bar;

/// The figures of each field and stage.
#[component]
pub fn FieldTable() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    view! {
        <table class="field-table">
            <caption class="visually-hidden">"Items atteints par champ d’action et par étape"</caption>
            <thead>
                <tr>
                    <th scope="col">"Champ d’action"</th>
                    {Stage::ALL
                        .map(|stage| {
                            view! {
                                <th scope="col" data-stage=stage.to_string()>
                                    <span class="matrix__stage-name">{stage_badge(stage)} {fr::stage(stage)}</span>
                                </th>
                            }
                        })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>{questionnaire.fields().map(|field| view! { <Row field=field /> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(field: &'static ActionField) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Field(field.id).to_string()>{format!("{} {}", field.id, field.title)}</a>
            </th>
            {Stage::ALL.map(|stage| view! { <Cell field=field stage=stage /> }).collect_view()}
        </tr>
    }
}

#[component]
fn Cell(field: &'static ActionField, stage: Stage) -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| {
        let field = session
            .positioning
            .with(|all| all.field(field.id).map(|field| field.stages));
        field.map(|stages| *stage.of(&stages)).unwrap_or_default()
    });
    view! {
        <td data-stage=stage.to_string()>
            <Bar percent=Signal::derive(move || count.get().percent().unwrap_or(0)) size="s" />
            <span class="field-table__figure">
                <span class="nowrap" data-figure=format!("{}/stage-{stage}", field.id)>
                    {move || fr::count(count.get())}
                </span>
                " "
                <span class="nowrap small">{move || fr::percent(count.get())}</span>
            </span>
        </td>
    }
}
