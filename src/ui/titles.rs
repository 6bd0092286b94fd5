//! The titles of the window.

use crate::domain::route::Route;
use crate::session::Session;
use crate::words::fr;

/// The title of the window on a screen.
pub fn title(session: Session, route: Option<Route>) -> String {
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
        (
            Some(
                route @ (Route::Received
                | Route::Linked
                | Route::Opened
                | Route::Paper(_)
                | Route::Team(_)
                | Route::Timeline(_)
                | Route::Centres(_)),
            ),
            _,
        ) => super::parts::title(session, route).unwrap_or_else(|| "Chargement…".to_owned()),
        (Some(Route::Blank), _) => "Questionnaire à imprimer".to_owned(),
        (Some(Route::Documents), _) => "Documents".to_owned(),
        (Some(Route::Legal), _) => "Mentions légales".to_owned(),
        (Some(Route::Accessibility), _) => "Accessibilité".to_owned(),
        (Some(Route::Diagnostic), _) => "Diagnostic".to_owned(),
        (Some(Route::Help(place)), _) => place.map_or("Aide", super::pages::help::title).to_owned(),
        (_, Some(field)) => format!("{} {}", field.id, field.title),
        (_, None) => "Page introuvable".to_owned(),
    };
    format!("{screen} – {}", fr::APP)
}
