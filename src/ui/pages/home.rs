//! Home: what it is, where one was, where the data are.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::positioning::ItemState;
use crate::domain::questionnaire::Stage;
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::marks::stage_badge;
use crate::ui::fr;
use crate::ui::kit::bar::Ticks;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::pages::landscape::landscape;

/// Home.
#[component]
pub fn Home() -> impl IntoView {
    let session = use_session();
    view! {
        <main id="contenu" tabindex="-1" class="page home">
            <section class="home__hero">
                <div class="home__intro">
                    <h1 class="home__title" tabindex="-1">
                        "Où en est la transition numérique de votre établissement\u{202f}?"
                    </h1>
                    <p class="lead">
                        "Le questionnaire NumEA-Établissement situe un établissement agricole sur 21 items et trois étapes, seul ou à plusieurs. Les pourcentages et le graphique de positionnement apparaissent à mesure que vous cochez."
                    </p>
                    <ul class="home__facts">
                        <li>{icon(Icon::TICK)} "Gratuit, sans compte"</li>
                        <li>{icon(Icon::TICK)} "Une heure environ, en une ou plusieurs fois"</li>
                        <li>{icon(Icon::TICK)} "Rien n’est obligatoire, tout se modifie"</li>
                    </ul>
                    {move || session.is_blank().then(|| view! { <Start /> })}
                </div>
                {landscape()}
            </section>
            {move || (!session.is_blank()).then(|| view! { <Resume /> })}
            <section aria-labelledby="h-steps">
                <h2 id="h-steps">"En trois temps"</h2>
                <Steps />
            </section>
            <section class="card home__data" aria-labelledby="h-data">
                <h2 id="h-data">{icon(Icon::LOCK)} " Où sont vos réponses"</h2>
                <p>
                    "Dans ce navigateur, sur cet appareil, et nulle part ailleurs. Elles sont enregistrées à chaque modification\u{a0}; l’heure est affichée en haut de la page."
                </p>
                <p class="hint">
                    "Sur iPad et iPhone, un site que l’on n’ouvre pas pendant 7 jours peut perdre ses données\u{a0}: ajoutez-le à l’écran d’accueil. En navigation privée, tout disparaît à la fermeture."
                </p>
            </section>
        </main>
    }
}

/// The two ways in, on a first visit.
#[component]
fn Start() -> impl IntoView {
    let first = use_session()
        .questionnaire
        .fields()
        .next()
        .map(|field| Route::Field(field.id));
    view! {
        <div class="btn-row">
            <a class="btn" data-kind="primary" data-size="l" href=first.unwrap_or(Route::Home).to_string()>
                "Commencer le questionnaire"
                {icon(Icon::NEXT)}
            </a>
            <a class="btn" data-size="l" href=Route::Positioning.to_string()>"Recopier un questionnaire papier ou Excel"</a>
        </div>
    }
}

/// Where one was.
#[component]
fn Resume() -> impl IntoView {
    let session = use_session();
    let positioning = session.positioning;
    let done = move || {
        positioning.with(|all| {
            all.items()
                .map(|item| item.state != ItemState::Unanswered)
                .collect::<Vec<_>>()
        })
    };
    let first_missing = move || positioning.with(|all| all.first_unanswered());
    view! {
        <section class="home__work" aria-labelledby="h-work">
            <h2 id="h-work">"Votre positionnement"</h2>
            <article class="card resume">
                <div class="resume__main">
                    <p class="resume__line">
                        <b>{move || positioning.with(|all| fr::progress(all.progress))}</b>
                        " – "
                        {move || fr::save_state(session.save_state.get(), clock::now())}
                    </p>
                    <div class="resume__ticks">
                        <Ticks done=Signal::derive(done) />
                    </div>
                    <p class="resume__figures">
                        {Stage::ALL
                            .map(|stage| {
                                let count = move || positioning.with(|all| *stage.of(&all.stages));
                                view! {
                                    <span data-stage=stage.to_string()>
                                        {stage_badge(stage)} " "
                                        <span class="visually-hidden">{fr::stage(stage)}"\u{a0}: "</span>
                                        <span data-figure=format!("stage-{stage}")>
                                            {move || fr::count(count())} " – " {move || fr::percent(count())}
                                        </span>
                                    </span>
                                    " "
                                }
                            })
                            .collect_view()}
                    </p>
                </div>
                <div class="btn-row">
                    {move || {
                        first_missing()
                            .map(|item| {
                                view! {
                                    <a class="btn" data-kind="primary" data-size="l" href=Route::Item(item).to_string()>
                                        {format!("Reprendre à l’item {item}")}
                                        {icon(Icon::NEXT)}
                                    </a>
                                }
                            })
                    }}
                    <a class="btn" data-size="l" href=Route::Positioning.to_string()>"Voir le positionnement"</a>
                </div>
            </article>
        </section>
    }
}

/// What one does here, in order.
#[component]
fn Steps() -> impl IntoView {
    let first = use_session()
        .questionnaire
        .fields()
        .next()
        .map(|field| Route::Field(field.id));
    let steps = [
        (
            Icon::LIST,
            "Se positionner",
            "Cochez les étapes où se trouve l’établissement, seul, à plusieurs ou en réunion. Un énoncé long se déplie en conditions à cocher une par une.",
            first.unwrap_or(Route::Home),
            "Ouvrir le questionnaire",
        ),
        (
            Icon::BARS,
            "Lire",
            "Un pourcentage d’items atteints pour chacune des trois étapes, le graphique de positionnement et une vue des 21 items.",
            Route::Positioning,
            "Lire le positionnement",
        ),
        (
            Icon::HELP,
            "En parler",
            "La démarche se conduit à plusieurs\u{a0}: direction, équipes, conseils. L’aide dit comment faire et qui peut vous accompagner.",
            Route::Help,
            "Lire l’aide",
        ),
    ];
    view! {
        <ol class="steps">
            {steps
                .map(|(sign, name, text, route, link)| {
                    view! {
                        <li class="steps__step">
                            {icon(sign)}
                            <h3>{name}</h3>
                            <p>{text}</p>
                            <a href=route.to_string()>{link}</a>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
