//! One file with every dossier of this browser.

use leptos::prelude::*;

use super::Session;
use crate::browser::{clock, file, location};
use crate::domain::date::Moment;
use crate::domain::formats::centres::{Included, ROOM, write_centres};
use crate::domain::formats::file::{file_name, write_file};
use crate::domain::formats::handover::write_handover;
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::dossier::Bin;
use crate::domain::school::library::Listed;

/// A file with every dossier was given to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAll {
    /// Its name.
    pub name: String,
    /// How many dossiers are in it.
    pub dossiers: usize,
    /// How many positionings there was no room for.
    pub left_out: usize,
}

impl Session {
    /// Saves every dossier but those in « Corbeille » as one file, with the positionings that are kept.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub async fn save_all_dossiers(self) -> Result<SavedAll, file::Refused> {
        let library = self.library().await;
        let all = [library.in_use(), library.archived()].concat();
        let mut room = ROOM;
        let mut texts: Vec<(Listed, String)> = Vec::new();
        let mut left_out = 0;
        for (id, listed) in all {
            let (dossier, taken) = self.whole_of(id).await;
            let taken: Vec<_> = taken.into_iter().map(|(_, text)| text).collect();
            let whole = write_handover(&dossier, Bin::Given, &taken);
            let text = if whole.text.len() <= room {
                left_out += whole.left_out;
                whole.text
            } else {
                left_out += taken.len();
                write_file(&dossier, Bin::Given)
            };
            room = room.saturating_sub(text.len());
            texts.push((listed.clone(), text));
        }
        let name = file_name("tous-les-centres", clock::now().map(Moment::day));
        file::save(&name, &write_centres(&texts))?;
        Ok(SavedAll {
            name,
            dossiers: texts.len(),
            left_out,
        })
    }

    /// Shows the dossiers of a file that was opened; none is added before the person chose.
    pub(in crate::session) fn show_included(self, name: String, all: Vec<Included>) {
        let key = self.desk(|desk| desk.included_key);
        self.desk
            .update_value(|desk| desk.included = Some((name, all)));
        // Another file of the same name may come in.
        key.update(|key| key.push('.'));
        location::go(&Route::Centres(CentresScreen::List).to_string());
    }

    /// What `read` finds in the file with several dossiers that is open, with its name; nothing where none is.
    pub fn included<T>(self, read: impl FnOnce(&str, &[Included]) -> T) -> Option<T> {
        self.desk(|desk| {
            let (name, all) = desk.included.as_ref()?;
            Some(read(name, all))
        })
    }

    /// It changes when the open file does; followed.
    pub fn included_key(&self) -> String {
        self.desk(|desk| desk.included_key).get()
    }

    /// Closes the file.
    pub fn close_included(self) {
        let key = self.desk(|desk| desk.included_key);
        self.desk.update_value(|desk| desk.included = None);
        key.update(|key| key.push('.'));
    }
}
