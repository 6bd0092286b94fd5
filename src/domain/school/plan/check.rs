//! What an objective gives to each SMART criterion. Advice, never a gate: each piece tells what is missing, and
//! what would satisfy the criterion. Whether what is written is really specific or realistic is for people to say.

use super::{Objective, SmartCriterion};
use crate::domain::date::Day;

/// Most words of a description that one keeps in mind.
pub const WORDS_MAX: usize = 30;

/// What to do next so that an objective satisfies a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// S: there is no description.
    Describe,
    /// S: the description is of so many sentences; one is asked for.
    OneSentence(usize),
    /// S: its sentence is of so many words, more than [`WORDS_MAX`].
    FewerWords(usize),
    /// S: neither an item nor a stage says where it makes progress.
    ChooseItemOrStage,
    /// M: the indicator, and then its target.
    NameIndicator,
    /// M: the target of the indicator.
    SetTarget,
    /// M: no follow-up note has a value of the indicator and its day.
    NoteValue,
    /// A: its writer has not said that it is ambitious and within reach.
    ConfirmAttainable,
    /// R: neither who leads it nor the means.
    NameLeadAndMeans,
    /// R: who leads it.
    NameLead,
    /// R: the means.
    StateMeans,
    /// T: neither its start nor its due date.
    SetDates,
    /// T: the start.
    SetStart,
    /// T: the due date.
    SetDue,
    /// T: it is due before it starts.
    PutDatesInOrder,
    /// T: it is open, and its due date is past.
    MovePastDue,
}

/// What an objective gives to one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The criterion.
    pub criterion: SmartCriterion,
    /// What to do next; `None` where the criterion is satisfied.
    pub advice: Option<Advice>,
}

/// Holds an objective against the five criteria, in the order of the word, as it stands on this day.
pub fn check(objective: &Objective, today: Day) -> [Verdict; 5] {
    SmartCriterion::ALL.map(|criterion| Verdict {
        criterion,
        advice: advice(criterion, objective, today),
    })
}

fn advice(criterion: SmartCriterion, objective: &Objective, today: Day) -> Option<Advice> {
    match criterion {
        SmartCriterion::Specific => specific(objective),
        SmartCriterion::Measurable => measurable(objective),
        SmartCriterion::Attainable => {
            (!objective.is_attainable).then_some(Advice::ConfirmAttainable)
        }
        SmartCriterion::Realistic => match (is_said(&objective.lead), is_said(&objective.means)) {
            (false, false) => Some(Advice::NameLeadAndMeans),
            (false, true) => Some(Advice::NameLead),
            (true, false) => Some(Advice::StateMeans),
            (true, true) => None,
        },
        SmartCriterion::TimeBound => time_bound(objective, today),
    }
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

fn specific(objective: &Objective) -> Option<Advice> {
    let words = objective.description.split_whitespace().filter(is_word);
    let has_place = objective.item.is_some() || objective.stage.is_some();
    match (sentences(&objective.description), words.count()) {
        (0, _) => Some(Advice::Describe),
        (1, words) if words > WORDS_MAX => Some(Advice::FewerWords(words)),
        (1, _) => (!has_place).then_some(Advice::ChooseItemOrStage),
        (several, _) => Some(Advice::OneSentence(several)),
    }
}

/// French puts a space before some marks: they are no words.
fn is_word(piece: &&str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

/// How many sentences a text is of. One ends where a word that ends with `.`, `!`, `?` or `…`, or a line, is
/// followed by a capital or by the dash of a list: « 1.1.3 », « env. 10 », « M. Dupont » and a broken line end none.
fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut may_end = true;
    for line in text.lines() {
        for piece in line.split_whitespace() {
            let starts = piece.starts_with(|first: char| {
                first.is_uppercase() || matches!(first, '-' | '–' | '•' | '«')
            });
            let is_first = count == 0 && is_said(piece);
            if is_first || (may_end && starts) {
                count += 1;
            }
            let is_initial = piece.chars().count() == 2 && piece.ends_with('.');
            may_end = !is_initial && piece.ends_with(['.', '!', '?', '…']);
        }
        may_end = true;
    }
    count
}

fn measurable(objective: &Objective) -> Option<Advice> {
    if !is_said(&objective.indicator) {
        Some(Advice::NameIndicator)
    } else if !is_said(&objective.target) {
        Some(Advice::SetTarget)
    } else {
        let has_day = objective.current().is_some_and(|note| note.on.is_some());
        (!has_day).then_some(Advice::NoteValue)
    }
}

fn time_bound(objective: &Objective, today: Day) -> Option<Advice> {
    match (objective.start, objective.due) {
        (None, None) => Some(Advice::SetDates),
        (_, Some(_)) if objective.is_late(today) => Some(Advice::MovePastDue),
        (None, Some(_)) => Some(Advice::SetStart),
        (Some(_), None) => Some(Advice::SetDue),
        (Some(_), Some(_)) => objective
            .ends_before_it_starts()
            .then_some(Advice::PutDatesInOrder),
    }
}
