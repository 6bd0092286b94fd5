//! The positioning chart: its library is fetched when it is about to be shown; then one instance
//! follows every change until the screen is left.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::echarts::{self, Chart};
use crate::domain::chart::positioning_chart;
use crate::domain::positioning::Positioning;
use crate::domain::questionnaire::Stage;
use crate::session::use_session;
use crate::ui::fr;
use crate::ui::kit::callout::{Callout, Tone};

/// How far the chart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Loading,
    Shown,
    Failed,
}

/// The positioning chart, with a legend of its own that prints.
#[component]
pub fn PositioningChart() -> impl IntoView {
    let session = use_session();
    let place = NodeRef::<Div>::new();
    let progress = RwSignal::new(Progress::Loading);
    let chart = StoredValue::<Option<Chart>, LocalStorage>::new_local(None);
    let look = session.chart_look();
    let load = move || {
        progress.set(Progress::Loading);
        leptos::task::spawn_local(async move {
            let loaded = echarts::load().await;
            // The screen may have been left while the library came.
            let Some(element) = place.try_get_untracked().flatten() else {
                return;
            };
            let made = loaded.and_then(|()| Chart::new(&element));
            progress.set(if made.is_ok() {
                Progress::Shown
            } else {
                Progress::Failed
            });
            chart.set_value(made.ok());
        });
    };
    Effect::new(move |_| load());
    Effect::new(move |_| {
        if progress.get() != Progress::Shown {
            return;
        }
        let option = session.positioning.with(|positioning| {
            look.with(|look| positioning_chart(session.questionnaire, positioning, look))
        });
        // Refused only once disposed, when nobody looks any more.
        let _ = chart.with_value(|chart| chart.as_ref().map(|chart| chart.show(&option)));
    });
    let is_failed = move || progress.get() == Progress::Failed;
    view! {
        <figure class="chart">
            <div
                class="chart__picture"
                data-chart="positioning"
                role="img"
                aria-label=move || session.positioning.with(description)
                hidden=is_failed
                node_ref=place
            ></div>
            {move || (progress.get() == Progress::Loading).then(|| view! { <p class="hint">"Chargement du graphique…"</p> })}
            {move || {
                is_failed()
                    .then(|| {
                        view! {
                            <Callout tone=Tone::Alert>
                                <p>
                                    "Le graphique n’a pas pu être chargé. Tous ses chiffres sont dans le tableau ci-dessous, et le reste fonctionne."
                                </p>
                                <button class="btn" type="button" on:click=move |_| load()>"Réessayer"</button>
                            </Callout>
                        }
                    })
            }}
            <figcaption class="legend chart__legend">
                {Stage::ALL
                    .map(|stage| {
                        view! {
                            <span class="legend__entry" data-stage=stage.to_string()>
                                <span class="chart__line" aria-hidden="true"></span>
                                {fr::stage(stage)}
                            </span>
                        }
                    })
                    .collect_view()}
            </figcaption>
        </figure>
    }
}

/// The chart in one sentence, for those who do not see it.
fn description(positioning: &Positioning) -> String {
    let figures: Vec<_> = Stage::ALL
        .into_iter()
        .map(|stage| {
            let count = *stage.of(&positioning.stages);
            format!(
                "étape {stage}, {} items, {}",
                fr::count(count),
                fr::percent(count)
            )
        })
        .collect();
    format!(
        "Graphique de positionnement\u{a0}: pour chacun des {} champs d’action, part des items atteints à chaque étape. \
         Au total, {}. Les chiffres de chaque champ sont dans le tableau qui suit.",
        positioning.fields.len(),
        figures.join("\u{202f}; ")
    )
}
