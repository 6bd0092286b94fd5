//! What follows the address: title, focus and scroll.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};

use super::kit::progress::Progress;
use super::kit::view::effect;
use super::{screens, titles};
use crate::browser::{entries, page};
use crate::domain::route::Route;
use crate::session::Session;

/// Title, focus and scroll follow the route; on the way back they are where they were left.
pub fn follow_route(session: Session) {
    let before = RefCell::new(None);
    // A move to a screen that is still on its way is shown when it has come.
    let is_coming = Cell::new(false);
    effect(Box::new(move || {
        let route = session.route.get();
        page::set_title(&titles::title(session, route));
        let is_here = screens::progress(route) == Progress::Shown;
        // The focus stays with the browser on arrival, unless the address names a place.
        let is_other = before
            .replace(Some(route))
            .is_some_and(|before| before != route);
        let is_move = is_coming.replace(!is_here && (is_other || is_coming.get())) || is_other;
        if !is_here {
            return;
        }
        let back = entries::back();
        page::next_frame(move || match (back, is_move) {
            (Some(go), true) => go(true),
            (Some(go), false) => {
                show_place(route);
                go(false);
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
        Some(Route::Help(Some(place))) => super::pages::help::show(place),
        Some(Route::Item(item)) => super::shared::item_card::show_item(item),
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
            | Route::Paper(_)
            | Route::Team(_)
            | Route::Timeline(_)
            | Route::Centres(_)
            | Route::Legal
            | Route::Accessibility
            | Route::Diagnostic
            | Route::Help(None),
        )
        | None => return false,
    }
    true
}
