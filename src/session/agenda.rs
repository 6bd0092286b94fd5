//! The calendar of one's own plan, and what calendars were given before: a setting of this device, by which what is deleted since is
//! cancelled.

use leptos::prelude::*;

use super::Session;
use super::papers::save;
use crate::browser::file::Content;
use crate::browser::{clock, documents};
use crate::domain::date::Moment;
use crate::domain::formats::document::write_document;
use crate::domain::formats::file::name_of;
use crate::domain::papers::NotMade;
use crate::domain::school::dossier::Bin;

pub use crate::browser::documents::{Reminders, Wanted};

/// Key of the setting.
const KEY: &str = "calendar";

impl Session {
    /// Gives the dates as a calendar. Returns its name. What was deleted is in it as cancelled alone.
    ///
    /// # Errors
    /// Where nothing has a date, it could not be made, or the browser cannot make a file.
    pub async fn save_calendar(self, wanted: Wanted) -> Result<String, NotMade> {
        let stamp = clock::universal().ok_or(NotMade::NotLoaded)?;
        let (text, school) = self.dossier.with_untracked(|dossier| {
            let text = write_document(&dossier.for_file(Bin::LeftOut));
            (text, dossier.identity.school.clone())
        });
        let local = self.stores().local;
        let before = local.and_then(|local| local.read(KEY).ok().flatten());
        let before = before.unwrap_or_default();
        let made = documents::calendar(&text, stamp, &wanted, &before);
        let calendar = made.await?.ok_or(NotMade::NoDueDate)?;
        let name = name_of(&school, clock::now().map(Moment::day), "ics");
        let name = save(name, "text/calendar", Content::Text(&calendar.text))?;
        // Where it is refused, what is deleted later is cancelled in no agenda: the screen says what to do then.
        let _ = local.map(|local| local.write(KEY, &calendar.exported));
        Ok(name)
    }
}
