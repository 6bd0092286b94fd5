//! Answering an invitation: a form that is apart from any dossier. It is a session of its own, with stores of its own: what it
//! would write as a dossier goes to the draft of the invitation, in localStorage at once and in the database then.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::autosave::Autosave;
use super::boot::Stores;
use super::late::{self, Task};
use super::{Desk, Session, Viewed};
use crate::browser::database::{self, Database};
use crate::browser::file::{Content, Refused, save_as};
use crate::browser::{location, random, task, world};
use crate::domain::formats::contribution::{self, read_contribution, write_contribution};
use crate::domain::formats::draft::{key, read_draft, write_draft};
use crate::domain::formats::history::History;
use crate::domain::formats::invitation::{MARK, read_invitation, write_invitation};
use crate::domain::formats::link::LinkError;
use crate::domain::formats::pasted::{Kind, find_link};
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::safekeeping::save_state::SaveState;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::team::{Contribution, ContributionId, Draft, Invitation, Role};
use crate::domain::world::World;

/// Drafts are of the device: who answers alone chose no dossier.
async fn device_database() -> Result<Database, database::Refused> {
    Database::of(World::FIRST).await
}

/// What the address bar invites to: the invitation, and its code.
pub type Invited = (String, Invitation);

/// Keeps the draft of one invitation on this device, whoever answers it there.
#[derive(Clone)]
pub struct DraftStore(Rc<Kept>);

struct Kept {
    key: String,
    session: Session,
    /// What the database must still be told: a text, or that there is none.
    wanted: RefCell<Option<Option<String>>>,
    is_writing: Cell<bool>,
}

/// The form of one respondent. Cheap to copy: handles; it lives as long as the view in which it was made.
#[derive(Clone, Copy)]
pub struct Respondent {
    /// The answers, as a dossier of their own.
    pub form: Session,
    draft: RwSignal<Draft>,
    store: StoredValue<DraftStore, LocalStorage>,
}

impl Session {
    /// What the address bar invites to.
    ///
    /// # Errors
    /// Where it is no invitation that can be answered here.
    pub fn invited(&self) -> Result<Invited, LinkError> {
        let code = self.code_of(Kind::Invitation)?;
        let invitation = read_invitation(&code, self.questionnaire)?;
        Ok((code, invitation))
    }

    /// The answers that the address bar holds, and their code.
    ///
    /// # Errors
    /// Where it holds none that can be read here.
    pub fn contributed(&self) -> Result<(String, Contribution), LinkError> {
        let code = self.code_of(Kind::Contribution)?;
        let contribution = read_contribution(&code, self.questionnaire)?;
        Ok((code, contribution))
    }

    /// The link of an invitation.
    pub fn invitation_link(&self, invitation: &Invitation) -> String {
        let code = write_invitation(invitation, self.questionnaire);
        [location::page().as_str(), MARK, &code].concat()
    }

    /// The code of this kind in the address bar.
    fn code_of(&self, kind: Kind) -> Result<String, LinkError> {
        let found = self.hash.with(|hash| find_link(hash));
        let found = found.filter(|found| found.kind == kind);
        found.map(|found| found.code).ok_or(LinkError::NotACode)
    }

    /// What keeps the draft of the invitation of this code. The page is cached too: it is answered without a network if need be.
    pub fn draft_store(self, invitation_code: &str) -> DraftStore {
        task::spawn(late::run(self, Task::CachePage));
        DraftStore(Rc::new(Kept {
            key: key(invitation_code),
            session: self,
            wanted: RefCell::new(None),
            is_writing: Cell::new(false),
        }))
    }

    /// The form of a respondent, from her draft.
    pub fn respondent(self, draft: Draft, store: DraftStore) -> Respondent {
        let (save_state, set_save_state) = signal(SaveState::Untouched);
        let notices = RwSignal::new(Vec::new());
        // Without stores: what is written is the draft, by the writer of the document.
        let autosave = Autosave::new(Stores::default(), set_save_state, notices);
        let dossier = Dossier {
            answers: draft.answers.clone(),
            ..Dossier::default()
        };
        let form = Self {
            own: Viewed::own(self.questionnaire, dossier, self.day.get_untracked()),
            save_state,
            route: Memo::new(|_| None),
            hash: self.hash,
            notices,
            has_team: self.has_team,
            centres: self.centres,
            copies: RwSignal::new(String::new()),
            desk: StoredValue::new_local(Desk::default()),
            unsaved: RwSignal::new(Unsaved::default()),
            unpacked: RwSignal::new(String::new()),
            undo: RwSignal::new(History::default()),
            autosave: StoredValue::new_local(autosave),
        };
        let respondent = Respondent {
            form,
            draft: RwSignal::new(draft),
            store: StoredValue::new_local(store),
        };
        let write = move || {
            respondent.draft.try_update(Draft::count_edit);
            respondent.save();
            String::new()
        };
        form.autosave
            .with_value(|autosave| autosave.tell_document(Rc::new(write)));
        respondent
    }

