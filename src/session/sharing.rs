//! Giving and receiving a positioning as a link.

use leptos::prelude::*;

use super::{Access, Session};
use crate::browser::location;
use crate::domain::dossier::{Change, Dossier};
use crate::domain::positioning::Positioning;
use crate::domain::undo::Undo;
use crate::domain::wire::link::{LinkError, MARK, SharedPositioning, read_link, write_link};
use crate::domain::wire::pasted::find_code;

impl Session {
    /// The link to this positioning as it is now: the page's own address, and the code.
    pub fn share_link(&self) -> String {
        [location::page().as_str(), MARK, &self.share_code()].concat()
    }

    /// The code alone.
    pub fn share_code(&self) -> String {
        let answers = self.dossier.with(|dossier| dossier.answers.clone());
        let shared = SharedPositioning {
            answers,
            ..SharedPositioning::default()
        };
        write_link(&shared, self.questionnaire)
    }

    /// What the address bar received.
    pub fn received(&self) -> Result<SharedPositioning, LinkError> {
        let code = self
            .hash
            .with(|hash| find_code(hash))
            .ok_or(LinkError::NotACode)?;
        read_link(&code, self.questionnaire)
    }

    /// Opens a link or a code that was pasted: its screen says what it holds, or what is wrong with it.
    pub fn open_pasted(&self, pasted: &str) -> Result<(), LinkError> {
        let code = find_code(pasted).ok_or(LinkError::NotACode)?;
        read_link(&code, self.questionnaire)?;
        location::go(&[MARK, &code].concat());
        Ok(())
    }

    /// A session in which somebody else's positioning is read, and nothing can be changed.
    pub fn viewing(&self, shared: &SharedPositioning) -> Self {
        let questionnaire = self.questionnaire;
        let answers = shared.answers.clone();
        let dossier = RwSignal::new(Dossier {
            answers,
            ..Dossier::default()
        });
        let positioning = Memo::new(move |_| {
            dossier.with(|dossier| Positioning::of(questionnaire, &dossier.answers))
        });
        let undo = RwSignal::new(Undo::default());
        Self {
            access: Access::ReadOnly,
            dossier,
            positioning,
            undo,
            ..*self
        }
    }

    /// Makes a received positioning one's own: its answers replace the present ones, in one step that
    /// undoing takes back. Notes and proofs stay. False where another tab has the pen.
    pub fn adopt(&self, shared: &SharedPositioning) -> bool {
        let may = !self.is_refused();
        if may {
            self.apply(Change::Adopt(shared.answers.clone()));
        }
        may
    }

    /// Whether what is shown is somebody else's.
    pub fn is_read_only(&self) -> bool {
        self.access == Access::ReadOnly
    }
}
