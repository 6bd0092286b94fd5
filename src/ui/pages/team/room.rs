//! What the screens of « Équipe » read: the answers that this device keeps, and how they spread.

use leptos::prelude::*;

use crate::browser::task;
use crate::domain::school::questionnaire::{Item, ItemId};
use crate::domain::school::team::{Decision, Gathered, Spread, spreads};
use crate::session::{NotFrozen, Session};
use crate::ui::kit::view::effect;
use crate::words::fr;

/// What a screen reads, as long as it is shown. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
pub struct Room {
    /// One's own dossier.
    pub session: Session,
    /// The answers, once they are read.
    pub gathered: RwSignal<Gathered>,
    /// How many more are of another questionnaire: they are kept, and not counted.
    pub elsewhere: RwSignal<usize>,
    /// Whether they are.
    pub is_read: RwSignal<bool>,
    /// The spread of each item, the largest disagreement first.
    pub spreads: Memo<Vec<Spread>>,
}

impl Room {
    /// Reads the answers now, and again when another tab received some, or had the pen until now.
    pub fn open(session: Session) -> Self {
        let gathered = RwSignal::new(Gathered::default());
        let counted = move |_: Option<&Vec<Spread>>| {
            gathered.with(|gathered| spreads(session.questionnaire, gathered))
        };
        let room = Self {
            session,
            gathered,
            elsewhere: RwSignal::new(0),
            is_read: RwSignal::new(false),
            spreads: Memo::new(counted),
        };
        effect(Box::new(move || {
            let _ = session.is_elsewhere();
            task::spawn(room.read());
        }));
        session.on_gathered_elsewhere(move || task::spawn(room.read()));
        room
    }

    /// Reads the answers again: what was shown of a change could not be kept.
    pub async fn read(self) {
        let found = self.session.gathered().await;
        self.show(found);
        // The screen may have been left meanwhile.
        let _ = self
            .elsewhere
            .try_set(self.session.gathered_elsewhere().await);
        let _ = self.is_read.try_set(true);
    }

    /// Shows what is kept, where that is not what is shown.
    pub fn show(self, kept: Gathered) {
        let is_other = self.gathered.try_with_untracked(|shown| *shown != kept);
        if is_other == Some(true) {
            let _ = self.gathered.try_set(kept);
        }
    }

    /// Whether nobody's answer is here.
    pub fn is_empty(self) -> bool {
        self.gathered.with(Gathered::is_empty)
    }

    /// The spread of one item.
    pub fn spread(self, item: ItemId) -> Option<Spread> {
        self.spreads
            .with(|all| all.iter().find(|spread| spread.item == item).cloned())
    }

    /// What was decided of an item, which alone runs what reads it.
    pub fn decision(self, item: ItemId) -> Memo<Decision> {
        let session = self.session;
        Memo::new(move |_| session.read(|dossier| dossier.decisions.get(item)))
    }

    /// The dossier's answer to an item, in words.
    pub fn answer_words(self, item: &'static Item) -> String {
        let declared = self
            .session
            .answer(item.id, |answer| answer.response.declared());
        let statements = self.session.counted(item).statements;
        fr::team::answer(item, statements, declared.map(fr::declared))
    }

    /// How many items are decided.
    pub fn decided(self) -> usize {
        self.session.read(|dossier| {
            let decisions = dossier.decisions.iter();
            decisions
                .filter(|(_, decision)| decision.on.is_some())
                .count()
        })
    }
}

/// How many parts of a long screen are made: one more with each task, up to all of them.
pub fn in_slices(parts: usize) -> RwSignal<usize> {
    let made = RwSignal::new(1);
    task::spawn(async move {
        for part in 2..=parts {
            task::pause(0).await;
            // The screen may have been left meanwhile.
            if made.try_set(part).is_some() {
                return;
            }
        }
    });
    made
}

/// Why nothing was kept, in words.
pub fn not_kept(why: NotFrozen) -> &'static str {
    match why {
        NotFrozen::Elsewhere => fr::team::ELSEWHERE,
        NotFrozen::Refused => fr::team::REFUSED,
    }
}
