//! « Évolution »: positionings taken at a date, what changed between two, and handing over.

mod changes;
mod comparing;
mod handover;
mod pair;
mod reviewing;
mod taken;
mod taking;

use leptos::prelude::*;
use std::sync::Arc;

use crate::browser::task;
use crate::domain::route::{Route, TimelineScreen};
use crate::domain::school::positioning::Count;
use crate::domain::school::timeline::{Head, Snapshot, SnapshotId};
use crate::session::Session;
use crate::ui::kit::view::{View, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::words::fr::timeline as say;

/// The positionings that this device keeps, once they are read; none before.
#[derive(Clone, Copy)]
pub struct Kept {
    heads: RwSignal<Option<Vec<Head>>>,
    known: RwSignal<Vec<(SnapshotId, Known)>>,
}

/// What is known of a positioning that was read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Its figures, of an answered questionnaire that is the dossier's, or another.
    Counted([Count; 3], Asked),
    /// It cannot be read whole.
    Unread,
}

/// Which questionnaire a positioning answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// That of the dossier, or the same with other words.
    Same,
    /// Another one: the two do not compare.
    Another,
}

impl Kept {
    /// None yet.
    pub fn none() -> Self {
        Self {
            heads: RwSignal::new(None),
            known: RwSignal::new(Vec::new()),
        }
    }

    /// What `read` finds in their heads; follows them.
    pub fn read<T>(self, read: impl FnOnce(&[Head]) -> T) -> T {
        self.heads
            .with(|kept| read(kept.as_deref().unwrap_or_default()))
    }

    /// Whether the screen is gone, and all that is noted here with it.
    pub fn is_gone(self) -> bool {
        self.heads.try_with_untracked(|_| ()).is_none()
    }

    /// Shows these. The screen may be gone by now.
    pub fn show(self, heads: Vec<Head>) {
        let heads = Some(heads);
        // What is shown already stays as it is.
        if self.heads.try_with_untracked(|shown| *shown != heads) == Some(true) {
            let _ = self.heads.try_set(heads);
        }
    }

    /// What is known of one that was read; nothing before. Follows that.
    pub fn known(self, id: SnapshotId) -> Option<Known> {
        let find = |known: &Vec<(SnapshotId, Known)>| {
            let mut known = known.iter();
            known.find(|(other, _)| *other == id).map(|(_, one)| *one)
        };
        self.known.with(find)
    }

    /// Notes what became of reading one; whether the screen is still there.
    pub fn note(self, session: Session, id: SnapshotId, read: Option<&Snapshot>) -> bool {
        let known = match read {
            Some(snapshot) => {
                let dossier = &snapshot.dossier;
                let own = untrack(|| session.read(|own| own.adaptation.clone()));
                let asked = if dossier.adaptation.is_akin(&own) {
                    Asked::Same
                } else {
                    Asked::Another
                };
                Known::Counted(session.figures_of(dossier).stages, asked)
            }
            None => Known::Unread,
        };
        let update = |all: &mut Vec<(SnapshotId, Known)>| {
            if all.iter().all(|(other, _)| *other != id) {
                all.push((id, known));
            }
        };
        self.known.try_update(update).is_some()
    }

    /// Reads those whole that were not yet, one by one while the page rests, for their figures.
    pub async fn count(self, session: Session) {
        if self.is_gone() {
            return;
        }
        let missing = || {
            let is_missing = |head: &&Head| self.known(head.id).is_none();
            let ids = |all: &[Head]| all.iter().filter(is_missing).map(|head| head.id).collect();
            self.read(ids)
        };
        let note = move |id, read: Option<Arc<Snapshot>>| self.note(session, id, read.as_deref());
        session.read_snapshots(untrack(missing), note).await;
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
    let kept = Kept::none();
    // At once where they are known, and again where that is not all.
    let known = session.known_snapshots();
    if !known.is_empty() {
        kept.show(known);
    }
    task::spawn(async move {
        kept.show(session.snapshots().await);
        kept.count(session).await;
    });
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
