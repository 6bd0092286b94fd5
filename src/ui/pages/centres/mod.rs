//! « Centres »: the dossiers of this browser as a list, and side by side.

mod bin;
mod creating;
mod form;
mod list;
mod row;
mod together;
mod whole;

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::task;
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::library::Library;
use crate::session::{NoDossier, NotSwitched, Session};
use crate::ui::kit::field::Bound;
use crate::ui::kit::view::View;
use crate::words::fr::centres as say;

/// The list as it was read last, none before, and what is said of what was done.
#[derive(Clone, Copy)]
pub struct Shelf {
    session: Session,
    library: RwSignal<Option<Library>>,
    said: RwSignal<String>,
}

impl Shelf {
    fn new(session: Session) -> Self {
        Self {
            session,
            library: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// What `read` finds in the list; follows it.
    pub fn read<T>(self, read: impl FnOnce(&Library) -> T) -> T {
        self.library
            .with(|library| read(library.as_ref().unwrap_or(&Library::default())))
    }

    /// Shows the list as it is now. The screen may be gone by now.
    pub fn show(self, library: Library) {
        let _ = self.library.try_set(Some(library));
    }

    /// Says what came of something.
    pub fn say(self, words: String) {
        let _ = self.said.try_set(words);
    }

    /// Shows what became of a change of the list, and says this where it was made.
    pub fn changed(self, changed: Result<Library, NoDossier>, words: String) {
        match changed {
            Ok(library) => {
                self.show(library);
                self.say(words);
            }
            Err(error) => self.say(refused(error)),
        }
    }

    /// Opens a dossier; says why not where it is not.
    pub fn open(self, id: crate::domain::world::DossierId) {
        task::spawn(async move {
            if let Err(why) = self.session.open_dossier(id).await {
                self.say_why(why);
            }
        });
    }

    /// Says why another dossier was not opened.
    pub fn say_why(self, why: NotSwitched) {
        self.say(match why {
            NotSwitched::Unwritten => say::UNWRITTEN.to_owned(),
            NotSwitched::Refused => say::NOT_WRITTEN.to_owned(),
        });
    }
}

/// Why no dossier was made.
pub fn refused(error: NoDossier) -> String {
    match error {
        NoDossier::Full => say::full(),
        NoDossier::Refused => say::NOT_WRITTEN.to_owned(),
    }
}

/// What a field of this screen reads and writes.
fn bound(signal: RwSignal<String>) -> Bound {
    Bound {
        get: Rc::new(move || signal.get()),
        set: Rc::new(move |text| signal.set(text)),
    }
}

/// The screen of this route.
pub fn centres(session: Session, screen: CentresScreen) -> View {
    match screen {
        CentresScreen::List => list::list(session),
        CentresScreen::Together => together::together(session),
    }
}

/// The title of its window.
pub fn title(route: Route) -> String {
    match route {
        Route::Centres(CentresScreen::Together) => say::TOGETHER,
        _ => say::TITLE,
    }
    .to_owned()
}
