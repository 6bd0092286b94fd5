//! The dossier as a file: saved, opened to be read, taken over.

use leptos::prelude::*;

use super::Session;
use super::erase::Erased;
use super::safety::Visit;
use crate::browser::drop::Dropped;
use crate::browser::file::{self, Picked};
use crate::browser::{clock, location};
use crate::domain::date::{Day, Moment};
use crate::domain::formats::centres::Included;
use crate::domain::formats::document::Restored;
use crate::domain::formats::file::{FileError, file_name, is_table, text_of, write_file};
use crate::domain::formats::handover::write_handover;
use crate::domain::formats::invitation::{MARK, read_invitation_file};
use crate::domain::imported::Imported;
use crate::domain::opened::{NotUnpacked, Opened, Origin};
use crate::domain::route::Route;
use crate::domain::safekeeping::copies::StoredCopy;
use crate::domain::school::dossier::{Bin, Change, Dossier, Edit, apply};
use crate::domain::school::plan::ObjectiveId;
use crate::domain::school::timeline::Snapshot;
use crate::domain::stored::{read_backup, read_several};
use crate::keeper::copies::{Held, NotCopied};
use crate::keeper::notice::{NotOpened, Notice};

/// What lies open beside one's own dossier. In no signal: a screen reads it once, when it is made.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// What is opened to be read.
    pub opened: Option<Opened>,
    /// What the link in the address bar holds, once it was unpacked.
    pub linked: Option<Result<Opened, NotUnpacked>>,
    /// The copies kept on this device, the newest first, once they were asked for.
    pub copies: Vec<StoredCopy>,
    /// The table that comes in, and what became of it.
    pub imported: Option<Imported>,
    /// How that is known: it changes when that does.
    pub(super) imported_key: RwSignal<String>,
    /// A file with several dossiers that was opened: its name, and what is in it.
    pub included: Option<(String, Vec<Included>)>,
    /// It changes when that does.
    pub(super) included_key: RwSignal<String>,
    /// The objective that was taken up last, and the one of the year before.
    pub taken_up: Option<(ObjectiveId, ObjectiveId)>,
    /// What was written for a council, as its setting.
    pub minutes: String,
    /// What happened in this visit, once.
    pub visit: Visit,
    /// What was erased from this device, until the page is left.
    pub erased: Option<Erased>,
    /// Whether the database has not answered yet, and is waited for.
    pub is_awaiting: bool,
    /// Whether it is being erased now.
    pub is_erasing: bool,
    /// Whether all that this device kept was erased, here or from another tab.
    pub is_forgotten: bool,
}

