//! « Équipe »: answering alone, gathering what people answered, deciding together.

mod agreed;
mod answering;
mod camera;
mod giving;
mod inviting;
mod meeting;
mod overview;
mod received;
mod room;
mod spread;

use leptos::prelude::on_cleanup;

use crate::browser::page;
use crate::domain::formats::link::LinkError;
use crate::domain::route::{Route, TeamScreen};
use crate::session::{NotInvited, Session};
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

/// What is being made stands without the menu, as long as it is shown: the style knows it by this name.
fn stand_alone(name: &str) {
    page::set_alone(Some(name));
    on_cleanup(|| page::set_alone(None));
}

/// The title of its window; that of a link depends on what it holds.
pub fn title(session: Session, route: Route) -> String {
    let title = match route {
        Route::Team(TeamScreen::Answering)
            if matches!(session.invited(), Err(NotInvited::Refused(_))) =>
        {
            "Invitation illisible"
        }
        Route::Team(TeamScreen::Answering) => "Répondre",
        Route::Team(TeamScreen::Contribution)
            if matches!(
                session.contributed(&[]),
                // Whether one of another questionnaire can be read is known later.
                Err(LinkError::NotACode | LinkError::Damaged | LinkError::Newer(_))
            ) =>
        {
            "Réponse illisible"
        }
        Route::Team(TeamScreen::Contribution) => "Réponse reçue",
        Route::Team(TeamScreen::Meeting(_)) => "Réunion",
        _ => "Équipe",
    };
    title.to_owned()
}
