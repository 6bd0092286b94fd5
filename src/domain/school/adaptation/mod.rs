//! « Adaptation »: what a school changes of the questionnaire. Official items, statements and conditions keep their ids
//! through it, what is added gets ids of its own, and answers follow ids: so taking all of it away gives back the official
//! questionnaire and the answers that it had. A pure value; a dossier holds it as its text ([`AdaptationText`]).

mod applied;
mod changed;
mod migration;
mod received;
mod resting;
mod sentences;

pub use changed::{Direction, Refusal};
pub use migration::Migration;
pub use received::NotReceived;
pub use sentences::sentences;

use litemap::LiteMap;

use super::questionnaire::{FieldId, ItemId, Statement, StatementId};

/// The number of the first item that is added to a field: those of a questionnaire's own items are below.
pub const ADDED_FROM: u8 = 101;
/// Longest title, in characters.
pub const TITLE_MAX: usize = 150;
/// Longest sentence, in characters.
pub const SENTENCE_MAX: usize = 1_000;
/// Longest note to respondents, in characters.
pub const NOTE_MAX: usize = 1_000;
/// Most items that a field has once some were added.
pub const ITEMS_MAX: usize = 30;

/// « Adaptation » as its format writes it: what a dossier holds, so that a first visit, which has none, needs no code for
/// it. Empty where the questionnaire is not adapted. Where a dossier answers a wholly other questionnaire, that one as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdaptationText(pub String);

impl AdaptationText {
    /// Whether the questionnaire is not adapted.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is a wholly other questionnaire, by its first member, which no adaptation has.
    pub fn is_grid(&self) -> bool {
        self.0.starts_with("{\"format\":")
    }

    /// Whether answers of both can be compared: to adaptations of the official questionnaire, or to one other. The ids of
    /// different questionnaires mean different things.
    pub fn is_akin(&self, other: &Self) -> bool {
        self == other || !(self.is_grid() || other.is_grid())
    }
}

/// « Adaptation » of a questionnaire. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adaptation {
    /// What respondents are told, above the questions; [`NOTE_MAX`] characters at most.
    pub note: String,
    /// « Masqués »: the items that are not asked, each once.
    pub hidden: Vec<ItemId>,
    /// Items in words of the school's own: reworded ones, and those that it added.
    pub wordings: LiteMap<ItemId, Wording>,
    /// The fields whose items stand in another order: all of them, hidden ones too.
    pub orders: LiteMap<FieldId, Vec<ItemId>>,
    /// The last number that was given to an added item of a field: none is given twice.
    pub given: LiteMap<FieldId, u8>,
    /// The bits that conditions of a statement ever had: a new sentence never finds the tick of an older one.
    pub used: LiteMap<StatementId, u32>,
    /// The sum of each official item's words when this was applied; empty where it was before they were noted.
    pub rests_on: LiteMap<ItemId, u32>,
}

/// The words of one item that are the school's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Its title; `None` leaves the official one.
    pub title: Option<String>,
    /// Its statements; `None` leaves the official one.
    pub statements: [Option<Statement>; 3],
}

impl Wording {
    /// Whether every word of an item stands here.
    pub fn is_whole(&self) -> bool {
        self.title.is_some() && self.statements.iter().all(Option::is_some)
    }

    /// Whether nothing is worded otherwise.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Adaptation {
    /// Whether the questionnaire stays as it is. What was once given or used may still be remembered.
    pub fn is_none(&self) -> bool {
        let Self {
            note,
            hidden,
            wordings,
            orders,
            given: _,
            used: _,
            rests_on: _,
        } = self;
        note.is_empty() && hidden.is_empty() && wordings.is_empty() && orders.is_empty()
    }

    /// Whether there is nothing at all to remember.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// « Revenir au questionnaire officiel »: nothing is changed any more. Numbers and bits that were given stay given.
    #[must_use]
    pub fn taken_away(&self) -> Self {
        Self {
            given: self.given.clone(),
            used: self.used.clone(),
            ..Self::default()
        }
    }
}

/// Whether an item was added to its field, by its number.
pub fn is_added(item: ItemId) -> bool {
    item.number() >= ADDED_FROM
}
