//! The day, as one signal: whatever shows a day reads it here, and follows midnight.

use leptos::prelude::*;

use super::{Notice, Session, theme};
use crate::browser::{clock, page};
use crate::domain::date::Moment;

/// How often the clock is looked at, in milliseconds. A timer set for midnight would come late on a device
/// that slept meanwhile.
const LOOKING: i32 = 60_000;

impl Session {
    /// Has the day follow the clock, and the look the system's wish, for as long as the page lives.
    pub(super) async fn follow_world(self) {
        self.register_history();
        theme::follow_system(self.theme);
        self.follow_clock();
        self.follow_adaptation();
        self.follow_bin();
        self.look_for_centres().await;
        self.look_ahead().await;
    }

    /// Has the day follow the clock for as long as the page lives: by itself, and at once where the person comes
    /// back to the tab or wakes the device.
    fn follow_clock(self) {
        let look = move || {
            self.look_at_clock();
        };
        page::every(LOOKING, look);
        for event in ["visibilitychange", "pageshow", "focus"] {
            page::on_window(event, Box::new(look));
        }
    }

    /// The moment of an edit. Where the clock shows a year that no date has, nothing can be kept: this is said,
    /// and every field shows again what is kept.
    pub(super) fn moment_of_edit(&self) -> Option<Moment> {
        let now = self.look_at_clock();
        if now.is_none() {
            self.show_again();
            self.refuse(Notice::NoClock);
        }
        now
    }

    fn look_at_clock(&self) -> Option<Moment> {
        let now = clock::now();
        let (day, before) = (now.map(Moment::day), self.day.get_untracked());
        if day != before {
            self.day.set(day);
        }
        if before.is_none() && day.is_some() {
            self.dismiss(Notice::NoClock);
        }
        now
    }
}
