//! Having the work outlive this browser: the reminder of saving a file, and the browser's promise to keep
//! what is here.

use leptos::prelude::*;

use super::{Notice, Session, notice, timeline};
use crate::browser::device::{self, Frame};
use crate::browser::{clock, location, page, task};
use crate::domain::date::Moment;
use crate::domain::safekeeping::reminder::Unsaved;
use crate::domain::school::dossier::Dossier;
use crate::keeper::frozen::{NotFrozen, Texts};

/// Key of the moment when a file was last saved.
const SAVED_KEY: &str = "file-saved";
/// Key of the number of edits since then.
const EDITS_KEY: &str = "file-edits";
/// Key of the moment of the first edit of all.
const FIRST_KEY: &str = "first-edit";
/// Key of the wish for « Équipe » in the menu.
pub(super) const TEAM_KEY: &str = "team";

/// What happened in this visit, once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visit {
    /// Something was edited.
    pub is_edited: bool,
    /// The browser was asked to keep the data.
    pub is_asked: bool,
}

impl Session {
    /// Keeps texts that are written once, each under its key, and deletes those of other keys.
    ///
    /// # Errors
    /// Where another tab has the pen, which is then said, or no store takes it.
    pub(super) async fn freeze(self, texts: Texts, gone: Vec<String>) -> Result<(), NotFrozen> {
        if self.is_refused() {
            return Err(NotFrozen::Elsewhere);
        }
        timeline::forget(texts.iter().map(|(key, _)| key).chain(&gone));
        self.keeper().freeze(texts, gone).await
    }

    /// Puts what earlier visits know on the desk.
    pub(super) fn recall_unsaved(&self) {
        let setting = |key: &str| self.setting(key);
        let moment = |key| setting(key)?.parse().ok();
        let edits = setting(EDITS_KEY).and_then(|edits| edits.parse().ok());
        let unsaved = Unsaved {
            edits: edits.unwrap_or_default(),
            last_file: moment(SAVED_KEY),
            first_edit: moment(FIRST_KEY),
        };
        self.unsaved.set(unsaved);
    }

    /// Puts « Équipe » into the menu where it was asked for once.
    pub(super) fn recall_team(&self) {
        self.has_team.set(self.setting(TEAM_KEY).is_some());
    }

    /// Takes note of an edit.
    pub(super) fn count_edit(&self) {
        let mut unsaved = self.unsaved.get_untracked();
        unsaved.edits = unsaved.edits.saturating_add(1);
        self.save_setting(EDITS_KEY, &unsaved.edits.to_string());
        if unsaved.first_edit.is_none() {
            unsaved.first_edit = clock::now();
            if let Some(now) = unsaved.first_edit {
                self.save_setting(FIRST_KEY, &now.to_string());
            }
        }
        self.unsaved.set(unsaved);
        self.desk.update_value(|desk| desk.visit.is_edited = true);
    }

    /// Takes note that a file holds everything now.
    pub(super) fn record_saved_file(&self, now: Moment) {
        self.save_setting(SAVED_KEY, &now.to_string());
        self.save_setting(EDITS_KEY, "0");
        self.unsaved.update(|unsaved| {
            unsaved.edits = 0;
            unsaved.last_file = Some(now);
        });
    }

    /// What no file holds.
    pub fn unsaved(&self) -> Unsaved {
        self.unsaved.get()
    }

    /// Whether to remind of saving a file.
    pub fn is_file_due(&self) -> bool {
        let unsaved = self.unsaved();
        !self.read(Dossier::is_blank) && clock::now().is_some_and(|now| unsaved.is_due(now))
    }

    /// Shows a message, once.
    pub fn tell(&self, notice: Notice) {
        notice::add(self.notices, notice);
    }

    /// Says why what was asked for is not done: the sentence takes the focus, as it may be out of sight.
    pub fn refuse(&self, why: Notice) {
        self.tell(why);
        page::next_frame(|| page::focus("#refused"));
    }

    /// Closes a message.
    pub fn dismiss(&self, notice: Notice) {
        self.notices.update(|all| all.retain(|one| *one != notice));
    }

    /// Asks the browser to retain the data, once a visit, when an edit of it was saved.
    pub fn ask_to_retain(&self) {
        let visit = self.desk(|desk| desk.visit);
        if visit.is_edited && !visit.is_asked {
            self.desk.update_value(|desk| desk.visit.is_asked = true);
            task::spawn(device::persist());
        }
    }

    /// Has what waits to be painted written as soon as the page may be about to go.
    pub(super) fn write_before_leaving(self) {
        for event in ["visibilitychange", "pagehide", "beforeunload"] {
            let write = move || self.keeper().write_now();
            page::on_window(event, Box::new(write));
        }
    }

    /// Has the browser ask before the page is left with work that is kept nowhere.
    pub(super) fn ask_before_leaving(self) {
        page::ask_before_leaving(move || self.keeper().is_unsafe() && !self.holds_nothing());
    }

    /// Number of the last revision that was kept.
    pub fn revision(&self) -> u64 {
        self.keeper().revision()
    }

    /// Whether the work is saved in localStorage and in the database.
    pub fn saves_in(&self) -> [bool; 2] {
        let stores = self.stores();
        [stores.local.is_some(), stores.database.is_some()]
    }

    /// Whether the page is in a frame of another site, which may lie over it or lead a hand to its buttons: what
    /// would lose work is not done there.
    pub fn is_in_foreign_frame(&self) -> bool {
        match device::frame() {
            Frame::Other | Frame::Sealed => true,
            Frame::None | Frame::Same => false,
        }
    }

    /// The address of the page.
    pub fn page_address(&self) -> String {
        location::page()
    }

    /// The address of the screen that is shown, followed.
    pub fn screen_address(&self) -> String {
        [location::page(), self.hash.get()].concat()
    }

    pub(super) fn setting(&self, key: &str) -> Option<String> {
        self.stores().local?.read(key).ok()?
    }

    pub(super) fn save_setting(&self, key: &str, value: &str) {
        self.keeper().save_setting(key, value);
    }
}
