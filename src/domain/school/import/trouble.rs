//! What was not understood of a table, why something is not taken by itself, and why a file is not read at all.

use super::Place;

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where it stands.
    pub at: Place,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with something in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No such item, statement or condition in the questionnaire.
    UnknownKey,
    /// No answer that is known.
    UnknownWord,
    /// « en partie », without saying which conditions.
    WhichConditions,
    /// Two different answers to the same question.
    SaidTwice,
    /// No title of an item.
    UnknownTitle,
    /// The title of several items.
    SeveralTitles,
    /// No field of the questionnaire, no item, or no stage.
    UnknownAim,
    /// The item belongs to another field.
    OtherField,
    /// An objective without a field.
    NoField,
    /// No day.
    NotADay,
    /// No state or priority that is known.
    UnknownState,
    /// A text that is longer than what is kept.
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many are kept.
        max: usize,
    },
    /// More proof links than are kept.
    TooManyLinks,
    /// More objectives than a plan takes.
    PlanFull,
}

impl Why {
    /// Those that are the same whatever is found.
    const PLAIN: [Self; 13] = [
        Self::UnknownKey,
        Self::UnknownWord,
        Self::WhichConditions,
        Self::SaidTwice,
        Self::UnknownTitle,
        Self::SeveralTitles,
        Self::UnknownAim,
        Self::OtherField,
        Self::NoField,
        Self::NotADay,
        Self::UnknownState,
        Self::TooManyLinks,
        Self::PlanFull,
    ];

    /// As numbers, on its way from one module to another: what is wrong, and the two numbers of a text that is too long.
    pub fn numbers(self) -> [usize; 3] {
        match self {
            Self::TooLong { length, max } => [Self::PLAIN.len(), length, max],
            plain => {
                let place = Self::PLAIN.iter().position(|one| *one == plain);
                [place.unwrap_or_default(), 0, 0]
            }
        }
    }

    /// What these numbers stand for.
    pub fn from_numbers([which, length, max]: [usize; 3]) -> Self {
        let plain = Self::PLAIN.get(which).copied();
        plain.unwrap_or(Self::TooLong { length, max })
    }
}

/// Why a line is not taken unless the person says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The statement and its conditions say different things.
    ConditionsDiffer,
    /// The line of the item still gives an answer for the whole item, and stages are filled in.
    StateStillSaid,
    /// The item was given an answer for the whole, and stages are filled in too.
    StagesToo,
    /// The objective of this number was deleted here.
    Deleted,
    /// No objective has this number here.
    OtherNumber,
    /// Another objective has this number here.
    OtherObjective,
}

impl Remark {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::ConditionsDiffer,
        Self::StateStillSaid,
        Self::StagesToo,
        Self::Deleted,
        Self::OtherNumber,
        Self::OtherObjective,
    ];
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Larger than what is read.
    #[error("too large")]
    TooLarge,
    /// It would grow beyond measure.
    #[error("would inflate beyond the limit")]
    Bomb,
    /// Cut or damaged.
    #[error("damaged")]
    Damaged,
    /// Closed by a password.
    #[error("closed by a password")]
    Password,
    /// A workbook of Excel before 2007.
    #[error("an old workbook")]
    OldWorkbook,
    /// A binary workbook of Excel.
    #[error("a binary workbook")]
    BinaryWorkbook,
    /// No workbook, no text with separators.
    #[error("not a table")]
    NotATable,
    /// A table in which nothing of ours is recognised.
    #[error("nothing recognised")]
    NothingFound,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Empty,
        Self::TooLarge,
        Self::Bomb,
        Self::Damaged,
        Self::Password,
        Self::OldWorkbook,
        Self::BinaryWorkbook,
        Self::NotATable,
        Self::NothingFound,
    ];
}
