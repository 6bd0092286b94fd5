//! Whether a questionnaire has something to ask everywhere: a list without a thing, or a text without a word, is a slip of whoever
//! wrote the file.

use crate::domain::formats::questionnaire::place::Step;
use crate::domain::formats::questionnaire::{QuestionnaireError, Read, Trouble};
use crate::domain::school::questionnaire::{Item, Questionnaire};

/// Refuses what has nothing to ask: a list without a thing, a text without a word. What goes with an invitation, for some fields
/// only, is not read by this.
pub fn is_filled(questionnaire: &Questionnaire) -> Read<()> {
    let title = |title: &str| some(title.trim().len(), "title");
    title(&questionnaire.title)?;
    some(questionnaire.parts.len(), "parts")?;
    for (place, part) in questionnaire.parts.iter().enumerate() {
        let in_part = |trouble: Trouble| trouble.within("parts", place);
        title(&part.title).map_err(in_part)?;
        some(part.fields.len(), "fields").map_err(in_part)?;
        for (place, field) in part.fields.iter().enumerate() {
            let in_field = |trouble: Trouble| in_part(trouble.within("fields", place));
            title(&field.title).map_err(in_field)?;
            some(field.items.len(), "items").map_err(in_field)?;
            for (place, item) in field.items.iter().enumerate() {
                let in_item = |trouble: Trouble| in_field(trouble.within("items", place));
                title(&item.title).map_err(in_item)?;
                has_sentences(item).map_err(in_item)?;
            }
        }
    }
    Ok(())
}

fn has_sentences(item: &Item) -> Read<()> {
    for (place, statement) in item.statements.iter().enumerate() {
        for (sentence, text) in statement.sentences().enumerate() {
            some(text.trim().len(), "statements").map_err(|trouble| {
                trouble
                    .on_the_way(Step::Place(sentence))
                    .within("statements", place)
            })?;
        }
    }
    Ok(())
}

fn some(length: usize, name: &'static str) -> Read<()> {
    if length > 0 {
        Ok(())
    } else {
        Err(QuestionnaireError::Empty(name).into())
    }
}
