//! What a table says of an item, compared with what was answered.

use super::{Comparison, ItemClaim, Line, Mark, Offer, Place, Remark, Said, Trouble, Why};
use super::{fitting, is_same};
use crate::domain::school::answers::{
    Declared, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, Ticks,
};
use crate::domain::school::positioning::{ItemPositioning, StatementState};
use crate::domain::school::questionnaire::{Item, Stage, Statement};

pub(super) fn compare(
    item: &Item,
    claim: &ItemClaim,
    answer: &ItemAnswer,
    comparison: &mut Comparison,
) {
    let (response, remark, at) = response(item, claim, answer.response, comparison);
    if response != answer.response {
        comparison.lines.push(Line {
            at,
            offer: Offer::Response(item.id, response),
            remark,
        });
    }
    if let Some(said) = claim
        .note
        .as_ref()
        .filter(|said| !is_same(&said.value, &answer.note))
        && let Some(text) = fitting(said, NOTE_MAX, comparison)
    {
        comparison.lines.push(Line {
            at: said.at.clone(),
            offer: Offer::Note(item.id, text),
            remark: None,
        });
    }
    if let Some(said) = &claim.proofs {
        proofs(item, said, &answer.proofs, comparison);
    }
}

fn proofs(item: &Item, said: &Said<Vec<String>>, before: &[String], comparison: &mut Comparison) {
    let before = before.iter().flat_map(|link| link.lines());
    let before = before.map(str::trim).filter(|link| !link.is_empty());
    if before.eq(said.value.iter().map(String::as_str)) {
        return;
    }
    if said.value.len() > PROOFS_MAX {
        comparison.troubles.push(Trouble {
            at: said.at.clone(),
            found: said.value.join("\n"),
            why: Why::TooManyLinks,
        });
        return;
    }
    let each = said.value.iter().map(|link| Said {
        value: link.clone(),
        at: said.at.clone(),
    });
    let fits: Option<Vec<_>> = each
        .map(|link| fitting(&link, PROOF_MAX, comparison))
        .collect();
    if let Some(links) = fits {
        comparison.lines.push(Line {
            at: said.at.clone(),
            offer: Offer::Proofs(item.id, links),
            remark: None,
        });
    }
}

/// What the answer becomes, why it is not taken by itself, and where that is said.
fn response(
    item: &Item,
    claim: &ItemClaim,
    before: Response,
    comparison: &mut Comparison,
) -> (Response, Option<Remark>, Place) {
    let (ticked, remark, at) = stages(item, claim, before, comparison);
    let Some(said) = &claim.declared else {
        return (ticked, remark, at);
    };
    let declared = Response::Declared(said.value);
    let says_stages = ticked != before && !ticked.ticks().is_empty();
    match (before == declared, says_stages) {
        // The line of the item is as it was given: the stages are what was filled in since.
        (true, true) => (ticked, Some(Remark::StateStillSaid), at),
        (false, true) => (declared, Some(Remark::StagesToo), said.at.clone()),
        (_, false) => (declared, None, said.at.clone()),
    }
}

/// What the answer becomes by what is said of statements and conditions.
fn stages(
    item: &Item,
    claim: &ItemClaim,
    before: Response,
    comparison: &mut Comparison,
) -> (Response, Option<Remark>, Place) {
    let mut ticks = before.ticks();
    let (mut remark, mut at) = (None, None);
    let mut is_all_said = true;
    for stage in Stage::ALL {
        let merged = Merge::new(item, claim, before, stage).merged();
        if let Some(trouble) = merged.trouble {
            comparison.troubles.push(trouble);
        }
        remark = remark.or(merged.remark);
        is_all_said &= merged.is_said;
        let ids = stage.of(&item.statements).ids();
        ticks = ids.fold(ticks, |ticks, condition| {
            let tick = Tick::from(merged.ticks.is_ticked(stage, condition));
            ticks.with(stage, condition, tick)
        });
        at = at.or(merged.at);
    }
    let was_ticked = !before.ticks().within(item).is_empty();
    let after = match Response::from_ticks(ticks.within(item)) {
        Response::Unanswered if is_all_said || was_ticked => Response::Declared(Declared::NoStage),
        Response::Unanswered => before,
        // Ticks of sentences that the questionnaire does not have stay.
        Response::Ticked(_) | Response::Declared(_) => Response::Ticked(ticks),
    };
    (after, remark, at.unwrap_or_default())
}

