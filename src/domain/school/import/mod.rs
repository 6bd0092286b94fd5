//! « Reprise d'un tableur »: what a table says, compared with the dossier. What differs becomes lines, each of which a
//! person keeps or takes; a blank cell says nothing, so nothing is ever emptied.

mod answers;
mod claims;
mod objectives;
mod taking;
mod trouble;

pub use claims::{Claims, ItemClaim, Mark, ObjectiveClaim, Place, Said};
pub use taking::take;
pub use trouble::{Refusal, Remark, Trouble, Why};

use super::answers::Response;
use super::dossier::Dossier;
use super::plan::{Objective, ObjectiveId, Priority, Status};
use super::questionnaire::{FieldId, ItemId, Questionnaire, Stage};
use crate::domain::date::Day;

/// What a table would change, and what was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What would change, in the order of the table.
    pub lines: Vec<Line>,
    /// What was not understood, and where.
    pub troubles: Vec<Trouble>,
    /// How many items and objectives the table speaks of.
    pub found: usize,
}

/// One thing that a table would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where the table says it.
    pub at: Place,
    /// What it would become.
    pub offer: Offer,
    /// Why it is not taken unless the person says so.
    pub remark: Option<Remark>,
}

/// What something would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The answer about an item.
    Response(ItemId, Response),
    /// The note of an item.
    Note(ItemId, String),
    /// The proof links of an item.
    Proofs(ItemId, Vec<String>),
    /// A part of an objective.
    Part(ObjectiveId, Part),
    /// An objective more.
    New(Objective),
}

/// A part of an objective, as a table says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The field it belongs to, and the item that it aims at.
    Aim(FieldId, Option<ItemId>),
    /// The stage.
    Stage(Stage),
    /// What is to be done.
    Description(String),
    /// Who leads it.
    Lead(String),
    /// When it starts.
    Start(Day),
    /// When it is due.
    Due(Day),
    /// What is measured.
    Indicator(String),
    /// The value to reach.
    Target(String),
    /// The means.
    Means(String),
    /// How far it is.
    Status(Status),
    /// Whether it was put first.
    Priority(Priority),
}

impl Line {
    /// A name that stays the same as long as the file does: what is kept or taken is known by it.
    pub fn id(&self) -> String {
        match &self.offer {
            Offer::Response(item, _) => format!("{item}/response"),
            Offer::Note(item, _) => format!("{item}/note"),
            Offer::Proofs(item, _) => format!("{item}/proofs"),
            Offer::Part(id, part) => format!("{id}/{}", part.name()),
            Offer::New(_) => format!("new/{}!{}", self.at.sheet, self.at.cell),
        }
    }
}

impl Part {
    /// Its name in the formats and in the ids of lines.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Aim(..) => "aim",
            Self::Stage(_) => "stage",
            Self::Description(_) => "description",
            Self::Lead(_) => "lead",
            Self::Start(_) => "start",
            Self::Due(_) => "due",
            Self::Indicator(_) => "indicator",
            Self::Target(_) => "target",
            Self::Means(_) => "means",
            Self::Status(_) => "status",
            Self::Priority(_) => "priority",
        }
    }
}

/// Compares what a table says with a dossier.
pub fn compare(claims: &Claims, dossier: &Dossier, questionnaire: &Questionnaire) -> Comparison {
    let mut comparison = Comparison {
        lines: Vec::new(),
        troubles: claims.troubles.clone(),
        found: claims.items.len() + claims.objectives.len(),
    };
    for (id, claim) in &claims.items {
        if let Some(item) = questionnaire.item(*id) {
            answers::compare(item, claim, &dossier.answers.get(*id), &mut comparison);
        }
    }
    objectives::compare(claims, dossier, &mut comparison);
    comparison
}

/// Whether two texts say the same, but for spaces around and the ends of lines.
fn is_same(one: &str, other: &str) -> bool {
    let mut lines = one.trim().lines().zip(other.trim().lines());
    one.trim().lines().count() == other.trim().lines().count() && lines.all(|(a, b)| a == b)
}

/// A text within its limit; otherwise that it is too long is said, and nothing is offered.
fn fitting(said: &Said<String>, max: usize, comparison: &mut Comparison) -> Option<String> {
    let text = said.value.trim();
    let length = text.chars().count();
    if length > max {
        comparison.troubles.push(Trouble {
            at: said.at.clone(),
            found: text.to_owned(),
            why: Why::TooLong { length, max },
        });
        return None;
    }
    Some(text.to_owned())
}
