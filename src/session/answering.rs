//! Answering an invitation: a form that is apart from any dossier. It is a session of its own: what it would write as a dossier
//! goes to the draft of the invitation ([`DraftStore`]).

use leptos::prelude::*;
use std::rc::Rc;

use super::drafts::DraftStore;
use super::{Desk, Session, Viewed};
use crate::browser::file::{Content, Refused, save_as};
use crate::browser::{location, random, task};
use crate::domain::formats::contribution::{self, read_earlier, write_contribution};
use crate::domain::formats::history::History;
use crate::domain::formats::link::LinkError;
use crate::domain::formats::pasted::{Kind, find_link};
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::safekeeping::save_state::SaveState;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::{Contribution, ContributionId, Draft, Invitation, Role};
use crate::keeper::Keeper;
use crate::keeper::stores::Stores;

/// Between two looks at whether the stores have what this tab wrote, in milliseconds.
const SOON: i32 = 30;

/// The form of one respondent. Cheap to copy: handles; it lives as long as the view in which it was made.
#[derive(Clone, Copy)]
pub struct Respondent {
    /// The answers, as a dossier of their own.
    pub form: Session,
    draft: RwSignal<Draft>,
    store: StoredValue<DraftStore, LocalStorage>,
    /// Whether another tab changed something since it was last shown to be sent.
    is_overtaken: RwSignal<bool>,
}

/// What another tab made of the draft that is shown.
pub enum Followed {
    /// Nothing, or it is shown now.
    Shown,
    /// Somebody else's form, or one's own before anything was answered here.
    Other(Box<Draft>),
    /// It is erased from this device.
    Erased,
}

impl Session {
    /// The answers that the address bar holds, and their code.
    ///
    /// # Errors
    /// Where it holds none that can be read here.
    pub fn contributed(
        &self,
        earlier: &[Questionnaire],
    ) -> Result<(String, Contribution), LinkError> {
        let code = self.code_of(Kind::Contribution)?;
        let contribution = read_earlier(&code, self.questionnaire, earlier)?;
        Ok((code, contribution))
    }

    /// The code of this kind in the address bar.
    pub(super) fn code_of(&self, kind: Kind) -> Result<String, LinkError> {
        let found = self.hash.with(|hash| find_link(hash));
        let found = found.filter(|found| found.kind == kind);
        found.map(|found| found.code).ok_or(LinkError::NotACode)
    }

    /// The form of a respondent, from her draft.
    pub fn respondent(self, draft: Draft, store: DraftStore) -> Respondent {
        let (save_state, set_save_state) = signal(SaveState::Untouched);
        let notices = RwSignal::new(Vec::new());
        // Without stores: what is written is the draft, by the writer of the document.
        let keeper = Keeper::new(Stores::default(), set_save_state, notices);
        let dossier = Dossier {
            answers: draft.answers.clone(),
            ..Dossier::default()
        };
        let form = Self {
            own: Viewed::own(store.asked(), dossier, self.day.get_untracked()),
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
            keeper: StoredValue::new_local(keeper),
        };
        let respondent = Respondent {
            form,
            draft: RwSignal::new(draft),
            store: StoredValue::new_local(store),
            is_overtaken: RwSignal::new(false),
        };
        let write = move || {
            respondent.draft.try_update(Draft::count_edit);
            respondent.save();
            String::new()
        };
        form.keeper().tell_document(Rc::new(write));
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
        self.is_overtaken.set(false);
    }

    /// Whether another tab changed something since it was last shown to be sent, followed.
    pub fn is_overtaken(&self) -> bool {
        self.is_overtaken.get()
    }

    /// Follows what other tabs do to the draft: call it again when [`DraftStore::changed`] says so.
    pub async fn follow(self) -> Followed {
        let Some(store) = self.store.try_get_value() else {
            return Followed::Shown;
        };
        // What this tab has erased or written is in both stores first.
        while store.is_writing() {
            task::pause(SOON).await;
        }
        let base = store.base();
        let found = store.read().await;
        // The screen may have been left meanwhile.
        let Some(ours) = self.draft.try_with_untracked(|_| untrack(|| self.whole())) else {
            return Followed::Shown;
        };
        match (base, found) {
            (None, None) => Followed::Shown,
            (Some(_), None) => Followed::Erased,
            (Some(_), Some(found)) if found == ours => Followed::Shown,
            (Some(base), Some(found)) if base.id == found.id => {
                self.show(ours.joined(&base, &found));
                Followed::Shown
            }
            (_, Some(found)) => Followed::Other(Box::new(found)),
        }
    }

    /// Shows what two tabs made of the draft; what was only here is kept.
    fn show(&self, joined: Draft) {
        let shown = untrack(|| self.whole());
        if shown.answers != joined.answers || shown.role != joined.role {
            self.form
                .dossier
                .update(|dossier| dossier.answers = joined.answers.clone());
            self.is_overtaken.set(true);
        }
        self.draft.set(joined);
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
        let draft = untrack(|| self.whole());
        if let Some(joined) = self.store.with_value(|store| store.keep(draft)) {
            self.show(joined);
        }
    }
}
