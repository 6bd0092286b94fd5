//! The parts of the page that come later, each a WebAssembly module of its own, and what to show meanwhile.
//!
//! `build/split.mjs` cuts them out of the one module that the compiler links: whatever is called here alone leaves the
//! first visit. Built without that (`cfg(parts)`, see `build.rs`), everything is there from the start.

mod made;
mod missing;

use leptos::prelude::*;
use std::cell::OnceCell;

use crate::browser::{device, page, task};
use crate::domain::route::Route;
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::Item;
use crate::session::{AGAIN_AFTER, NotFetched, Notice, Session};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{View, dynamic};
use missing::{failed, waiting};

/// A part that comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Tools under an item, shortcuts, rare messages, what only paper shows: most visits want it just after the start.
    After,
    /// The positioning: one's own, or received.
    Results,
    /// Objectives, identity, sharing, files.
    Work,
    /// Help, legal screens, diagnostic, the blank questionnaire; what is printed or downloaded, and what comes back filled.
    Words,
    /// « Équipe » and « Évolution »: answering alone, gathering, deciding, meeting; positionings over the years.
    Team,
}

/// The parts, the likeliest first.
const ALL: [Part; 5] = [
    Part::After,
    Part::Results,
    Part::Work,
    Part::Words,
    Part::Team,
];

/// What is wanted of a part.
#[derive(Clone, Copy, Debug)]
enum Piece {
    Screen(Part, Route),
    Tools(&'static Item),
    Message(Notice),
    Elsewhere,
    PaperHead,
    PaperFoot,
    Receiving,
    Saving,
    Left,
    Published,
    Adapted(Adapted),
    Helpers,
    Announcer(StoredValue<Positioning>),
    Centres,
}

thread_local! {
    /// How far each part is, in the order of `ALL`. Made once, by `start`.
    static PROGRESS: OnceCell<[RwSignal<Progress>; 5]> = const { OnceCell::new() };
}

/// Prepares the parts; they live as long as the page.
pub fn start() {
    let at_first = if cfg!(parts) {
        Progress::Hidden
    } else {
        Progress::Shown
    };
    PROGRESS.with(|cell| *cell.get_or_init(|| ALL.map(|_| RwSignal::new(at_first))));
}

/// Fetches the rest, once the page is at rest: it then works without a network too. On a saver of data, the likeliest only.
pub fn fetch_when_idle() {
    task::spawn(async {
        for part in ALL {
            task::idle().await;
            if part == Part::After || !device::saves_data() {
                fetch(part).await;
            }
        }
    });
}

/// How far the part is; follows that.
pub fn progress(part: Part) -> Progress {
    signal(part).map_or(Progress::Shown, |progress| progress.get())
}

/// A screen of a part.
pub fn screen(session: Session, part: Part, route: Route) -> View {
    later(session, Piece::Screen(part, route))
}

/// The title that depends on what was received or opened, once the part that reads it is there.
pub fn title(session: Session, route: Route) -> Option<String> {
    let part = match route {
        Route::Received => Part::Results,
        Route::Linked | Route::Opened => Part::Work,
        Route::Paper(_) => Part::Words,
        Route::Team(_) | Route::Timeline(_) | Route::Centres(_) => Part::Team,
        _ => return None,
    };
    let is_there = progress(part) == Progress::Shown;
    is_there
        .then(|| made::title(session, part, route).ok())
        .flatten()
}

/// The tools under an item.
pub fn item_tools(session: Session, item: &'static Item) -> View {
    later(session, Piece::Tools(item))
}

/// A message above the screen.
pub fn message(session: Session, notice: Notice) -> View {
    later(session, Piece::Message(notice))
}

/// Another tab has the pen.
pub fn elsewhere(session: Session) -> View {
    later(session, Piece::Elsewhere)
}

/// The head of what is printed.
pub fn paper_head(session: Session) -> View {
    later(session, Piece::PaperHead)
}

/// The foot of what is printed.
pub fn paper_foot(session: Session) -> View {
    later(session, Piece::PaperFoot)
}

/// The cards in which a received link or file is opened.
pub fn receiving(session: Session) -> View {
    later(session, Piece::Receiving)
}

/// The button by which the questionnaire reminds of saving a file.
pub fn saving(session: Session) -> View {
    later(session, Piece::Saving)
}

/// The items left to answer, at the end of the questionnaire.
pub fn left_to_answer(session: Session) -> View {
    later(session, Piece::Left)
}

/// That the host publishes other questionnaires.
pub fn published(session: Session) -> View {
    later(session, Piece::Published)
}

/// What is shown of a questionnaire that the school adapted.
#[derive(Clone, Copy, Debug)]
pub enum Adapted {
    /// What it tells who answers.
    Note,
    /// The figures of its own.
    Figures,
}

/// This, where the school adapted the questionnaire; nothing where it did not.
pub fn adapted(session: Session, what: Adapted) -> Option<View> {
    session.questionnaire.adapted.as_ref()?;
    Some(later(session, Piece::Adapted(what)))
}

/// What works beside every screen: shortcuts, copying, dropping.
pub fn helpers(session: Session) -> View {
    later(session, Piece::Helpers)
}

/// The menu of the dossiers, where there are several.
pub fn centres(session: Session) -> View {
    later(session, Piece::Centres)
}

/// What screen readers hear: it compares with what was there before the first tick.
pub fn announcer(session: Session) -> View {
    let at_start = StoredValue::new(session.positioning.get_untracked());
    later(session, Piece::Announcer(at_start))
}

impl Piece {
    fn part(self) -> Part {
        match self {
            Self::Screen(part, _) => part,
            Self::Centres => Part::Team,
            Self::Tools(_)
            | Self::Message(_)
            | Self::Elsewhere
            | Self::PaperHead
            | Self::PaperFoot
            | Self::Receiving
            | Self::Saving
            | Self::Left
            | Self::Published
            | Self::Adapted(_)
            | Self::Helpers
            | Self::Announcer(_) => Part::After,
        }
    }
}

fn signal(part: Part) -> Option<RwSignal<Progress>> {
    PROGRESS.with(|all| all.get()?.get(part as usize).copied())
}

fn later(session: Session, piece: Piece) -> View {
    let part = piece.part();
    let Some(progress) = signal(part) else {
        return View::nothing();
    };
    match progress.get_untracked() {
        Progress::Shown => return shown(session, piece),
        Progress::Hidden | Progress::Failed => task::spawn(fetch(part)),
        Progress::Loading => {}
    }
    dynamic(move || match progress.get() {
        Progress::Shown => untrack(|| shown(session, piece)),
        Progress::Hidden | Progress::Loading => waiting(piece),
        Progress::Failed => failed(piece),
    })
}

fn shown(session: Session, piece: Piece) -> View {
    made::make(session, piece).unwrap_or_else(|NotFetched| failed(piece))
}

async fn fetch(part: Part) {
    let Some(progress) = signal(part) else {
        return;
    };
    if let Progress::Shown | Progress::Loading = progress.get_untracked() {
        return;
    }
    progress.set(Progress::Loading);
    let styled = page::styled();
    let is_there = made::fetched(part).await.is_ok();
    // Never shown without its style.
    styled.await;
    progress.set(if is_there {
        Progress::Shown
    } else {
        Progress::Failed
    });
    // No screen says that it is missing, so no button fetches it again.
    if part == Part::After && !is_there {
        task::pause(AGAIN_AFTER).await;
        task::spawn(fetch(part));
    }
}
