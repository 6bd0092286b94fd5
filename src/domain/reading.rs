//! « Lecture »: what the counted answers say. Strengths, what is missing, lines of progress: rules of the
//! source's method, stated on the screen beside what they give. Words stay in the questionnaire: here
//! are only ids and numbers of conditions.
//!
//! * what counts is an item's highest reached stage: stages are ticked independently;
//! * what is unticked below it is listed apart and never advised: « sans objet, ou oublié ? » (stage 1
//!   of 1.3.5 stops being true at stage 3);
//! * « à renseigner » and « à vérifier » are no weaknesses: they are listed apart;
//! * « non concerné » appears nowhere.

use std::cmp::Ordering;

use super::answers::{Answers, Ticks};
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
    /// Numbers of its unticked conditions, from 0, in order; at least one.
    pub conditions: Vec<u8>,
}

/// « Ce qui manque »: the unticked conditions of an answered item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: ItemId,
    /// Its highest reached stage, if any.
    pub reached: Option<Stage>,
    /// The stages above it, in order: the first is the next one. None at stage 3.
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
                .filter(|stage| Some(*stage).cmp(&reached) == side)
                .filter_map(|stage| Missing::of(item, ticks, stage))
                .collect()
        };
        Self {
            item: item.id,
            reached,
            above: missing(Ordering::Greater),
            below: missing(Ordering::Less),
        }
    }
}

impl Missing {
    /// The unticked conditions of a statement; `None` where all are ticked.
    fn of(item: &Item, ticks: Ticks, stage: Stage) -> Option<Self> {
        let len = stage.of(&item.statements).len();
        let conditions: Vec<_> = (0..len)
            .filter(|condition| !ticks.is_ticked(stage, *condition))
            .collect();
        let item = item.id;
        (!conditions.is_empty()).then_some(Self {
            statement: StatementId { item, stage },
            conditions,
        })
    }
}

/// « Lecture » of a positioning. Every list is whole: callers show the first [`MOST`] of strengths and
/// of lines of progress, and say « 5 sur 9 » with its length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// « Points forts »: items at stage 3, then at stage 2, each in the order of the source.
    pub strengths: Vec<Strength>,
    /// « Ce qui manque »: the answered items with a statement not reached, in the order of the source.
    pub gaps: Vec<Gap>,
    /// « Axes de progrès »: for each answered item below stage 3, its next stage; fewest missing
    /// conditions first, then the lower stage, then the order of the source.
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
        reading.progress = by_nearness(&reading.progress);
        reading
    }

    fn answered(&mut self, gap: Gap) {
        if let Some(reached) = gap.reached.filter(|reached| *reached >= Stage::Two) {
            let item = gap.item;
            self.strengths.push(Strength { item, reached });
        }
        self.progress.extend(gap.next().cloned());
        if !(gap.above.is_empty() && gap.below.is_empty()) {
            self.gaps.push(gap);
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

/// Fewest missing conditions first, then the lower stage, then in the order given.
fn by_nearness(next: &[Missing]) -> Vec<Missing> {
    let most = next
        .iter()
        .map(|missing| missing.conditions.len())
        .max()
        .unwrap_or(0);
    let mut sorted = Vec::with_capacity(next.len());
    for number in 1..=most {
        for stage in Stage::ALL {
            let is_here = |m: &&Missing| m.conditions.len() == number && m.statement.stage == stage;
            sorted.extend(next.iter().filter(is_here).cloned());
        }
    }
    sorted
}
