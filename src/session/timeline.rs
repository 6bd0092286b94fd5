//! « Évolution »: positionings taken at a date. Each is a text of its own, written once.

use leptos::prelude::*;

use super::Session;
use super::frozen::{NotFrozen, Texts};
use crate::browser::clock;
use crate::domain::date::Day;
use crate::domain::formats::document::Restored;
use crate::domain::formats::snapshot::{read_snapshot, write_snapshot};
use crate::domain::opened::Origin;
use crate::domain::safekeeping::frozen::SNAPSHOT;
use crate::domain::school::dossier::Change;
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::timeline::{Review, Snapshot, SnapshotId, in_order};

impl Session {
    /// The positionings that this device keeps, the latest day first. What cannot be read stays where it is.
    pub async fn snapshots(self) -> Vec<Snapshot> {
        let texts = self.frozen(SNAPSHOT).await;
        let read = texts
            .iter()
            .filter_map(|(_, text)| read_snapshot(text).ok());
        in_order(read.map(|(snapshot, _)| snapshot).collect())
    }

    /// The same as they are kept, what was taken last first.
    pub(super) async fn snapshot_texts(self) -> Vec<String> {
        let mut texts = self.frozen(SNAPSHOT).await;
        texts.reverse();
        texts.into_iter().map(|(_, text)| text).collect()
    }

    /// Takes the dossier as it is now, as of this day; gives all that are kept then.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes it.
    pub async fn take_snapshot(self, day: Day, name: &str) -> Result<Vec<Snapshot>, NotFrozen> {
        let mut all = self.snapshots().await;
        let taken: Vec<_> = all.iter().map(|one| one.id).collect();
        let id = clock::now().and_then(|now| SnapshotId::free(now, &taken));
        let id = id.ok_or(NotFrozen::Refused)?;
        let snapshot = self
            .dossier
            .with_untracked(|dossier| Snapshot::of(id, day, name, dossier));
        self.freeze(vec![text_of(&snapshot)], Vec::new()).await?;
        // No file holds it yet.
        self.count_edit();
        all.push(snapshot);
        Ok(in_order(all))
    }

    /// Begins to review the answers, item by item.
    pub fn begin_review(self) {
        let Some(day) = self.day.get_untracked() else {
            return;
        };
        let begun = self
            .dossier
            .with_untracked(|dossier| Review::begin(&dossier.answers, day));
        self.apply(Change::Review(Box::new(begun)));
    }

    /// Ends the review; the answers stay as they are.
    pub fn end_review(self) {
        self.apply(Change::Review(Box::default()));
    }

    /// Finds this item unchanged, or takes that back.
    pub fn find_unchanged(self, item: ItemId, is_unchanged: bool) {
        let review = self
            .dossier
            .with_untracked(|dossier| dossier.review.with_unchanged(item, is_unchanged));
        self.apply(Change::Review(Box::new(review)));
    }

    /// Deletes a positioning; [`Session::restore_snapshots`] brings it back.
    ///
    /// # Errors
    /// Where another tab has the pen, or a store still has it.
    pub async fn delete_snapshot(self, id: SnapshotId) -> Result<(), NotFrozen> {
        self.freeze(Vec::new(), vec![key_of(id)]).await
    }

    /// Keeps positionings that were deleted, or that came in a file. One that is there stays as it is: an id is never
    /// given twice.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes them.
    pub async fn restore_snapshots(self, came: &[Snapshot]) -> Result<(), NotFrozen> {
        let known: Vec<_> = self.snapshots().await.iter().map(|one| one.id).collect();
        let texts: Texts = came
            .iter()
            .filter(|one| !known.contains(&one.id))
            .map(text_of)
            .collect();
        if texts.is_empty() {
            return Ok(());
        }
        self.freeze(texts, Vec::new()).await
    }

    /// Opens a positioning to be read.
    pub fn open_snapshot(self, snapshot: &Snapshot) {
        let Snapshot {
            id: _,
            day,
            name,
            dossier,
        } = snapshot;
        let restored = Restored {
            dossier: dossier.clone(),
            left_out: Vec::new(),
        };
        self.open(Origin::Taken(*day, name.clone()), restored, Vec::new());
    }
}

fn key_of(id: SnapshotId) -> String {
    [SNAPSHOT, &id.to_string()].concat()
}

fn text_of(snapshot: &Snapshot) -> (String, String) {
    (key_of(snapshot.id), write_snapshot(snapshot))
}
