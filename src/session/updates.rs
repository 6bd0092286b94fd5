//! Versions of the page: kept for work without a network, and put to use when the person agrees.

use leptos::prelude::*;

use super::{Notice, Session};
use crate::browser::{task, worker};

impl Session {
    /// Has the page cached for work without a network; a newer version is announced, never imposed.
    pub(super) async fn cache_page(self) {
        let notices = self.notices;
        let found = move || {
            notices.update(|all| {
                if !all.contains(&Notice::NewVersion) {
                    all.push(Notice::NewVersion);
                }
            });
        };
        worker::cache_page(found).await;
    }

    /// Puts the newer version of the page to use.
    pub fn use_new_version(&self) {
        task::spawn(worker::use_new_version());
    }
}
