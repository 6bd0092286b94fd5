//! Invitations: given, with what of the questionnaire they have to bring along; and opened, whatever the dossier of this device
//! answers.

use std::cell::RefCell;

use super::Session;
use crate::browser::file::{self, Refused};
use crate::browser::script::NotLoaded;
use crate::browser::{clock, documents, location};
use crate::domain::date::Moment;
use crate::domain::formats::file::file_name;
use crate::domain::formats::invitation::{
    MARK, invitation_file_name, is_to_pack, packed_text, read_invitation, read_packed,
    write_invitation, write_invitation_file, write_packed,
};
use crate::domain::formats::link::{Asked, LinkError};
use crate::domain::formats::pasted::Kind;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Invitation;

/// An invitation that can be answered here.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Its code.
    pub code: String,
    /// What is asked, of whom.
    pub invitation: Invitation,
    /// The questions: those of this page, or those that it brought along.
    pub questionnaire: &'static Questionnaire,
}

/// Why an invitation is not there to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// It cannot be read here.
    Refused(LinkError),
    /// Its questions are still to be unpacked: [`Session::unpack_invitation`].
    Packed,
}

thread_local! {
    /// Those that brought their questions along, each unpacked once for the life of the page.
    static UNPACKED: RefCell<Vec<(String, Result<Invited, LinkError>)>> = const { RefCell::new(Vec::new()) };
}

impl Session {
    /// What the address bar invites to.
    ///
    /// # Errors
    /// Where it is no invitation that can be answered here, or not yet.
    pub fn invited(&self) -> Result<Invited, NotInvited> {
        let code = self.code_of(Kind::Invitation);
        let code = code.map_err(NotInvited::Refused)?;
        if read_packed(&code).is_some() {
            let known = UNPACKED.with_borrow(|all| {
                let found = all.iter().find(|(known, _)| *known == code);
                found.map(|(_, invited)| invited.clone())
            });
            return known
                .ok_or(NotInvited::Packed)?
                .map_err(NotInvited::Refused);
        }
        let own = read_invitation(&code, self.questionnaire);
        // The dossier of this device answers another one: the official one is known all the same.
        let (questionnaire, read) = match own {
            Err(LinkError::OtherQuestionnaire(Asked::Official)) => {
                (self.base(), read_invitation(&code, self.base()))
            }
            own => (self.questionnaire, own),
        };
        Ok(Invited {
            invitation: read.map_err(NotInvited::Refused)?,
            code,
            questionnaire,
        })
    }

    /// Unpacks the questions that the invitation in the address bar brought along; [`Session::invited`] has it then.
    ///
    /// # Errors
    /// Where the module that does could not be fetched.
    pub async fn unpack_invitation(&self) -> Result<(), NotLoaded> {
        let Ok(code) = self.code_of(Kind::Invitation) else {
            return Ok(());
        };
        let Some(packed) = read_packed(&code) else {
            return Ok(());
        };
        let text = if packed.is_bare() {
            Some(String::new())
        } else {
            documents::load().await?;
            documents::unpack_asked(&packed.deflated)?
        };
        let opened = text.ok_or(LinkError::Damaged);
        let opened = opened.and_then(|text| packed.open(text, self.base()));
        let invited = opened.map(|(invitation, questionnaire)| Invited {
            code: code.clone(),
            invitation,
            questionnaire: Box::leak(Box::new(questionnaire)),
        });
        UNPACKED.with_borrow_mut(|all| all.push((code, invited)));
        Ok(())
    }

    /// The code of an invitation; `None` where its questions are too long for one.
    ///
    /// # Errors
    /// Where it has to bring its questions along, and the module that packs them was not loaded first.
    pub fn invitation_code(&self, invitation: &Invitation) -> Result<Option<String>, NotLoaded> {
        let text = self.read(|own| packed_text(&own.adaptation, &invitation.fields));
        if !is_to_pack(self.questionnaire, &text) {
            return Ok(Some(write_invitation(invitation, self.questionnaire)));
        }
        let deflated = if text.is_empty() {
            Some(Vec::new())
        } else {
            documents::pack_asked(&text)?
        };
        Ok(deflated.and_then(|bytes| write_packed(invitation, self.questionnaire, &bytes)))
    }

    /// The link of an invitation's code.
    pub fn invitation_link(&self, code: &str) -> String {
        [location::page().as_str(), MARK, code].concat()
    }

    /// Saves an invitation as a file, for what is too long for a link. Returns its name.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub fn save_invitation(&self, code: &str, school: &str) -> Result<String, Refused> {
        let day = clock::now().map(Moment::day);
        let name = invitation_file_name(&file_name(school, day));
        file::save(&name, &write_invitation_file(code))?;
        Ok(name)
    }
}
