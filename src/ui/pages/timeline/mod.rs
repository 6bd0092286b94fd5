//! « Évolution »: positionings taken at a date, what changed between two, and handing over.

mod changes;
mod comparing;
mod handover;
mod reviewing;
mod taken;
mod taking;

use leptos::prelude::*;

use crate::browser::task;
use crate::domain::route::{Route, TimelineScreen};
use crate::domain::school::timeline::Snapshot;
use crate::session::Session;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::words::fr::timeline as say;

/// The positionings that this device keeps, once they are read; none before.
#[derive(Clone, Copy)]
pub struct Kept(RwSignal<Option<Vec<Snapshot>>>);

impl Kept {
    /// What `read` finds in them; follows them.
    pub fn read<T>(self, read: impl FnOnce(&[Snapshot]) -> T) -> T {
        self.0
            .with(|kept| read(kept.as_deref().unwrap_or_default()))
    }

    /// Shows these. The screen may be gone by now.
    pub fn show(self, snapshots: Vec<Snapshot>) {
        let _ = self.0.try_set(Some(snapshots));
    }
}

/// The screen of this route.
pub fn timeline(session: Session, screen: TimelineScreen) -> View {
    match screen {
        TimelineScreen::Overview => overview(session),
        TimelineScreen::Handover => handover::handover(session),
    }
}

fn overview(session: Session) -> View {
    let kept = Kept(RwSignal::new(None));
    task::spawn(async move { kept.show(session.snapshots().await) });
    let text = el_class("div", "page-head__text")
        .child(heading(say::TITLE))
        .child(el_class("p", "lead").child(say::LEAD));
    let relay = big_link(Route::Timeline(TimelineScreen::Handover), say::HANDOVER);
    let buttons = el_class("div", "btn-row")
        .child(print_button("Imprimer"))
        .child(relay);
    screen("page timeline-page")
        .child(el_class("header", "page-head").child(text).child(buttons))
        .child(taking::taking(session, kept))
        .child(taken::taken(session, kept))
        .child(reviewing::reviewing(session))
        .child(comparing::comparing(session, kept))
        .view()
}

/// The title of its window.
pub fn title(route: Route) -> String {
    match route {
        Route::Timeline(TimelineScreen::Handover) => say::HANDOVER,
        _ => say::TITLE,
    }
    .to_owned()
}
