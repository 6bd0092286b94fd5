//! Member `decisions` of a dossier, after 0.1.0: what the school decided together, by item: `on`, the day, and `reason`. The
//! answer that was decided stands in `answers`.

use super::{read_day, read_text};
use crate::domain::json::{Members, quoted};
use crate::domain::school::team::{Decision, Decisions, REASON_MAX};

/// Name of the member.
pub const MEMBER: &str = "decisions";

/// Writes the member.
pub fn write(decisions: &Decisions) -> String {
    let mut members = Members::default();
    for (item, decision) in decisions.iter() {
        members.set(&item.to_string(), write_one(decision));
    }
    members.write()
}

/// What is kept of one decision.
pub fn write_one(decision: &Decision) -> String {
    let Decision { on, reason } = decision;
    let mut members = Members::default();
    if let Some(on) = on {
        members.set("on", quoted(&on.to_string()));
    }
    if !reason.is_empty() {
        members.set("reason", quoted(reason));
    }
    members.write()
}

/// Reads the member, as far as it can be read.
pub fn read(raw: &str, left_out: &mut Vec<String>) -> Decisions {
    let mut decisions = Decisions::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push(MEMBER.into());
        return decisions;
    };
    for (name, raw) in members.iter() {
        match name.parse() {
            Ok(item) => decisions.set(item, read_one(name, raw, left_out)),
            Err(_) => left_out.push([MEMBER, "/", name].concat()),
        }
    }
    decisions
}

/// What is kept of the decision about this item, as far as it can be read.
pub fn read_one(item: &str, raw: &str, left_out: &mut Vec<String>) -> Decision {
    let mut decision = Decision::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push([MEMBER, "/", item].concat());
        return decision;
    };
    for (name, raw) in members.iter() {
        let is_read = match name {
            "on" => read_day(raw, &mut decision.on),
            "reason" => read_text(raw, REASON_MAX, &mut decision.reason),
            _ => false,
        };
        if !is_read {
            left_out.push([MEMBER, "/", item, "/", name].concat());
        }
    }
    decision
}
