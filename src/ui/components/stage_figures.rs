//! The three headline figures.

use leptos::prelude::*;

use crate::domain::questionnaire::Stage;
use crate::session::use_session;
use crate::ui::components::marks::stage_badge;
use crate::ui::fr;
use crate::ui::kit::bar::Bar;

/// The three headline figures.
#[component]
pub fn StageFigures() -> impl IntoView {
    view! {
        <div class="figure-row">
            {Stage::ALL.map(|stage| view! { <StageFigure stage=stage /> }).collect_view()}
        </div>
    }
}

#[component]
fn StageFigure(stage: Stage) -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| session.positioning.with(|all| *stage.of(&all.stages)));
    let left_out = move || {
        session
            .positioning
            .with(fr::left_out)
            .map(|text| format!(", {text}"))
    };
    view! {
        <div class="card stage-figure" data-stage=stage.to_string()>
            <h3 class="stage-figure__name">{stage_badge(stage)} {fr::stage(stage)}</h3>
            <p class="stage-figure__value" data-figure=format!("stage-{stage}")>
                <span class="nowrap">{move || fr::percent(count.get())}</span>
                " "
                <small>
                    <span class="nowrap">{move || fr::count(count.get())}</span>
                    {left_out}
                </small>
            </p>
            <Bar percent=Signal::derive(move || count.get().percent().unwrap_or(0)) size="l" />
        </div>
    }
}
