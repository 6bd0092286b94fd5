//! The dossier's format, version 1: readable JSON, the same in storage and in files.

use super::{FORMAT, Restored};
use crate::domain::formats::adaptation::rewritten;
use crate::domain::formats::members::v1::{
    adaptation, answers, contacts, decisions, follow_up, identity, plan, read_text, review,
};
use crate::domain::json::{self, Members, compact, quoted};
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::answers::at_most;
use crate::domain::school::dossier::{Dossier, HANDOVER_MAX};
use crate::domain::school::plan::Plan;

/// The number of this version.
pub const VERSION: u64 = 1;
const KNOWN: [&str; 11] = [
    "answers",
    "contacts",
    decisions::MEMBER,
    "editedAt",
    follow_up::MEMBER,
    "format",
    "handover",
    "identity",
    "plan",
    review::MEMBER,
    "version",
];

/// Most that is kept of members that this version does not know, in bytes: they are written again with every
/// edit, so a file must not slow down each tick with megabytes that nobody sees.
pub const UNKNOWN_MAX: usize = 256_000;
/// Longest name under which one of them is reported, in characters.
const NAME_MAX: usize = 60;

/// Writes a dossier, whole: what is to stay on the device was taken out before. Here and in each writer
/// below, types are taken apart without `..`, so that a field that joins one is decided upon.
pub(super) fn write(dossier: &Dossier) -> String {
    let Dossier {
        identity,
        answers,
        plan,
        contacts,
        decisions,
        handover,
        review,
        adaptation,
        edited_at,
        unknown_fields,
    } = dossier;
    let mut document = unknown_fields.clone();
    document.set("format", quoted(FORMAT));
    document.set("version", VERSION.to_string());
    if let Some(moment) = edited_at {
        document.set("editedAt", quoted(&moment.to_string()));
    }
    document.set("answers", answers::write(answers));
    if !identity.is_blank() {
        document.set("identity", identity::write(identity));
    }
    if *plan != Plan::default() {
        document.set("plan", plan::write(plan));
    }
    if let Some(raw) = follow_up::write(plan) {
        document.set(follow_up::MEMBER, raw);
    }
    if !contacts.is_blank() {
        document.set("contacts", contacts::write(contacts));
    }
    if !decisions.is_empty() {
        document.set(decisions::MEMBER, decisions::write(decisions));
    }
    if !handover.is_empty() {
        document.set("handover", quoted(handover));
    }
    if !review.is_none() {
        document.set(review::MEMBER, review::write(review));
    }
    if !adaptation.is_none() {
        document.set(adaptation::MEMBER, adaptation.0.clone());
    }
    document.write()
}

/// Reads a document of this version.
pub(super) fn read(mut document: Members) -> Restored {
    let mut left_out = Vec::new();
    let mut dossier = Dossier::default();
    if let Some(raw) = document.get("answers") {
        dossier.answers = answers::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("identity") {
        dossier.identity = identity::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("plan") {
        dossier.plan = plan::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get(follow_up::MEMBER) {
        follow_up::read(raw, &mut dossier.plan, &mut left_out);
    }
    if let Some(raw) = document.get("contacts") {
        dossier.contacts = contacts::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get(decisions::MEMBER) {
        dossier.decisions = decisions::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("handover")
        && !read_text(raw, HANDOVER_MAX, &mut dossier.handover)
    {
        left_out.push("handover".into());
    }
    if let Some(raw) = document.get(review::MEMBER) {
        dossier.review = review::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get(adaptation::MEMBER) {
        let text = AdaptationText(compact(raw));
        match rewritten(&text) {
            Some(text) => {
                dossier.adaptation = text;
                document.remove(adaptation::MEMBER);
            }
            // Of a newer version, it may be: it stays in the document as it is.
            None => left_out.push(adaptation::MEMBER.into()),
        }
    }
    if let Some(raw) = document.get("editedAt") {
        dossier.edited_at = json::string(raw).ok().and_then(|text| text.parse().ok());
        if dossier.edited_at.is_none() {
            left_out.push("editedAt".into());
        }
    }
    for name in KNOWN {
        document.remove(name);
    }
    dossier.unknown_fields = within_limits(&document, &mut left_out);
    Restored { dossier, left_out }
}

/// The members that this version does not know, without the white space that a file lays them out with, as far
/// as they fit into [`UNKNOWN_MAX`].
fn within_limits(unknown: &Members, left_out: &mut Vec<String>) -> Members {
    let mut kept = Members::default();
    let mut size = 0;
    for (name, raw) in unknown.iter() {
        let raw = compact(raw);
        let with_it = size + name.len() + raw.len();
        if with_it > UNKNOWN_MAX {
            left_out.push(at_most(name, NAME_MAX));
        } else {
            size = with_it;
            kept.set(name, raw);
        }
    }
    kept
}
