//! « Lecture »: what the counted answers say. Strengths, what is missing, lines of progress: rules of the
//! source's method, stated on the screen beside what they give. Words stay in the questionnaire: here
//! are only ids.
//!
//! * what counts is an item's highest reached stage: stages are ticked independently;
//! * what is unticked below it is listed apart and never advised: « sans objet, ou oublié ? »; nor is a
//!   statement that tells a limit (stage 1 of 1.3.5 stops being true at stage 2), whatever is reached;
//! * the nearest comes first: the item of whose next stage the largest share of conditions is ticked. A share,
//!   not a number of missing conditions, which would put every statement of one sentence first;
//! * « à renseigner » and « à vérifier » are no weaknesses: they are listed apart;
//! * « non concerné » appears nowhere.

use std::cmp::Ordering;

use super::answers::{Answers, Response, Ticks};
use super::positioning::{ItemPositioning, ItemState};
use super::questionnaire::{Item, ItemId, Questionnaire, Stage, StatementId};

/// How many strengths and lines of progress are shown at most: more is no choice any more.
pub const MOST: usize = 5;

/// « Point fort »: an item whose highest reached stage is 3 or 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// The item.
    pub item: ItemId,
    /// Its highest reached stage.
    pub reached: Stage,
}

/// A statement that is not reached, and the conditions to tick so that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The statement.
    pub statement: StatementId,
    /// Ids of its unticked conditions, in the order of its sentences; at least one.
    pub conditions: Vec<u8>,
    /// How many conditions it has in all.
    pub of: u8,
}

/// « Ce qui manque »: the unticked conditions of an answered item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: ItemId,
    /// Its highest reached stage, if any.
    pub reached: Option<Stage>,
    /// The stages above it that are something to reach, in order: the first is the next one. None at stage 3.
    pub above: Vec<Missing>,
    /// « Sans objet, ou oublié ? »: the stages below it that are not reached, in order.
    pub below: Vec<Missing>,
}

impl Gap {
    /// What is missing for the next stage; nothing at stage 3.
    pub fn next(&self) -> Option<&Missing> {
        self.above.first()
    }

    fn of(item: &Item, ticks: Ticks, reached: Option<Stage>) -> Self {
        // Nothing reached is below stage 1.
        let missing = |side: Ordering| {
            Stage::ALL
                .into_iter()
                .filter(move |stage| Some(*stage).cmp(&reached) == side)
                .filter_map(move |stage| Missing::of(item, ticks, stage))
        };
        let is_to_reach =
            |missing: &Missing| !missing.statement.stage.of(&item.statements).is_limit();
        Self {
            item: item.id,
            reached,
            above: missing(Ordering::Greater).filter(is_to_reach).collect(),
            below: missing(Ordering::Less).collect(),
        }
    }

    /// Whether its next stage is nearer than that of another: a larger share of its conditions is ticked or,
    /// as large a share, the stage is lower. Without a next stage, it goes last.
    fn is_nearer_than(&self, other: &Self) -> bool {
        match (self.next(), other.next()) {
            (Some(one), Some(other)) => one.distance_from(other).is_lt(),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

impl Missing {
    /// The unticked conditions of a statement; `None` where all are ticked.
    fn of(item: &Item, ticks: Ticks, stage: Stage) -> Option<Self> {
        let statement = stage.of(&item.statements);
        let conditions: Vec<_> = statement
            .ids()
            .filter(|condition| !ticks.is_ticked(stage, *condition))
            .collect();
        let item = item.id;
        (!conditions.is_empty()).then_some(Self {
            statement: StatementId { item, stage },
            conditions,
            of: statement.len(),
        })
    }

    /// The sentences of the missing conditions, in the words of the questionnaire.
    pub fn sentences<'a>(&self, questionnaire: &'a Questionnaire) -> Vec<&'a str> {
        let StatementId { item, stage } = self.statement;
        let statement = questionnaire.statement(item, stage);
        let sentence = |id: &u8| Some(statement?.condition(*id)?.text.as_str());
        self.conditions.iter().filter_map(sentence).collect()
    }

    /// Compares the shares of conditions that are missing, without dividing, then the stages.
    fn distance_from(&self, other: &Self) -> Ordering {
        let share = |one: &Self, other: &Self| one.conditions.len() * usize::from(other.of);
        let stages = self.statement.stage.cmp(&other.statement.stage);
        share(self, other).cmp(&share(other, self)).then(stages)
    }
}

/// The stages that an item has yet to reach: those above its highest one. None where it is not concerned.
pub fn to_reach(item: &Item, response: Response) -> Vec<Missing> {
    let counted = ItemPositioning::of(item, response);
    match counted.state {
        ItemState::NotApplicable => Vec::new(),
        ItemState::Unanswered | ItemState::Unknown | ItemState::Answered => {
            Gap::of(item, response.ticks(), counted.highest_reached()).above
        }
    }
}

/// What an objective aims at, held against the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// These conditions are not ticked yet.
    Missing(Missing),
    /// The statement is ticked in full.
    Reached,
    /// It is not, and the item reaches this higher stage: there is nothing to aim at any more.
    Passed(Stage),
    /// The item is « non concerné »: there is nothing to aim at.
    NotConcerned,
}

