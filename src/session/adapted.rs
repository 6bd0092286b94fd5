//! The questionnaire that a dossier answers: the official one, or as its school adapted it. Each is made once, for the life
//! of the page; what is shown was made for one of them, so the page is loaded anew when one's own becomes another.

use leptos::prelude::*;
use std::cell::RefCell;

use super::{NotCopied, NotFrozen, SaveState, Session, Viewed};
use crate::browser::file::{self, Refused};
use crate::browser::{clock, page};
use crate::domain::date::Moment;
use crate::domain::formats::adaptation::{in_force, read_adaptation, write_grid};
use crate::domain::formats::file::name_of;
use crate::domain::formats::questionnaire::{Fault, official, read_file, write_questionnaire};
use crate::domain::school::adaptation::{
    Adaptation, AdaptationText, Migration, NotReceived, Refusal,
};
use crate::domain::school::answers::Response;
use crate::domain::school::dossier::{Change, Dossier};
use crate::domain::school::questionnaire::{ItemId, Questionnaire};
use crate::domain::school::timeline::{Snapshot, SnapshotId};

thread_local! {
    /// The official one, under no text, and those that were adapted.
    static KNOWN: RefCell<Vec<(AdaptationText, &'static Questionnaire)>> = const { RefCell::new(Vec::new()) };
}

/// The questionnaire that this text puts into force; the official one where it changes nothing.
pub(super) fn questionnaire_of(text: &AdaptationText) -> Option<&'static Questionnaire> {
    let known = KNOWN.with_borrow(|all| {
        let found = all.iter().find(|(known, _)| known == text);
        found.map(|(_, questionnaire)| *questionnaire)
    });
    if known.is_some() {
        return known;
    }
    let base = official()?;
    let made = in_force(text, &base).unwrap_or(base);
    let made: &'static Questionnaire = Box::leak(Box::new(made));
    KNOWN.with_borrow_mut(|all| all.push((text.clone(), made)));
    Some(made)
}

impl Viewed {
    /// The questionnaire that another dossier answers.
    pub fn questionnaire_for(&self, text: &AdaptationText) -> &'static Questionnaire {
        if text.is_none() && self.questionnaire.is_official() {
            return self.questionnaire;
        }
        questionnaire_of(text).unwrap_or(self.questionnaire)
    }

    /// The official questionnaire, whatever is in force.
    pub fn base(&self) -> &'static Questionnaire {
        self.questionnaire_for(&AdaptationText::default())
    }

    /// What the school changed of it.
    pub fn adaptation(&self) -> Adaptation {
        self.read(|dossier| read_adaptation(&dossier.adaptation))
            .unwrap_or_default()
    }
}

/// Why a file is not a questionnaire that can be taken here.
#[derive(Debug)]
pub enum NotTakenOver {
    /// Something is wrong with it.
    Wrong(Fault),
    /// It changes an item of the official one in a way that this dossier cannot take.
    Item(ItemId, Refusal),
    /// It is a wholly other questionnaire, which a blank dossier can answer: by this text.
    OtherGrid(Box<Questionnaire>, AdaptationText),
}

/// Reads a questionnaire that was received, as what it changes of the official one; what is known of the present adaptation
/// keeps its ids.
///
/// # Errors
/// Where it is none, or asks about other fields.
pub fn received_adaptation(
    text: &str,
    base: &Questionnaire,
    present: &Adaptation,
) -> Result<Adaptation, NotTakenOver> {
    let text = text.trim_start_matches('\u{feff}');
    let received = read_file(text).map_err(NotTakenOver::Wrong)?;
    present.receive(base, &received).map_err(|why| match why {
        NotReceived::Refused(item, refusal) => NotTakenOver::Item(item, refusal),
        NotReceived::OtherGrid => {
            let text = write_grid(&received);
            NotTakenOver::OtherGrid(Box::new(received), text)
        }
    })
}

