//! The two that are compared: which ones are offered and chosen, and reading those whole, which takes as long as a start does.

use leptos::prelude::*;
use std::sync::Arc;

use super::{Asked, Kept, Known};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::timeline::{Comparison, Head, Snapshot};
use crate::session::Session;
use crate::ui::shared::compared::compared;
use crate::words::fr::timeline as say;

/// What stands for the dossier as it is now.
pub const NOW: &str = "now";

/// Which two are compared: ids of positionings, or [`NOW`]. Empty until somebody chooses.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The former.
    pub before: RwSignal<String>,
    /// The latter.
    pub after: RwSignal<String>,
}

/// One of the two: a positioning that was read whole, or the dossier as it is now.
#[derive(Clone)]
pub enum Side {
    Now,
    Taken(Arc<Snapshot>),
}

impl Side {
    fn id(&self) -> String {
        match self {
            Self::Now => NOW.to_owned(),
            Self::Taken(snapshot) => snapshot.id.to_string(),
        }
    }

    fn named(&self) -> String {
        match self {
            Self::Now => say::NOW.to_owned(),
            Self::Taken(snapshot) => say::named(&snapshot.head()),
        }
    }
}

/// What can be compared: the positionings that are kept, and what came by a link or in a file; and the two that are, once they
/// were read.
#[derive(Clone, Copy)]
pub struct Compared {
    kept: Kept,
    came: StoredValue<Option<Arc<Snapshot>>>,
    /// What somebody chose.
    pub chosen: Chosen,
    pair: RwSignal<Option<[Side; 2]>>,
    session: Session,
}

impl Compared {
    /// Those of this screen: what came is chosen, else the latest that is kept, beside the dossier as it is now.
    pub fn of(session: Session, kept: Kept) -> Self {
        let own = untrack(|| session.read(|own| own.adaptation.clone()));
        let came = compared().filter(|came| came.dossier.adaptation.is_akin(&own));
        let id = came.as_ref().map(|one| one.id.to_string());
        Self {
            kept,
            came: StoredValue::new(came.map(Arc::new)),
            chosen: Chosen {
                before: RwSignal::new(id.unwrap_or_default()),
                after: RwSignal::new(NOW.to_owned()),
            },
            pair: RwSignal::new(None),
            session,
        }
    }

    /// Those that are offered, the latest first: none that is known to answer another questionnaire, or not to be readable.
    pub fn offered(self) -> Vec<Head> {
        let is_fine = |head: &&Head| match self.kept.known(head.id) {
            Some(Known::Counted(_, asked)) => asked == Asked::Same,
            Some(Known::Unread) => false,
            // Nearly all are; it is taken out once it is known not to be.
            None => true,
        };
        let kept = |all: &[Head]| all.iter().filter(is_fine).cloned().collect::<Vec<_>>();
        let came = self.came.with_value(|came| Some(came.as_ref()?.head()));
        self.kept.read(kept).into_iter().chain(came).collect()
    }

    /// Whether some are left out as they answer another questionnaire.
    pub fn has_others(self) -> bool {
        let is_other = |head: &Head| {
            matches!(
                self.kept.known(head.id),
                Some(Known::Counted(_, Asked::Another))
            )
        };
        self.kept.read(|all| all.iter().any(is_other))
    }

    /// What stands chosen: what somebody chose, as long as it is there; else the latest one. Empty where none is kept.
    pub fn standing(self) -> [String; 2] {
        let offered: Vec<_> = self
            .offered()
            .iter()
            .map(|one| one.id.to_string())
            .collect();
        let Chosen { before, after } = self.chosen;
        [before, after].map(|chosen| {
            let id = chosen.get();
            if id == NOW || offered.contains(&id) {
                id
            } else {
                offered.first().cloned().unwrap_or_default()
            }
        })
    }

    /// Reads those of the two that are not in hand, and shows them, where nobody chose another one meanwhile.
    pub async fn read(self, wanted: [String; 2]) {
        let mut pair = Vec::new();
        for id in &wanted {
            if self.kept.is_gone() {
                return;
            }
            if let Some(side) = self.side(id).await {
                pair.push(side);
            }
        }
        let is_current = || !self.kept.is_gone() && untrack(|| self.standing() == wanted);
        if let Ok(pair) = <[Side; 2]>::try_from(pair)
            && is_current()
        {
            let _ = self.pair.try_set(Some(pair));
        }
    }

    /// One of the two; none where it cannot be read, which is noted.
    async fn side(self, id: &str) -> Option<Side> {
        if id == NOW {
            return Some(Side::Now);
        }
        let in_hand = untrack(|| self.pair.get()).into_iter().flatten();
        if let Some(side) = in_hand.into_iter().find(|side| side.id() == id) {
            return Some(side);
        }
        let came = self.came.with_value(Clone::clone);
        if let Some(came) = came.filter(|came| came.id.to_string() == id) {
            return Some(Side::Taken(came));
        }
        let id = id.parse().ok()?;
        let snapshot = self.session.snapshot_to_compare(id).await;
        self.kept.note(self.session, id, snapshot.as_deref());
        Some(Side::Taken(snapshot?))
    }

    /// The two compared; none before they are read.
    pub fn comparison(self) -> Option<Comparison> {
        let asked = self.session.questionnaire;
        self.pair.with(|pair| match pair.as_ref()? {
            [Side::Now, Side::Now] => self.with_own(|own| Comparison::of(asked, own, own)),
            [Side::Taken(before), Side::Taken(after)] => {
                Some(Comparison::of(asked, &before.dossier, &after.dossier))
            }
            [Side::Now, Side::Taken(after)] => {
                self.with_own(|own| Comparison::of(asked, own, &after.dossier))
            }
            [Side::Taken(before), Side::Now] => {
                self.with_own(|own| Comparison::of(asked, &before.dossier, own))
            }
        })
    }

    /// Which two are compared, in words: paper has no list of choices.
    pub fn in_words(self) -> String {
        let named = |pair: &[Side; 2]| {
            let [before, after] = pair;
            say::between(&before.named(), &after.named())
        };
        let pair = self.pair.with(|pair| pair.as_ref().map(named));
        pair.unwrap_or_default()
    }

    fn with_own(self, compare: impl FnOnce(&Dossier) -> Comparison) -> Option<Comparison> {
        Some(self.session.read(compare))
    }
}
