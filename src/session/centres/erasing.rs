//! Erasing other dossiers than that of this page: once their days in « Corbeille » are over, and where everything is to go from
//! this device. By the mark of an erasure, as that of this page: a tab that was asleep on one finds it, and writes nothing.

use std::cell::Cell;
use std::rc::Rc;

use super::now;
use crate::browser::channel::{Channel, tab_id};
use crate::browser::locks::{Manner, Request};
use crate::browser::{page, task, world};
use crate::domain::json::Members;
use crate::domain::safekeeping::erasure::Erasure;
use crate::domain::safekeeping::pen::{Message, Word};
use crate::domain::school::library::{Library, State};
use crate::domain::world::{DossierId, World};
use crate::keeper::notice::{self, Notice};
use crate::keeper::stores::{self, empty_local, highest, in_database, in_local};
use crate::session::Session;

/// What became of erasing everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllErased {
    /// Nothing is left.
    Whole,
    /// Some is: another page is on it, or a store refused.
    Part,
}

/// How long a tab that has the pen of a dossier may take to say so, in milliseconds.
const PATIENCE: i32 = 500;

/// A dossier that is to be erased: whether a page is on it.
struct Asked {
    id: DossierId,
    channel: Option<Channel>,
    /// Whether one answered that it has the pen.
    is_answered: Rc<Cell<bool>>,
}

impl Asked {
    fn of(id: DossierId) -> Self {
        let is_answered = Rc::new(Cell::new(false));
        let answered = is_answered.clone();
        let heard = move |text: String| {
            if Message::read(&text).is_some_and(|message| message.word == Word::Mine) {
                answered.set(true);
            }
        };
        Self {
            id,
            channel: Channel::of(World::of(id), Box::new(heard)),
            is_answered,
        }
    }

    /// Its lock tells. Without locks whoever has its pen is asked; one that sleeps does not answer, and finds the mark later.
    async fn is_open(&self) -> bool {
        if let Ok(lock) = Request::of(World::of(self.id), Manner::IfFree)
            && let Ok(is_free) = lock.was_free().await
        {
            return !is_free;
        }
        self.say(Word::Hello);
        task::pause(PATIENCE).await;
        self.is_answered.get()
    }

    fn say(&self, word: Word) {
        if let Some(channel) = &self.channel {
            let from = tab_id();
            channel.say(&Message { from, word }.write());
        }
    }
}

impl Session {
    /// Says so for as long as another tab has the dossier of this page in « Corbeille ».
    pub(in crate::session) fn follow_bin(self) {
        let Some(local) = self.stores().local.map(|local| local.of(World::LIBRARY)) else {
            return;
        };
        let key = world::present().text();
        let is_told = Cell::new(false);
        // The browser tells of all that other tabs write to localStorage.
        page::on_window(
            "storage",
            Box::new(move || {
                let entry = local.read(&key).ok().flatten();
                let is_binned = entry.is_some_and(|entry| {
                    Members::read(&entry).is_ok_and(|entry| entry.get("binned").is_some())
                });
                if is_told.replace(is_binned) == is_binned {
                    return;
                }
                if is_binned {
                    notice::add(self.notices, Notice::Binned);
                } else {
                    self.dismiss(Notice::Binned);
                }
            }),
        );
    }

    /// Erases the dossiers whose days in « Corbeille » are over; gives the list then.
    pub async fn empty_bin(self) -> Library {
        let mut library = self.library().await;
        for id in library.due(self.bin_day()) {
            if let Some(now) = self.erase_dossier(id).await {
                library = now;
            }
        }
        library
    }

    /// Erases a dossier for good; gives the list then, or nothing where it is not erased: a page is on it, or a store refused.
    pub async fn erase_dossier(self, id: DossierId) -> Option<Library> {
        if id == world::present() || self.is_in_foreign_frame() {
            return None;
        }
        let asked = Asked::of(id);
        if asked.is_open().await {
            return None;
        }
        let stores = self.all_stores_of(id).await.ok()?;
        let slots = stores::look(&stores).await;
        let before = slots[0].1.newest(slots[1].1);
        let texts = [
            stores.local.map(in_local).unwrap_or_default(),
            in_database(stores.database.as_ref()).await.ok()?,
        ];
        let mark = Erasure::of_all(highest(texts.iter().flatten()).max(before.number));
        let is_local_empty = stores.local.is_none_or(|local| empty_local(local, mark));
        let is_database_empty = match &stores.database {
            Some(database) => database.erase(mark).await.is_ok(),
            None => true,
        };
        // A tab that slept while it was asked shows it no longer.
        asked.say(Word::Erased);
        let (_, gone) = (is_local_empty && is_database_empty).then_some(((), State::Gone))?;
        let library = self.library().await;
        let entry = library.get(id)?.replaced(gone, now());
        self.list(vec![entry]).await.ok()
    }

    /// Erases every dossier from this device, and the list. The page is loaded anew where nothing is left, on a blank first one.
    pub async fn erase_all_dossiers(self) -> AllErased {
        let library = self.library().await;
        let mut all = AllErased::Whole;
        let ids: Vec<_> = library
            .entries()
            .filter(|one| one.listed().is_some())
            .collect();
        for id in ids.iter().map(|entry| entry.id) {
            if id != world::present() && self.erase_dossier(id).await.is_none() {
                all = AllErased::Part;
            }
        }
        self.erase_device().await;
        if !self.is_erased() {
            return AllErased::Part;
        }
        if all == AllErased::Whole {
            let library = self.library().await;
            let own = library.get(world::present());
            let gone: Vec<_> = own
                .map(|own| own.replaced(State::Gone, now()))
                .into_iter()
                .collect();
            if self.list(gone).await.is_err() || !world::choose(DossierId::FIRST) {
                return AllErased::Part;
            }
            page::reload();
        }
        all
    }
}
