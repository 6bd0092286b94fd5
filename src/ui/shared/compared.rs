//! What came by a link or in a file, held while the page lives so that « Évolution » can compare it. Nothing is kept.

use std::cell::RefCell;

use crate::browser::clock;
use crate::domain::date::{Day, Moment};
use crate::domain::route::{Route, TimelineScreen};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::timeline::{Snapshot, SnapshotId};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::view::{Element, unlocked};
use crate::words::fr::timeline as say;

thread_local! {
    static CAME: RefCell<Option<Snapshot>> = const { RefCell::new(None) };
}

/// What is to be compared, if somebody asked for that.
pub fn compared() -> Option<Snapshot> {
    CAME.with_borrow(Clone::clone)
}

/// The way from what came to the comparison with one's own dossier. `whose` says who sent it, as far as is known; `day`, of
/// which day it is.
pub fn compare_button(
    session: Session,
    whose: &str,
    day: Option<Day>,
    dossier: &Dossier,
) -> Element {
    let (whose, dossier) = (say::received(whose), dossier.clone());
    let compare = move |_| {
        let now = clock::now();
        let day = day.or(now.map(Moment::day));
        let id = now.and_then(|now| SnapshotId::free(now, &[]));
        let came = id.zip(day);
        CAME.set(came.map(|(id, day)| Snapshot::of(id, day, &whose, &dossier)));
        session.go(Route::Timeline(TimelineScreen::Overview));
    };
    unlocked(|| button::plain().on("click", compare).child(say::COMPARE))
}
