//! The questionnaire's file format, version 1: the official wording is embedded in it, and schools
//! exchange adapted questionnaires in it. Reading is strict: a questionnaire is whole or refused.

use serde_json::{Map, Value};

use crate::domain::questionnaire::{
    ActionField, GlossaryEntry, IdError, Item, Part, Place, Questionnaire, Resource, Source,
    Statement,
};

const FORMAT: &str = "numea-questionnaire";
const VERSION: u64 = 1;
/// Ticks are kept in 32 bits.
const CONDITIONS_MAX: usize = 32;

/// Why a text is not a questionnaire.
#[derive(Debug, thiserror::Error)]
pub enum QuestionnaireError {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// It is JSON, of something else.
    #[error("not a {FORMAT} of version {VERSION}")]
    Format,
    /// A member is missing or is not what it should be.
    #[error("member {0:?} is missing or of the wrong kind")]
    Member(&'static str),
    /// An id is not one, or does not match its place.
    #[error("{0:?} is not the id expected here")]
    Id(String),
    /// A statement must have 1 to 32 conditions.
    #[error("a statement must have 1 to {CONDITIONS_MAX} conditions")]
    Conditions,
}

impl From<IdError> for QuestionnaireError {
    fn from(error: IdError) -> Self {
        Self::Id(error.to_string())
    }
}

type Read<T> = Result<T, QuestionnaireError>;
type Object = Map<String, Value>;

/// Reads a questionnaire.
pub fn read_questionnaire(text: &str) -> Read<Questionnaire> {
    let value: Value = serde_json::from_str(text)?;
    let file = value.as_object().ok_or(QuestionnaireError::Format)?;
    if string(file, "format")? != FORMAT || number(file, "version")? != VERSION {
        return Err(QuestionnaireError::Format);
    }
    Ok(Questionnaire {
        id: string(file, "id")?,
        title: string(file, "title")?,
        source: source(member(file, "source")?)?,
        parts: list(file, "parts", part)?,
        resources: list(file, "resources", resource)?,
        glossary: list(file, "glossary", glossary_entry)?,
    })
}

fn source(value: &Value) -> Read<Source> {
    let source = object(value, "source")?;
    Ok(Source {
        title: string(source, "title")?,
        publisher: string(source, "publisher")?,
        year: u16::try_from(number(source, "year")?)
            .map_err(|_| QuestionnaireError::Member("year"))?,
    })
}

fn part(value: &Value) -> Read<Part> {
    let part = object(value, "parts")?;
    let id = string(part, "id")?;
    let number: u8 = id.parse().map_err(|_| QuestionnaireError::Id(id))?;
    let fields = list(part, "fields", field)?;
    if let Some(stray) = fields.iter().find(|field| field.id.part() != number) {
        return Err(QuestionnaireError::Id(stray.id.to_string()));
    }
    Ok(Part {
        number,
        title: string(part, "title")?,
        introduction: string(part, "introduction")?,
        fields,
    })
}

fn field(value: &Value) -> Read<ActionField> {
    let field = object(value, "fields")?;
    let id = string(field, "id")?.parse()?;
    let items = list(field, "items", item)?;
    if let Some(stray) = items.iter().find(|item| item.id.field() != id) {
        return Err(QuestionnaireError::Id(stray.id.to_string()));
    }
    Ok(ActionField {
        id,
        title: string(field, "title")?,
        aim: string(field, "aim")?,
        headings: three(
            list(field, "stages", |value| text(value, "stages"))?,
            "stages",
        )?,
        items,
    })
}

fn item(value: &Value) -> Read<Item> {
    let item = object(value, "items")?;
    Ok(Item {
        id: string(item, "id")?.parse()?,
        title: string(item, "title")?,
        source_title: string(item, "source_title")?,
        statements: three(list(item, "statements", statement)?, "statements")?,
        resources: list(item, "resources", |value| text(value, "resources"))?,
    })
}

fn statement(value: &Value) -> Read<Statement> {
    let conditions = value
        .as_array()
        .ok_or(QuestionnaireError::Member("statements"))?;
    if conditions.is_empty() || conditions.len() > CONDITIONS_MAX {
        return Err(QuestionnaireError::Conditions);
    }
    let conditions = conditions
        .iter()
        .map(|value| text(value, "statements"))
        .collect::<Read<_>>()?;
    Ok(Statement { conditions })
}

fn resource(value: &Value) -> Read<Resource> {
    let resource = object(value, "resources")?;
    let place = match string(resource, "place")?.as_str() {
        "items" => Place::Items,
        "guide" => Place::Guide,
        "support" => Place::Support,
        "annex" => Place::Annex,
        "credit" => Place::Credit,
        _ => return Err(QuestionnaireError::Member("place")),
    };
    Ok(Resource {
        id: string(resource, "id")?,
        label: string(resource, "label")?,
        url: string(resource, "url")?,
        place,
    })
}

fn glossary_entry(value: &Value) -> Read<GlossaryEntry> {
    let entry = object(value, "glossary")?;
    Ok(GlossaryEntry {
        term: string(entry, "term")?,
        variants: list(entry, "variants", |value| text(value, "variants"))?,
        expansion: string(entry, "expansion")?,
        explanation: string(entry, "explanation")?,
    })
}

fn member<'a>(object: &'a Object, name: &'static str) -> Read<&'a Value> {
    object.get(name).ok_or(QuestionnaireError::Member(name))
}

fn object<'a>(value: &'a Value, name: &'static str) -> Read<&'a Object> {
    value.as_object().ok_or(QuestionnaireError::Member(name))
}

fn text(value: &Value, name: &'static str) -> Read<String> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or(QuestionnaireError::Member(name))
}

fn string(object: &Object, name: &'static str) -> Read<String> {
    text(member(object, name)?, name)
}

fn number(object: &Object, name: &'static str) -> Read<u64> {
    member(object, name)?
        .as_u64()
        .ok_or(QuestionnaireError::Member(name))
}

fn list<T>(object: &Object, name: &'static str, read: fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    let values = member(object, name)?
        .as_array()
        .ok_or(QuestionnaireError::Member(name))?;
    values.iter().map(read).collect()
}

fn three<T>(values: Vec<T>, name: &'static str) -> Read<[T; 3]> {
    values
        .try_into()
        .map_err(|_| QuestionnaireError::Member(name))
}
