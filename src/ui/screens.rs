//! The table of screens: which part of the page makes each. Adding one is a row here, and its own folder.

use super::kit::progress::Progress;
use super::kit::view::View;
use super::pages;
use super::parts::{self, Part};
use super::shared::not_found::not_found;
use crate::domain::route::Route;
use crate::session::Session;

/// What makes a screen.
enum Made {
    /// The first module.
    Now(fn(Session, Route) -> View),
    /// A part that is fetched by need.
    Later(Part),
}

fn made(route: Route) -> Made {
    match route.screen() {
        Route::Home => Made::Now(|session, _| pages::home::home(session)),
        Route::Field(_) | Route::Item(_) | Route::Statement(_) => Made::Now(questionnaire),
        Route::Positioning | Route::Matrix | Route::Received => Made::Later(Part::Results),
        Route::Objectives
        | Route::Objective(_)
        | Route::Identity
        | Route::Sharing
        | Route::Linked
        | Route::Opened => Made::Later(Part::Work),
        Route::Team(_) | Route::Timeline(_) | Route::Centres(_) => Made::Later(Part::Team),
        Route::Documents
        | Route::Paper(_)
        | Route::Blank
        | Route::Legal
        | Route::Accessibility
        | Route::Diagnostic
        | Route::Help(_) => Made::Later(Part::Words),
    }
}

/// The screen of an address; of one that is not ours, a sentence.
pub fn screen(session: Session, route: Option<Route>) -> View {
    let Some(route) = route else {
        return not_found();
    };
    match made(route) {
        Made::Now(make) => make(session, route.screen()),
        Made::Later(part) => parts::screen(session, part, route.screen()),
    }
}

/// How far the screen is; follows its arrival.
pub fn progress(route: Option<Route>) -> Progress {
    match route.map(made) {
        Some(Made::Later(part)) => parts::progress(part),
        Some(Made::Now(_)) | None => Progress::Shown,
    }
}

fn questionnaire(session: Session, route: Route) -> View {
    let field = route.field().and_then(|id| session.questionnaire.field(id));
    match field {
        Some(field) => pages::survey::survey(session, field),
        None => not_found(),
    }
}
