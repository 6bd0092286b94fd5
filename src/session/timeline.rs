//! « Évolution »: positionings taken at a date. Each is a text of its own, written once.

use leptos::prelude::*;

use super::Session;
use crate::browser::{clock, task};
use crate::domain::date::Day;
use crate::domain::formats::document::Restored;
use crate::domain::formats::snapshot::{
    ENDS, head_of_ends, read_head, read_snapshot, write_snapshot,
};
use crate::domain::opened::Origin;
use crate::domain::safekeeping::frozen::SNAPSHOT;
use crate::domain::school::dossier::Change;
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::timeline::{Head, Review, Snapshot, SnapshotId, in_order};
use crate::keeper::frozen::{Clean, NotFrozen, Texts};

impl Session {
    /// What a list shows of the positionings that this device keeps, the latest day first. What cannot be read stays where it
    /// is. Their dossiers are not read: thirty of them take half a second.
    pub async fn snapshots(self) -> Vec<Head> {
        let mut heads = Vec::new();
        let mut others = Vec::new();
        for (key, [start, end]) in self.frozen_ends(SNAPSHOT, ENDS).await {
            match head_of_ends([&start, &end]) {
                Some(head) => heads.push(head),
                None => others.push(key),
            }
        }
        if !others.is_empty() {
            let clean = self.clean().await;
            for key in others {
                let text = clean.text(&key).await.unwrap_or_default();
                heads.extend(read_head(&text));
            }
        }
        in_order(heads)
    }

    /// Reads the positionings of these ids whole, one after the other, each when the page has nothing else to do; as long as
    /// `take` wants more. One that cannot be read is none.
    pub async fn read_snapshots(
        self,
        ids: Vec<SnapshotId>,
        mut take: impl FnMut(SnapshotId, Option<Snapshot>) -> bool,
    ) {
        let clean = self.clean().await;
        for id in ids {
            task::idle().await;
            if !take(id, whole(&clean, id).await) {
                return;
            }
        }
    }

    /// Reads one positioning whole; none where it cannot be read.
    pub async fn snapshot(self, id: SnapshotId) -> Option<Snapshot> {
        whole(&self.clean().await, id).await
    }

    /// The positionings as they are kept, what was taken last first.
    pub(super) async fn snapshot_texts(self) -> Vec<String> {
        let mut texts = self.frozen(SNAPSHOT).await;
        texts.reverse();
        texts.into_iter().map(|(_, text)| text).collect()
    }

    /// The ids that are given, also to what cannot be read.
    pub(super) async fn snapshot_ids(self) -> Vec<SnapshotId> {
        let keys = self.clean().await.keys(SNAPSHOT).await.into_iter();
        keys.filter_map(|key| key.strip_prefix(SNAPSHOT)?.parse().ok())
            .collect()
    }

    /// Takes the dossier as it is now, as of this day; gives all that are kept then.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes it.
    pub async fn take_snapshot(self, day: Day, name: &str) -> Result<Vec<Head>, NotFrozen> {
        let (mut all, taken) = (self.snapshots().await, self.snapshot_ids().await);
        let id = clock::now().and_then(|now| SnapshotId::free(now, &taken));
        let id = id.ok_or(NotFrozen::Refused)?;
        let snapshot = self
            .dossier
            .with_untracked(|dossier| Snapshot::of(id, day, name, dossier));
        self.freeze(vec![text_of(&snapshot)], Vec::new()).await?;
        // No file holds it yet.
        self.count_edit();
        all.push(snapshot.head());
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
        let known = self.snapshot_ids().await;
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

async fn whole(clean: &Clean, id: SnapshotId) -> Option<Snapshot> {
    let text = clean.text(&key_of(id)).await?;
    read_snapshot(&text).ok().map(|(snapshot, _)| snapshot)
}

fn key_of(id: SnapshotId) -> String {
    [SNAPSHOT, &id.to_string()].concat()
}

fn text_of(snapshot: &Snapshot) -> (String, String) {
    (key_of(snapshot.id), write_snapshot(snapshot))
}
