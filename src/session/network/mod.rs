//! « Réseau »: what somebody gathered of many schools. In memory only, for as long as the page is open: nothing is written,
//! nothing leaves the device. Read file by file, with a pause between slices, so that the page answers meanwhile.

mod giving;
mod reading;

use leptos::prelude::*;
use std::cell::RefCell;

use super::Session;
use crate::browser::folder::{Dropped, Listed};
use crate::browser::{clock, task};
use crate::domain::network::Network;
use reading::Reading;

/// Most files that are looked at of what is given at once.
const FILES_MAX: usize = 4_000;

thread_local! {
    /// The network of this visit.
    static NETWORK: RefCell<Network> = RefCell::default();
}

/// What somebody gives to be read.
#[derive(Debug)]
pub enum Came {
    /// Files that were chosen.
    Files(Vec<Listed>),
    /// Files and folders that were dropped.
    Dropped(Dropped),
    /// A text with links or codes.
    Text(String),
}

/// How far reading is, and whether somebody stopped it. Cheap to copy: handles.
#[derive(Clone, Copy)]
pub struct Watch {
    /// How many of how many are read; none while nothing is.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Whether it is to stop.
    pub is_stopped: RwSignal<bool>,
    /// It changes when the network does.
    pub revision: RwSignal<u32>,
}

impl Watch {
    /// Nothing is being read.
    pub fn new() -> Self {
        Self {
            progress: RwSignal::new(None),
            is_stopped: RwSignal::new(false),
            revision: RwSignal::new(0),
        }
    }

    /// Whether somebody stopped it, or left the screen.
    fn is_over(self) -> bool {
        self.is_stopped.try_get_untracked() != Some(false)
    }
}

impl Default for Watch {
    fn default() -> Self {
        Self::new()
    }
}

/// What became of what was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// How many files, or links, were read.
    pub read: usize,
    /// How many there were.
    pub of: usize,
    /// Whether there were more files than are looked at.
    pub is_cut: bool,
}

/// What `read` finds in the network of this visit.
pub fn network<T>(read: impl FnOnce(&Network) -> T) -> T {
    NETWORK.with_borrow(read)
}

/// Forgets it.
pub fn forget_network(watch: Watch) {
    NETWORK.take();
    watch.revision.update(|revision| *revision += 1);
}

impl Session {
    /// Adds what was given to the network of this visit, under this label; without one, that of its folder.
    pub async fn gather_schools(self, came: Came, label: String, watch: Watch) -> Read {
        watch.is_stopped.set(false);
        watch.progress.set(Some((0, 0)));
        let mut reading = Reading {
            session: self,
            label,
            watch,
            since: clock::milliseconds(),
            done: Read::default(),
        };
        match came {
            Came::Text(text) => reading.text(&text).await,
            Came::Files(files) => reading.files(files, false).await,
            Came::Dropped(dropped) => {
                let (files, is_whole) = dropped.list(FILES_MAX).await;
                reading.files(files, !is_whole).await;
            }
        }
        task::pause(0).await;
        // The screen may be gone by now.
        let _ = watch.progress.try_set(None);
        let _ = watch.revision.try_update(|revision| *revision += 1);
        reading.done
    }
}
