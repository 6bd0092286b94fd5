//! Telling the person, in messages above the screen.

use leptos::prelude::*;
use std::mem::discriminant;

pub use crate::domain::notice::{NotOpened, Notice, about};

/// Says it, once; of several copies, the last.
pub fn add(notices: RwSignal<Vec<Notice>>, notice: Notice) {
    notices.update(|all| {
        // Two of a kind differ by their moment only.
        all.retain(|other| discriminant(other) != discriminant(&notice));
        all.push(notice);
    });
}
