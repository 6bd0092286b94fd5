//! Room 5: what people see. `pages` are screens, made of `components` that know the domain, made of
//! the `kit` that knows nothing.

pub mod components;
pub mod fr;
pub mod kit;
pub mod pages;
mod shortcuts;

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::route::Route;
use crate::session::{Boot, Session, use_session};
use components::announcer::Announcer;
use components::footer::Footer;
use components::header::Header;
use components::notices::Notices;

/// The whole app, from what the start found.
#[component]
pub fn App(
    /// What the start found.
    boot: Boot,
) -> impl IntoView {
    let session = Session::new(boot);
    provide_context(session);
    shortcuts::listen(session);
    follow_route(session);
    view! {
        <a
            class="skip-link"
            href="#contenu"
            on:click=|event| {
                // The address is a route: the link moves the focus without changing it.
                event.prevent_default();
                page::focus("#contenu");
            }
        >
            "Aller au contenu"
        </a>
        <Header />
        <Notices />
        <Screen />
        <Footer />
        <Announcer />
    }
}

/// The screen of the present route.
#[component]
fn Screen() -> impl IntoView {
    let session = use_session();
    let screen = Memo::new(move |_| session.route.get().map(Route::screen));
    move || match screen.get() {
        Some(Route::Home) => view! { <pages::home::Home /> }.into_any(),
        Some(Route::Positioning) => view! { <pages::positioning::PositioningPage /> }.into_any(),
        Some(Route::Help) => view! { <pages::help::Help /> }.into_any(),
        Some(route) => match route.field().and_then(|id| session.questionnaire.field(id)) {
            Some(field) => view! { <pages::survey::Survey field=field /> }.into_any(),
            None => view! { <pages::not_found::NotFound /> }.into_any(),
        },
        None => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

/// Title, focus and scroll follow the route.
fn follow_route(session: Session) {
    Effect::new(move |before: Option<Option<Route>>| {
        let route = session.route.get();
        page::set_title(&title(session, route));
        // The focus stays with the browser on arrival, unless the address names a place.
        let is_move = before.is_some_and(|before| before != route);
        page::next_frame(move || match route {
            Some(Route::Statement(statement)) => page::focus(&format!(
                "input[data-item=\"{}\"][data-stage=\"{}\"]",
                statement.item, statement.stage
            )),
            Some(Route::Item(item)) => page::focus(&format!("[id=\"item-{item}\"]")),
            Some(Route::Home | Route::Field(_) | Route::Positioning | Route::Help) | None => {
                if is_move {
                    page::scroll_to_top();
                    page::focus("h1");
                }
            }
        });
        route
    });
}

/// The title of the window on a screen.
fn title(session: Session, route: Option<Route>) -> String {
    let screen = match route {
        Some(Route::Home) => return format!("{} – positionner la transition numérique", fr::APP),
        Some(Route::Positioning) => "Positionnement".to_owned(),
        Some(Route::Help) => "Aide".to_owned(),
        Some(route) => route
            .field()
            .and_then(|id| session.questionnaire.field(id))
            .map_or_else(
                || "Page introuvable".to_owned(),
                |field| format!("{} {}", field.id, field.title),
            ),
        None => "Page introuvable".to_owned(),
    };
    format!("{screen} – {}", fr::APP)
}
