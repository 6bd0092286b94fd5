//! Where in a questionnaire's file something is wrong, and what: for whoever wrote it by hand.

use super::QuestionnaireError;
use crate::domain::json::{element_at, member_at, stops_at, twin_at};

/// What is wrong with a questionnaire's file, and the way to it.
#[derive(Debug)]
pub struct Trouble {
    path: Vec<Step>,
    why: QuestionnaireError,
}

/// One step into a text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// The value of this member of an object.
    Member(&'static str),
    /// The value at this place of a list, from 0.
    Place(usize),
}

/// What is wrong with a questionnaire's file, and its line from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line; that of what holds it where a member is missing.
    pub line: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong on a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The text is none of ours: it does not even begin like one.
    Foreign,
    /// The text ends before it is whole.
    Cut,
    /// From here on it is not JSON.
    Grammar,
    /// An object has this name twice.
    Twin(String),
    /// It is JSON, of something else.
    Format,
    /// This member is missing.
    Missing(&'static str),
    /// This member is not what it should be.
    Kind(&'static str),
    /// This member holds nothing.
    Empty(&'static str),
    /// An id is not one, does not match its place, or is there twice.
    Id(String),
    /// A statement must have 1 to 32 conditions of different numbers.
    Conditions,
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
    /// The same, of what stands at this place of the list that a member is.
    #[must_use]
    pub(super) fn within(self, name: &'static str, place: usize) -> Self {
        self.on_the_way(Step::Place(place))
            .on_the_way(Step::Member(name))
    }

    /// The same, of what stands one step further.
    #[must_use]
    pub(super) fn on_the_way(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }

    /// What is wrong with this text, and its line.
    pub fn fault(&self, text: &str) -> Fault {
        let (at, wrong) = self.found(text);
        let before = text.get(..at).unwrap_or(text);
        Fault {
            line: before.matches('\n').count() + 1,
            wrong,
        }
    }

    fn found(&self, text: &str) -> (usize, Wrong) {
        if let Some(at) = stops_at(text) {
            let wrong = match text.trim_start() {
                rest if !rest.starts_with('{') => Wrong::Foreign,
                _ if at >= text.len() => Wrong::Cut,
                _ => Wrong::Grammar,
            };
            return (at, wrong);
        }
        // A name that stands twice is refused as if the whole were of another kind.
        if let Some((at, name)) = twin_at(text) {
            return (at, Wrong::Twin(name));
        }
        let (start, region) = self.region(text);
        let member = |name| member_at(region, name).map(|(name, _, _)| start + name);
        match &self.why {
            QuestionnaireError::Json(_) => (0, Wrong::Foreign),
            QuestionnaireError::Format => (member("format").unwrap_or(0), Wrong::Format),
            QuestionnaireError::Member(name) => match member(name) {
                Some(at) => (at, Wrong::Kind(name)),
                // The value itself, in a list, is of another kind.
                None if !region.starts_with('{') || self.is_element_of(name) => {
                    (start, Wrong::Kind(name))
                }
                None => (start, Wrong::Missing(name)),
            },
            QuestionnaireError::Empty(name) => (member(name).unwrap_or(start), Wrong::Empty(name)),
            QuestionnaireError::Id(id) => (member("id").unwrap_or(start), Wrong::Id(id.clone())),
            QuestionnaireError::Conditions => (start, Wrong::Conditions),
        }
    }

    /// Whether the last steps lead to a value of the list of this name.
    fn is_element_of(&self, name: &str) -> bool {
        let mut steps = self.path.iter().rev();
        let is_place = matches!(steps.next(), Some(Step::Place(_)));
        is_place && matches!(steps.next(), Some(Step::Member(last)) if *last == name)
    }

    /// What the steps lead to in this text, and where that begins.
    fn region<'a>(&self, text: &'a str) -> (usize, &'a str) {
        let (mut start, mut region) = (0, text);
        for step in &self.path {
            let next = match step {
                Step::Member(name) => member_at(region, name).map(|(_, at, value)| (at, value)),
                Step::Place(place) => element_at(region, *place),
            };
            let Some((at, value)) = next else { break };
            start += at;
            region = value;
        }
        (start, region)
    }
}
