//! The header: brand, screens, undo, save state, theme. On a phone the screens are a bar at the bottom.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::route::Route;
use crate::session::{SaveState, use_session};
use crate::ui::fr;
use crate::ui::kit::icon::{Icon, brand_mark, icon};

/// The header of every screen.
#[component]
pub fn Header() -> impl IntoView {
    view! {
        <header class="app-header">
            <div class="app-header__row">
                <a class="brand" href="#/">
                    {brand_mark()} <span class="brand__name">{fr::APP}</span>
                </a>
                <Nav />
                <div class="app-header__end">
                    <SaveBadge />
                    <UndoButton />
                    <ThemeButton />
                </div>
            </div>
        </header>
    }
}

/// The screens.
#[component]
fn Nav() -> impl IntoView {
    let session = use_session();
    // The questionnaire opens where one last was in it.
    let field = Memo::new(move |before: Option<&Route>| {
        let shown = session
            .route
            .get()
            .filter(|route| route.field().is_some())
            .map(Route::screen);
        let first = session
            .questionnaire
            .fields()
            .next()
            .map(|field| Route::Field(field.id));
        shown.or(before.copied()).or(first).unwrap_or(Route::Home)
    });
    let in_questionnaire = move || {
        session
            .route
            .get()
            .is_some_and(|route| route.field().is_some())
    };
    let is = move |screen| move || session.route.get() == Some(screen);
    view! {
        <nav class="app-nav" aria-label="Principal">
            <NavLink href=Signal::derive(move || field.get().to_string()) sign=Icon::LIST is_current=Signal::derive(in_questionnaire) name="Questionnaire" />
            <NavLink href=Route::Positioning.to_string() sign=Icon::BARS is_current=Signal::derive(is(Route::Positioning)) name="Positionnement" />
            <NavLink href=Route::Help.to_string() sign=Icon::HELP is_current=Signal::derive(is(Route::Help)) name="Aide" />
        </nav>
    }
}

#[component]
fn NavLink(
    #[prop(into)] href: Signal<String>,
    sign: Icon,
    is_current: Signal<bool>,
    name: &'static str,
) -> impl IntoView {
    view! {
        <a class="app-nav__link" href=href aria-current=move || is_current.get().then_some("page")>
            {icon(sign)} <span>{name}</span>
        </a>
    }
}

/// Whether the work is safe, in sight at all times.
#[component]
fn SaveBadge() -> impl IntoView {
    let session = use_session();
    let state = move || match session.save_state.get() {
        SaveState::Untouched | SaveState::Saved(_) => "saved",
        SaveState::Saving => "saving",
        SaveState::Fragile | SaveState::Failed => "failed",
        SaveState::Memory => "memory",
    };
    let sign = move || match session.save_state.get() {
        SaveState::Saved(_) => Some(icon(Icon::TICK)),
        SaveState::Untouched | SaveState::Saving => None,
        SaveState::Fragile | SaveState::Failed | SaveState::Memory => Some(icon(Icon::ALERT)),
    };
    view! {
        <p class="dossier__save" data-save-state=state>
            {sign} <span>{move || fr::save_state(session.save_state.get(), clock::now())}</span>
        </p>
    }
}

#[component]
fn UndoButton() -> impl IntoView {
    let session = use_session();
    let label = move || fr::undo(session.undoable());
    view! {
        <button
            class="icon-btn"
            type="button"
            aria-label=label
            title=label
            aria-keyshortcuts="Control+Z"
            aria-disabled=move || session.undoable().is_none().then_some("true")
            on:click=move |_| session.undo()
        >
            {icon(Icon::UNDO)}
        </button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let session = use_session();
    view! {
        <button
            class="icon-btn"
            type="button"
            aria-label="Changer de thème\u{a0}: clair ou sombre"
            title="Thème clair ou sombre"
            on:click=move |_| session.toggle_theme()
        >
            {icon(Icon::THEME)}
        </button>
    }
}
