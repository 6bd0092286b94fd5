//! That the host of the page publishes other questionnaires, a region's own for instance: offered at the start, never imposed.

use leptos::prelude::*;

use crate::browser::{device, site, task};
use crate::domain::route::{Route, TeamScreen};
use crate::session::Session;
use crate::ui::kit::view::{View, dynamic, el_class};
use crate::words::fr::adapting as say;

/// The line; nothing where there are none, or where the answers are begun. It comes once the page is at rest, in a place that is
/// empty without it.
pub fn published(session: Session) -> View {
    if !untrack(|| session.is_blank()) || device::saves_data() {
        return View::nothing();
    }
    let number = RwSignal::new(0);
    task::spawn(async move {
        task::idle().await;
        // The screen may have been left meanwhile.
        if number.try_get_untracked().is_some()
            && let Ok(site) = site::site().await
        {
            let _ = number.try_set(site.questionnaires.len());
        }
    });
    dynamic(move || {
        let number = number.get();
        if number == 0 || !session.is_blank() {
            return View::nothing();
        }
        el_class("a", "home__published")
            .attr("href", &Route::Team(TeamScreen::Adapting).to_string())
            .child(say::published(number))
            .view()
    })
}