impl Session {
    /// Saves the dossier as a file, with the positionings that are kept, with or without its « Corbeille », and remembers
    /// when. Returns its name, and how many positionings are not in it.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub async fn save_file(self, bin: Bin) -> Result<(String, usize), file::Refused> {
        let taken = self.snapshot_texts().await;
        let now = clock::now();
        let (name, written) = self.dossier.with_untracked(|dossier| {
            let name = file_name(&dossier.identity.school, now.map(Moment::day));
            (name, write_handover(dossier, bin, &taken))
        });
        file::save(&name, &written.text)?;
        if let Some(now) = now {
            self.record_saved_file(now);
        }
        Ok((name, written.left_out))
    }

    /// Saves a kept copy as a file: a dossier under the day on which it was kept; what does not read whole
    /// exactly as it was found. Returns its name.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub fn save_copy(
        &self,
        copy: &StoredCopy,
        held: &Held,
        bin: Bin,
    ) -> Result<String, file::Refused> {
        match held.restored.as_ref().and_then(Restored::whole) {
            Some(dossier) => save(dossier, bin, copy.at.map(Moment::day)),
            None => save_original(&copy.key, &held.text),
        }
    }

    /// Opens a file to be read. Nothing is written.
    ///
    /// # Errors
    /// Where it is not a dossier that this version can read; what was opened before stays.
    pub async fn open_file(self, picked: Picked) -> Result<(), FileError> {
        let bytes = picked.read().await?;
        // A workbook is compared with the present dossier, at a screen of its own.
        if is_table(&picked.name(), &bytes) {
            location::go(&Route::Documents.to_string());
            self.import(picked.name(), bytes).await;
            return Ok(());
        }
        let text = text_of(bytes)?;
        // An invitation that was too long for a link.
        if let Some(code) = read_invitation_file(&text) {
            location::go(&[MARK, &code?].concat());
            return Ok(());
        }
        if let Some(several) = read_several(&text) {
            self.show_included(picked.name(), several?);
            return Ok(());
        }
        let (restored, snapshots) = read_backup(&text)?;
        self.open(Origin::File(picked.name()), restored, snapshots);
        Ok(())
    }

    /// Opens what was dropped on the page, to be read; otherwise says why it does not. Nothing is written.
    /// Whether it was opened.
    pub async fn open_dropped(self, dropped: Dropped) -> bool {
        let trouble = match dropped {
            Dropped::File(picked) => self.open_file(picked).await.err().map(NotOpened::File),
            Dropped::Several => Some(NotOpened::Several),
            Dropped::Folder => Some(NotOpened::Folder),
        };
        self.notices.update(|all| {
            all.retain(|notice| !matches!(notice, Notice::NotOpened(_)));
            all.extend(trouble.map(Notice::NotOpened));
        });
        trouble.is_none()
    }

    /// Opens what a kept copy holds to be read.
    pub fn open_copy(&self, copy: &StoredCopy, restored: Restored) {
        let origin = copy.at.map_or(Origin::SetAside, Origin::Copy);
        self.open(origin, restored, Vec::new());
    }

    /// Whether one’s own dossier holds nothing that taking another over would replace. Not followed: it is
    /// said before, not while, it is replaced.
    pub fn holds_nothing(&self) -> bool {
        self.dossier.with_untracked(Dossier::is_blank)
    }

    /// What `read` finds on the desk.
    pub fn desk<T>(&self, read: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with_value(read)
    }

    /// Makes a received or opened dossier one's own by this change, which undoing takes back in one
    /// step; the positionings that came with it are kept too. The present dossier, unless blank or left as it is, is kept as a copy first.
    ///
    /// False where another tab has the pen, or in a frame of another site; then nothing was changed.
    ///
    /// # Errors
    /// Where the copy could not be kept; then nothing was changed either.
    pub async fn take_over(self, change: Change, with: &[Snapshot]) -> Result<bool, NotCopied> {
        let is_refused = self.is_in_foreign_frame() || self.is_refused();
        if is_refused || self.moment_of_edit().is_none() {
            return Ok(false);
        }
        if self.would_lose_work(&change) {
            self.save_dated_copy().await?;
        }
        self.restore_snapshots(with).await.map_err(|_| NotCopied)?;
        // The pen may have been taken meanwhile.
        if self.is_refused() {
            return Ok(false);
        }
        self.apply(change);
        Ok(true)
    }

    fn would_lose_work(&self, change: &Change) -> bool {
        let Some(at) = clock::now() else {
            return true;
        };
        let edit = Edit {
            at,
            change: change.clone(),
        };
        let mut dossier = self.dossier.get_untracked();
        !dossier.is_blank() && apply(&mut dossier, self.questionnaire, &edit).is_some()
    }

    pub(super) fn open(&self, origin: Origin, restored: Restored, snapshots: Vec<Snapshot>) {
        let opened = Some(Opened {
            origin,
            restored,
            snapshots,
        });
        self.desk.update_value(|desk| desk.opened = opened);
        location::go(&Route::Opened.to_string());
    }
}

/// Saves a text that is kept under this key, byte for byte. Returns the name of the file.
pub(super) fn save_original(key: &str, text: &str) -> Result<String, file::Refused> {
    let name = [&key.replace(':', "-"), ".txt"].concat();
    file::save(&name, text)?;
    Ok(name)
}

fn save(dossier: &Dossier, bin: Bin, day: Option<Day>) -> Result<String, file::Refused> {
    let name = file_name(&dossier.identity.school, day);
    file::save(&name, &write_file(dossier, bin))?;
    Ok(name)
}
