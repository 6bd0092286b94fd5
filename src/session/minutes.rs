//! What was written for a council: a setting of this device. Where the browser keeps none, it lives as long as the page.

use leptos::prelude::*;

use super::Session;
use crate::domain::minutes::Minutes;

/// Key of the setting.
const KEY: &str = "minutes";

impl Session {
    /// What was written for a council.
    pub fn minutes(&self) -> Minutes {
        let local = self.stores().local;
        let kept = local.and_then(|local| local.read(KEY).ok().flatten());
        Minutes::read(&kept.unwrap_or_else(|| self.desk(|desk| desk.minutes.clone())))
    }

    /// Keeps it. Whether it stays when the page is closed.
    pub fn keep_minutes(&self, minutes: &Minutes) -> bool {
        let text = minutes.write();
        let local = self.stores().local;
        let is_kept = local.is_some_and(|local| local.write(KEY, &text).is_ok());
        self.desk.update_value(|desk| desk.minutes = text);
        is_kept
    }

    /// Whether settings stay when the page is closed, as far as is known before one is written.
    pub fn keeps_settings(&self) -> bool {
        self.stores().local.is_some()
    }
}