impl Session {
    /// Saves a questionnaire as a file, for another school. Returns its name.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub fn save_questionnaire(&self, questionnaire: &Questionnaire) -> Result<String, Refused> {
        let school = self.read(|dossier| dossier.identity.school.clone());
        let day = clock::now().map(Moment::day);
        let name = ["questionnaire-", &name_of(&school, day, "json")].concat();
        file::save(&name, &write_questionnaire(questionnaire))?;
        Ok(name)
    }

    /// Has a blank dossier of the same school answer this questionnaire: one change, which undoing takes back. The present one is
    /// kept as a dated copy first. False where another tab has the pen.
    ///
    /// # Errors
    /// Where the copy could not be kept; then nothing is changed.
    pub async fn begin_with(self, text: AdaptationText) -> Result<bool, NotCopied> {
        let identity = self.dossier.with_untracked(|own| own.identity.clone());
        let blank = Dossier {
            identity,
            adaptation: text,
            ..Dossier::default()
        };
        self.take_over(Change::TakeOver(Box::new(blank)), &[]).await
    }

    /// Has the dossier answer another questionnaire: one change, which undoing takes back. Where answers are concerned, the
    /// positioning is kept as it was and as it is then, under these names.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes the positionings: then nothing is changed.
    pub async fn adapt(self, text: AdaptationText, names: [&str; 2]) -> Result<(), NotFrozen> {
        if self.is_refused() {
            return Err(NotFrozen::Elsewhere);
        }
        let after = self.questionnaire_for(&text);
        let migration = self.dossier.with_untracked(|dossier| {
            Migration::between(self.questionnaire, after, &dossier.answers)
        });
        let outdated = untrack(|| self.adaptation().outdated(self.base()));
        let is_answered = |item: &ItemId| {
            self.dossier
                .with_untracked(|own| own.answers.response(*item) != Response::Unanswered)
        };
        let is_outdated = outdated.iter().any(is_answered);
        if is_outdated || !(migration.changed.is_empty() && migration.gone.is_empty()) {
            self.freeze_both(&text, names).await?;
        }
        // Invitations that are out there ask what is asked until now.
        self.freeze(self.asked_texts(&text), Vec::new()).await?;
        self.apply(Change::Adapt(text));
        Ok(())
    }

    async fn freeze_both(&self, text: &AdaptationText, names: [&str; 2]) -> Result<(), NotFrozen> {
        let mut taken = self.snapshot_ids().await;
        let now = clock::now().ok_or(NotFrozen::Refused)?;
        let before = self.dossier.get_untracked();
        let mut after = before.clone();
        after.adaptation = text.clone();
        let mut both = Vec::new();
        for (name, dossier) in names.into_iter().zip([before, after]) {
            let id = SnapshotId::free(now, &taken).ok_or(NotFrozen::Refused)?;
            taken.push(id);
            both.push(Snapshot::of(id, now.day(), name, &dossier));
        }
        self.restore_snapshots(&both).await
    }

    /// Whether a change of the questionnaire outlives the page, which is loaded anew for it.
    pub fn can_adapt(&self) -> bool {
        match self.save_state.get() {
            SaveState::Untouched
            | SaveState::Saved(_)
            | SaveState::Saving
            | SaveState::Fragile
            | SaveState::Elsewhere(_) => true,
            SaveState::Failed | SaveState::Memory => false,
        }
    }

    /// Loads the page anew once the dossier answers another questionnaire than the one that is shown: by an edit, by
    /// undoing one, or by what another tab wrote. Not before the work is written.
    pub(super) fn follow_adaptation(self) {
        let text = Memo::new(move |_| self.dossier.with(|dossier| dossier.adaptation.clone()));
        let is_other = move || {
            text.with(|text| {
                let asked = self.questionnaire_for(text);
                !std::ptr::eq(asked, self.questionnaire) && *asked != *self.questionnaire
            })
        };
        // What the start could not put into force would have it start for ever.
        if untrack(is_other) {
            return;
        }
        Effect::new(move |_| {
            let is_written = match self.save_state.get() {
                SaveState::Saved(_) | SaveState::Fragile | SaveState::Elsewhere(_) => true,
                SaveState::Untouched
                | SaveState::Saving
                | SaveState::Failed
                | SaveState::Memory => false,
            };
            if is_other() && is_written {
                page::reload();
            }
        });
    }
}
