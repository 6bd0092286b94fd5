//! « Écarts »: how the answers of several people about an item spread, stage by stage. A statement is reached by the one
//! rule of counting ([`positioning`](crate::domain::school::positioning)).

use super::{Gathered, Role};
use crate::domain::school::answers::{Declared, Response};
use crate::domain::school::positioning::{ItemPositioning, ItemState};
use crate::domain::school::questionnaire::{Item, ItemId, Questionnaire, Stage};

/// The answers about one item of a group of people, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Who was asked about it and said nothing.
    pub silent: u16,
    /// Who answered it: ticked something, or said « aucune étape atteinte ».
    pub answered: u16,
    /// Of these, how many reach each stage.
    pub reached: [u16; 3],
    /// Of these, how many said « aucune étape atteinte ».
    pub no_stage: u16,
    /// How many do not know.
    pub unknown: u16,
    /// How many said « non concerné ».
    pub not_applicable: u16,
}

impl Tally {
    /// The same with one more person, who was asked about this item.
    #[must_use]
    fn with(mut self, item: &Item, response: Response) -> Self {
        let counted = ItemPositioning::of(item, response);
        match counted.state {
            ItemState::Unanswered => self.silent += 1,
            ItemState::Unknown => self.unknown += 1,
            ItemState::NotApplicable => self.not_applicable += 1,
            ItemState::Answered => self.answered += 1,
        }
        if response.declared() == Some(Declared::NoStage) {
            self.no_stage += 1;
        }
        for (reached, stage) in self.reached.iter_mut().zip(Stage::ALL) {
            *reached += u16::from(counted.is_reached(stage));
        }
        self
    }

    /// How many people said something about the item.
    pub fn people(self) -> u16 {
        self.answered + self.unknown + self.not_applicable
    }

    /// « Désaccord »: over the stages, the sum of the smaller side among those who answered.
    pub fn disagreement(self) -> u16 {
        let smaller = |reached: u16| reached.min(self.answered.saturating_sub(reached));
        self.reached.into_iter().map(smaller).sum()
    }

    /// How strong the disagreement is, as a word for it says.
    pub fn level(self) -> Level {
        // Each stage at most splits the group in halves.
        let most = u32::from(self.answered / 2) * 3;
        match u32::from(self.disagreement()) {
            _ if self.answered < 2 => Level::Alone,
            0 => Level::Agreed,
            sum if sum * 3 <= most => Level::Close,
            sum if sum * 3 <= most * 2 => Level::Apart,
            _ => Level::FarApart,
        }
    }

    pub(super) fn plus(mut self, other: Self) -> Self {
        for (reached, more) in self.reached.iter_mut().zip(other.reached) {
            *reached += more;
        }
        self.silent += other.silent;
        self.answered += other.answered;
        self.no_stage += other.no_stage;
        self.unknown += other.unknown;
        self.not_applicable += other.not_applicable;
        self
    }
}

/// How far apart the answers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Fewer than two people answered: nothing can be compared.
    Alone,
    /// « Accord »: all reach the same stages.
    Agreed,
    /// « Proches ».
    Close,
    /// « Désaccord ».
    Apart,
    /// « Désaccord fort ».
    FarApart,
}

/// The answers about one item, counted for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The item.
    pub item: ItemId,
    /// All who were asked.
    pub all: Tally,
    /// Each role that was asked, in the order of [`Gathered::roles`].
    pub roles: Vec<(Role, Tally)>,
}

impl Spread {
    /// Counts the answers about one item.
    pub fn of(item: &Item, gathered: &Gathered) -> Self {
        let roles = gathered.roles();
        let mut roles: Vec<_> = roles
            .into_iter()
            .map(|role| (role, Tally::default()))
            .collect();
        for contribution in gathered.iter() {
            if !contribution.is_asked(item.id) {
                continue;
            }
            let own = roles
                .iter_mut()
                .find(|(role, _)| *role == contribution.role);
            if let Some((_, tally)) = own {
                *tally = tally.with(item, contribution.answers.response(item.id));
            }
        }
        roles.retain(|(_, tally)| *tally != Tally::default());
        let sum = |sum: Tally, (_, tally): &(Role, Tally)| sum.plus(*tally);
        Self {
            item: item.id,
            all: roles.iter().fold(Tally::default(), sum),
            roles,
        }
    }
}

/// The spread of each item, the largest disagreement first, ties in the order of the questionnaire.
pub fn spreads(questionnaire: &Questionnaire, gathered: &Gathered) -> Vec<Spread> {
    let mut all: Vec<Spread> = Vec::new();
    for item in questionnaire.items() {
        let spread = Spread::of(item, gathered);
        let sum = spread.all.disagreement();
        let place = all.iter().position(|other| other.all.disagreement() < sum);
        all.insert(place.unwrap_or(all.len()), spread);
    }
    all
}
