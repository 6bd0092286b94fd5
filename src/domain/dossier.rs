//! « Dossier »: everything one school keeps, and the one way to change it: [`apply`] an [`Edit`].

use super::answers::{
    Answers, Declared, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, at_most,
};
use super::date::Moment;
use super::questionnaire::{ItemId, Questionnaire, Stage};
use super::undo::Step;
use super::wire::json::Members;

/// « Dossier »: everything one school keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// What was answered.
    pub answers: Answers,
    /// When it was last changed.
    pub edited_at: Option<Moment>,
    /// Fields of the stored document that this version does not know, kept as they are.
    pub unknown_fields: Members,
}

/// Something the person does, with its date.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// When.
    pub at: Moment,
    /// What.
    pub change: Change,
}

/// What an edit changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Ticks or unticks a whole statement, that is all its conditions.
    Statement {
        /// The item.
        item: ItemId,
        /// The stage.
        stage: Stage,
        /// The new state of the box.
        tick: Tick,
    },
    /// Ticks or unticks one condition.
    Condition {
        /// The item.
        item: ItemId,
        /// The stage.
        stage: Stage,
        /// Number of the condition, from 0.
        condition: u8,
        /// The new state of the box.
        tick: Tick,
    },
    /// Declares an answer for the whole item, which clears its ticks; or takes it back.
    Declare {
        /// The item.
        item: ItemId,
        /// The declared answer.
        declared: Declared,
        /// The new state of the box.
        tick: Tick,
    },
    /// Replaces the note; cut to [`NOTE_MAX`] characters.
    Note {
        /// The item.
        item: ItemId,
        /// The whole new note.
        text: String,
    },
    /// Replaces the proof links; at most [`PROOFS_MAX`] of [`PROOF_MAX`] characters.
    Proofs {
        /// The item.
        item: ItemId,
        /// All its links.
        links: Vec<String>,
    },
    /// Puts back everything about an item: what undoing does.
    Restore {
        /// The item.
        item: ItemId,
        /// What was kept about it.
        answer: ItemAnswer,
    },
}

impl Change {
    /// The item it is about.
    pub fn item(&self) -> ItemId {
        match self {
            Self::Statement { item, .. }
            | Self::Condition { item, .. }
            | Self::Declare { item, .. }
            | Self::Note { item, .. }
            | Self::Proofs { item, .. }
            | Self::Restore { item, .. } => *item,
        }
    }

    /// The answer about the item once changed; `None` where the questionnaire has no such box.
    fn changed(&self, questionnaire: &Questionnaire, before: &ItemAnswer) -> Option<ItemAnswer> {
        let mut after = before.clone();
        match self {
            Self::Statement { item, stage, tick } => {
                let len = questionnaire.statement(*item, *stage)?.len();
                let ticks = before.response.ticks().with_all(*stage, len, *tick);
                after.response = ticked(before.response, ticks);
            }
            Self::Condition {
                item,
                stage,
                condition,
                tick,
            } => {
                let len = questionnaire.statement(*item, *stage)?.len();
                let ticks = before.response.ticks().with(*stage, *condition, *tick);
                after.response = (*condition < len).then(|| ticked(before.response, ticks))?;
            }
            Self::Declare { declared, tick, .. } => {
                after.response = match tick {
                    Tick::On => Response::Declared(*declared),
                    Tick::Off if before.response.declared() == Some(*declared) => {
                        Response::Unanswered
                    }
                    Tick::Off => before.response,
                };
            }
            Self::Note { text, .. } => after.note = at_most(text, NOTE_MAX),
            Self::Proofs { links, .. } => {
                after.proofs = links
                    .iter()
                    .take(PROOFS_MAX)
                    .map(|link| at_most(link, PROOF_MAX))
                    .collect();
            }
            Self::Restore { answer, .. } => after = answer.clone(),
        }
        Some(after)
    }
}

/// New ticks answer the item; taking away a tick that was not there leaves a declared answer alone.
fn ticked(before: Response, ticks: super::answers::Ticks) -> Response {
    match Response::from_ticks(ticks) {
        Response::Unanswered if before.declared().is_some() => before,
        after => after,
    }
}

/// Applies an edit. Returns the step that undoes it, or `None` where nothing changed.
pub fn apply(dossier: &mut Dossier, questionnaire: &Questionnaire, edit: &Edit) -> Option<Step> {
    let item = edit.change.item();
    questionnaire.item(item)?;
    let before = dossier.answers.get(item);
    let after = edit.change.changed(questionnaire, &before)?;
    if after == before {
        return None;
    }
    dossier.answers.set(item, after);
    dossier.edited_at = Some(edit.at);
    Some(Step::new(&edit.change, before))
}
