//! Where in a questionnaire's file something is wrong: the line, for whoever wrote it by hand.

use super::QuestionnaireError;
use crate::domain::json::{Members, list, quoted};

/// What is wrong with a questionnaire's file, and where.
#[derive(Debug)]
pub struct Trouble {
    /// The lists on the way to it, each with the place in it, from 0.
    pub path: Vec<(&'static str, usize)>,
    /// What is wrong.
    pub why: QuestionnaireError,
}

impl<E: Into<QuestionnaireError>> From<E> for Trouble {
    fn from(why: E) -> Self {
        Self {
            path: Vec::new(),
            why: why.into(),
        }
    }
}

impl Trouble {
    /// The same, of what stands at this place of a list.
    #[must_use]
    pub(super) fn within(mut self, name: &'static str, place: usize) -> Self {
        self.path.insert(0, (name, place));
        self
    }

    /// The line of the file, from 1; that of what holds it where the member itself is missing.
    pub fn line(&self, text: &str) -> usize {
        let (mut start, mut region) = (0, text.to_owned());
        for (name, place) in &self.path {
            let Some((from, value)) = inside(&region, name, *place) else {
                break;
            };
            start += from;
            region = value;
        }
        let member = match &self.why {
            QuestionnaireError::Member(name) => find_member(&region, name),
            QuestionnaireError::Id(id) => region.find(&quoted(id)),
            QuestionnaireError::Json(_)
            | QuestionnaireError::Format
            | QuestionnaireError::Conditions => None,
        };
        let before = text.get(..start + member.unwrap_or(0)).unwrap_or(text);
        before.matches('\n').count() + 1
    }
}

/// Where a value of a list starts in the object that this text is, and the value.
fn inside(text: &str, name: &str, place: usize) -> Option<(usize, String)> {
    let raw = Members::read(text).ok()?.get(name)?.to_owned();
    let member = find_member(text, name)?;
    let mut start = member + text.get(member..)?.find(&raw)?;
    let mut found = None;
    for value in list(&raw).ok()?.into_iter().take(place + 1) {
        let from = start + text.get(start..)?.find(&value)?;
        start = from + value.len();
        found = Some((from, value));
    }
    found
}

/// Where the name of a member stands, as far as it can be told: followed by a colon.
fn find_member(text: &str, name: &str) -> Option<usize> {
    let quoted = quoted(name);
    let mut places = text.match_indices(&quoted);
    let is_name = |(place, _): &(usize, &str)| {
        let after = text.get(place + quoted.len()..).unwrap_or_default();
        after.trim_start().starts_with(':')
    };
    places.find(is_name).map(|(place, _)| place)
}
