//! What a document and a history say the same way, version 1: a file for each member. Types are taken apart without `..`,
//! so that a field that joins one is decided upon.

pub mod adaptation;
pub mod answers;
pub mod contacts;
pub mod decisions;
pub mod follow_up;
pub mod identity;
pub mod plan;
pub mod review;

use crate::domain::date::Day;
use crate::domain::json;
use crate::domain::school::answers::at_most;

/// Reads a string into `text`, cut to `max` characters; whether it was read whole.
pub fn read_text(raw: &str, max: usize, text: &mut String) -> bool {
    let Ok(read) = json::string(raw) else {
        return false;
    };
    *text = at_most(&read, max);
    *text == read
}

/// Reads a day such as `"2026-11-23"`; whether it was one.
pub(super) fn read_day(raw: &str, day: &mut Option<Day>) -> bool {
    let read: Option<Day> = json::string(raw).ok().and_then(|text| text.parse().ok());
    read_choice(read.map(Some), day)
}

/// Takes a choice, where one was read; whether one was.
pub(super) fn read_choice<T>(read: Option<T>, choice: &mut T) -> bool {
    let is_read = read.is_some();
    if let Some(read) = read {
        *choice = read;
    }
    is_read
}
