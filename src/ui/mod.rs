//! What people see: the `frame` around every screen, and the screens, `pages`. Both are made of what is `shared`, which
//! knows the domain, and of the `kit`, which knows nothing of schools.

pub mod frame;
pub mod kit;
pub mod pages;
mod parts;
mod screens;
pub mod shared;

use leptos::prelude::*;
use std::cell::{Cell, RefCell};

use crate::browser::{clicks, entries, page};
use crate::domain::route::Route;
use crate::session::{Boot, SaveState, Session};
use crate::words::fr;
use frame::{footer, header, notices};
use kit::entry;
use kit::view::{View, dynamic_by, effect, el_class, lock_fields};

/// The whole app, from what the start found.
pub fn app(boot: Boot) -> View {
    // Before the session, which shows another screen as soon as it hears of an address.
    entries::follow();
    let session = Session::new(boot);
    parts::start();
    clicks::guard();
    lock_fields(move || session.is_elsewhere());
    entry::say_by(shared::troubles::said);
    let skip_link = el_class("a", "skip-link")
        .attr("href", "#contenu")
        .child("Aller au contenu");
    let view = View::all([
        skip_link
            .on("click", |event| {
                // The address is a route: the link moves the focus without changing it.
                event.prevent_default();
                page::focus("#contenu");
            })
            .view(),
        header::header(session),
        notices::notices(session),
        parts::paper_head(session),
        screen(session),
        parts::paper_foot(session),
        footer::footer(session),
        parts::announcer(session),
        parts::helpers(session),
    ]);
    follow_route(session);
    parts::fetch_when_idle();
    effect(Box::new(move || {
        if screens::is_settled(session.route.get()) {
            page::mark_ready();
        }
    }));
    effect(Box::new(move || {
        if let SaveState::Saved(_) = session.save_state.get() {
            session.ask_to_keep();
        }
    }));
    view
}

/// The screen of the present route.
fn screen(session: Session) -> View {
    let key = move || session.route.get().map(|route| route.screen().to_string());
    let shown = move || screens::screen(session, session.route.get_untracked());
    dynamic_by(move || key().unwrap_or_default(), shown)
}

/// Title, focus and scroll follow the route; on the way back they are where they were left.
fn follow_route(session: Session) {
    let before = RefCell::new(None);
    // A move to a screen that is still on its way is shown when it has come.
    let is_coming = Cell::new(false);
    effect(Box::new(move || {
        let route = session.route.get();
        page::set_title(&title(session, route));
        let is_here = screens::is_here(route);
        // The focus stays with the browser on arrival, unless the address names a place.
        let is_other = before
            .replace(Some(route))
            .is_some_and(|before| before != route);
        let is_move = is_coming.replace(!is_here && (is_other || is_coming.get())) || is_other;
        if !is_here {
            return;
        }
        let left = entries::back();
        page::next_frame(move || match (left, is_move) {
            (Some(left), true) => left.give_back(),
            (Some(left), false) => {
                show_place(route);
                left.scroll();
            }
            (None, _) if show_place(route) => {}
            (None, true) => {
                page::scroll_to_top();
                page::focus("h1");
            }
            (None, false) => {}
        });
    }));
}

/// Moves the focus to what the address names beside the screen, if anything.
fn show_place(route: Option<Route>) -> bool {
    match route {
        Some(Route::Statement(statement)) => page::focus(&format!(
            "input[data-item=\"{}\"][data-stage=\"{}\"]",
            statement.item, statement.stage
        )),
        Some(Route::Help(Some(place))) => pages::help::show(place),
        Some(Route::Item(item)) => shared::item_card::show_item(item),
        Some(Route::Matrix) => page::show("#h-matrix"),
        Some(
            Route::Home
            | Route::Field(_)
            | Route::Positioning
            | Route::Objectives
            | Route::Objective(_)
            | Route::Identity
            | Route::Sharing
            | Route::Received
            | Route::Linked
            | Route::Opened
            | Route::Blank
            | Route::Documents
            | Route::Legal
            | Route::Accessibility
            | Route::Diagnostic
            | Route::Help(None),
        )
        | None => return false,
    }
    true
}

/// The title of the window on a screen.
fn title(session: Session, route: Option<Route>) -> String {
    let field = route
        .and_then(Route::field)
        .and_then(|id| session.questionnaire.field(id));
    let screen = match (route, field) {
        (Some(Route::Home), _) => {
            return format!("{} – positionner la transition numérique", fr::APP);
        }
        (Some(Route::Positioning | Route::Matrix), _) => "Positionnement".to_owned(),
        (Some(Route::Objectives), _) => "Objectifs".to_owned(),
        (Some(Route::Objective(id)), _) => format!("Objectif {id}"),
        (Some(Route::Identity), _) => "Établissement".to_owned(),
        (Some(Route::Sharing), _) => "Partage".to_owned(),
        (Some(route @ (Route::Received | Route::Linked | Route::Opened)), _) => {
            parts::title(session, route).unwrap_or_else(|| "Chargement…".to_owned())
        }
        (Some(Route::Blank), _) => "Questionnaire à imprimer".to_owned(),
        (Some(Route::Documents), _) => "Documents".to_owned(),
        (Some(Route::Legal), _) => "Mentions légales".to_owned(),
        (Some(Route::Accessibility), _) => "Accessibilité".to_owned(),
        (Some(Route::Diagnostic), _) => "Diagnostic".to_owned(),
        (Some(Route::Help(place)), _) => place.map_or("Aide", pages::help::title).to_owned(),
        (_, Some(field)) => format!("{} {}", field.id, field.title),
        (_, None) => "Page introuvable".to_owned(),
    };
    format!("{screen} – {}", fr::APP)
}
