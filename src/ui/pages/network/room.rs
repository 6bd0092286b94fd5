//! What the pieces of the screen read.

use leptos::prelude::*;

use crate::browser::task;
use crate::domain::network::{Figures, Filter, Names};
use crate::session::{Session, Watch, network};
use crate::ui::kit::view::{View, effect, el_class};

/// How many pieces are made one after the other.
pub const TURNS: usize = 8;

/// What the screen reads, as long as it is shown. Cheap to copy: handles.
#[derive(Clone, Copy)]
pub struct Room {
    pub session: Session,
    pub watch: Watch,
    pub filter: RwSignal<Filter>,
    pub names: RwSignal<Names>,
    /// The figures of what is looked at; none where there are none, or too few.
    figures: StoredValue<Option<Figures>>,
    /// Each piece is made anew when its own changes.
    turns: StoredValue<[RwSignal<u32>; TURNS]>,
}

impl Room {
    /// Follows what is read and what is chosen.
    pub fn open(session: Session) -> Self {
        let turn = |_| RwSignal::new(0);
        let room = Self {
            session,
            watch: Watch::new(),
            filter: RwSignal::default(),
            names: RwSignal::default(),
            figures: StoredValue::new(None),
            turns: StoredValue::new([0; TURNS].map(turn)),
        };
        effect(Box::new(move || {
            let round = room.watch.revision.get();
            room.filter.track();
            room.names.track();
            task::spawn(room.show(round));
        }));
        room
    }

    /// Counts, then has each piece made, with a pause between them in which the page may answer.
    async fn show(self, round: u32) {
        let Some((filter, names)) = self.chosen() else {
            return;
        };
        let figures =
            network(|network| network.figures(self.session.questionnaire, &filter, names));
        let _ = self.figures.try_set_value(figures);
        // Counting a thousand schools is a turn of its own.
        task::pause(0).await;
        for turn in 0..TURNS {
            let is_latest = self.chosen().as_ref() == Some(&(filter.clone(), names))
                && self.watch.revision.try_get_untracked() == Some(round);
            let signal = self.turns.try_get_value();
            let signal = signal.and_then(|turns| turns.get(turn).copied());
            match signal {
                Some(signal) if is_latest => {
                    let _ = signal.try_update(|turn| *turn += 1);
                }
                Some(_) | None => return,
            }
            task::pause(0).await;
        }
    }

    fn chosen(self) -> Option<(Filter, Names)> {
        self.filter
            .try_get_untracked()
            .zip(self.names.try_get_untracked())
    }

    /// A piece of the screen, made in this turn.
    pub fn piece(self, turn: usize, piece: fn(Self) -> View) -> View {
        let signal = self.turns.with_value(|turns| turns.get(turn).copied());
        let key = move || signal.map_or(0, |signal| signal.get()).to_string();
        let made = move || {
            untrack(|| {
                if network(crate::domain::network::Network::is_empty) {
                    View::nothing()
                } else {
                    piece(self)
                }
            })
        };
        el_class("div", "network__piece")
            .dynamic_by(key, made)
            .view()
    }

    /// What `read` finds in the figures; nothing where there are none.
    pub fn figures(self, read: impl FnOnce(&Figures) -> View) -> View {
        self.figures
            .with_value(|figures| figures.as_ref().map(read))
            .into()
    }

    /// The same of anything.
    pub fn read_figures<T>(self, read: impl FnOnce(&Figures) -> T) -> Option<T> {
        self.figures
            .with_value(|figures| figures.as_ref().map(read))
    }

    /// Follows this turn.
    pub fn follow(self, turn: usize) {
        let signal = self.turns.with_value(|turns| turns.get(turn).copied());
        if let Some(signal) = signal {
            signal.track();
        }
    }

    /// Whether there are figures.
    pub fn has_figures(self) -> bool {
        self.figures.with_value(Option::is_some)
    }

    /// Whether schools are not named. Not followed: what depends on it is made anew.
    pub fn is_anonymous(self) -> bool {
        self.names.get_untracked() == Names::Hidden
    }
}
