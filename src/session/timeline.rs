//! « Évolution »: positionings taken at a date. Each is a text of its own, written once.

use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

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
    /// is. Of their dossiers only that of the latest is read, which is compared first: thirty of them take half a second.
    pub async fn snapshots(self) -> Vec<Head> {
        let clean = self.keeper().clean().await;
        let heads = heads(&clean).await;
        if let Some(latest) = heads.first() {
            to_compare(&clean, latest.id).await;
        }
        heads
    }

    /// The heads that were found when they were last looked for: nothing before, or where none was there.
    pub fn known_snapshots(self) -> Vec<Head> {
        let known = KNOWN.with_borrow(|known| known.heads.clone());
        in_order(known.into_iter().flatten().map(|(_, head)| head))
    }

    /// Reads while the page rests what « Évolution » shows first: that then comes with its first paint.
    pub(super) async fn look_ahead(self) {
        task::idle().await;
        self.snapshots().await;
    }

    /// As much as comparing needs of the positionings of these ids, one after the other, each when the page has nothing else to
    /// do, or at once where it was read before; as long as `take` wants more. One that cannot be read is none.
    pub async fn read_snapshots(
        self,
        ids: Vec<SnapshotId>,
        mut take: impl FnMut(SnapshotId, Option<Arc<Snapshot>>) -> bool,
    ) {
        let clean = self.keeper().clean().await;
        for id in ids {
            if in_hand(id).is_none() {
                task::idle().await;
            }
            if !take(id, to_compare(&clean, id).await) {
                return;
            }
        }
    }

    /// As much as comparing needs of one positioning; none where it cannot be read.
    pub async fn snapshot_to_compare(self, id: SnapshotId) -> Option<Arc<Snapshot>> {
        match in_hand(id) {
            Some(known) => Some(known),
            None => to_compare(&self.keeper().clean().await, id).await,
        }
    }

    /// Reads one positioning whole; none where it cannot be read.
    pub async fn snapshot(self, id: SnapshotId) -> Option<Snapshot> {
        whole(&self.keeper().clean().await, id).await
    }

    /// The positionings as they are kept, what was taken last first.
    pub(super) async fn snapshot_texts(self) -> Vec<String> {
        let mut texts = self.keeper().clean().await.texts(SNAPSHOT).await;
        texts.reverse();
        texts.into_iter().map(|(_, text)| text).collect()
    }

    /// The ids that are given, also to what cannot be read.
    pub(super) async fn snapshot_ids(self) -> Vec<SnapshotId> {
        let keys = self.keeper().clean().await.keys(SNAPSHOT).await.into_iter();
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
        KNOWN.with_borrow_mut(|known| {
            let head = (key_of(id), snapshot.head());
            known.heads.get_or_insert_default().push(head);
            known.to_compare.push(Arc::new(snapshot.to_compare()));
        });
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

/// What was read of the positionings in this visit: they never change.
#[derive(Default)]
struct Known {
    /// None before they were looked for.
    heads: Option<Vec<(String, Head)>>,
    to_compare: Vec<Arc<Snapshot>>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// All was erased.
pub(super) fn forget_all() {
    KNOWN.take();
}

/// What is under these keys is not what was read there.
pub(super) fn forget<'a>(keys: impl Iterator<Item = &'a String>) {
    KNOWN.with_borrow_mut(|known| {
        for key in keys {
            if let Some(heads) = &mut known.heads {
                heads.retain(|(other, _)| other != key);
            }
            known.to_compare.retain(|one| key_of(one.id) != *key);
        }
    });
}

fn in_hand(id: SnapshotId) -> Option<Arc<Snapshot>> {
    KNOWN.with_borrow(|known| {
        let mut known = known.to_compare.iter();
        known.find(|one| one.id == id).cloned()
    })
}

async fn to_compare(clean: &Clean, id: SnapshotId) -> Option<Arc<Snapshot>> {
    if let Some(known) = in_hand(id) {
        return Some(known);
    }
    let read = Arc::new(whole(clean, id).await?.to_compare());
    KNOWN.with_borrow_mut(|known| known.to_compare.push(read.clone()));
    Some(read)
}

/// The heads of all that are kept, in order. Their texts are asked for only where one is not known yet.
async fn heads(clean: &Clean) -> Vec<Head> {
    let known = KNOWN.with_borrow(|known| known.heads.clone());
    if let Some(known) = known {
        let keys = clean.keys(SNAPSHOT).await;
        let of_key = |key: &String| known.iter().find(|(other, _)| other == key);
        let found: Option<Vec<_>> = keys.iter().map(of_key).collect();
        if let Some(found) = found {
            return in_order(found.into_iter().map(|(_, head)| head.clone()));
        }
    }
    let mut heads = Vec::new();
    for (key, [start, end]) in clean.ends(SNAPSHOT, ENDS).await {
        let head = match head_of_ends([&start, &end]) {
            Some(head) => Some(head),
            None => read_head(&clean.text(&key).await.unwrap_or_default()).ok(),
        };
        heads.extend(head.map(|head| (key, head)));
    }
    KNOWN.with_borrow_mut(|known| known.heads = Some(heads.clone()));
    in_order(heads.into_iter().map(|(_, head)| head))
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
