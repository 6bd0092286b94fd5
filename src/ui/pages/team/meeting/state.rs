//! What a meeting holds: the item that is projected, what was revealed, how long it takes.

use leptos::prelude::*;
use std::cell::Cell;

use crate::browser::clock;
use crate::domain::date::Moment;
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::{Item, ItemId, Stage};
use crate::domain::school::team::{Looked, Meeting, is_long};
use crate::session::Session;
use crate::ui::kit::view::effect;
use crate::ui::pages::team::agreed;
use crate::ui::pages::team::room::Room;

/// What a meeting holds. Cheap to copy: handles.
#[derive(Clone, Copy)]
pub struct State {
    /// The answers.
    pub room: Room,
    /// Who is there, how long items took.
    pub meeting: RwSignal<Meeting>,
    /// The item that is projected; `None` for the minutes.
    pub item: Memo<Option<ItemId>>,
    /// The items that are revealed.
    pub revealed: RwSignal<Vec<ItemId>>,
    /// The stage of a long item.
    pub stage: RwSignal<Stage>,
    /// Whether keys of one letter do something.
    pub letters: RwSignal<bool>,
}

impl State {
    /// Goes on with the meeting that this device keeps.
    pub fn open(session: Session) -> Self {
        let item = move |_: Option<&Option<ItemId>>| match session.route.get() {
            Some(Route::Team(TeamScreen::Meeting(item))) => item,
            _ => None,
        };
        let state = Self {
            room: Room::open(session),
            meeting: RwSignal::new(session.meeting()),
            item: Memo::new(item),
            revealed: RwSignal::default(),
            stage: RwSignal::new(Stage::One),
            letters: RwSignal::new(session.has_letter_keys()),
        };
        session.on_meeting_elsewhere(move || {
            let kept = session.meeting();
            let is_other = state.meeting.try_with_untracked(|shown| *shown != kept);
            if is_other == Some(true) {
                let _ = state.meeting.try_set(kept);
            }
        });
        state.time();
        state
    }

    /// Counts how long each item is projected.
    fn time(self) {
        let since: Cell<Option<(ItemId, Moment)>> = Cell::new(None);
        let since = StoredValue::new_local(since);
        let spent = move |next: Option<ItemId>| {
            let now = clock::now();
            let before = since.try_with_value(|since| since.replace(next.zip(now)));
            if let Some(((item, from), now)) = before.flatten().zip(now) {
                self.spend(item, now.seconds_since(from).unwrap_or_default());
            }
        };
        effect(Box::new(move || {
            let item = self.item.get();
            self.stage.set(Stage::One);
            untrack(|| spent(item));
        }));
        on_cleanup(move || spent(None));
    }

    fn spend(self, item: ItemId, seconds: u64) {
        self.change(|meeting| {
            let looked = meeting.looked(item);
            let more = u32::try_from(seconds).unwrap_or_default();
            meeting.look(Looked {
                seconds: looked.seconds.saturating_add(more),
                ..looked
            });
        });
    }

    /// Changes the meeting, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Meeting)) {
        let kept = self.meeting.try_update(|meeting| {
            meeting.on = meeting.on.or(clock::now().map(Moment::day));
            change(meeting);
            meeting.clone()
        });
        if let Some(meeting) = kept {
            self.room.session.save_meeting(&meeting);
        }
    }

    /// The item that is projected.
    pub fn shown(self) -> Option<&'static Item> {
        self.room
            .session
            .questionnaire
            .item(self.item.get_untracked()?)
    }

    /// Whether what is decided of this item, and how the answers spread, is shown; follows that.
    pub fn is_revealed(self, item: ItemId) -> bool {
        self.revealed.with(|all| all.contains(&item))
    }

    /// Shows the spread of the item that is projected, as a key does.
    pub fn reveal_item(self, item: &'static Item) {
        self.reveal(item.id);
    }

    /// Which item that is, now.
    pub fn item_now(self) -> Option<ItemId> {
        self.item.get_untracked()
    }

    /// Shows the spread of an item.
    pub fn reveal(self, item: ItemId) {
        self.revealed.update(|all| {
            if !all.contains(&item) {
                all.push(item);
            }
        });
    }

    /// Keeps the answer of the item that is projected, where it has one.
    pub fn keep(self) {
        if let Some(item) = self.shown() {
            agreed::keep_answered(self.room, item);
        }
    }

    /// Goes this way: to the next stage of a long item, then to the next item, then to the minutes.
    pub fn go(self, way: Way) {
        if let Some(stage) = self.next_stage(way) {
            return self.stage.set(stage);
        }
        let next = self.neighbour(way);
        self.room.session.go(Route::Team(TeamScreen::Meeting(next)));
    }

    fn next_stage(self, way: Way) -> Option<Stage> {
        self.shown().filter(|item| is_long(item))?;
        let place = self.stage.get_untracked().index();
        let next = match way {
            Way::Forth => place.checked_add(1)?,
            Way::Back => place.checked_sub(1)?,
        };
        Stage::ALL.get(next).copied()
    }

    /// The item before or after the one that is projected; `None` for the minutes.
    pub fn neighbour(self, way: Way) -> Option<ItemId> {
        let ids = self.room.session.questionnaire.items().map(|item| item.id);
        let ids: Vec<_> = ids.collect();
        let Some(item) = self.item.get_untracked() else {
            return match way {
                Way::Forth => ids.first().copied(),
                Way::Back => ids.last().copied(),
            };
        };
        let place = ids.iter().position(|id| *id == item)?;
        match way {
            Way::Forth => ids.get(place + 1).copied(),
            Way::Back => ids.get(place.checked_sub(1)?).copied(),
        }
    }
}

/// Which way one goes through the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the item before.
    Back,
    /// To the item after.
    Forth,
}
