//! A whole dossier as a link: given, and opened to be read. Packing is the work of the module of documents,
//! which is fetched when it is asked for.

use leptos::prelude::*;

use super::Session;
use crate::browser::script::NotLoaded;
use crate::browser::{documents, location};
use crate::domain::formats::document::{DocumentError, read_document, write_document};
use crate::domain::formats::dossier_link::MARK;
use crate::domain::formats::link::LinkError;
use crate::domain::opened::{NotUnpacked, Opened, Origin};
use crate::domain::school::dossier::LeftOut;

impl From<NotLoaded> for NotUnpacked {
    fn from(_: NotLoaded) -> Self {
        Self::NotLoaded
    }
}

impl Session {
    /// The link to this dossier as it is now, without these parts; none where it is too long for one.
    ///
    /// # Errors
    /// Where the module of documents was not loaded first, or has failed.
    pub fn dossier_link(&self, left_out: LeftOut) -> Result<Option<String>, NotLoaded> {
        let document = self.read(|dossier| write_document(&dossier.without(left_out)));
        let code = documents::pack(&[left_out.letters(), document].concat())?;
        Ok(code.map(|code| [location::page().as_str(), MARK, &code].concat()))
    }

    /// The code of the link in the address bar, where what it holds is not on the desk yet.
    pub fn code_to_unpack(&self) -> Option<String> {
        let code = self.linked_code();
        (self.unpacked.get() != code).then_some(code)
    }

    /// Reads the dossier of a link. Nothing is written.
    pub async fn unpack(&self, code: &str) -> Result<Opened, NotUnpacked> {
        documents::load().await?;
        let text = documents::unpack(code)??;
        let (left_out, document) = LeftOut::from_letters(&text);
        let restored = read_document(document).map_err(|error| match error {
            // No link of ours has a version as high as that.
            DocumentError::Newer(version) => {
                LinkError::Newer(u8::try_from(version).unwrap_or(u8::MAX))
            }
            DocumentError::Json(_) | DocumentError::Format => LinkError::Damaged,
        })?;
        Ok(Opened {
            origin: Origin::Link(left_out),
            restored,
            snapshots: Vec::new(),
        })
    }

    /// Puts what a link holds on the desk.
    pub fn show_unpacked(&self, code: String, linked: Result<Opened, NotUnpacked>) {
        self.desk.update_value(|desk| desk.linked = Some(linked));
        self.unpacked.set(code);
    }

    /// Has the link in the address bar unpacked again.
    pub fn unpack_again(&self) {
        self.unpacked.set(String::new());
    }

    /// What `read` finds of the link in the address bar, now and whenever that changes.
    pub fn linked<T>(&self, read: impl FnOnce(Option<&Result<Opened, NotUnpacked>>) -> T) -> T {
        self.unpacked.track();
        self.desk.with_value(|desk| read(desk.linked.as_ref()))
    }
}
