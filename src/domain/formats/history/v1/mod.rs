//! The history, version 1: each step as what it puts back, in members of its own.

use super::FORMAT;
use crate::domain::date::Moment;
use crate::domain::formats::adaptation::rewritten;
use crate::domain::formats::document::{read_document, write_document};
use crate::domain::formats::members::v1::{
    adaptation, answers, contacts, decisions, follow_up, identity, plan, read_text, review,
};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::dossier::HANDOVER_MAX;
use crate::domain::school::plan::{ObjectiveId, Plan, Standing};
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::undo::{Before, STEPS_MAX, Step, StepWriter, Undo, Way};

/// The number of this version.
pub const VERSION: u64 = 1;
/// What the edit took out of the « Corbeille ».
const GONE: &str = "gone";

/// Writes the steps that belong to this revision of the dossier, last changed then.
pub fn write(undo: &Undo<Words>, revision: u64, edited_at: Option<Moment>) -> String {
    let steps = |way| ["[", &undo.texts(way).join(","), "]"].concat();
    let mut members = head(revision, edited_at);
    members.set("undo", steps(Way::Back));
    members.set("redo", steps(Way::Forth));
    members.write()
}

/// Reads the steps that belong to this revision; none where the text is of another. A step that makes no sense is left
/// out, with everything further away.
pub fn read(members: &Members, revision: u64, edited_at: Option<Moment>) -> Undo<Words> {
    let head = head(revision, edited_at);
    let mut head = head.iter();
    if !head.all(|(name, raw)| members.get(name) == Some(raw)) {
        return Undo::default();
    }
    let steps = |name| {
        let texts = members.get(name).and_then(|raw| json::list(raw).ok());
        let texts = texts.unwrap_or_default();
        let newest = texts.iter().rev().take(STEPS_MAX);
        let mut steps: Vec<Step> = newest.map_while(|raw| read_step(raw)).collect();
        steps.reverse();
        steps
    };
    Undo::restored(steps("undo"), steps("redo"))
}

/// What the history of this very revision starts with.
fn head(revision: u64, edited_at: Option<Moment>) -> Members {
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set("revision", revision.to_string());
    let moment = edited_at.map(|moment| moment.to_string());
    members.set("editedAt", quoted(&moment.unwrap_or_default()));
    members
}

/// The writer of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words;

impl StepWriter for Words {
    /// What it puts back, and what it puts back into the « Corbeille », which 0.1.0 did not know of.
    fn write(step: &Step) -> String {
        let (before, gone) = step.parts();
        let mut members = write_before(before);
        if !gone.is_empty() {
            members.set(GONE, plan::write_bin(gone).write());
        }
        members.write()
    }
}

fn write_before(before: &Before) -> Members {
    let mut members = Members::default();
    match before {
        Before::Answer { item, answer } => {
            members.set("item", quoted(&item.to_string()));
            members.set("answer", answers::write_answer(answer));
        }
        // Not under `item`: a page of 0.1.0 would undo the answer alone.
        Before::Decided {
            item,
            answer,
            decision,
        } => {
            members.set("decided", quoted(&item.to_string()));
            members.set("answer", answers::write_answer(answer));
            members.set("decision", decisions::write_one(decision));
        }
        Before::Identity(identity) => members.set("identity", identity::write(identity)),
        Before::Contacts(contacts) => members.set("contacts", contacts::write(contacts)),
        Before::Handover(text) => members.set("handover", quoted(text)),
        Before::Review(review) => members.set(review::MEMBER, review::write(review)),
        // Without one there is no text, and an empty one would be no JSON.
        Before::Adaptation(text) => members.set(adaptation::MEMBER, quoted(&text.0)),
        Before::Objective { id, standing } => {
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
        Before::Dossier(dossier) => members.set("dossier", quoted(&write_document(dossier))),
    }
    members
}

/// A step, if all of it makes sense.
fn read_step(raw: &str) -> Option<Step> {
    let members = Members::read(raw).ok()?;
    let mut left_out = Vec::new();
    let before = read_before(&members, &mut left_out)?;
    let mut gone = Plan::default();
    if let Some(raw) = members.get(GONE) {
        plan::read_bin(raw, &mut gone, &mut left_out).then_some(())?;
    }
    let step = Step::new(before, None).with_gone(gone.bin().to_vec());
    left_out.is_empty().then_some(step)
}

fn read_before(members: &Members, left_out: &mut Vec<String>) -> Option<Before> {
    if let Some(raw) = members.get("item").or_else(|| members.get("decided")) {
        let item: ItemId = json::string(raw).ok()?.parse().ok()?;
        let answer = Members::read(members.get("answer")?).ok()?;
        let answer = answers::read_answer("", &answer, left_out);
        return Some(match members.get("decision") {
            Some(raw) => Before::Decided {
                item,
                answer,
                decision: decisions::read_one("", raw, left_out),
            },
            None => Before::Answer { item, answer },
        });
    }
    if let Some(raw) = members.get("identity") {
        return Some(Before::Identity(identity::read(raw, left_out)));
    }
    if let Some(raw) = members.get("handover") {
        let mut text = String::new();
        read_text(raw, HANDOVER_MAX, &mut text).then_some(())?;
        return Some(Before::Handover(text));
    }
    if let Some(raw) = members.get(review::MEMBER) {
        let review = review::read(raw, left_out);
        return Some(Before::Review(Box::new(review)));
    }
    if let Some(raw) = members.get(adaptation::MEMBER) {
        let text = AdaptationText(json::string(raw).ok()?);
        return rewritten(&text).map(Before::Adaptation);
    }
    if let Some(raw) = members.get("contacts") {
        return Some(Before::Contacts(contacts::read(raw, left_out)));
    }
    if let Some(raw) = members.get("objective") {
        let id: ObjectiveId = json::string(raw).ok()?.parse().ok()?;
        let standing = read_standing(members, left_out)?;
        return Some(Before::Objective { id, standing });
    }
    let text = json::string(members.get("dossier")?).ok()?;
    let restored = read_document(&text).ok()?;
    left_out.extend(restored.left_out);
    Some(Before::Dossier(Box::new(restored.dossier)))
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
