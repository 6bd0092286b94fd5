//! What an edit can change, and what it is about.

use super::Dossier;
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::answers::{Declared, Response, Tick};
use crate::domain::school::contacts::Contacts;
use crate::domain::school::identity::Identity;
use crate::domain::school::plan::{Objective, ObjectiveId};
use crate::domain::school::questionnaire::{ItemId, Stage};
use crate::domain::school::team::Decision;
use crate::domain::school::timeline::Review;

/// What an edit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The answer about an item.
    Item(ItemId),
    /// The identity.
    Identity,
    /// The school's contacts.
    Contacts,
    /// What a successor should know.
    Handover,
    /// The review of the answers.
    Review,
    /// The questionnaire as the school adapts it.
    Adaptation,
    /// An objective of the plan.
    Objective(ObjectiveId),
    /// The whole dossier at once.
    Dossier,
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
        /// The id of the condition in its statement.
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
    /// Replaces the note; cut to [`NOTE_MAX`](crate::domain::school::answers::NOTE_MAX) characters.
    Note {
        /// The item.
        item: ItemId,
        /// The whole new note.
        text: String,
    },
    /// Replaces the proof links; at most [`PROOFS_MAX`](crate::domain::school::answers::PROOFS_MAX) of
    /// [`PROOF_MAX`](crate::domain::school::answers::PROOF_MAX) characters.
    Proofs {
        /// The item.
        item: ItemId,
        /// All its links.
        links: Vec<String>,
    },
    /// Replaces what is kept of the decision about an item; with it the answer, where one is given. The reason is cut to
    /// its longest.
    Decide {
        /// The item.
        item: ItemId,
        /// The answer that is decided; `None` leaves the present one.
        response: Option<Response>,
        /// The whole new decision.
        decision: Decision,
    },
    /// Replaces the identity, each text cut to its longest.
    Identify(Identity),
    /// Replaces the school's contacts.
    SetContacts(Contacts),
    /// Replaces what a successor should know; cut to [`HANDOVER_MAX`](super::HANDOVER_MAX) characters.
    HandOver(String),
    /// Replaces the review of the answers: begun, gone on with, or ended.
    Review(Box<Review>),
    /// Replaces what the school changed of the questionnaire. Answers stay as they are: they follow ids.
    Adapt(AdaptationText),
    /// Adds an objective, under [`Plan::next_id`](crate::domain::school::plan::Plan::next_id). A full plan, or a
    /// field or item that the questionnaire does not have, changes nothing.
    AddObjective(Objective),
    /// Replaces an objective, each text cut to its longest. Moving it to a field or item that the
    /// questionnaire does not have changes nothing.
    SetObjective {
        /// Its id.
        id: ObjectiveId,
        /// The whole new objective.
        objective: Objective,
    },
    /// Deletes an objective: it waits in the « Corbeille ».
    DeleteObjective(ObjectiveId),
    /// Takes an objective out of the « Corbeille » into the plan, under its id. A full plan changes nothing.
    RecoverObjective(ObjectiveId),
    /// Deletes for good an objective that is in the « Corbeille ».
    EraseObjective(ObjectiveId),
    /// Takes away an objective of the plan in which nothing was written: it does not go into the « Corbeille ».
    DiscardObjective(ObjectiveId),
    /// Puts another dossier in the place of this one, whole: its plan comes with the ids that it gave.
    /// Undoing it puts the former one back the same way.
    TakeOver(Box<Dossier>),
}