/// A statement and what is said of it.
struct Merge<'a> {
    word: Option<&'a Said<Mark>>,
    is_computed: bool,
    conditions: Vec<&'a Said<(Stage, u8, bool)>>,
    /// What was answered; `None` where the item had no ticks.
    before: Option<Mark>,
    ticks: Ticks,
    stage: Stage,
    statement: &'a Statement,
}

struct Merged {
    ticks: Ticks,
    remark: Option<Remark>,
    trouble: Option<Trouble>,
    /// Whether the table says all of the statement.
    is_said: bool,
    /// Where the first thing is said that differs.
    at: Option<Place>,
}

impl<'a> Merge<'a> {
    fn new(item: &'a Item, claim: &'a ItemClaim, before: Response, stage: Stage) -> Self {
        let ticks = before.ticks().within(item);
        let counted = ItemPositioning::of(item, before);
        let was = mark_of(*stage.of(&counted.statements));
        let conditions = claim.conditions.iter();
        Self {
            word: stage.of(&claim.statements).as_ref(),
            is_computed: *stage.of(&claim.computed),
            conditions: conditions.filter(|said| said.value.0 == stage).collect(),
            before: (!ticks.is_empty()).then_some(was),
            ticks,
            stage,
            statement: stage.of(&item.statements),
        }
    }

    /// Conditions say more than the word of their statement, which may be the result of a formula, or what that once was. So
    /// the word counts only where a person changed it and not them.
    fn merged(&self) -> Merged {
        let by_conditions = self.conditions.iter().fold(self.ticks, |ticks, said| {
            let (stage, condition, is_met) = said.value;
            ticks.with(stage, condition, Tick::from(is_met))
        });
        let first = self.conditions.iter().find(|said| {
            let (stage, condition, is_met) = said.value;
            self.ticks.is_ticked(stage, condition) != is_met
        });
        let of_conditions = Merged {
            ticks: by_conditions,
            remark: None,
            trouble: None,
            is_said: self.word.is_some()
                || self.conditions.len() >= usize::from(self.statement.len()),
            at: first.map(|said| said.at.clone()),
        };
        // A formula knows « oui » only, not what else is understood here.
        let is_said_by_conditions = self.is_computed && !self.conditions.is_empty();
        let is_other = |word: &&Said<Mark>| word.value != self.mark(by_conditions);
        let Some(word) = self
            .word
            .filter(|word| !is_said_by_conditions && is_other(word))
        else {
            return of_conditions;
        };
        let has_changed_conditions = first.is_some();
        if has_changed_conditions && self.before == Some(word.value) {
            return of_conditions;
        }
        if has_changed_conditions {
            return Merged {
                remark: Some(Remark::ConditionsDiffer),
                ..of_conditions
            };
        }
        self.by_word(word, of_conditions)
    }

    fn by_word(&self, word: &Said<Mark>, unchanged: Merged) -> Merged {
        let tick = match word.value {
            Mark::Yes => Tick::On,
            Mark::No => Tick::Off,
            Mark::Partly => {
                let trouble = Trouble {
                    at: word.at.clone(),
                    found: String::new(),
                    why: Why::WhichConditions,
                };
                return Merged {
                    trouble: Some(trouble),
                    is_said: false,
                    ..unchanged
                };
            }
        };
        Merged {
            ticks: self.ticks.with_all(self.stage, self.statement.bits(), tick),
            at: Some(word.at.clone()),
            ..unchanged
        }
    }

    fn mark(&self, ticks: Ticks) -> Mark {
        match ticks.count(self.stage) {
            0 => Mark::No,
            ticked if ticked == self.statement.len() => Mark::Yes,
            _ => Mark::Partly,
        }
    }
}

fn mark_of(state: StatementState) -> Mark {
    match state {
        StatementState::Reached => Mark::Yes,
        StatementState::Partial { .. } => Mark::Partly,
        StatementState::NotReached => Mark::No,
    }
}
