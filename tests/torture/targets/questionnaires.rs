//! The questionnaire's file, which schools exchange.

use super::bytes::Bytes;
use super::links::shared_by;
use super::tree::shaken;
use super::{seeds, text};
use numea::domain::charts::radar::{ChartLook, positioning_chart};
use numea::domain::formats::link::{CODE_MAX, LinkError, read_link, write_link};
use numea::domain::formats::questionnaire::{read_file, read_questionnaire, words_of};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::reading::Reading;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A questionnaire that is read can be answered, counted, shown and shared, and leads to no address
/// but the web's.
pub fn questionnaire(data: &[u8]) {
    // What is wrong is told by a line of the text.
    if let Err(fault) = read_file(&text(data)) {
        assert!((1..=text(data).matches('\n').count() + 1).contains(&fault.line));
    }
    let Ok(questionnaire) = read_questionnaire(&text(data)) else {
        return;
    };
    let fields: BTreeSet<_> = questionnaire.fields().map(|field| field.id).collect();
    assert_eq!(fields.len(), questionnaire.fields().count());
    let items: BTreeSet<_> = questionnaire.items().map(|item| item.id).collect();
    assert_eq!(items.len(), questionnaire.items().count());
    for item in questionnaire.items() {
        assert_eq!(questionnaire.item(item.id), Some(item));
        assert!(item.statements.iter().all(|s| (1..=32).contains(&s.len())));
        let _ = words_of(&questionnaire).resources_of(item).count();
        let _ = words_of(&questionnaire).glossary_of(&item.texts());
    }
    for resource in &words_of(&questionnaire).resources {
        assert!(resource.url.starts_with("https://") || resource.url.starts_with("http://"));
    }
    let answered = shared_by(&questionnaire, data);
    let positioning = Positioning::of(&questionnaire, &answered.answers);
    let _ = Reading::of(&questionnaire, &answered.answers);
    let _ = positioning_chart(&questionnaire, &positioning, &ChartLook::default());
    let code = write_link(&answered, &questionnaire);
    let expected = if code.len() > CODE_MAX {
        Err(LinkError::NotACode)
    } else {
        Ok(answered)
    };
    assert_eq!(read_link(&code, &questionnaire), expected);
}

/// A questionnaire that is one, with some of its values changed.
pub fn questionnaire_tree(data: &[u8]) {
    static SEEDS: LazyLock<[Value; 2]> = LazyLock::new(|| {
        [seeds::SMALL_QUESTIONNAIRE, seeds::OFFICIAL_QUESTIONNAIRE]
            .map(|text| serde_json::from_str(text).unwrap())
    });
    let mut choices = Bytes::new(data);
    // The official one is forty times as long: one in sixteen.
    let seed = &SEEDS[usize::from(choices.below(16) == 15)];
    questionnaire(shaken(seed, &mut choices).to_string().as_bytes());
}
