//! « Équipe »: answering alone, gathering what people answered, deciding together.

mod agreed;
mod answering;
mod camera;
mod inviting;
mod meeting;
mod overview;
mod received;
mod room;
mod spread;

use crate::domain::route::{Route, TeamScreen};
use crate::session::Session;
use crate::ui::kit::view::View;
use crate::ui::shared::not_found::not_found;

/// The screen of this route.
pub fn team(session: Session, route: Route) -> View {
    match route {
        Route::Team(TeamScreen::Overview) => overview::overview(session),
        Route::Team(TeamScreen::Answering) => answering::answering(session),
        Route::Team(TeamScreen::Contribution) => received::received(session),
        Route::Team(TeamScreen::Meeting(_)) => meeting::meeting(session),
        _ => not_found(),
    }
}

/// The title of its window.
pub fn title(route: Route) -> String {
    let title = match route {
        Route::Team(TeamScreen::Answering) => "Répondre",
        Route::Team(TeamScreen::Contribution) => "Réponse reçue",
        Route::Team(TeamScreen::Meeting(_)) => "Réunion",
        _ => "Équipe",
    };
    title.to_owned()
}