impl Aim {
    /// What is left of a statement, by the answer to its item.
    pub fn of(item: &Item, response: Response, stage: Stage) -> Self {
        let counted = ItemPositioning::of(item, response);
        if counted.state == ItemState::NotApplicable {
            return Self::NotConcerned;
        }
        let highest = counted.highest_reached();
        match (Missing::of(item, response.ticks(), stage), highest) {
            (None, _) => Self::Reached,
            (Some(_), Some(higher)) if higher > stage => Self::Passed(higher),
            (Some(missing), _) => Self::Missing(missing),
        }
    }
}

/// « Lecture » of a positioning. Every list is whole: callers show the first [`MOST`] of strengths and
/// of lines of progress, and say « 5 sur 9 » with its length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// « Points forts »: items at stage 3, then at stage 2, each in the order of the source.
    pub strengths: Vec<Strength>,
    /// « Ce qui manque »: the answered items with a statement not reached; the nearest to its next stage
    /// first, then the lower stage, then the order of the source.
    pub gaps: Vec<Gap>,
    /// « Axes de progrès »: for each answered item below stage 3, its next stage, in the same order.
    pub progress: Vec<Missing>,
    /// « À renseigner »: items without any answer, in the order of the source.
    pub unanswered: Vec<ItemId>,
    /// « À vérifier »: items answered « ne sait pas », in the order of the source.
    pub unknown: Vec<ItemId>,
}

impl Reading {
    /// Reads the answers to a questionnaire.
    pub fn of(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let mut reading = Self::default();
        for item in questionnaire.items() {
            let response = answers.response(item.id);
            let counted = ItemPositioning::of(item, response);
            match counted.state {
                ItemState::Unanswered => reading.unanswered.push(item.id),
                ItemState::Unknown => reading.unknown.push(item.id),
                ItemState::NotApplicable => {}
                ItemState::Answered => {
                    reading.answered(Gap::of(item, response.ticks(), counted.highest_reached()));
                }
            }
        }
        reading.strengths = by_stage(&reading.strengths);
        let next = reading.gaps.iter().filter_map(Gap::next);
        reading.progress = next.cloned().collect();
        reading
    }

    fn answered(&mut self, gap: Gap) {
        if let Some(reached) = gap.reached.filter(|reached| *reached >= Stage::Two) {
            let item = gap.item;
            self.strengths.push(Strength { item, reached });
        }
        if !(gap.above.is_empty() && gap.below.is_empty()) {
            // In its place, after its equals: a sort of the standard library weighs 2 kB on the first load.
            let is_before = |other: &&Gap| !gap.is_nearer_than(other);
            let place = self.gaps.iter().take_while(is_before).count();
            self.gaps.insert(place, gap);
        }
    }
}

/// Stage 3 first, each stage in the order given. Two passes over 21 items: the standard library's sort
/// weighs more on the first load than all the rules of this file.
fn by_stage(strengths: &[Strength]) -> Vec<Strength> {
    let at = |stage| {
        strengths
            .iter()
            .copied()
            .filter(move |strength| strength.reached == stage)
    };
    at(Stage::Three).chain(at(Stage::Two)).collect()
}
