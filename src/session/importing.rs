//! A table that comes in: read by the module of whole dossiers, compared with the dossier, and what the person chose of it
//! taken over in one edit.

use leptos::prelude::*;

use super::Session;
use crate::browser::documents;
use crate::browser::file::Picked;
use crate::browser::script::NotLoaded;
use crate::browser::task;
use crate::domain::formats::document::{read_document, write_document};
use crate::domain::imported::{Imported, NotTaken, Outcome};
use crate::domain::school::dossier::Change;

impl From<NotLoaded> for NotTaken {
    fn from(_: NotLoaded) -> Self {
        Self::Failed
    }
}

impl Session {
    /// Reads a chosen file as a table, and compares it with the dossier. Nothing is changed.
    pub async fn import_file(self, picked: Picked) {
        let name = picked.name();
        self.set_imported(&name, Outcome::Reading);
        match picked.read().await {
            Ok(bytes) => self.import(name, bytes).await,
            Err(error) => self.set_imported(&name, Outcome::NotOpened(error)),
        }
    }

    /// Reads these bytes as a table, and compares it with the dossier. Nothing is changed.
    pub(super) async fn import(self, name: String, bytes: Vec<u8>) {
        self.set_imported(&name, Outcome::Reading);
        // The page first shows that it is reading.
        task::idle().await;
        let outcome = self.compared(&bytes).await;
        self.set_imported(&name, outcome.unwrap_or(Outcome::NotLoaded));
    }

    async fn compared(self, bytes: &[u8]) -> Result<Outcome, NotLoaded> {
        // It is understood by the questionnaire that the dossier answers.
        let document = self.dossier.with_untracked(write_document);
        if let Err(refusal) = documents::open_table(bytes, &document).await? {
            return Ok(Outcome::Refused(refusal));
        }
        task::idle().await;
        let document = self.dossier.with_untracked(write_document);
        Ok(Outcome::Shown(documents::changes(&document).await?))
    }

    /// Takes the chosen lines of the table that is shown, in one edit. How many there were.
    ///
    /// # Errors
    /// Where nothing may be changed here, or the module failed; then nothing was changed.
    pub async fn take_import(self, chosen: Vec<String>) -> Result<(), NotTaken> {
        if self.is_in_foreign_frame() || self.is_refused() || self.moment_of_edit().is_none() {
            return Err(NotTaken::Refused);
        }
        let document = self.dossier.with_untracked(write_document);
        let taken = documents::take(&document, &chosen).await?;
        let after = read_document(&taken).map_err(|_| NotTaken::Failed)?.dossier;
        // The pen may have been taken meanwhile, or something been edited.
        let is_as_before = self.dossier.with_untracked(write_document) == document;
        if self.is_refused() || !is_as_before {
            return Err(NotTaken::Refused);
        }
        self.apply(Change::TakeOver(Box::new(after)));
        let name = self.desk(|desk| desk.imported.as_ref().map(|one| one.name.clone()));
        self.set_imported(&name.unwrap_or_default(), Outcome::Taken(chosen.len()));
        Ok(())
    }

    /// Puts the table that is on the desk away.
    pub fn close_import(&self) {
        self.desk.update_value(|desk| desk.imported = None);
        self.key().set(String::new());
    }

    /// How the table on the desk is known; empty for none. Follows it.
    pub fn imported_key(&self) -> String {
        self.key().get()
    }

    fn set_imported(&self, name: &str, outcome: Outcome) {
        let stage = match outcome {
            Outcome::Reading => "reading",
            Outcome::NotOpened(_) | Outcome::NotLoaded | Outcome::Refused(_) => "refused",
            Outcome::Shown(_) => "shown",
            Outcome::Taken(_) => "taken",
        };
        let imported = Imported {
            name: name.to_owned(),
            outcome,
        };
        self.desk
            .update_value(|desk| desk.imported = Some(imported));
        self.key().set([stage, "/", name].concat());
    }

    fn key(&self) -> RwSignal<String> {
        self.desk(|desk| desk.imported_key)
    }
}
