//! Member `answers` of a dossier: what is kept about each item. Conditions and stages are numbered
//! from 1, in the order of the source.

use super::read_text;
use crate::domain::json::{self, Members, listed, quoted};
use crate::domain::school::answers::{
    Answers, Declared, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, Ticks, at_most,
};
use crate::domain::school::questionnaire::{ItemId, Stage};

/// Most conditions of a statement.
const CONDITIONS_MAX: u64 = 32;

pub fn write(answers: &Answers) -> String {
    let mut members = Members::default();
    for (item, answer) in answers.iter() {
        members.set(&item.to_string(), write_answer(answer));
    }
    members.write()
}

/// What is kept about an item.
pub fn write_answer(answer: &ItemAnswer) -> String {
    let ItemAnswer {
        response,
        note,
        proofs,
    } = answer;
    let mut members = Members::default();
    match *response {
        Response::Unanswered => {}
        Response::Declared(declared) => members.set("state", quoted(state_name(declared))),
        Response::Ticked(ticks) => members.set("ticked", write_ticks(ticks)),
    }
    if !note.is_empty() {
        members.set("note", quoted(note));
    }
    if !proofs.is_empty() {
        members.set("proofs", listed(proofs.iter().map(|link| quoted(link))));
    }
    members.write()
}

fn write_ticks(ticks: Ticks) -> String {
    let mut members = Members::default();
    for stage in Stage::ALL
        .into_iter()
        .filter(|stage| ticks.count(*stage) > 0)
    {
        let ticked = (0..32_u8).filter(|condition| ticks.is_ticked(stage, *condition));
        members.set(
            &stage.to_string(),
            listed(ticked.map(|condition| (condition + 1).to_string())),
        );
    }
    members.write()
}

/// Name of a declared answer in the formats and in the stable handles.
pub fn state_name(declared: Declared) -> &'static str {
    match declared {
        Declared::NoStage => "none",
        Declared::Unknown => "unknown",
        Declared::NotApplicable => "not-applicable",
    }
}

pub fn read(raw: &str, left_out: &mut Vec<String>) -> Answers {
    let mut answers = Answers::default();
    let Ok(members) = Members::read(raw) else {
        left_out.push("answers".into());
        return answers;
    };
    for (name, raw) in members.iter() {
        match (name.parse::<ItemId>(), Members::read(raw)) {
            (Ok(item), Ok(answer)) => answers.set(item, read_answer(name, &answer, left_out)),
            _ => left_out.push(name.to_owned()),
        }
    }
    answers
}

/// What is kept about an item, as far as it can be read.
pub fn read_answer(item: &str, members: &Members, left_out: &mut Vec<String>) -> ItemAnswer {
    let mut answer = ItemAnswer::default();
    // Before the state, which has to give way to them.
    let ticks = members.get("ticked");
    let are_ticks_read = ticks.is_some_and(|raw| read_ticks(raw, &mut answer));
    for (name, raw) in members.iter() {
        let is_read = match name {
            "state" => read_state(raw, &mut answer),
            "ticked" => are_ticks_read,
            "note" => read_text(raw, NOTE_MAX, &mut answer.note),
            "proofs" => read_proofs(raw, &mut answer),
            _ => false,
        };
        if !is_read {
            left_out.push(format!("{item}/{name}"));
        }
    }
    answer
}

/// A declared answer; where there are ticks too, the ticks win: they say more.
fn read_state(raw: &str, answer: &mut ItemAnswer) -> bool {
    let declared = Declared::ALL
        .into_iter()
        .find(|declared| raw == quoted(state_name(*declared)));
    match declared {
        Some(declared) if answer.response == Response::Unanswered => {
            answer.response = Response::Declared(declared);
            true
        }
        _ => false,
    }
}

fn read_ticks(raw: &str, answer: &mut ItemAnswer) -> bool {
    let Ok(members) = Members::read(raw) else {
        return false;
    };
    let mut ticks = Ticks::default();
    let mut is_whole = true;
    for (name, raw) in members.iter() {
        let (Ok(stage), Ok(numbers)) = (name.parse::<Stage>(), json::list(raw)) else {
            is_whole = false;
            continue;
        };
        for number in numbers {
            match json::number(&number)
                .ok()
                .filter(|n| (1..=CONDITIONS_MAX).contains(n))
            {
                Some(number) => {
                    let condition = u8::try_from(number - 1).unwrap_or(u8::MAX);
                    ticks = ticks.with(stage, condition, Tick::On);
                }
                None => is_whole = false,
            }
        }
    }
    if !ticks.is_empty() {
        answer.response = Response::Ticked(ticks);
    }
    is_whole
}

fn read_proofs(raw: &str, answer: &mut ItemAnswer) -> bool {
    let Ok(links) = json::list(raw) else {
        return false;
    };
    let read: Vec<_> = links
        .iter()
        .filter_map(|link| json::string(link).ok())
        .collect();
    answer.proofs = read
        .iter()
        .take(PROOFS_MAX)
        .map(|link| at_most(link, PROOF_MAX))
        .collect();
    answer.proofs == read && read.len() == links.len()
}
