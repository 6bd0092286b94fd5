//! What changed between two positionings: stage by stage of each item, by the one rule of counting. Exchanging the two
//! exchanges what was gained and what was lost.

use crate::domain::school::answers::Answers;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{Objective, ObjectiveId, Plan, Status};
use crate::domain::school::positioning::{Count, ItemPositioning, ItemState, Positioning};
use crate::domain::school::questionnaire::{
    ActionField, FieldId, Item, ItemId, Questionnaire, Stage, StatementId,
};

/// What became of a statement from one positioning to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It counts, and did not before.
    Gained,
    /// It counted, and does not any more.
    Lost,
    /// As it was.
    Unchanged,
}

/// One item: what became of its stages, and what is known of it in each positioning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The item.
    pub id: ItemId,
    /// What became of each stage.
    pub stages: [Move; 3],
    /// What was known of it before, and what is after.
    pub states: [ItemState; 2],
}

impl ItemChange {
    fn of(item: &Item, before: &Answers, after: &Answers) -> Self {
        let counted = |answers: &Answers| ItemPositioning::of(item, answers.response(item.id));
        let (before, after) = (counted(before), counted(after));
        Self {
            id: item.id,
            stages: Stage::ALL
                .map(|stage| moved(before.is_reached(stage), after.is_reached(stage))),
            states: [before.state, after.state],
        }
    }

    /// Whether anything that is counted, or said of the whole item, changed.
    pub fn is_changed(&self) -> bool {
        let [before, after] = self.states;
        before != after || self.stages.iter().any(|one| *one != Move::Unchanged)
    }
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub id: FieldId,
    /// « x sur n » of each stage before, and after.
    pub counts: [[Count; 3]; 2],
    /// Its items, in order.
    pub items: Vec<ItemChange>,
}

impl FieldChange {
    fn of(
        field: &ActionField,
        before: (&Answers, &Positioning),
        after: (&Answers, &Positioning),
    ) -> Self {
        let counts = |positioning: &Positioning| {
            let counted = positioning.field(field.id);
            counted.map(|field| field.stages).unwrap_or_default()
        };
        let items = field.items.iter();
        Self {
            id: field.id,
            counts: [counts(before.1), counts(after.1)],
            items: items
                .map(|item| ItemChange::of(item, before.0, after.0))
                .collect(),
        }
    }

    /// How many items more count for this stage than before: below 0 where there are fewer.
    pub fn gain(&self, stage: Stage) -> i32 {
        let [before, after] = &self.counts;
        difference(*stage.of(before), *stage.of(after))
    }

    /// The items whose stage was gained, or lost.
    pub fn moved(&self, stage: Stage, wanted: Move) -> impl Iterator<Item = ItemId> {
        let items = self.items.iter();
        items
            .filter(move |item| *stage.of(&item.stages) == wanted)
            .map(|item| item.id)
    }
}

/// Two positionings, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// « x sur n » of each stage before, and after.
    pub counts: [[Count; 3]; 2],
    /// The fields, in order.
    pub fields: Vec<FieldChange>,
    /// The objectives that were reached in between, each with the statement at which it aimed, if it named one.
    pub reached: Vec<(ObjectiveId, Objective)>,
}

impl Comparison {
    /// What changed from `before` to `after`.
    pub fn of(questionnaire: &Questionnaire, before: &Dossier, after: &Dossier) -> Self {
        let counted = |dossier: &Dossier| Positioning::of(questionnaire, &dossier.answers);
        let (was, is) = (counted(before), counted(after));
        let fields = questionnaire.fields();
        let field = |field| FieldChange::of(field, (&before.answers, &was), (&after.answers, &is));
        Self {
            counts: [was.stages, is.stages],
            fields: fields.map(field).collect(),
            reached: reached(&before.plan, &after.plan),
        }
    }

    /// How many items more count for this stage than before: below 0 where there are fewer.
    pub fn gain(&self, stage: Stage) -> i32 {
        let [before, after] = &self.counts;
        difference(*stage.of(before), *stage.of(after))
    }

    /// Whether nothing changed that is counted or said.
    pub fn is_nothing(&self) -> bool {
        let mut items = self.fields.iter().flat_map(|field| &field.items);
        self.reached.is_empty() && !items.any(ItemChange::is_changed)
    }

    /// The objectives reached in between that aimed at this statement, or at its item without saying which stage.
    pub fn reached_for(&self, statement: StatementId) -> impl Iterator<Item = &Objective> {
        let objectives = self.reached.iter().map(|(_, objective)| objective);
        objectives.filter(move |objective| {
            let is_stage = objective.stage.is_none_or(|stage| stage == statement.stage);
            objective.item == Some(statement.item) && is_stage
        })
    }
}

/// The objectives that are done after, and were not before: not yet there, or not yet done.
fn reached(before: &Plan, after: &Plan) -> Vec<(ObjectiveId, Objective)> {
    let was_done = |id| before.get(id).is_some_and(|one| one.status == Status::Done);
    let done = after.iter().filter(|(_, one)| one.status == Status::Done);
    done.filter(|(id, _)| !was_done(*id))
        .map(|(id, one)| (id, one.clone()))
        .collect()
}

/// An item that is « non concerné » reaches nothing.
fn moved(was_reached: bool, is_reached: bool) -> Move {
    match (was_reached, is_reached) {
        (false, true) => Move::Gained,
        (true, false) => Move::Lost,
        (true, true) | (false, false) => Move::Unchanged,
    }
}

fn difference(before: Count, after: Count) -> i32 {
    i32::from(after.reached) - i32::from(before.reached)
}
