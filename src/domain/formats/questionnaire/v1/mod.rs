//! The questionnaire's file format, version 1. Reading is strict: a questionnaire is whole or refused.

mod filled;
mod write;

pub use filled::is_filled;
pub use write::write;

use super::place::Step;
use super::{QuestionnaireError, Read, Trouble};
use crate::domain::json::{self, Members};
use crate::domain::school::questionnaire::{
    ActionField, Adapted, Condition, GlossaryEntry, Item, Origin, Part, Place, Questionnaire,
    Resource, Source, Statement, Words,
};

/// The number of this version.
pub const VERSION: u64 = 1;
/// Ticks are kept in 32 bits.
pub const CONDITIONS_MAX: usize = 32;

/// Reads what a questionnaire of this version asks.
pub fn read_questions(file: &Members) -> Read<Questionnaire> {
    let parts = list(file, "parts", part)?;
    no_twins(&parts)?;
    Ok(Questionnaire {
        id: string(file, "id")?,
        title: string(file, "title")?,
        source: source(member(file, "source")?)
            .map_err(|trouble| trouble.on_the_way(Step::Member("source")))?,
        adapted: adapted(file, &parts)?,
        parts,
        words: None,
        known_as: None,
    })
}

/// What a school made of it: a note to respondents, items in words of its own.
fn adapted(file: &Members, parts: &[Part]) -> Read<Option<Adapted>> {
    let note = match file.get("note") {
        Some(raw) => text(raw, "note")?,
        None => String::new(),
    };
    let mut items = parts.iter().flat_map(|part| &part.fields);
    let is_worded = items.any(|field| field.items.iter().any(|item| !item.origin.is_own()));
    let is_adapted = is_worded || !note.is_empty();
    Ok(is_adapted.then_some(Adapted { note, hidden: 0 }))
}

/// Reads the words and links of a questionnaire of this version.
pub fn read_words(file: &Members) -> Read<Words> {
    Ok(Words {
        resources: list(file, "resources", resource)?,
        glossary: list(file, "glossary", glossary_entry)?,
    })
}

/// Refuses two things of one id, for they would share their answers.
fn no_twins(parts: &[Part]) -> Read<()> {
    let mut ids: Vec<String> = Vec::new();
    let mut only_once = |id: String| {
        let is_twin = ids.contains(&id);
        ids.push(id.clone());
        if is_twin {
            Err(Trouble::from(QuestionnaireError::Id(id)))
        } else {
            Ok(())
        }
    };
    for (place, part) in parts.iter().enumerate() {
        let in_part = |trouble: Trouble| trouble.within("parts", place);
        only_once(part.number.to_string()).map_err(in_part)?;
        for (place, field) in part.fields.iter().enumerate() {
            let in_field = |trouble: Trouble| in_part(trouble.within("fields", place));
            only_once(field.id.to_string()).map_err(in_field)?;
            for (place, item) in field.items.iter().enumerate() {
                let in_item = |trouble: Trouble| in_field(trouble.within("items", place));
                only_once(item.id.to_string()).map_err(in_item)?;
            }
        }
    }
    Ok(())
}

fn source(raw: &str) -> Read<Source> {
    let source = &object(raw, "source")?;
    Ok(Source {
        title: string(source, "title")?,
        publisher: string(source, "publisher")?,
        year: u16::try_from(number(source, "year")?)
            .map_err(|_| QuestionnaireError::Member("year"))?,
    })
}

fn part(raw: &str) -> Read<Part> {
    let part = &object(raw, "parts")?;
    let id = string(part, "id")?;
    let number: u8 = id.parse().unwrap_or(0);
    if number == 0 || number.to_string() != id {
        return Err(QuestionnaireError::Id(id).into());
    }
    let fields = list(part, "fields", field)?;
    let own = fields
        .iter()
        .map(|field| (field.id.to_string(), field.id.part() == number));
    no_stray("fields", own)?;
    Ok(Part {
        number,
        title: string(part, "title")?,
        introduction: string(part, "introduction")?,
        fields,
    })
}

fn field(raw: &str) -> Read<ActionField> {
    let field = &object(raw, "fields")?;
    let id = id(field)?;
    let items = list(field, "items", item)?;
    let own = items
        .iter()
        .map(|item| (item.id.to_string(), item.id.field() == id));
    no_stray("items", own)?;
    Ok(ActionField {
        id,
        title: string(field, "title")?,
        aim: string(field, "aim")?,
        headings: three(list(field, "stages", |raw| text(raw, "stages"))?, "stages")?,
        items,
    })
}

/// Refuses the first id that does not go with its place.
fn no_stray(name: &'static str, ids: impl Iterator<Item = (String, bool)>) -> Read<()> {
    for (place, (id, is_of_here)) in ids.enumerate() {
        if !is_of_here {
            return Err(Trouble::from(QuestionnaireError::Id(id)).within(name, place));
        }
    }
    Ok(())
}

