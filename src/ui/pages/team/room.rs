//! What the screens of « Équipe » read: the answers that this device keeps, and how they spread.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

use crate::browser::task;
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire};
use crate::domain::school::team::{
    Addition, Contribution, ContributionId, Decision, Gathered, Spread, spreads,
};
use crate::session::{NotFrozen, Session};
use crate::ui::kit::view::effect;
use crate::words::fr;

/// What a screen reads, as long as it is shown. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
pub struct Room {
    /// One's own dossier.
    pub session: Session,
    /// The answers, once they are read; changed by [`Room::change`] only.
    pub gathered: RwSignal<Gathered>,
    /// How often this page changed what is shown of them.
    changes: StoredValue<u32>,
    /// What the school asked before, as far as this device knows.
    pub earlier: StoredValue<Vec<Questionnaire>>,
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
            changes: StoredValue::new(0),
            earlier: StoredValue::new(Vec::new()),
            elsewhere: RwSignal::new(0),
            is_read: RwSignal::new(false),
            spreads: Memo::new(counted),
        };
        // The state of saving changes with each tick: who has the pen seldom does.
        let is_elsewhere = Memo::new(move |_| session.is_elsewhere());
        effect(Box::new(move || {
            is_elsewhere.track();
            task::spawn(room.read());
        }));
        session.on_gathered_elsewhere(move || task::spawn(room.read()));
        room
    }

    /// Reads the answers again: another tab changed them, or what was shown of a change could not be kept.
    pub async fn read(self) {
        loop {
            let before = self.changes.try_get_value();
            let (found, others) = self.session.gathered().await;
            // What was read while this page changed them may be of before that.
            if self.changes.try_get_value() != before {
                continue;
            }
            let is_other = self.gathered.try_with_untracked(|shown| *shown != found);
            if is_other == Some(true) {
                let _ = self.gathered.try_set(found);
            }
            // The screen may have been left meanwhile.
            let _ = self.elsewhere.try_set(others);
            break;
        }
        let earlier = self.session.asked_before().await;
        let _ = self.earlier.try_set_value(earlier);
        let _ = self.is_read.try_set(true);
    }

    /// Shows answers that are kept now, beside those that are shown: what came in or went meanwhile stays as it is.
    pub fn add(self, came: Vec<Contribution>) {
        self.change(|all| {
            let became: Vec<_> = came.into_iter().map(|one| all.add(one)).collect();
            became
                .iter()
                .any(|one| matches!(one, Addition::Added | Addition::Replaced))
        });
    }

    /// Shows that one is not kept any more.
    pub fn remove(self, id: ContributionId) {
        self.change(|all| all.remove(id).is_some());
    }

    /// Changes what is shown, where `change` says that it did, as long as the screen is there.
    fn change(self, change: impl FnOnce(&mut Gathered) -> bool) {
        let _ = self.changes.try_update_value(|count| *count += 1);
        let _ = self.gathered.try_maybe_update(|all| (change(all), ()));
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

/// Shows so many parts of a long screen one after the other, each in a task of its own, so that the page stays quick: now, and
/// again whenever what `changed` reads changes. `show` says whether a part had to be shown anew; the first that had is shown at
/// once.
pub fn in_turn(parts: usize, changed: impl Fn() + 'static, show: impl Fn(usize) -> bool + 'static) {
    let (round, show) = (Rc::new(Cell::new(0_u32)), Rc::new(show));
    effect(Box::new(move || {
        changed();
        let turn = round.get().wrapping_add(1);
        round.set(turn);
        let (round, show) = (round.clone(), show.clone());
        let mut left = 0..parts;
        if !untrack(|| left.any(|part| show(part))) {
            return;
        }
        task::spawn(async move {
            task::pause(0).await;
            // Another change shows all of it again.
            while round.get() == turn && left.any(|part| show(part)) {
                task::pause(0).await;
            }
        });
    }));
}

/// Why nothing was kept, in words.
pub fn not_kept(why: NotFrozen) -> &'static str {
    match why {
        NotFrozen::Elsewhere => fr::team::ELSEWHERE,
        NotFrozen::Refused => fr::team::REFUSED,
    }
}
