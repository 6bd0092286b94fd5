//! Dated copies of the dossier and texts that were set aside, on the desk.

use leptos::prelude::*;

use super::Session;
use crate::browser::clock;
use crate::domain::formats::document::write_document;
use crate::domain::safekeeping::copies::StoredCopy;
use crate::keeper::copies::{Held, NotCopied};

impl Session {
    /// Looks for the copies that this device keeps, and puts them on the desk. None is read.
    pub async fn look_for_copies(self) {
        let copies = self.keeper().copies().await;
        let keys: Vec<_> = copies.iter().map(|copy| copy.key.as_str()).collect();
        let keys = keys.join(" ");
        self.desk.update_value(|desk| desk.copies = copies);
        self.copies.set(keys);
    }

    /// Reads a copy. None where no store gives it any more.
    pub async fn read_copy(self, copy: &StoredCopy) -> Option<Held> {
        self.keeper().read_copy(copy).await
    }

    /// Deletes a copy of which this is the text, because the person asked for it. False where a store still
    /// has it.
    pub async fn delete_copy(self, key: &str, text: &str) -> bool {
        self.keeper().delete_copy(key, text).await
    }

    /// Restores a deleted copy. False where no store takes it.
    pub async fn restore_copy(self, key: &str, text: &str) -> bool {
        self.keeper().restore_copy(key, text).await
    }

    /// Saves the present dossier as a dated copy.
    pub(super) async fn save_dated_copy(&self) -> Result<(), NotCopied> {
        let at = clock::now().ok_or(NotCopied)?;
        let document = self.dossier.with_untracked(write_document);
        self.keeper().save_dated_copy(document, at).await
    }
}
