//! « Reprendre les réponses retenues »: what was decided in another dossier, as in a meeting that another computer projected.

use leptos::prelude::untrack;

use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::dossier::{Change, Dossier};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::view::{View, el_class};
use crate::words::fr::team as say;

/// The button and what it does; nothing where nothing else was decided there, or by another questionnaire.
pub fn take_decisions(session: Session, other: &Dossier) -> View {
    let changed = session.read(|own| own.with_decisions_of(other).1);
    let is_same = session.read(|own| own.adaptation == other.adaptation);
    if changed == 0 || !is_same || session.is_in_foreign_frame() {
        return View::nothing();
    }
    let other = other.clone();
    let take = button::once()
        .attr("data-kind", "primary")
        .attr("data-take-decisions", "")
        .on("click", move |_| {
            // Asked for at the press: another tab may have edited the dossier while this screen was read.
            let (after, _) = untrack(|| session.read(|own| own.with_decisions_of(&other)));
            session.apply(Change::TakeOver(Box::new(after)));
            session.go(Route::Team(TeamScreen::Meeting(None)));
        })
        .child(say::taking_decisions(changed));
    el_class("div", "btn-row")
        .child(take)
        .child(el_class("span", "hint").child(say::ONLY_DECISIONS))
        .view()
}
