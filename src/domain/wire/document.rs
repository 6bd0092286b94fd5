//! The dossier's format, version 1: readable JSON, the same in storage and in files. Conditions and
//! stages are numbered from 1, in the order of the source.
//!
//! Reading repairs and reports: it refuses only what is not ours or comes from a newer version.

use serde_json::{Map, Value, json};

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
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The text is not JSON, or is cut.
    #[error("not JSON: {0}")]
    Json(#[from] serde_json::Error),
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
    document.insert("format".into(), FORMAT.into());
    document.insert("version".into(), VERSION.into());
    if let Some(moment) = dossier.edited_at {
        document.insert("editedAt".into(), moment.to_string().into());
    }
    let answers: Map<String, Value> = dossier
        .answers
        .iter()
        .map(|(item, answer)| (item.to_string(), write_answer(answer)))
        .collect();
    document.insert("answers".into(), answers.into());
    Value::Object(document).to_string()
}

fn write_answer(answer: &ItemAnswer) -> Value {
    let mut object = Map::new();
    match answer.response {
        Response::Unanswered => {}
        Response::Declared(declared) => {
            object.insert("state".into(), state_name(declared).into());
        }
        Response::Ticked(ticks) => {
            object.insert("ticked".into(), write_ticks(ticks));
        }
    }
    if !answer.note.is_empty() {
        object.insert("note".into(), answer.note.clone().into());
    }
    if !answer.proofs.is_empty() {
        object.insert("proofs".into(), json!(answer.proofs));
    }
    object.into()
}

fn write_ticks(ticks: Ticks) -> Value {
    let mut object = Map::new();
    for stage in Stage::ALL
        .into_iter()
        .filter(|stage| ticks.count(*stage) > 0)
    {
        let numbers: Vec<u8> = (0..32)
            .filter(|condition| ticks.is_ticked(stage, *condition))
            .map(|c| c + 1)
            .collect();
        object.insert(stage.to_string(), json!(numbers));
    }
    object.into()
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
    let Value::Object(mut document) = serde_json::from_str(text)? else {
        return Err(DocumentError::Format);
    };
    if document.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(DocumentError::Format);
    }
    match document.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(DocumentError::Newer(newer)),
        _ => return Err(DocumentError::Format),
    }
    let mut left_out = Vec::new();
    let answers = document
        .get("answers")
        .map(|value| read_answers(value, &mut left_out));
    let edited_at = document
        .get("editedAt")
        .and_then(Value::as_str)
        .and_then(|t| t.parse().ok());
    document.retain(|name, _| !KNOWN.contains(&name.as_str()));
    let dossier = Dossier {
        answers: answers.unwrap_or_default(),
        edited_at,
        unknown_fields: document,
    };
    Ok(Restored { dossier, left_out })
}

fn read_answers(value: &Value, left_out: &mut Vec<String>) -> Answers {
    let mut answers = Answers::default();
    let Some(object) = value.as_object() else {
        left_out.push("answers".into());
        return answers;
    };
    for (name, value) in object {
        match (name.parse::<ItemId>(), value.as_object()) {
            (Ok(item), Some(answer)) => answers.set(item, read_answer(name, answer, left_out)),
            _ => left_out.push(name.clone()),
        }
    }
    answers
}

fn read_answer(item: &str, object: &Map<String, Value>, left_out: &mut Vec<String>) -> ItemAnswer {
    let mut answer = ItemAnswer::default();
    for (name, value) in object {
        let is_read = match name.as_str() {
            "state" => read_state(value, &mut answer),
            "ticked" => read_ticks(value, &mut answer),
            "note" => read_note(value, &mut answer),
            "proofs" => read_proofs(value, &mut answer),
            _ => false,
        };
        if !is_read {
            left_out.push(format!("{item}/{name}"));
        }
    }
    answer
}

/// A declared answer; where there are ticks too, the ticks win: they say more.
fn read_state(value: &Value, answer: &mut ItemAnswer) -> bool {
    let declared = Declared::ALL
        .into_iter()
        .find(|d| value.as_str() == Some(state_name(*d)));
    match declared {
        Some(declared) if answer.response == Response::Unanswered => {
            answer.response = Response::Declared(declared);
            true
        }
        _ => false,
    }
}

fn read_ticks(value: &Value, answer: &mut ItemAnswer) -> bool {
    let Some(object) = value.as_object() else {
        return false;
    };
    let mut ticks = Ticks::default();
    let mut is_whole = true;
    for (name, numbers) in object {
        let (Ok(stage), Some(numbers)) = (name.parse::<Stage>(), numbers.as_array()) else {
            is_whole = false;
            continue;
        };
        for number in numbers {
            match number.as_u64().filter(|n| (1..=CONDITIONS_MAX).contains(n)) {
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

fn read_note(value: &Value, answer: &mut ItemAnswer) -> bool {
    let Some(note) = value.as_str() else {
        return false;
    };
    answer.note = at_most(note, NOTE_MAX);
    answer.note == note
}

fn read_proofs(value: &Value, answer: &mut ItemAnswer) -> bool {
    let Some(links) = value.as_array() else {
        return false;
    };
    answer.proofs = links
        .iter()
        .filter_map(Value::as_str)
        .take(PROOFS_MAX)
        .map(|link| at_most(link, PROOF_MAX))
        .collect();
    answer
        .proofs
        .iter()
        .map(String::as_str)
        .eq(links.iter().filter_map(Value::as_str))
        && answer.proofs.len() == links.len()
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
