//! One field of the questionnaire.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::questionnaire::{ActionField, Part, Stage};
use crate::domain::route::Route;
use crate::session::use_session;
use crate::ui::components::field_nav::FieldNav;
use crate::ui::components::item_card::ItemCard;
use crate::ui::components::live_figures::LiveFigures;
use crate::ui::components::marks::stage_badge;
use crate::ui::fr;
use crate::ui::kit::icon::{Icon, icon};

/// One field: its aim, its three stages, its items.
#[component]
pub fn Survey(
    /// The field.
    field: &'static ActionField,
) -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    let part = questionnaire
        .parts
        .iter()
        .find(|part| part.number == field.id.part());
    let items = u16::try_from(field.items.len()).unwrap_or(u16::MAX);
    view! {
        <div class="survey">
            <div class="survey__fields">
                <FieldMenu field=field />
                <div class="survey__field-rail">
                    <FieldNav current=field.id />
                </div>
            </div>
            <LiveFigures field=field />
            <main class="survey__main" id="contenu" tabindex="-1">
                <header class="survey__head">
                    {part.map(|part| part_line(part, field))}
                    <h1 tabindex="-1">{format!("{} {}", field.id, field.title)}</h1>
                    <p class="lead">
                        <b>"Objectif\u{a0}:"</b>
                        " "
                        {field.aim.clone()}
                    </p>
                </header>
                <Ladder field=field />
                <section aria-labelledby="h-items">
                    <div class="survey__items-head">
                        <h2 class="survey__h2" id="h-items">{format!("Les {}", fr::items(items))}</h2>
                        <p class="hint">"Cochez toutes les étapes où se trouve l’établissement. Rien n’est obligatoire."</p>
                    </div>
                    <div class="survey__items">
                        {field.items.iter().map(|item| view! { <ItemCard item=item /> }).collect_view()}
                    </div>
                </section>
                <NextSteps field=field />
            </main>
        </div>
    }
}

/// The part, with the source's introduction to it where the part begins.
fn part_line(part: &'static Part, field: &ActionField) -> AnyView {
    let is_first = part
        .fields
        .first()
        .is_some_and(|first| first.id == field.id);
    view! {
        <p class="eyebrow">{format!("Partie {} – {}", part.number, part.title)}</p>
        {is_first.then(|| view! { <p class="hint survey__part">{part.introduction.clone()}</p> })}
    }
    .into_any()
}

/// The fields behind the name of the present one, where the window has no room for the rail.
#[component]
fn FieldMenu(field: &'static ActionField) -> impl IntoView {
    let session = use_session();
    let place = session
        .questionnaire
        .fields()
        .position(|other| other.id == field.id)
        .unwrap_or(0)
        + 1;
    let fields = session.questionnaire.fields().count();
    let progress = move || {
        let progress = session
            .positioning
            .with(|all| all.field(field.id).map(|field| field.progress));
        progress.map(fr::field_progress)
    };
    view! {
        <details class="survey__field-menu">
            <summary>
                <span class="survey__field-current">
                    <span class="eyebrow">{format!("Champ {place} sur {fields} – ")} {progress}</span>
                    " "
                    <b>{format!("{} {}", field.id, field.title)}</b>
                </span>
                {icon(Icon::CHEVRON_DOWN)}
            </summary>
            <FieldNav current=field.id />
        </details>
    }
}

/// The field's three headings, once.
#[component]
fn Ladder(field: &'static ActionField) -> impl IntoView {
    view! {
        <section class="survey__ladder" aria-labelledby="h-stages">
            <h2 class="survey__h2" id="h-stages">"Les trois étapes de ce champ"</h2>
            <ol class="stage-ladder">
                {Stage::ALL
                    .map(|stage| {
                        view! {
                            <li class="stage-ladder__step" data-stage=stage.to_string()>
                                <p class="stage-ladder__name">{stage_badge(stage)} {fr::stage(stage)}</p>
                                <p class="stage-ladder__text">{stage.of(&field.headings).clone()}</p>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
}

/// Back, and the one obvious next step.
#[component]
fn NextSteps(field: &'static ActionField) -> impl IntoView {
    let fields: Vec<_> = use_session().questionnaire.fields().collect();
    let place = fields
        .iter()
        .position(|other| other.id == field.id)
        .unwrap_or(0);
    let before = place
        .checked_sub(1)
        .and_then(|before| fields.get(before).copied());
    let link = |field: &ActionField| {
        (
            Route::Field(field.id).to_string(),
            format!("{} {}", field.id, field.title),
        )
    };
    let (next, name) = fields.get(place + 1).map_or_else(
        || {
            (
                Route::Positioning.to_string(),
                "Voir le positionnement".to_owned(),
            )
        },
        |next| {
            let (href, name) = link(next);
            (href, format!("Champ suivant\u{a0}: {name}"))
        },
    );
    view! {
        <nav class="survey__next" aria-label="Suite du questionnaire">
            {before
                .map(|before| {
                    let (href, name) = link(before);
                    view! {
                        <a class="btn" data-size="l" href=href>
                            {icon(Icon::BACK)}
                            {format!("Champ précédent\u{a0}: {name}")}
                        </a>
                    }
                })}
            <a class="btn" data-kind="primary" data-size="l" href=next>
                {name}
                {icon(Icon::NEXT)}
            </a>
            <button class="btn" data-kind="quiet" type="button" on:click=|_| page::print()>
                {icon(Icon::PRINT)}
                "Imprimer ce champ"
            </button>
        </nav>
    }
}
