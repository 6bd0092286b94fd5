//! Statements and their conditions. A condition’s id is the bit of its tick, wherever its sentence stands.

/// « Énoncé »: what is true of a school at one stage of one item; 1 to 32 conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// « Conditions »: its sentences, in the order in which they are read; joined by a space they are the wording.
    pub conditions: Vec<Condition>,
}

/// « Condition »: one sentence of a statement, ticked by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its id within the statement, 0 to 31: the bit of its tick. As long as the sentence stays it keeps it, wherever
    /// it stands; those of the official questionnaire are in order.
    pub id: u8,
    /// The sentence.
    pub text: String,
}

impl Statement {
    /// The statement of these sentences, whose ids are their places.
    pub fn of(sentences: impl IntoIterator<Item = String>) -> Self {
        let sentences = (0..).zip(sentences);
        Self {
            conditions: sentences.map(|(id, text)| Condition { id, text }).collect(),
        }
    }

    /// The whole wording.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (place, sentence) in self.sentences().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(sentence);
        }
        text
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().map(|one| one.text.as_str())
    }

    /// The ids of its conditions, in the order of the sentences.
    pub fn ids(&self) -> impl Iterator<Item = u8> {
        self.conditions.iter().map(|one| one.id)
    }

    /// The bits of its conditions.
    pub fn bits(&self) -> u32 {
        self.ids().fold(0, |bits, id| bits | bit(id))
    }

    /// The condition of this id.
    pub fn condition(&self, id: u8) -> Option<&Condition> {
        self.conditions.iter().find(|one| one.id == id)
    }

    /// How many conditions, 1 to 32.
    pub fn len(&self) -> u8 {
        u8::try_from(self.conditions.len()).unwrap_or(u8::MAX)
    }

    /// Never true of a questionnaire that was read: a statement has at least one condition.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether it can be ticked condition by condition.
    pub fn is_split(&self) -> bool {
        self.conditions.len() > 1
    }
}

/// The bit of a condition; none beyond the 32 that there are.
pub fn bit(condition: u8) -> u32 {
    1u32.checked_shl(u32::from(condition)).unwrap_or(0)
}
