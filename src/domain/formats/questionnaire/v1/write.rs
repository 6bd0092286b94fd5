//! Writes a questionnaire, laid out to be read by people too.

use super::VERSION;
use crate::domain::formats::questionnaire::{FORMAT, words_of};
use crate::domain::json::{Members, indented, listed, quoted};
use crate::domain::school::questionnaire::{
    ActionField, Condition, GlossaryEntry, Item, Origin, Part, Place, Questionnaire, Resource,
    Source, Statement, Words,
};

/// The file of a questionnaire, with the words that explain it.
pub fn write(questionnaire: &Questionnaire) -> String {
    let Questionnaire {
        id,
        title,
        source,
        parts,
        adapted,
        words: _,
        known_as: _,
    } = questionnaire;
    let Words {
        resources,
        glossary,
    } = words_of(questionnaire);
    let mut file = Members::default();
    file.set("format", quoted(FORMAT));
    file.set("version", VERSION.to_string());
    file.set("id", quoted(id));
    file.set("title", quoted(title));
    file.set("source", write_source(source));
    file.set("parts", listed(parts.iter().map(part)));
    file.set("resources", listed(resources.iter().map(resource)));
    file.set("glossary", listed(glossary.iter().map(glossary_entry)));
    let note = adapted.as_ref().map(|adapted| &adapted.note);
    if let Some(note) = note.filter(|note| !note.is_empty()) {
        file.set("note", quoted(note));
    }
    indented(&file.write())
}

fn write_source(source: &Source) -> String {
    let Source {
        title,
        publisher,
        year,
    } = source;
    let mut members = Members::default();
    members.set("title", quoted(title));
    members.set("publisher", quoted(publisher));
    members.set("year", year.to_string());
    members.write()
}

fn part(part: &Part) -> String {
    let Part {
        number,
        title,
        introduction,
        fields,
    } = part;
    let mut members = Members::default();
    members.set("id", quoted(&number.to_string()));
    members.set("title", quoted(title));
    members.set("introduction", quoted(introduction));
    members.set("fields", listed(fields.iter().map(field)));
    members.write()
}

fn field(field: &ActionField) -> String {
    let ActionField {
        id,
        title,
        aim,
        headings,
        items,
    } = field;
    let mut members = Members::default();
    members.set("id", quoted(&id.to_string()));
    members.set("title", quoted(title));
    members.set("aim", quoted(aim));
    members.set("stages", texts(headings));
    members.set("items", listed(items.iter().map(item)));
    members.write()
}

fn item(item: &Item) -> String {
    let Item {
        id,
        title,
        source_title,
        statements,
        resources,
        origin,
    } = item;
    let mut members = Members::default();
    members.set("id", quoted(&id.to_string()));
    members.set("title", quoted(title));
    members.set("source_title", quoted(source_title));
    members.set("statements", listed(statements.iter().map(statement)));
    members.set("resources", texts(resources));
    match origin {
        Origin::Own => {}
        Origin::Reworded => members.set("origin", quoted("reworded")),
        Origin::Added => members.set("origin", quoted("added")),
    }
    members.write()
}

/// Its sentences; where one stands elsewhere than its number says, that number too.
fn statement(statement: &Statement) -> String {
    let conditions = (0..).zip(&statement.conditions);
    listed(conditions.map(|(place, condition)| {
        let Condition { id, text } = condition;
        if *id == place {
            return quoted(text);
        }
        let mut members = Members::default();
        members.set("number", (id + 1).to_string());
        members.set("text", quoted(text));
        members.write()
    }))
}

fn resource(resource: &Resource) -> String {
    let Resource {
        id,
        label,
        url,
        place,
    } = resource;
    let place = match place {
        Place::Items => "items",
        Place::Guide => "guide",
        Place::Support => "support",
        Place::Annex => "annex",
        Place::Credit => "credit",
    };
    let mut members = Members::default();
    let all = [("id", id), ("label", label), ("url", url)];
    for (name, text) in all {
        members.set(name, quoted(text));
    }
    members.set("place", quoted(place));
    members.write()
}

fn glossary_entry(entry: &GlossaryEntry) -> String {
    let GlossaryEntry {
        term,
        variants,
        expansion,
        explanation,
    } = entry;
    let mut members = Members::default();
    members.set("term", quoted(term));
    members.set("variants", texts(variants));
    members.set("expansion", quoted(expansion));
    members.set("explanation", quoted(explanation));
    members.write()
}

fn texts(texts: &[String]) -> String {
    listed(texts.iter().map(|text| quoted(text)))
}
