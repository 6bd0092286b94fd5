//! Progress and the three figures, in sight while answering.

use leptos::prelude::*;

use crate::domain::positioning::Count;
use crate::domain::questionnaire::{ActionField, Stage};
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::counting_rule::FoldedCountingRule;
use crate::ui::components::marks::stage_badge;
use crate::ui::fr;
use crate::ui::kit::bar::Bar;
use crate::ui::kit::icon::{Icon, icon};

/// The live figures, and those of the field that is shown.
#[component]
pub fn LiveFigures(
    /// The field that is shown.
    field: &'static ActionField,
) -> impl IntoView {
    let session = use_session();
    let progress = move || session.positioning.with(|all| fr::progress(all.progress));
    view! {
        <aside class="survey__live live-figures" aria-label="Chiffres en direct">
            <h2 class="live-figures__title">"En direct"</h2>
            <p class="live-figures__progress" data-progress="">{progress}</p>
            <div class="live-figures__list">
                {Stage::ALL.map(|stage| view! { <Line stage=stage /> }).collect_view()}
            </div>
            <div class="live-figures__more">
                <p class="hint">
                    "Dans ce champ\u{a0}:"
                    {Stage::ALL.map(|stage| view! { " " <InField field=field stage=stage /> }).collect_view()}
                </p>
                <FoldedCountingRule />
                <a class="btn" href=Route::Positioning.to_string()>
                    {icon(Icon::BARS)}
                    "Voir le positionnement"
                </a>
            </div>
        </aside>
    }
}

#[component]
fn Line(stage: Stage) -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| session.positioning.with(|all| *stage.of(&all.stages)));
    view! {
        <div class="live-figures__line" data-stage=stage.to_string()>
            {stage_badge(stage)}
            <p class="live-figures__text">
                <span class="live-figures__name">{fr::stage(stage)}"\u{a0}:"</span>
                " "
                <span class="nowrap" data-figure=format!("stage-{stage}")>
                    <b>{move || fr::count(count.get())}</b>
                    " "
                    <span class="live-figures__pct">
                        <span class="live-figures__dash">"– "</span>
                        {move || fr::percent(count.get())}
                    </span>
                </span>
            </p>
            <Bar percent=Signal::derive(move || count.get().percent().unwrap_or(0)) />
        </div>
    }
}

#[component]
fn InField(field: &'static ActionField, stage: Stage) -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| {
        let counted = |counts: &[Count; 3]| *stage.of(counts);
        session
            .positioning
            .with(|all| all.field(field.id).map(|field| counted(&field.stages)))
            .unwrap_or_default()
    });
    let end = if stage == Stage::Three { "." } else { "," };
    view! {
        <span class="nowrap">
            "étape\u{a0}"{stage.to_string()}"\u{a0}: "
            <span data-figure=format!("{}/stage-{stage}", field.id)>{move || fr::count(count.get())}</span>
            {end}
        </span>
    }
}
