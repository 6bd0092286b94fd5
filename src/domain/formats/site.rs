//! `site.json`, which the host of the page writes by hand and keeps beside it. Never written by us. A member
//! that is missing says nothing, one that is unknown is passed over, one of the wrong kind is named.

use crate::domain::json::{Members, list, string};
use crate::domain::site::{
    Published, QUESTIONNAIRES_MAX, REGIONAL_MAX, Site, SiteFact, is_beside, tidy,
};

/// Largest file that is read, in bytes.
pub const BYTES_MAX: usize = 64_000;

/// The member with the regional contacts.
pub const REGIONAL: &str = "contacts_regionaux";

/// The member with the questionnaires, and the two of each.
pub const QUESTIONNAIRES: &str = "questionnaires";
const TITLE: &str = "titre";
const FILE: &str = "fichier";

/// Why nothing of the file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SiteError {
    /// No file, or none that could be fetched.
    #[error("no file")]
    Absent,
    /// More than [`BYTES_MAX`] bytes.
    #[error("larger than {BYTES_MAX} bytes")]
    TooBig,
    /// Saved in another encoding than UTF-8: accents are lost.
    #[error("not a UTF-8 text")]
    NotUtf8,
    /// Not a JSON object.
    #[error("not a JSON object")]
    NotJson,
}

/// Reads the file, decoded as browsers do: what is no UTF-8 is U+FFFD there. A byte order mark, which some
/// programs add, is passed over.
///
/// # Errors
/// Where it is too big, in another encoding, or no JSON object.
pub fn read_site(text: &str) -> Result<Site, SiteError> {
    if text.len() > BYTES_MAX {
        return Err(SiteError::TooBig);
    }
    if text.chars().any(|char| char == char::REPLACEMENT_CHARACTER) {
        return Err(SiteError::NotUtf8);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Some hosts answer with a page of theirs where a file is missing.
    if text.trim_start().starts_with('<') {
        return Err(SiteError::Absent);
    }
    let members = Members::read(text).map_err(|_| SiteError::NotJson)?;
    let mut site = Site::default();
    for fact in SiteFact::ALL {
        match members.get(fact.name()).map(string) {
            Some(Ok(said)) => site.set(fact, &said),
            Some(Err(_)) => site.wrong.push(fact.name().to_owned()),
            None => {}
        }
    }
    if let Some(raw) = members.get(REGIONAL) {
        match regional(raw) {
            Some(contacts) => site.regional = contacts,
            None => site.wrong.push(REGIONAL.to_owned()),
        }
    }
    if let Some(raw) = members.get(QUESTIONNAIRES) {
        match questionnaires(raw) {
            Some(published) => site.questionnaires = published,
            None => site.wrong.push(QUESTIONNAIRES.to_owned()),
        }
    }
    Ok(site)
}

/// All of them, or none where one has no title, or a file that is not beside the page, or where they are too many. Those that
/// say nothing are left out.
fn questionnaires(raw: &str) -> Option<Vec<Published>> {
    let mut all = Vec::new();
    for raw in list(raw).ok()? {
        let members = Members::read(&raw).ok()?;
        let said = |name| string(members.get(name)?).ok().map(|text| tidy(&text));
        let (title, file) = (said(TITLE)?, said(FILE)?);
        if title.is_empty() && file.is_empty() {
            continue;
        }
        (!title.is_empty() && is_beside(&file)).then_some(())?;
        all.push(Published { title, file });
    }
    (all.len() <= QUESTIONNAIRES_MAX).then_some(all)
}

/// All of them, or none where one is not a text or they are too many. Those that say nothing are left out.
fn regional(raw: &str) -> Option<Vec<String>> {
    let mut contacts = Vec::new();
    for raw in list(raw).ok()? {
        let contact = tidy(&string(&raw).ok()?);
        if !contact.is_empty() {
            contacts.push(contact);
        }
    }
    (contacts.len() <= REGIONAL_MAX).then_some(contacts)
}