fn item(raw: &str) -> Read<Item> {
    let item = &object(raw, "items")?;
    Ok(Item {
        id: id(item)?,
        title: string(item, "title")?,
        source_title: string(item, "source_title")?,
        statements: three(list(item, "statements", statement)?, "statements")?,
        resources: list(item, "resources", |raw| text(raw, "resources"))?,
        origin: match item.get("origin") {
            None => Origin::Own,
            Some(raw) => match text(raw, "origin")?.as_str() {
                "reworded" => Origin::Reworded,
                "added" => Origin::Added,
                _ => return Err(QuestionnaireError::Member("origin").into()),
            },
        },
    })
}

fn statement(raw: &str) -> Read<Statement> {
    let conditions = values(raw, "statements")?;
    if conditions.is_empty() || conditions.len() > CONDITIONS_MAX {
        return Err(QuestionnaireError::Conditions.into());
    }
    let conditions = (0..).zip(&conditions);
    let conditions = conditions
        .map(|(place, raw)| {
            let read = condition(place, raw);
            read.map_err(|trouble| trouble.on_the_way(Step::Place(place.into())))
        })
        .collect::<Read<Vec<_>>>()?;
    let statement = Statement { conditions };
    // Two conditions of one number would share their tick.
    let numbers = usize::try_from(statement.bits().count_ones()).unwrap_or(0);
    if numbers < statement.conditions.len() {
        return Err(QuestionnaireError::Conditions.into());
    }
    Ok(statement)
}

/// A sentence, whose number is its place; or with the number that it keeps in an adapted statement.
fn condition(place: u8, raw: &str) -> Read<Condition> {
    if let Ok(text) = json::string(raw) {
        return Ok(Condition { id: place, text });
    }
    let condition = &object(raw, "statements")?;
    let number = number(condition, "number")?;
    let id = (1..=CONDITIONS_MAX as u64)
        .contains(&number)
        .then(|| u8::try_from(number - 1).ok())
        .flatten()
        .ok_or(QuestionnaireError::Member("number"))?;
    let text = string(condition, "text")?;
    Ok(Condition { id, text })
}

fn resource(raw: &str) -> Read<Resource> {
    let resource = &object(raw, "resources")?;
    let place = match string(resource, "place")?.as_str() {
        "items" => Place::Items,
        "guide" => Place::Guide,
        "support" => Place::Support,
        "annex" => Place::Annex,
        "credit" => Place::Credit,
        _ => return Err(QuestionnaireError::Member("place").into()),
    };
    let url = string(resource, "url")?;
    // It becomes a link that people click: of other kinds, some would run a script.
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(QuestionnaireError::Member("url").into());
    }
    Ok(Resource {
        id: string(resource, "id")?,
        label: string(resource, "label")?,
        url,
        place,
    })
}

fn glossary_entry(raw: &str) -> Read<GlossaryEntry> {
    let entry = &object(raw, "glossary")?;
    Ok(GlossaryEntry {
        term: string(entry, "term")?,
        variants: list(entry, "variants", |raw| text(raw, "variants"))?,
        expansion: string(entry, "expansion")?,
        explanation: string(entry, "explanation")?,
    })
}

fn member<'a>(object: &'a Members, name: &'static str) -> Read<&'a str> {
    object
        .get(name)
        .ok_or_else(|| QuestionnaireError::Member(name).into())
}

fn object(raw: &str, name: &'static str) -> Read<Members> {
    Members::read(raw).map_err(|_| QuestionnaireError::Member(name).into())
}

fn text(raw: &str, name: &'static str) -> Read<String> {
    json::string(raw).map_err(|_| QuestionnaireError::Member(name).into())
}

fn string(object: &Members, name: &'static str) -> Read<String> {
    text(member(object, name)?, name)
}

/// An id; one that is none is told as it stands in the file.
fn id<T: std::str::FromStr>(object: &Members) -> Read<T> {
    let id = string(object, "id")?;
    id.parse().map_err(|_| QuestionnaireError::Id(id).into())
}

fn number(object: &Members, name: &'static str) -> Read<u64> {
    json::number(member(object, name)?).map_err(|_| QuestionnaireError::Member(name).into())
}

fn list<T>(object: &Members, name: &'static str, read: fn(&str) -> Read<T>) -> Read<Vec<T>> {
    let values = values(member(object, name)?, name)?;
    let values = values.iter().enumerate();
    values
        .map(|(place, raw)| read(raw).map_err(|trouble| trouble.within(name, place)))
        .collect()
}

fn values(raw: &str, name: &'static str) -> Read<Vec<String>> {
    json::list(raw).map_err(|_| QuestionnaireError::Member(name).into())
}

fn three<T>(values: Vec<T>, name: &'static str) -> Read<[T; 3]> {
    values
        .try_into()
        .map_err(|_| QuestionnaireError::Member(name).into())
}
