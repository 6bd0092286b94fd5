//! Ids of the questionnaire: `1.1` (field), `1.1.3` (item), `1.1.3/2` (statement). They are numbers
//! from 1 in the order of the source, and part of every format: frozen.

use std::fmt;
use std::str::FromStr;

/// « Étape » 1, 2 or 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// « Étape 1 ».
    One,
    /// « Étape 2 ».
    Two,
    /// « Étape 3 ».
    Three,
}

impl Stage {
    /// The three stages, in order.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// 1, 2 or 3.
    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }

    /// 0, 1 or 2: place in an array of three.
    pub fn index(self) -> usize {
        usize::from(self.number()) - 1
    }

    /// The value that belongs to this stage.
    pub fn of<T>(self, values: &[T; 3]) -> &T {
        let [one, two, three] = values;
        match self {
            Self::One => one,
            Self::Two => two,
            Self::Three => three,
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number())
    }
}

impl FromStr for Stage {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.to_string() == text)
            .ok_or(IdError)
    }
}

/// Id of a field: part and number, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId {
    part: u8,
    number: u8,
}

impl FieldId {
    /// Number of the part, from 1.
    pub fn part(self) -> u8 {
        self.part
    }
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.part, self.number)
    }
}

impl FromStr for FieldId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (part, number) = text.split_once('.').ok_or(IdError)?;
        Ok(Self {
            part: number_from(part)?,
            number: number_from(number)?,
        })
    }
}

/// Id of an item: its field and its number in it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    field: FieldId,
    number: u8,
}

impl ItemId {
    /// The item of this number in a field, from 1.
    pub fn new(field: FieldId, number: u8) -> Self {
        Self { field, number }
    }

    /// Its number in its field.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The field it belongs to.
    pub fn field(self) -> FieldId {
        self.field
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.field, self.number)
    }
}

impl FromStr for ItemId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (part, rest) = text.split_once('.').ok_or(IdError)?;
        let (field, number) = rest.split_once('.').ok_or(IdError)?;
        Ok(Self {
            field: FieldId {
                part: number_from(part)?,
                number: number_from(field)?,
            },
            number: number_from(number)?,
        })
    }
}

/// Id of a statement: an item and a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId {
    /// The item.
    pub item: ItemId,
    /// The stage.
    pub stage: Stage,
}

impl fmt::Display for StatementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.item, self.stage)
    }
}

/// The text is not an id of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id: expected numbers from 1 such as 1.1, 1.1.3 or 1.1.3/2")]
pub struct IdError;

/// A number from 1 to 255 without sign or leading zero, so that an id has one spelling only.
fn number_from(text: &str) -> Result<u8, IdError> {
    match text.parse::<u8>() {
        Ok(number) if number > 0 && number.to_string() == text => Ok(number),
        _ => Err(IdError),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        for text in ["1.1.3", "2.3.2", "1.255.10"] {
            assert_eq!(
                text.parse::<ItemId>().map(|id| id.to_string()).as_deref(),
                Ok(text)
            );
        }
        for text in [
            "", "1", "1.1", "0.1.1", "1.01.1", "1.1.+1", "1.1.256", "1.1.1.1", " 1.1.1",
        ] {
            assert_eq!(text.parse::<ItemId>(), Err(IdError), "{text:?}");
        }
        for text in ["", "0", "4", "01", "one"] {
            assert_eq!(text.parse::<Stage>(), Err(IdError), "{text:?}");
        }
    }
}
