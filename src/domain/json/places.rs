//! Where something stands in a JSON text, in bytes: for whoever wrote it by hand. Read after a refusal only.

use super::scan::{self, Scanner, whole};
use super::{DEPTH_MAX, NotThis, string};

/// Where a text stops being JSON; `None` where it is JSON.
pub fn stops_at(text: &str) -> Option<usize> {
    scan::stops_at(text, DEPTH_MAX)
}

/// Where the name of a member stands in the object that this text is, and where its value does, with that value.
pub fn member_at<'a>(text: &'a str, name: &str) -> Option<(usize, usize, &'a str)> {
    let mut found = None;
    for (own, value) in members(text) {
        if string(own).as_deref() == Ok(name) {
            found = found.or(Some((place(text, own)?, place(text, value)?, value)));
        }
    }
    found
}

/// Where a value of the list that this text is stands, and the value.
pub fn element_at(text: &str, number: usize) -> Option<(usize, &str)> {
    let value = *elements(text).get(number)?;
    Some((place(text, value)?, value))
}

/// A name that an object of this text has twice, and where it stands for the second time.
pub fn twin_at(text: &str) -> Option<(usize, String)> {
    let members = members(text);
    // Sorted, so that a hostile object of a million names costs no more than its length.
    let mut names = Vec::new();
    for (name, _) in &members {
        names.push((string(name).ok()?, place(text, name)?));
    }
    names.sort_unstable();
    let twins = names.windows(2).filter_map(|pair| match pair {
        [(one, _), (other, at)] if one == other => Some((*at, other.clone())),
        _ => None,
    });
    let values = members.into_iter().map(|(_, value)| value);
    let mut values = values.chain(elements(text));
    twins.min().or_else(|| {
        values.find_map(|value| {
            let (at, twin) = twin_at(value)?;
            Some((place(text, value)? + at, twin))
        })
    })
}

/// Names and values, as raw texts; none where it is no object.
fn members(text: &str) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    let read = whole(text, |scanner: &mut Scanner<'_>| {
        scanner.object(DEPTH_MAX, &mut |name, value| {
            all.push((name, value));
            Ok(())
        })
    });
    all.retain(|_| read == Ok(()));
    all
}

/// Values, as raw texts; none where it is no list.
fn elements(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let read: Result<(), NotThis> = whole(text, |scanner| {
        scanner.array(DEPTH_MAX, &mut |value| {
            all.push(value);
            Ok(())
        })
    });
    all.retain(|_| read == Ok(()));
    all
}

/// Where a piece of a text stands in it.
fn place(text: &str, piece: &str) -> Option<usize> {
    piece.as_ptr().addr().checked_sub(text.as_ptr().addr())
}
