//! The official questionnaire (« NumEA-Établissement », annexe 2; aims from its user guide), embedded as the build lays it out
//! (`build.rs`): a line for each thing, its texts between tabs, the first letter of the line saying what it is. The strict
//! reader of the exchange format, which weighs three times as much on a first visit, is for the files of schools; a test
//! proves that both read the same.

use std::sync::OnceLock;

use super::read_words;
use crate::domain::school::questionnaire::{
    ActionField, FieldId, Item, ItemId, Origin, Part, Questionnaire, Source, Statement, Words,
};

/// What `official.json` asks.
const QUESTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/questions.txt"));

/// The words and links of `official.json`. Named by what needs them alone, so that they come later than the questions.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.json"));

/// The official questionnaire; none where the build wrote something else than its lines, which a test rules out.
pub fn official() -> Option<Questionnaire> {
    read_lines(QUESTIONS)
}

/// What explains a questionnaire: its own words, else the official ones.
pub fn words_of(questionnaire: &Questionnaire) -> &Words {
    static OFFICIAL: OnceLock<Words> = OnceLock::new();
    // A test proves that the official words read.
    let official = || OFFICIAL.get_or_init(|| read_words(WORDS).unwrap_or_default());
    questionnaire.words.as_ref().unwrap_or_else(official)
}

/// Reads the lines; none where they are not as the build writes them.
fn read_lines(lines: &str) -> Option<Questionnaire> {
    let mut lines = lines.split('\n');
    let mut head = texts(lines.next()?);
    let mut questionnaire = Questionnaire {
        id: head.next()?,
        title: head.next()?,
        source: Source {
            title: head.next()?,
            publisher: head.next()?,
            year: head.next()?.parse().ok()?,
        },
        parts: Vec::new(),
        adapted: None,
        words: None,
        known_as: None,
    };
    for line in lines {
        let mut texts = texts(line.get(1..)?);
        let part = questionnaire.parts.last_mut();
        match line.as_bytes().first()? {
            b'P' => questionnaire.parts.push(Part {
                number: texts.next()?.parse().ok()?,
                title: texts.next()?,
                introduction: texts.next()?,
                fields: Vec::new(),
            }),
            b'F' => part?.fields.push(ActionField {
                id: texts.next()?.parse::<FieldId>().ok()?,
                title: texts.next()?,
                aim: texts.next()?,
                headings: [texts.next()?, texts.next()?, texts.next()?],
                items: Vec::new(),
            }),
            b'I' => part?.fields.last_mut()?.items.push(Item {
                id: texts.next()?.parse::<ItemId>().ok()?,
                title: texts.next()?,
                source_title: texts.next()?,
                statements: Default::default(),
                resources: texts.collect(),
                origin: Origin::Own,
            }),
            stage => {
                let item = part?.fields.last_mut()?.items.last_mut()?;
                let statement = item
                    .statements
                    .get_mut(usize::from(stage.checked_sub(b'1')?));
                *statement? = Statement::of(texts);
            }
        }
    }
    Some(questionnaire)
}

fn texts(line: &str) -> impl Iterator<Item = String> {
    line.split('\t').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::formats::questionnaire::read_questions;

    #[test]
    fn the_lines_of_the_build_say_what_the_official_file_says() {
        let file =
            read_questions(include_str!("../../school/questionnaire/official.json")).unwrap();
        assert_eq!(official(), Some(file));
    }
}
