//! The dossier's format, version 1: readable JSON, the same in storage and in files. Conditions and
//! stages are numbered from 1, in the order of the source.
//!
//! Reading repairs and reports: it refuses only what is not ours or comes from a newer version.

use super::json::{self, Members, NotThis, listed, quoted};
use crate::domain::answers::{
    Answers, Declared, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, Ticks, at_most,
};
use crate::domain::dossier::Dossier;
use crate::domain::questionnaire::{ItemId, Stage};

const FORMAT: &str = "numea-dossier";
/// The version that is written.
pub const VERSION: u64 = 1;
const KNOWN: [&str; 4] = ["answers", "editedAt", "format", "version"];
/// Most conditions of a statement.
const CONDITIONS_MAX: u64 = 32;

/// Why a text is not a dossier that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The text is not JSON, or is cut.
    #[error("not JSON")]
    Json(#[from] NotThis),
    /// It is JSON, of something else.
    #[error("not a {FORMAT}")]
    Format,
    /// It was written by a newer version of the app.
    #[error("version {0} is newer than {VERSION}")]
    Newer(u64),
}

/// A dossier that was read, and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The dossier.
    pub dossier: Dossier,
    /// Members that made no sense and were left out, by their path.
    pub left_out: Vec<String>,
}

/// Writes a dossier.
pub fn write_document(dossier: &Dossier) -> String {
    let mut document = dossier.unknown_fields.clone();
    document.set("format", quoted(FORMAT));
    document.set("version", VERSION.to_string());
    if let Some(moment) = dossier.edited_at {
        document.set("editedAt", quoted(&moment.to_string()));
    }
    let mut answers = Members::default();
    for (item, answer) in dossier.answers.iter() {
        answers.set(&item.to_string(), write_answer(answer));
    }
    document.set("answers", answers.write());
    document.write()
}

fn write_answer(answer: &ItemAnswer) -> String {
    let mut members = Members::default();
    match answer.response {
        Response::Unanswered => {}
        Response::Declared(declared) => members.set("state", quoted(state_name(declared))),
        Response::Ticked(ticks) => members.set("ticked", write_ticks(ticks)),
    }
    if !answer.note.is_empty() {
        members.set("note", quoted(&answer.note));
    }
    if !answer.proofs.is_empty() {
        members.set(
            "proofs",
            listed(answer.proofs.iter().map(|link| quoted(link))),
        );
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

/// Reads a dossier.
pub fn read_document(text: &str) -> Result<Restored, DocumentError> {
    let mut document = Members::read(text)?;
    let is_ours = document.get("format") == Some(quoted(FORMAT).as_str());
    match document
        .get("version")
        .and_then(|raw| json::number(raw).ok())
    {
        Some(VERSION) if is_ours => {}
        Some(newer) if is_ours && newer > VERSION => return Err(DocumentError::Newer(newer)),
        _ => return Err(DocumentError::Format),
    }
    let mut left_out = Vec::new();
    let answers = document
        .get("answers")
        .map(|raw| read_answers(raw, &mut left_out));
    let edited_at = document
        .get("editedAt")
        .and_then(|raw| json::string(raw).ok()?.parse().ok());
    for name in KNOWN {
        document.remove(name);
    }
    let dossier = Dossier {
        answers: answers.unwrap_or_default(),
        edited_at,
        unknown_fields: document,
    };
    Ok(Restored { dossier, left_out })
}

fn read_answers(raw: &str, left_out: &mut Vec<String>) -> Answers {
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

fn read_answer(item: &str, members: &Members, left_out: &mut Vec<String>) -> ItemAnswer {
    let mut answer = ItemAnswer::default();
    for (name, raw) in members.iter() {
        let is_read = match name {
            "state" => read_state(raw, &mut answer),
            "ticked" => read_ticks(raw, &mut answer),
            "note" => read_note(raw, &mut answer),
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

fn read_note(raw: &str, answer: &mut ItemAnswer) -> bool {
    let Ok(note) = json::string(raw) else {
        return false;
    };
    answer.note = at_most(&note, NOTE_MAX);
    answer.note == note
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ours_or_newer_is_refused() {
        for text in [
            "",
            "[true,true]",
            "null",
            "{}",
            r#"{"format":"numea-dossier"}"#,
            "{\"format\":",
        ] {
            assert!(read_document(text).is_err(), "{text}");
        }
        let newer = r#"{"format":"numea-dossier","version":2,"answers":{}}"#;
        assert!(matches!(read_document(newer), Err(DocumentError::Newer(2))));
    }

    #[test]
    fn what_makes_no_sense_is_left_out_and_reported_the_rest_is_read() {
        let text = r#"{"format":"numea-dossier","version":1,"later":{"x":1},"answers":{
            "1.1.1":{"ticked":{"1":[1,2],"9":[1]},"note":5},
            "1.1.2":{"state":"unknown","note":"à revoir"},
            "1.1.3":{"state":"perhaps"},
            "nonsense":{}, "1.1.4":[] }}"#;
        let restored = read_document(text).unwrap();
        let ticks = Ticks::default().with_all(Stage::One, 2, Tick::On);
        let answers = &restored.dossier.answers;
        assert_eq!(
            answers.response("1.1.1".parse().unwrap()),
            Response::Ticked(ticks)
        );
        assert_eq!(answers.get("1.1.2".parse().unwrap()).note, "à revoir");
        let mut left_out = restored.left_out.clone();
        left_out.sort();
        assert_eq!(
            left_out,
            [
                "1.1.1/note",
                "1.1.1/ticked",
                "1.1.3/state",
                "1.1.4",
                "nonsense"
            ]
        );
        assert!(write_document(&restored.dossier).contains(r#""later":{"x":1}"#));
    }
}
