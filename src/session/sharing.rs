//! Giving and receiving a positioning as a link.

use leptos::prelude::*;

use super::Session;
use crate::browser::location;
use crate::domain::formats::link::{
    Asked, LinkError, MARK, SharedPositioning, read_link, write_link,
};
use crate::domain::formats::pasted::{Found, Kind, find_code, find_link, find_route};
use crate::domain::formats::sender::{read_sender, write_sender};
use crate::domain::school::adaptation::AdaptationText;

impl Session {
    /// The link to this positioning as it is now: the page's own address, the code, and the name of the
    /// sender unless that is empty.
    pub fn share_link(&self, sender: &str) -> String {
        let (code, sender) = (self.share_code(), write_sender(sender));
        [location::page().as_str(), MARK, &code, &sender].concat()
    }

    /// The code alone.
    pub fn share_code(&self) -> String {
        let shared = self.read(SharedPositioning::of);
        write_link(&shared, self.questionnaire)
    }

    /// What the address bar received, and what its sender changed of the questionnaire: a link of the official one is read
    /// where the questionnaire is adapted too.
    pub fn received(&self) -> Result<(SharedPositioning, AdaptationText), LinkError> {
        let code = self
            .hash
            .with(|hash| find_code(hash))
            .ok_or(LinkError::NotACode)?;
        self.read_code(&code)
    }

    fn read_code(&self, code: &str) -> Result<(SharedPositioning, AdaptationText), LinkError> {
        match read_link(code, self.questionnaire) {
            Err(LinkError::OtherQuestionnaire(Asked::Official)) => {
                let shared = read_link(code, self.base())?;
                Ok((shared, AdaptationText::default()))
            }
            read => {
                let own = untrack(|| self.read(|dossier| dossier.adaptation.clone()));
                Ok((read?, own))
            }
        }
    }

    /// The name that the sender of the link in the address bar gave, if any.
    pub fn received_sender(&self) -> Option<String> {
        let found = self.hash.with(|hash| find_link(hash))?;
        read_sender(&found.sender)
    }

    /// Opens a link or a code that was pasted: its screen says what it holds. That of a whole dossier also
    /// says what is wrong with it. The address of another screen leads there.
    ///
    /// # Errors
    /// Where there is no address, no code, or that of no positioning.
    pub fn open_pasted(&self, pasted: &str) -> Result<(), LinkError> {
        let found = find_link(pasted).ok_or(LinkError::NotACode);
        let found = found.and_then(|found| match found.kind {
            Kind::Positioning => self.read_code(&found.code).map(|_| found.address()),
            Kind::Dossier | Kind::Invitation | Kind::Contribution => Ok(found.address()),
        });
        let screen = find_route(pasted).filter(|route| !route.is_visit());
        let address = found.or_else(|error| screen.map(|route| route.to_string()).ok_or(error))?;
        location::go(&address);
        Ok(())
    }

    /// The code of a whole dossier in the address bar; empty where there is none.
    pub(super) fn linked_code(&self) -> String {
        let found = self.hash.with(|hash| find_link(hash));
        let code = |found: Found| (found.kind == Kind::Dossier).then_some(found.code);
        found.and_then(code).unwrap_or_default()
    }
}
