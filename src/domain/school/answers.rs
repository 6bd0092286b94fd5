//! What a person or a school ticked. Knows nothing of percentages: counting is [`super::positioning`].

use litemap::LiteMap;

use super::questionnaire::{Item, ItemId, Stage, bit};

/// Longest note kept, in characters.
pub const NOTE_MAX: usize = 4_000;
/// Longest proof link kept, in characters.
pub const PROOF_MAX: usize = 2_000;
/// Most proof links of an item.
pub const PROOFS_MAX: usize = 10;

/// On or off: the state of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Ticked.
    On,
    /// Not ticked.
    Off,
}

impl From<bool> for Tick {
    fn from(checked: bool) -> Self {
        if checked { Self::On } else { Self::Off }
    }
}

/// The ticked conditions of an item: for each stage one bit per condition, that of its id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticks([u32; 3]);

impl Ticks {
    /// From the bits of each stage.
    pub fn from_bits(bits: [u32; 3]) -> Self {
        Self(bits)
    }

    /// The bits of one stage.
    pub fn bits(self, stage: Stage) -> u32 {
        *stage.of(&self.0)
    }

    /// Whether the condition of this id is ticked.
    pub fn is_ticked(self, stage: Stage, condition: u8) -> bool {
        self.bits(stage) & bit(condition) != 0
    }

    /// How many conditions of this stage are ticked.
    pub fn count(self, stage: Stage) -> u8 {
        u8::try_from(self.bits(stage).count_ones()).unwrap_or(32)
    }

    /// Whether nothing is ticked.
    pub fn is_empty(self) -> bool {
        self.0 == [0; 3]
    }

    /// The same with one condition changed.
    #[must_use]
    pub fn with(self, stage: Stage, condition: u8, tick: Tick) -> Self {
        let bits = match tick {
            Tick::On => self.bits(stage) | bit(condition),
            Tick::Off => self.bits(stage) & !bit(condition),
        };
        self.with_bits(stage, bits)
    }

    /// The same with these conditions of a stage all changed, each by its bit. Ticks of other conditions stay.
    #[must_use]
    pub fn with_all(self, stage: Stage, conditions: u32, tick: Tick) -> Self {
        match tick {
            Tick::On => self.with_bits(stage, self.bits(stage) | conditions),
            Tick::Off => self.with_bits(stage, self.bits(stage) & !conditions),
        }
    }

    fn with_bits(self, stage: Stage, bits: u32) -> Self {
        let mut all = self.0;
        if let Some(slot) = all.get_mut(stage.index()) {
            *slot = bits;
        }
        Self(all)
    }

    /// The same without the ticks of conditions that the item does not have.
    #[must_use]
    pub fn within(self, item: &Item) -> Self {
        Stage::ALL.into_iter().fold(self, |ticks, stage| {
            let known = stage.of(&item.statements).bits();
            ticks.with_bits(stage, ticks.bits(stage) & known)
        })
    }
}

/// An answer that is given for the whole item, without any stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// « Aucune étape atteinte »: an answer, it counts as answered.
    NoStage,
    /// « Ne sait pas »: stays in the denominators, is no weakness.
    Unknown,
    /// « Non concerné »: leaves the denominators.
    NotApplicable,
}

impl Declared {
    /// The three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::NoStage, Self::Unknown, Self::NotApplicable];
}

/// What was answered for an item. Ticks and a declared answer exclude each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Response {
    /// Nothing yet: « à renseigner ».
    #[default]
    Unanswered,
    /// At least one condition is ticked.
    Ticked(Ticks),
    /// An answer for the whole item.
    Declared(Declared),
}

impl Response {
    /// The ticks, none where something else was answered.
    pub fn ticks(self) -> Ticks {
        match self {
            Self::Ticked(ticks) => ticks,
            Self::Unanswered | Self::Declared(_) => Ticks::default(),
        }
    }

    /// From ticks: no tick at all is no answer.
    pub fn from_ticks(ticks: Ticks) -> Self {
        if ticks.is_empty() {
            Self::Unanswered
        } else {
            Self::Ticked(ticks)
        }
    }

    /// The declared answer, if it is one.
    pub fn declared(self) -> Option<Declared> {
        match self {
            Self::Declared(declared) => Some(declared),
            Self::Unanswered | Self::Ticked(_) => None,
        }
    }
}

/// Everything kept about one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemAnswer {
    /// What was answered.
    pub response: Response,
    /// Free note, at most [`NOTE_MAX`] characters.
    pub note: String,
    /// Links to proofs, at most [`PROOFS_MAX`] of [`PROOF_MAX`] characters.
    pub proofs: Vec<String>,
}

impl ItemAnswer {
    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// The answers to a questionnaire. Answers to items that it does not have are kept untouched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(LiteMap<ItemId, ItemAnswer>);

impl Answers {
    /// What was answered for this item.
    pub fn response(&self, item: ItemId) -> Response {
        self.0
            .get(&item)
            .map(|answer| answer.response)
            .unwrap_or_default()
    }

    /// Everything kept about this item.
    pub fn get(&self, item: ItemId) -> ItemAnswer {
        self.0.get(&item).cloned().unwrap_or_default()
    }

    /// Replaces everything kept about this item; a blank answer takes no room.
    pub fn set(&mut self, item: ItemId, answer: ItemAnswer) {
        if answer.is_blank() {
            self.0.remove(&item);
        } else {
            self.0.insert(item, answer);
        }
    }

    /// The items about which something is kept, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &ItemAnswer)> {
        self.0.iter().map(|(item, answer)| (*item, answer))
    }

    /// These answers with the responses of others in place of one's own; notes and proofs stay.
    #[must_use]
    pub fn adopting(&self, received: &Self) -> Self {
        let mut adopted = Self::default();
        for item in self.0.keys().chain(received.0.keys()) {
            let mut answer = self.get(*item);
            answer.response = received.response(*item);
            adopted.set(*item, answer);
        }
        adopted
    }

    /// What was ticked or declared, without notes and proofs.
    #[must_use]
    pub fn responses_only(&self) -> Self {
        let mut bare = Self::default();
        for (item, answer) in self.iter() {
            // Taken apart without `..`: what joins an answer is decided upon.
            let ItemAnswer {
                response,
                note: _,
                proofs: _,
            } = answer;
            let answer = ItemAnswer {
                response: *response,
                note: String::new(),
                proofs: Vec::new(),
            };
            bare.set(item, answer);
        }
        bare
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The text cut to at most `max` characters.
pub fn at_most(text: &str, max: usize) -> String {
    text.chars().take(max).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_of_32_conditions_can_be_ticked_whole() {
        let ticks = Ticks::default().with_all(Stage::Two, u32::MAX, Tick::On);
        assert_eq!(ticks.count(Stage::Two), 32);
        assert!(ticks.is_ticked(Stage::Two, 31));
        assert!(!ticks.is_ticked(Stage::One, 0));
        assert!(ticks.with_all(Stage::Two, u32::MAX, Tick::Off).is_empty());
    }

    #[test]
    fn no_tick_at_all_is_no_answer() {
        let one = Ticks::default().with(Stage::One, 0, Tick::On);
        assert_eq!(Response::from_ticks(one), Response::Ticked(one));
        assert_eq!(
            Response::from_ticks(one.with(Stage::One, 0, Tick::Off)),
            Response::Unanswered
        );
    }
}
