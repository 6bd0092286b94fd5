//! What a table says, once its words are understood: only what is said, never what is left blank.

use super::Trouble;
use crate::domain::date::Day;
use crate::domain::school::answers::Declared;
use crate::domain::school::plan::{Priority, Status};
use crate::domain::school::questionnaire::{FieldId, ItemId, Stage};

/// Where something is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the sheet.
    pub sheet: String,
    /// « D12 ».
    pub cell: String,
}

/// Something that is said, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// What.
    pub value: T,
    /// Where.
    pub at: Place,
}

/// What is said of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// « oui ».
    Yes,
    /// « en partie ».
    Partly,
    /// « non ».
    No,
}

/// What is said of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemClaim {
    /// An answer for the whole item.
    pub declared: Option<Said<Declared>>,
    /// What is said of each statement.
    pub statements: [Option<Said<Mark>>; 3],
    /// Whether a formula says that of each, from its conditions as far as it understands them.
    pub computed: [bool; 3],
    /// Conditions, numbered from 0, and whether they are met.
    pub conditions: Vec<Said<(Stage, u8, bool)>>,
    /// The note.
    pub note: Option<Said<String>>,
    /// The proof links.
    pub proofs: Option<Said<Vec<String>>>,
}

/// What is said of an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ObjectiveClaim {
    /// Where its line starts.
    pub at: Place,
    /// Its number, as it is written there.
    pub number: String,
    /// The field it belongs to.
    pub field: Option<Said<FieldId>>,
    /// The item that it aims at.
    pub item: Option<Said<ItemId>>,
    /// The stage that it aims at.
    pub stage: Option<Said<Stage>>,
    /// What is to be done.
    pub description: Option<Said<String>>,
    /// Who leads it.
    pub lead: Option<Said<String>>,
    /// When it starts.
    pub start: Option<Said<Day>>,
    /// When it is due.
    pub due: Option<Said<Day>>,
    /// What is measured.
    pub indicator: Option<Said<String>>,
    /// The value to reach.
    pub target: Option<Said<String>>,
    /// The means.
    pub means: Option<Said<String>>,
    /// How far it is.
    pub status: Option<Said<Status>>,
    /// Whether it was put first.
    pub priority: Option<Said<Priority>>,
}

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Of items, each once, in the order of the table.
    pub items: Vec<(ItemId, ItemClaim)>,
    /// Of objectives.
    pub objectives: Vec<ObjectiveClaim>,
    /// What was not understood.
    pub troubles: Vec<Trouble>,
}

impl Claims {
    /// What is said of an item.
    pub fn item(&mut self, id: ItemId) -> &mut ItemClaim {
        let place = self.items.iter().position(|(other, _)| *other == id);
        let place = place.unwrap_or_else(|| {
            self.items.push((id, ItemClaim::default()));
            self.items.len() - 1
        });
        // The place was just found or made.
        #[allow(clippy::indexing_slicing)]
        &mut self.items[place].1
    }
}
