//! « Positionnement »: the figures, the chart with its table, and the matrix of the 21 items.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::positioning::ItemState;
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::counting_rule::CountingRule;
use crate::ui::components::field_table::FieldTable;
use crate::ui::components::matrix::Matrix;
use crate::ui::components::positioning_chart::PositioningChart;
use crate::ui::components::stage_figures::StageFigures;
use crate::ui::fr;
use crate::ui::kit::icon::{Icon, icon};

/// The positioning of the school.
#[component]
pub fn PositioningPage() -> impl IntoView {
    let session = use_session();
    let progress = move || session.positioning.with(|all| fr::progress(all.progress));
    view! {
        <main id="contenu" tabindex="-1" class="page results">
            <header class="page-head">
                <div class="page-head__text">
                    <h1 tabindex="-1">"Positionnement de l’établissement"</h1>
                    <p class="lead">{progress} "."</p>
                </div>
                <div class="btn-row">
                    <GoOn />
                    <button class="btn" type="button" on:click=|_| page::print()>
                        {icon(Icon::PRINT)}
                        "Imprimer"
                    </button>
                </div>
            </header>
            <section class="results__figures" aria-labelledby="h-figures">
                <h2 class="visually-hidden" id="h-figures">"Items atteints pour chaque étape"</h2>
                <StageFigures />
                <CountingRule />
            </section>
            <div class="results__two">
                <section class="card results__matrix" aria-labelledby="h-matrix">
                    <div class="card__head">
                        <h2 id="h-matrix">"Les 21 items"</h2>
                        <p class="hint matrix__help">
                            "Un questionnaire déjà rempli sur papier ou dans Excel\u{a0}? Cochez directement ici."
                        </p>
                    </div>
                    <Matrix />
                    <Legend />
                </section>
                <div class="stack results__side">
                    <section class="card" aria-labelledby="h-chart">
                        <h2 id="h-chart">"Graphique de positionnement"</h2>
                        <PositioningChart />
                    </section>
                    <section class="card" aria-labelledby="h-fields">
                        <h2 id="h-fields">"Par champ d’action"</h2>
                        <FieldTable />
                        <p class="small results__caveat">
                            "Les champs comptent de 2 à 6 items\u{a0}: lisez le nombre avant la longueur de la barre."
                        </p>
                    </section>
                </div>
            </div>
        </main>
    }
}

/// Where to go on, while something is missing.
#[component]
fn GoOn() -> impl IntoView {
    let session = use_session();
    move || {
        session.positioning.with(|all| {
            all.first_unanswered().map(|item| {
                view! {
                    <a class="btn" data-kind="primary" href=Route::Item(item).to_string()>
                        {if session.is_blank() {
                            "Commencer le questionnaire".to_owned()
                        } else {
                            format!("Reprendre à l’item {item}")
                        }}
                        {icon(Icon::NEXT)}
                    </a>
                }
            })
        })
    }
}

/// What the cells say.
#[component]
fn Legend() -> impl IntoView {
    let session = use_session();
    let has = move |state| {
        session
            .positioning
            .with(|all| all.items().any(|item| item.state == state))
    };
    view! {
        <ul class="legend matrix__legend">
            <li class="legend__entry">{icon(Icon::TICK)} "Atteinte\u{a0}: énoncé coché en entier"</li>
            <li class="legend__entry">{icon(Icon::HALF)} "4 sur 6\u{a0}: conditions remplies, ne compte pas"</li>
            {move || {
                has(ItemState::NotApplicable)
                    .then(|| view! { <li class="legend__entry">"n. c.\u{a0}: non concerné, sort du total"</li> })
            }}
        </ul>
    }
}
