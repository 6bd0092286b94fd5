//! What joined objectives after 0.1.0: that they are judged attainable, their rhythm, their follow-up notes. It stands
//! in a member `followUp` beside the plan, by the ids of the objectives: a page of 0.1.0 keeps whatever it does not
//! know at the top level, and would drop it inside an objective. Of a deleted objective it stands beside that one, in
//! the « Corbeille », so that it stays on the device with it.

use super::{read_choice, read_day, read_text};
use crate::domain::json::{self, Members, listed, quoted};
use crate::domain::school::plan::{
    FollowUp, NOTES_MAX, Objective, ObjectiveId, PLAN_NOTES_MAX, Plan, REMARK_MAX, Rhythm,
    VALUE_MAX,
};

/// Name of the member.
pub const MEMBER: &str = "followUp";

/// Of all planned objectives; `None` where nothing of the kind was written.
pub fn write(plan: &Plan) -> Option<String> {
    let mut all = Members::default();
    for (id, objective) in plan.iter() {
        if let Some(raw) = write_one(objective) {
            all.set(&id.to_string(), raw);
        }
    }
    all.iter().next()?;
    Some(all.write())
}

/// Of one objective; `None` where nothing of the kind was written. The rest is [`super::plan`]'s.
pub fn write_one(objective: &Objective) -> Option<String> {
    let Objective {
        field: _,
        description: _,
        item: _,
        stage: _,
        lead: _,
        start: _,
        due: _,
        indicator: _,
        target: _,
        means: _,
        status: _,
        priority: _,
        is_attainable,
        rhythm,
        notes,
    } = objective;
    let mut members = Members::default();
    if *is_attainable {
        members.set("attainable", "true".to_owned());
    }
    if let Some(rhythm) = rhythm {
        members.set("rhythm", quoted(name(*rhythm)));
    }
    if !notes.is_empty() {
        members.set("notes", listed(notes.iter().map(write_note)));
    }
    members.iter().next()?;
    Some(members.write())
}

fn write_note(note: &FollowUp) -> String {
    let FollowUp { on, value, remark } = note;
    let mut members = Members::default();
    if let Some(on) = on {
        members.set("on", quoted(&on.to_string()));
    }
    for (name, text) in [("value", value), ("remark", remark)] {
        if !text.is_empty() {
            members.set(name, quoted(text));
        }
    }
    members.write()
}

/// Name of a rhythm in the format.
fn name(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Yearly => "yearly",
        Rhythm::TwiceYearly => "twice-yearly",
        Rhythm::ThriceYearly => "thrice-yearly",
        Rhythm::Monthly => "monthly",
    }
}

/// Reads it into the objectives of a plan. Of an objective that is no more, nothing is read nor said: a page of
/// 0.1.0 may have deleted it since.
pub fn read(raw: &str, plan: &mut Plan, left_out: &mut Vec<String>) {
    let Ok(all) = Members::read(raw) else {
        left_out.push(MEMBER.into());
        return;
    };
    for (name, raw) in all.iter() {
        let Ok(id) = name.parse::<ObjectiveId>() else {
            left_out.push(format!("{MEMBER}/{name}"));
            continue;
        };
        if let Some(mut objective) = plan.get(id).cloned() {
            read_one(&format!("{MEMBER}/{name}"), raw, &mut objective, left_out);
            if plan.notes() + objective.notes.len() > PLAN_NOTES_MAX {
                left_out.push(format!("{MEMBER}/{name}/notes"));
                objective.notes.clear();
            }
            plan.set(id, objective);
        }
    }
}

/// Reads it into one objective.
pub fn read_one(path: &str, raw: &str, objective: &mut Objective, left_out: &mut Vec<String>) {
    let Ok(members) = Members::read(raw) else {
        left_out.push(path.to_owned());
        return;
    };
    for (name, raw) in members.iter() {
        let is_read = match name {
            "attainable" => read_choice(
                (raw == "true").then_some(true),
                &mut objective.is_attainable,
            ),
            "rhythm" => read_choice(rhythm(raw).map(Some), &mut objective.rhythm),
            "notes" => read_notes(raw, &mut objective.notes),
            _ => false,
        };
        if !is_read {
            left_out.push(format!("{path}/{name}"));
        }
    }
}

fn rhythm(raw: &str) -> Option<Rhythm> {
    let mut all = Rhythm::ALL.into_iter();
    all.find(|rhythm| raw == quoted(name(*rhythm)))
}

/// Reads the notes that make sense; whether all of them did.
fn read_notes(raw: &str, notes: &mut Vec<FollowUp>) -> bool {
    let Ok(all) = json::list(raw) else {
        return false;
    };
    let mut is_whole = all.len() <= NOTES_MAX;
    for raw in all.iter().take(NOTES_MAX) {
        match read_note(raw) {
            Some((note, is_read)) => {
                is_whole &= is_read;
                notes.push(note);
            }
            None => is_whole = false,
        }
    }
    is_whole
}

/// A note, and whether all of it made sense; `None` where it is no object.
fn read_note(raw: &str) -> Option<(FollowUp, bool)> {
    let members = Members::read(raw).ok()?;
    let mut note = FollowUp::default();
    let mut is_whole = true;
    for (name, raw) in members.iter() {
        is_whole &= match name {
            "on" => read_day(raw, &mut note.on),
            "value" => read_text(raw, VALUE_MAX, &mut note.value),
            "remark" => read_text(raw, REMARK_MAX, &mut note.remark),
            _ => false,
        };
    }
    Some((note, is_whole))
}
