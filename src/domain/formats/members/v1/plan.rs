//! Member `plan` of a dossier: the objectives by their id, those in the « Corbeille », and the last id
//! given. What is empty is not written.

use std::str::FromStr;

use super::follow_up;
use super::{read_choice, read_day, read_text};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::plan::{
    BIN_MAX, Binned, DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, OBJECTIVES_MAX, Objective, ObjectiveId,
    Plan, Priority, Standing, Status,
};
use crate::domain::school::questionnaire::{FieldId, ItemId, Stage};

/// Name of the priority that is written; the usual one is not.
const HIGH: &str = "high";

pub fn write(plan: &Plan) -> String {
    let (planned, binned, last_given) = plan.parts();
    let mut objectives = Members::default();
    for (id, objective) in planned {
        objectives.set(&id.to_string(), write_objective(objective));
    }
    let mut members = Members::default();
    members.set("lastId", last_given.to_string());
    members.set("objectives", objectives.write());
    if !binned.is_empty() {
        members.set("bin", write_bin(binned).write());
    }
    members.write()
}

/// Objectives in the « Corbeille », by their id.
pub fn write_bin(all: &[(ObjectiveId, Binned)]) -> Members {
    let mut bin = Members::default();
    for (id, binned) in all {
        bin.set(&id.to_string(), write_binned(binned));
    }
    bin
}

/// An objective in the « Corbeille ».
pub fn write_binned(binned: &Binned) -> String {
    let Binned {
        objective,
        deleted_on,
    } = binned;
    let mut members = Members::default();
    members.set("deletedOn", quoted(&deleted_on.to_string()));
    members.set("objective", write_objective(objective));
    if let Some(raw) = follow_up::write_one(objective) {
        members.set(follow_up::MEMBER, raw);
    }
    members.write()
}

/// An objective, but for what [`follow_up`] writes beside it.
pub fn write_objective(objective: &Objective) -> String {
    let Objective {
        field,
        description,
        item,
        stage,
        lead,
        start,
        due,
        indicator,
        target,
        means,
        status,
        priority,
        is_attainable: _,
        rhythm: _,
        notes: _,
    } = objective;
    let mut members = Members::default();
    members.set("field", quoted(&field.to_string()));
    members.set("status", quoted(status_name(*status)));
    for (name, text) in [
        ("description", description),
        ("item", &or_empty(*item)),
        ("lead", lead),
        ("start", &or_empty(*start)),
        ("due", &or_empty(*due)),
        ("indicator", indicator),
        ("target", target),
        ("means", means),
    ] {
        if !text.is_empty() {
            members.set(name, quoted(text));
        }
    }
    if let Some(stage) = stage {
        members.set("stage", stage.to_string());
    }
    match priority {
        Priority::High => members.set("priority", quoted(HIGH)),
        Priority::Usual => {}
    }
    members.write()
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Name of a status in the formats and in the stable handles.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::ToStart => "to-start",
        Status::Ongoing => "ongoing",
        Status::Done => "done",
        Status::Abandoned => "abandoned",
    }
}

pub fn read(raw: &str, left_out: &mut Vec<String>) -> Plan {
    let mut plan = Plan::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push("plan".into());
        return plan;
    };
    for (name, raw) in members.iter() {
        let is_read = match name {
            "lastId" => read_last_id(raw, &mut plan),
            "objectives" => read_objectives(raw, &mut plan, left_out),
            "bin" => true,
            _ => false,
        };
        if !is_read {
            left_out.push(format!("plan/{name}"));
        }
    }
    // After the objectives: an id that stands in both is theirs.
    if let Some(raw) = members.get("bin")
        && !read_bin(raw, &mut plan, left_out)
    {
        left_out.push("plan/bin".into());
    }
    plan
}

fn read_last_id(raw: &str, plan: &mut Plan) -> bool {
    let number = json::number(raw)
        .ok()
        .and_then(|number| number.try_into().ok());
    plan.remember_given(number.unwrap_or(0));
    number.is_some()
}

