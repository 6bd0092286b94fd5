//! What can be undone and done again, kept beside the dossier, version 1: each step as the change that goes
//! back, in the words of the document. It is good for the very revision that it was written for.

use super::document::v1::{answers, contacts, follow_up, identity, plan};
use super::document::{read_document, write_document};
use crate::domain::date::Moment;
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::dossier::{Change, Subject};
use crate::domain::school::plan::{ObjectiveId, Plan, Standing};
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::undo::{STEPS_MAX, Step, Undo, Way};

const FORMAT: &str = "numea-history";
const VERSION: u64 = 1;

/// Writes the steps that belong to this revision of the dossier, last changed then.
pub fn write_history(undo: &Undo, revision: u64, edited_at: Option<Moment>) -> String {
    let steps = |way| ["[", &undo.texts(way).join(","), "]"].concat();
    let mut members = head(revision, edited_at);
    members.set("undo", steps(Way::Back));
    members.set("redo", steps(Way::Forth));
    members.write()
}

/// Reads the steps that belong to this revision; none where the text is of another, or is no history. A
/// step that makes no sense is left out, with everything further away.
pub fn read_history(text: &str, revision: u64, edited_at: Option<Moment>) -> Undo {
    let Ok(members) = Members::read(text) else {
        return Undo::default();
    };
    let head = head(revision, edited_at);
    if !head
        .iter()
        .all(|(name, raw)| members.get(name) == Some(raw))
    {
        return Undo::default();
    }
    let steps = |name| {
        let texts = members.get(name).and_then(|raw| json::list(raw).ok());
        let texts = texts.unwrap_or_default();
        let read = texts
            .iter()
            .rev()
            .take(STEPS_MAX)
            .map_while(|raw| read_step(raw));
        let mut steps: Vec<Step> = read.collect();
        steps.reverse();
        steps
    };
    Undo::restored(steps("undo"), steps("redo"))
}

fn head(revision: u64, edited_at: Option<Moment>) -> Members {
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set("revision", revision.to_string());
    let moment = edited_at.map(|moment| moment.to_string());
    members.set("editedAt", quoted(&moment.unwrap_or_default()));
    members
}

/// Writes a step: the change that goes back, and what it puts back into the « Corbeille », which versions
/// before did not know of.
pub fn write_step(step: &Step) -> String {
    let mut members = write_back(step.back());
    if !step.gone().is_empty() {
        members.set("gone", plan::write_bin(step.gone()).write());
    }
    members.write()
}

/// Writes a change that goes back. Only complete `Restore` steps are written: any other is written as
/// nothing, and never read.
fn write_back(back: &Change) -> Members {
    let mut members = Members::default();
    match back {
        Change::Restore { item, answer } => {
            members.set("item", quoted(&item.to_string()));
            members.set("answer", answers::write_answer(answer));
        }
        Change::Identify(new) => members.set("identity", identity::write(new)),
        Change::SetContacts(new) => members.set("contacts", contacts::write(new)),
        Change::RestoreObjective { id, standing } => {
            members.set("objective", quoted(&id.to_string()));
            match standing {
                Standing::Absent => {}
                Standing::Planned(one) => {
                    members.set("planned", plan::write_objective(one));
                    if let Some(raw) = follow_up::write_one(one) {
                        members.set(follow_up::MEMBER, raw);
                    }
                }
                Standing::Binned(binned) => members.set("binned", plan::write_binned(binned)),
            }
        }
        // As a text: what it holds that is unknown to this version may nest as deep as is read.
        Change::TakeOver(dossier) => members.set("dossier", quoted(&write_document(dossier))),
        Change::Statement { .. }
        | Change::Condition { .. }
        | Change::Declare { .. }
        | Change::Note { .. }
        | Change::Proofs { .. }
        | Change::AddObjective(_)
        | Change::SetObjective { .. }
        | Change::DeleteObjective(_)
        | Change::RecoverObjective(_)
        | Change::EraseObjective(_) => {}
    }
    members
}

/// A step, if all of it makes sense.
fn read_step(raw: &str) -> Option<Step> {
    let members = Members::read(raw).ok()?;
    let mut left_out = Vec::new();
    let (subject, back) = read_back(&members, &mut left_out)?;
    let mut gone = Plan::default();
    if let Some(raw) = members.get("gone") {
        plan::read_bin(raw, &mut gone, &mut left_out).then_some(())?;
    }
    let step = Step::new(subject, back, None).with_gone(gone.bin().to_vec());
    left_out.is_empty().then_some(step)
}

fn read_back(members: &Members, left_out: &mut Vec<String>) -> Option<(Subject, Change)> {
    if let Some(raw) = members.get("item") {
        let item: ItemId = json::string(raw).ok()?.parse().ok()?;
        let answer = Members::read(members.get("answer")?).ok()?;
        let answer = answers::read_answer("", &answer, left_out);
        return Some((Subject::Item(item), Change::Restore { item, answer }));
    }
    if let Some(raw) = members.get("identity") {
        let new = identity::read(raw, left_out);
        return Some((Subject::Identity, Change::Identify(new)));
    }
    if let Some(raw) = members.get("contacts") {
        let new = contacts::read(raw, left_out);
        return Some((Subject::Contacts, Change::SetContacts(new)));
    }
    if let Some(raw) = members.get("objective") {
        let id: ObjectiveId = json::string(raw).ok()?.parse().ok()?;
        let standing = read_standing(members, left_out)?;
        let back = Change::RestoreObjective { id, standing };
        return Some((Subject::Objective(id), back));
    }
    let text = json::string(members.get("dossier")?).ok()?;
    let restored = read_document(&text).ok()?;
    left_out.extend(restored.left_out);
    let back = Change::TakeOver(Box::new(restored.dossier));
    Some((Subject::Dossier, back))
}

fn read_standing(members: &Members, left_out: &mut Vec<String>) -> Option<Standing> {
    Some(match (members.get("planned"), members.get("binned")) {
        (Some(raw), _) => {
            let mut one = plan::read_objective("", raw, left_out)?;
            if let Some(raw) = members.get(follow_up::MEMBER) {
                follow_up::read_one("", raw, &mut one, left_out);
            }
            Standing::Planned(one)
        }
        (None, Some(raw)) => Standing::Binned(plan::read_binned("", raw, left_out)?),
        (None, None) => Standing::Absent,
    })
}