    /// A blank form for somebody who answers this invitation.
    pub fn blank_draft(&self, invitation: &Invitation) -> Draft {
        Draft::blank(ContributionId(random::number()), invitation)
    }
}

impl Respondent {
    /// Her role, followed.
    pub fn role(&self) -> Option<Role> {
        self.draft.with(|draft| draft.role.clone())
    }

    /// Chooses her role.
    pub fn choose_role(&self, role: Option<Role>) {
        self.draft.update(|draft| {
            draft.role = role;
            draft.count_edit();
        });
        self.save();
    }

    /// Takes note that what is answered is shown to be sent.
    pub fn send(&self) {
        self.draft.update(Draft::send);
        self.save();
    }

    /// The code of what is sent; `unsaid` stands for a role that was not chosen.
    pub fn code(&self, unsaid: &Role) -> String {
        let day = self.form.day();
        let contribution = self.whole().contribution(day, unsaid);
        write_contribution(&contribution, self.form.questionnaire)
    }

    /// The link of that code.
    pub fn link(&self, unsaid: &Role) -> String {
        [
            location::page().as_str(),
            contribution::MARK,
            &self.code(unsaid),
        ]
        .concat()
    }

    /// Gives a text with the code as a file. Returns its name.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub fn save_file(&self, text: &str) -> Result<String, Refused> {
        let ContributionId(id) = self.draft.with_untracked(|draft| draft.id);
        let name = format!("numea-reponse-{:08x}.txt", id >> 32);
        save_as(&name, "text/plain", Content::Text(text))?;
        Ok(name)
    }

    /// The draft with the answers of the form.
    fn whole(&self) -> Draft {
        let answers = self.form.read(|dossier| dossier.answers.clone());
        self.draft.with(|draft| Draft {
            answers,
            ..draft.clone()
        })
    }

    fn save(&self) {
        let line = untrack(|| write_draft(&self.whole(), self.form.questionnaire));
        self.store.with_value(|store| store.keep(Some(line)));
    }
}

impl DraftStore {
    /// What this device keeps for this invitation, the later of the two stores.
    pub async fn read(&self, invitation: &Invitation) -> Option<Draft> {
        let Kept { key, session, .. } = &*self.0;
        let stores = session.stores();
        let local = stores.local.map(|local| local.of(World::FIRST));
        let local = local.and_then(|local| local.read(key).ok()?);
        let database = match stores.database {
            Some(_) => device_database().await.ok(),
            None => None,
        };
        let database = match database {
            Some(database) => database.read(key).await.ok().flatten(),
            None => None,
        };
        let texts = [local, database].into_iter().flatten();
        let drafts = texts.filter_map(|line| read_draft(&line, invitation, session.questionnaire));
        drafts.max_by_key(|draft| draft.edits)
    }

    /// Deletes what this device keeps for this invitation.
    pub fn forget(&self) {
        self.keep(None);
    }

    /// Whether this device keeps anything.
    pub fn keeps(&self) -> bool {
        self.0.session.saves_in() != [false, false]
    }

    /// Keeps this line, or nothing: in localStorage at once, in the database then, the last of what was wanted.
    fn keep(&self, line: Option<String>) {
        let Kept {
            key,
            session,
            wanted,
            is_writing,
        } = &*self.0;
        if let Some(local) = session.autosave.with_value(Autosave::local) {
            let local = local.of(World::FIRST);
            // A full or refusing store leaves it to the database.
            let _ = match &line {
                Some(line) => local.write(key, line),
                None => local.delete(key),
            };
        }
        wanted.replace(Some(line));
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
        } = &*self.0;
        // Browsers close a connection that rests: each run opens its own.
        if session.stores().database.is_some()
            && let Ok(database) = device_database().await
        {
            while let Some(line) = wanted.take() {
                let mut known = session.autosave.with_value(Autosave::erasure);
                // The page is on another dossier, whose erasures are others.
                if world::here() != World::FIRST {
                    known = database
                        .slots()
                        .await
                        .map(|(_, mark)| mark)
                        .unwrap_or_default();
                }
                // Where the database refuses, localStorage has it.
                let _ = match line {
                    Some(line) => database.write(vec![(key.clone(), line)], known).await,
                    None => database.delete(key).await,
                };
            }
        }
        is_writing.set(false);
    }
}