fn read_objectives(raw: &str, plan: &mut Plan, left_out: &mut Vec<String>) -> bool {
    let Ok(members) = Members::read(raw) else {
        return false;
    };
    for (name, raw) in members.iter() {
        let path = format!("plan/{name}");
        let room = plan.len() < OBJECTIVES_MAX;
        let read = match name.parse::<ObjectiveId>() {
            Ok(id) if room => read_objective(&path, raw, left_out).map(|objective| (id, objective)),
            Ok(_) | Err(_) => None,
        };
        match read {
            Some((id, objective)) => plan.set(id, objective),
            None => left_out.push(path),
        }
    }
    true
}

/// Reads objectives into the « Corbeille » of a plan; whether there was an object of them.
pub fn read_bin(raw: &str, plan: &mut Plan, left_out: &mut Vec<String>) -> bool {
    let Ok(members) = Members::read(raw) else {
        return false;
    };
    for (name, raw) in members.iter() {
        let path = format!("plan/bin/{name}");
        let id = name.parse().ok().filter(|id| plan.get(*id).is_none());
        let id = id.filter(|_| plan.bin().len() < BIN_MAX);
        let read = id.and_then(|id| Some((id, read_binned(&path, raw, left_out)?)));
        match read {
            Some((id, binned)) => plan.place(id, Standing::Binned(binned)),
            None => left_out.push(path),
        }
    }
    true
}

/// An objective in the « Corbeille »; `None` without the day of its deletion.
pub fn read_binned(path: &str, raw: &str, left_out: &mut Vec<String>) -> Option<Binned> {
    let members = Members::read(raw).ok()?;
    let deleted_on = members.get("deletedOn").and_then(read_id)?;
    let mut objective = read_objective(path, members.get("objective")?, left_out)?;
    if let Some(raw) = members.get(follow_up::MEMBER) {
        follow_up::read_one(path, raw, &mut objective, left_out);
    }
    let mut others = members.iter().map(|(name, _)| name);
    if let Some(other) =
        others.find(|name| !matches!(*name, "deletedOn" | "objective" | follow_up::MEMBER))
    {
        left_out.push(format!("{path}/{other}"));
    }
    Some(Binned {
        objective,
        deleted_on,
    })
}

/// An objective; `None` where neither its field nor its item says where it belongs.
pub fn read_objective(path: &str, raw: &str, left_out: &mut Vec<String>) -> Option<Objective> {
    let members = Members::read(raw).ok()?;
    let item = members.get("item").and_then(read_id::<ItemId>);
    let field = members.get("field").and_then(read_id::<FieldId>);
    let mut objective = Objective::new(field.or(item.map(ItemId::field))?);
    objective.item = item.filter(|item| item.field() == objective.field);
    for (name, raw) in members.iter() {
        if !read_member(name, raw, &mut objective) {
            left_out.push(format!("{path}/{name}"));
        }
    }
    Some(objective)
}

/// Reads one member into an objective whose field and item are already read.
fn read_member(name: &str, raw: &str, objective: &mut Objective) -> bool {
    match name {
        "field" => read_id(raw) == Some(objective.field),
        "item" => objective.item.is_some(),
        "description" => read_text(raw, DESCRIPTION_MAX, &mut objective.description),
        "stage" => read_choice(raw.parse::<Stage>().ok().map(Some), &mut objective.stage),
        "lead" => read_text(raw, LINE_MAX, &mut objective.lead),
        "start" => read_day(raw, &mut objective.start),
        "due" => read_day(raw, &mut objective.due),
        "indicator" => read_text(raw, LINE_MAX, &mut objective.indicator),
        "target" => read_text(raw, LINE_MAX, &mut objective.target),
        "means" => read_text(raw, MEANS_MAX, &mut objective.means),
        "status" => read_choice(status(raw), &mut objective.status),
        "priority" => {
            let high = (raw == quoted(HIGH)).then_some(Priority::High);
            read_choice(high, &mut objective.priority)
        }
        _ => false,
    }
}

fn status(raw: &str) -> Option<Status> {
    Status::ALL
        .into_iter()
        .find(|status| raw == quoted(status_name(*status)))
}

/// The id or the day that this raw text is.
fn read_id<T: FromStr>(raw: &str) -> Option<T> {
    json::string(raw).ok()?.parse().ok()
}
