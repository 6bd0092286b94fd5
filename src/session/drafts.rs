//! The draft of a respondent on her device, in localStorage at once and in the database then. Two tabs may answer one invitation:
//! what either writes is joined with what the other wrote.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::late::{self, Task};
use super::{Invited, Session};
use crate::browser::channel::News;
use crate::browser::database::{self, Database};
use crate::browser::storage::LocalStorage;
use crate::browser::{task, world};
use crate::domain::formats::draft::{key, read_draft, write_draft};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::{Draft, Invitation};
use crate::domain::world::World;

/// Drafts are of the device: who answers alone chose no dossier.
async fn device_database() -> Result<Database, database::Refused> {
    Database::of(World::FIRST).await
}

/// Keeps the draft of one invitation on this device, whoever answers it there.
#[derive(Clone)]
pub struct DraftStore(Rc<Kept>);

struct Kept {
    key: String,
    session: Session,
    invitation: Invitation,
    /// What is answered.
    asked: &'static Questionnaire,
    /// The draft as this tab last read or wrote it, and its line in localStorage: whatever else is there is of another tab.
    base: RefCell<Option<Draft>>,
    line: RefCell<Option<String>>,
    /// Runs what follows it when another tab changed the draft.
    changed: RwSignal<()>,
    _news: News,
    /// What the database must still be told: a text, or that there is none.
    wanted: RefCell<Option<Option<String>>>,
    is_writing: Cell<bool>,
}

impl Session {
    /// What keeps the draft of this invitation, as long as the view lives in which it is made. The page is cached
    /// too: it is answered without a network if need be.
    pub fn draft_store(self, invited: &Invited) -> DraftStore {
        task::spawn(late::run(self, Task::CachePage));
        let (key, changed) = (key(&invited.code), RwSignal::new(()));
        let news = News::about(World::FIRST, &key, move || {
            changed.try_update(|()| ());
        });
        DraftStore(Rc::new(Kept {
            key,
            session: self,
            invitation: invited.invitation.clone(),
            asked: invited.questionnaire,
            base: RefCell::new(None),
            line: RefCell::new(None),
            changed,
            _news: news,
            wanted: RefCell::new(None),
            is_writing: Cell::new(false),
        }))
    }
}

impl DraftStore {
    /// What this device keeps for this invitation, the later of the two stores.
    pub async fn read(&self) -> Option<Draft> {
        let Kept {
            key,
            session,
            base,
            line,
            ..
        } = &*self.0;
        let stores = session.stores();
        let local = stores.local.map(|local| local.of(World::FIRST));
        let local = local.and_then(|local| local.read(key).ok()?);
        let is_erased = local.is_none() && line.borrow().is_some();
        line.replace(local.clone());
        let database = match stores.database {
            // Another tab is erasing it there.
            Some(_) if is_erased => None,
            Some(_) => device_database().await.ok(),
            None => None,
        };
        let database = match database {
            Some(database) => database.read(key).await.ok().flatten(),
            None => None,
        };
        let texts = [local, database].into_iter().flatten();
        let drafts = texts.filter_map(|line| self.understood(&line));
        let found = drafts.max_by_key(|draft| draft.edits);
        base.replace(found.clone());
        found
    }

    /// Runs what follows it when another tab changed the draft.
    pub fn changed(&self) {
        self.0.changed.get();
    }

    /// Deletes what this device keeps for this invitation.
    pub fn forget(&self) {
        self.0.base.replace(None);
        self.put(None);
    }

    /// What is answered.
    pub(super) fn asked(&self) -> &'static Questionnaire {
        self.0.asked
    }

    /// Whether this device keeps anything.
    pub fn keeps(&self) -> bool {
        self.0.session.saves_in() != [false, false]
    }

    fn understood(&self, line: &str) -> Option<Draft> {
        let Kept {
            asked, invitation, ..
        } = &*self.0;
        read_draft(line, invitation, asked)
    }

    fn local(&self) -> Option<LocalStorage> {
        let session = &self.0.session;
        let local = session.keeper().local();
        local.map(|local| local.of(World::FIRST))
    }

    /// Whether something of this tab is on its way to the database.
    pub(super) fn is_writing(&self) -> bool {
        self.0.is_writing.get()
    }

    /// The draft as this tab last read or wrote it.
    pub(super) fn base(&self) -> Option<Draft> {
        self.0.base.borrow().clone()
    }

    /// Keeps a draft. Where another tab wrote meanwhile nothing is kept yet: the two joined are given, or it is to be followed.
    pub(super) fn keep(&self, draft: Draft) -> Option<Draft> {
        let Kept {
            key,
            base,
            line,
            changed,
            asked,
            ..
        } = &*self.0;
        let found = self.local().map(|local| local.read(key).ok().flatten());
        if let Some(found) = found.filter(|found| *found != *line.borrow()) {
            let Some(found) = found else {
                // It was erased: what was done here meanwhile goes too.
                changed.try_update(|()| ());
                return None;
            };
            line.replace(Some(found.clone()));
            if let Some(found) = self.understood(&found) {
                let before = base.replace(Some(found.clone()));
                return match before {
                    Some(before) if before.id != found.id => {
                        base.replace(Some(before));
                        changed.try_update(|()| ());
                        None
                    }
                    Some(before) => Some(draft.joined(&before, &found)),
                    None => {
                        let blank = Draft::blank(found.id, &self.0.invitation);
                        Some(draft.joined(&blank, &found))
                    }
                };
            }
        }
        let text = write_draft(&draft, asked);
        base.replace(Some(draft));
        if line.borrow().as_ref() != Some(&text) {
            self.put(Some(text));
        }
        None
    }

    /// Keeps this line, or nothing: in localStorage at once, in the database then, the last of what was wanted.
    fn put(&self, text: Option<String>) {
        let Kept {
            key,
            line,
            wanted,
            is_writing,
            ..
        } = &*self.0;
        if let Some(local) = self.local() {
            // A full or refusing store leaves it to the database.
            let written = match &text {
                Some(text) => local.write(key, text),
                None => local.delete(key),
            };
            if written.is_ok() {
                line.replace(text.clone());
                if text.is_some() {
                    News::tell(World::FIRST, key);
                }
            }
        }
        wanted.replace(Some(text));
        if !is_writing.replace(true) {
            task::spawn(self.clone().write_wanted());
        }
    }

    async fn write_wanted(self) {
        let Kept {
            key,
            session,
            wanted,
            is_writing,
            ..
        } = &*self.0;
        // Browsers close a connection that rests: each run opens its own.
        if session.stores().database.is_some()
            && let Ok(database) = device_database().await
        {
            while let Some(text) = wanted.take() {
                let mut known = session.keeper().erasure();
                // The page is on another dossier, whose erasures are others.
                if world::here() != World::FIRST {
                    known = database
                        .slots()
                        .await
                        .map(|(_, mark)| mark)
                        .unwrap_or_default();
                }
                // Where the database refuses, localStorage has it.
                let _ = match text {
                    Some(text) => database.write(vec![(key.clone(), text)], known).await,
                    None => database.delete(key).await,
                };
            }
        }
        // What is erased is so in both by now; without localStorage a draft is only now to be read.
        News::tell(World::FIRST, key);
        is_writing.set(false);
    }
}
